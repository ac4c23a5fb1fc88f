import { render } from "preact";
import "../design/all.css";
import "../desk/desk.css";
import "./options.css";
import { BehindLock } from "../lock/behind-lock.tsx";
import { type Outside, openSurface, SurfaceProvider } from "../state/surface.tsx";
import { Options } from "./options.tsx";

/** Starts the options page in `place`. */
export async function startOptions(outside: Outside, place: HTMLElement): Promise<void> {
  const surface = await openSurface(outside, "options");
  render(
    <SurfaceProvider value={surface}>
      <BehindLock>
        <Options />
      </BehindLock>
    </SurfaceProvider>,
    place,
  );
}
