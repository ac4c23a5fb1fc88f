import { render } from "preact";
import "../../../extension/surfaces/design/all.css";
import "../../../extension/surfaces/sidebar/sidebar.css";
import "./exhibition.css";
import { type Outside, openSurface, SurfaceProvider } from "../../../extension/surfaces/state/surface.tsx";
import { exhibits } from "./exhibits.tsx";

/** Shows one component in each of its states, or all that can stand side by side. */
export async function startExhibition(
  outside: Outside,
  place: HTMLElement,
  component: string | null,
): Promise<void> {
  const surface = await openSurface(outside, "desk");
  const shown = exhibits.filter((exhibit) => (component ? exhibit.component === component : !exhibit.alone));
  render(
    <SurfaceProvider value={surface}>
      <main class="exhibition">
        {shown.map(({ component: name, states }) => (
          <section key={name}>
            <h1 data-gallery>{name}</h1>
            {Object.entries(states).map(([state, show]) => (
              <div key={state} class="exhibit" data-exhibit={`${name}: ${state}`}>
                <p class="state" data-gallery>
                  {state}
                </p>
                {show()}
              </div>
            ))}
          </section>
        ))}
      </main>
    </SurfaceProvider>,
    place,
  );
}
