import { render } from "preact";
import "../design/all.css";
import "./sidebar.css";
import { readLook, wearLook } from "../../port/look.ts";
import { BehindLock } from "../lock/behind-lock.tsx";
import { type Outside, openSurface, SurfaceProvider } from "../state/surface.tsx";
import { Sidebar } from "./sidebar.tsx";

/**
 * Starts the sidebar (in the webmail page, or as the browser's side panel) in `place`.
 * @param closes see `Sidebar`
 */
export async function startSidebar(outside: Outside, place: HTMLElement, closes = true): Promise<void> {
  const surface = await openSurface(outside, "sidebar");
  surface.background.watch({ q: "mail" }, (report) => {
    if (!report) return;
    outside.root.dataset.page = report.provider;
    wearLook(outside.root, surface.state.peek()?.look ?? readLook(null));
  });
  render(
    <SurfaceProvider value={surface}>
      <BehindLock>
        <Sidebar closes={closes} />
      </BehindLock>
    </SurfaceProvider>,
    place,
  );
}
