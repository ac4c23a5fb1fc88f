import { listIn } from "../../port/last-opening.ts";
import { firstWindow } from "../rows/use-window.ts";
import type { Outside, Surface } from "../state/surface.tsx";
import { queryOf, standing } from "./filters.ts";
import { likeWhich, readView } from "./view.ts";

/**
 * Asks for the rows that stand in the page's address, so that the background finds them while everything around them
 * is drawn; and notes the question, which the next page with this address asks before its scripts are read. The list
 * that is then there asks the same.
 */
export function askAhead({ background, state, desk, now }: Surface, { noteOpening }: Outside): void {
  const { list } = readView(location.hash, history.state);
  if (state.value?.lock.locked) return;
  // Of a desk that is gone nothing is kept.
  if (!desk.value) noteOpening((before) => ({ ...before, lists: {} }));
  if (!desk.value || list === "people" || likeWhich(list)) return;
  const shown = list === "menu" ? "today" : list;
  const first = firstWindow(queryOf(shown, standing(shown, {}, false), "", now.value), desk.value.id);
  background.ahead(first);
  const named = listIn(location.hash);
  if (named === list || named === "")
    noteOpening(({ lists, ...others }) => ({ ...others, lists: { ...lists, [named]: first } }));
}
