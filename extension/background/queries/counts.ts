import type { Counts } from "../../port/surface.ts";
import type { Catalogue } from "./catalogue.ts";
import { dayStart } from "./order.ts";

/** Open records by kind, the queue, and what of mine is overdue at `now` (milliseconds since 1970). */
export async function queryCounts(
  catalogue: Catalogue,
  desk: string,
  me: string,
  now: number,
): Promise<Counts> {
  const open: Record<string, number> = {};
  let queue = 0;
  let overdueMine = 0;
  let overdueNext = Number.POSITIVE_INFINITY;
  const today = dayStart(now);
  for (const each of await catalogue.open(desk)) {
    open[each.kind] = (open[each.kind] ?? 0) + 1;
    if (each.assignee === "" || each.assignee === me) queue++;
    if (each.assignee !== me) continue;
    // A date is over when its day is.
    if (each.due < (each.wholeDay ? today : now)) overdueMine++;
    else overdueNext = Math.min(overdueNext, each.wholeDay ? dayStart(each.due, 1) : each.due);
  }
  return { open, queue, overdueMine, overdueNext: Number.isFinite(overdueNext) ? overdueNext : null };
}
