import type { RowGroup } from "../../port/surface.ts";
import { byId, type Facets, newestFirst } from "../storage/facets.ts";

/** Urgent first, then by due date, then the newest. */
const byDue = (a: Facets, b: Facets) =>
  Number(b.urgent) - Number(a.urgent) || difference(a.due, b.due) || b.updated - a.updated || byId(a, b);
const byUpdated = (a: Facets, b: Facets) => b.updated - a.updated || byId(a, b);
/** Infinity less itself is no number. */
const difference = (a: number, b: number) => (a === b ? 0 : a - b);

/** `due`: what presses first. `at`, `updated`: what happened, or changed, last. */
export const ORDERS = { due: byDue, at: newestFirst, updated: byUpdated };

/** The beginning of the local day so many days after that of an instant, in milliseconds. */
export function dayStart(ms: number, days = 0): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The local day of an instant as an RFC 3339 date. */
function dayOf(ms: number): string {
  const date = new Date(ms);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
}

/** Groups records, the newest first, by the local day on which they happened. */
function groupByDay(records: readonly Facets[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (let from = 0; from < records.length; ) {
    const begin = dayStart(records[from]!.at);
    let to = from + 1;
    while (to < records.length && records[to]!.at >= begin) to++;
    groups.push({ key: dayOf(records[from]!.at), count: to - from });
    from = to;
  }
  return groups;
}

/**
 * Groups records, the most pressing first, by how much they press.
 * @param now milliseconds since 1970
 */
function groupByPressure(records: readonly Facets[], now: number): RowGroup[] {
  const [today, tomorrow, after, week] = [0, 1, 2, 7].map((days) => dayStart(now, days)) as [
    number,
    number,
    number,
    number,
  ];
  const keyOf = ({ urgent, due }: Facets) => {
    if (urgent) return "urgent";
    if (due === Number.POSITIVE_INFINITY) return "never";
    if (due < today) return "before";
    if (due < tomorrow) return "today";
    if (due < after) return "tomorrow";
    return due < week ? "week" : "later";
  };
  const counts = new Map<string, number>();
  for (const each of records) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count }));
}

/** How an ordered list is grouped; by when it changed, not at all. */
export function grouping(order: keyof typeof ORDERS, records: readonly Facets[], now: number): RowGroup[] {
  if (order === "updated") return [];
  return order === "at" ? groupByDay(records) : groupByPressure(records, now);
}
