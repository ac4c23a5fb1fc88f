import { firstWindow } from "../rows/use-window.ts";
import type { Surface } from "../state/surface.tsx";
import { queryOf, standing } from "./filters.ts";
import { likeWhich, readView } from "./view.ts";

/**
 * Asks for the rows that stand in the page's address, so that the background finds them while everything around them
 * is drawn. The list that is then there asks the same; call what this returns when it has.
 */
export function askAhead({ background, state, desk, now }: Surface): () => void {
  const { list } = readView(location.hash);
  if (!desk.value || state.value?.lock.locked || list === "people" || likeWhich(list)) return () => {};
  const shown = list === "menu" ? "today" : list;
  const query = queryOf(shown, standing(shown, {}, false), "", now.value);
  return background.ahead(firstWindow(query, desk.value.id));
}
