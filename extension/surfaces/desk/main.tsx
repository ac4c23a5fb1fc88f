import { render } from "preact";
import "../design/all.css";
import "../sidebar/sidebar.css";
import "./desk.css";
import { BehindLock } from "../lock/behind-lock.tsx";
import { type Outside, openSurface, SurfaceProvider } from "../state/surface.tsx";
import { askAhead } from "./ahead.ts";
import { Desk } from "./desk.tsx";

/** Starts the desk page in `place`. */
export async function startDesk(outside: Outside, place: HTMLElement): Promise<void> {
  const surface = await openSurface(outside, "desk");
  askAhead(surface, outside);
  render(
    <SurfaceProvider value={surface}>
      <BehindLock>
        <Desk />
      </BehindLock>
    </SurfaceProvider>,
    place,
  );
  outside.background.forgetAhead();
}
