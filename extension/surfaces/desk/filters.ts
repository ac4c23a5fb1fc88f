import type { Classification } from "../../../shared/records/classification.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { ListQuery } from "../rows/use-window.ts";

/** Lengths of time back from now, in days; `today` is the day itself. */
const PERIODS = { today: 1, week: 7, month: 30, year: 365 } as const;
export type Period = keyof typeof PERIODS;
export const periods = Object.keys(PERIODS) as Period[];

/** What a person narrowed a list by; what is not there is as the list has it. */
export interface Filters {
  readonly kind?: string | null;
  readonly principal?: string | null;
  /** A member's id, or nobody's, or mine and nobody's; null is anybody's. */
  readonly whose?: string | null;
  readonly open?: boolean | null;
  readonly period?: Period | null;
  readonly classification?: Classification | null;
}

/** Whether a list is one of which some records are open and others are not. */
export function hasOpen(list: string): boolean {
  const kind = kindOf(list);
  return !kind || Object.values(kind.states).some(({ open }) => open);
}

/** How a list is narrowed as long as nobody says otherwise: a search looks everywhere. */
function ownFilters(list: string, searching: boolean): Required<Filters> {
  const work = list === "queue" || list === "today";
  return {
    kind: null,
    principal: null,
    whose: work && !searching ? "mineOrNone" : null,
    open: (work || (hasOpen(list) && list !== "call")) && !searching ? true : null,
    period: null,
    classification: null,
  };
}

/** The filters as they stand: a person's before the list's own. */
export const standing = (list: string, chosen: Filters, searching: boolean): Required<Filters> => ({
  ...ownFilters(list, searching),
  ...chosen,
});

/**
 * The question behind a list. `today` asks for what is due by its end or urgent, `queue` for what is mine or nobody's,
 * a kind for all of it. Open work comes by what presses, everything else by when it happened.
 * @param now milliseconds since 1970
 */
export function queryOf(
  list: string,
  { kind, principal, whose, open, period, classification }: Required<Filters>,
  search: string,
  now: number,
): Extract<ListQuery, { q: "rows" }> {
  const words = search.trim();
  const kinds = isKind(list) ? [list] : kind ? [kind] : null;
  const forWhom = list.startsWith("principal:") ? list.slice(10) : principal;
  return {
    q: "rows",
    ...(kinds ? { kinds } : {}),
    ...(forWhom ? { principal: forWhom } : {}),
    ...(whose ? { assignee: whose } : {}),
    ...(open === null ? {} : { open }),
    ...(classification ? { classification } : {}),
    ...(period ? { since: dayStart(now, 1 - PERIODS[period]) } : {}),
    ...(list === "today" && words === "" ? { dueBefore: dayStart(now, 1) } : {}),
    ...(words ? { search: words } : {}),
    order: open === true && words === "" ? "due" : "at",
    grouped: true,
  };
}

const isKind = (list: string) => list !== "queue" && list !== "today" && !list.startsWith("principal:");

/** The beginning of the local day so many days after that of an instant, as an RFC 3339 instant. */
function dayStart(ms: number, days: number): string {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).toISOString();
}
