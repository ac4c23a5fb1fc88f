import type { Background } from "../../port/client.ts";
import type { DeskInfo } from "../../port/surface.ts";

/** Has the background read what a search looks into, before the first letter. Nobody waits for it, and none is told. */
export function prepareSearch(background: Background, desk: DeskInfo | null): void {
  if (desk) background.call({ call: "prepareSearch", desk: desk.id }).catch(() => {});
}
