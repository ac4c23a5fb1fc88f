import type { RowGroup } from "../../port/surface.ts";
import type { Facets } from "../storage/facets.ts";
import type { Selection } from "./selection.ts";

/** Of two that are otherwise alike, the later made comes first. */
const byId = (a: Facets, b: Facets) => (a.id < b.id ? 1 : -1);
/** Urgent first, then by due date, then the newest. */
const byDue = (a: Facets, b: Facets) =>
  Number(b.urgent) - Number(a.urgent) || difference(a.due, b.due) || b.updated - a.updated || byId(a, b);
const byAt = (a: Facets, b: Facets) => b.at - a.at || byId(a, b);
const byUpdated = (a: Facets, b: Facets) => b.updated - a.updated || byId(a, b);
/** Infinity less itself is no number. */
const difference = (a: number, b: number) => (a === b ? 0 : a - b);

/** `due`: what presses first. `at`, `updated`: what happened, or changed, last. */
export const ORDERS = { due: byDue, at: byAt, updated: byUpdated };

/** The beginning of the local day so many days after that of an instant, in milliseconds. */
export function dayStart(ms: number, days = 0): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

const DAY_MS = 86_400_000;

/**
 * Where local days begin, in milliseconds since 1970, by how many days their dates lie behind 1970-01-01: a list of
 * years has thousands, is grouped anew by each letter typed, and to ask the browser's calendar costs most of that.
 */
const begins = new Map<number, number>();
let offset = 0;
/** A computer can be taken to another time zone. */
function lookAtClock(): void {
  const now = new Date().getTimezoneOffset();
  if (now !== offset) begins.clear();
  offset = now;
}
function beginOf(day: number): number {
  const begin = begins.get(day) ?? new Date(1970, 0, 1 + day).getTime();
  begins.set(day, begin);
  return begin;
}

/** Groups instants, the oldest first, by their local day, the last day first. */
function groupByDay(times: Float64Array): RowGroup[] {
  lookAtClock();
  const groups: RowGroup[] = [];
  for (let end = times.length; end > 0; ) {
    const last = times[end - 1]!;
    let key = Math.floor(last / DAY_MS) + 1;
    while (beginOf(key) > last) key--;
    const begin = beginOf(key);
    let from = end - 1;
    while (from > 0 && times[from - 1]! >= begin) from--;
    groups.push({ key, count: end - from });
    end = from;
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

/** A list in its order, however long it is. */
export interface Ordered {
  /** So many of its records behind the first `offset`. */
  page(offset: number, limit: number): readonly Facets[];
  /** How the whole of it is grouped; by when it changed, not at all. `now` in milliseconds since 1970. */
  groups(now: number): RowGroup[];
}

/** Orders records by what presses, or by when they happened or changed last. */
export function inOrder(records: Selection, order: keyof typeof ORDERS): Ordered {
  if (order === "due") {
    const sorted = records.all().sort(byDue);
    return {
      page: (offset, limit) => sorted.slice(offset, offset + limit),
      groups: (now) => groupByPressure(sorted, now),
    };
  }
  // Numbers alone are put in order much faster than records by a rule: only those of the page are compared.
  const timesOf = records.times(order);
  const times = timesOf.toSorted();
  return {
    page(offset, limit) {
      const last = times.length - 1 - offset;
      if (last < 0 || limit === 0) return [];
      const [newest, oldest] = [times[last]!, times[Math.max(0, last + 1 - limit)]!];
      const near: Facets[] = [];
      for (let n = 0; n < timesOf.length; n++)
        if (timesOf[n]! <= newest && timesOf[n]! >= oldest) near.push(records.at(n));
      let before = 0;
      while (times[last + before + 1] === newest) before++;
      return near.sort(ORDERS[order]).slice(before, before + limit);
    },
    groups: () => (order === "at" ? groupByDay(times) : []),
  };
}
