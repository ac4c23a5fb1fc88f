import type { Query } from "./surface.ts";

/** Its key in `storage.session`: in memory only, for as long as the browser runs, and out of every other page's reach. */
export const lastAnswersKey = "lastAnswers";

/** A question as text, the same however its parts are ordered: a question that was checked has them in another order. */
export const questionText = (query: Query): string => JSON.stringify(query, Object.keys(query).sort());

/** What the desk page was told last, by its questions as `questionText`. */
export type LastAnswers = Readonly<Record<string, unknown>>;

/** What is kept, with the day (RFC 3339, local) on which it was told: lists speak of today. */
export interface KeptAnswers {
  readonly day: string;
  readonly answers: LastAnswers;
}

/** The local day of an instant, as RFC 3339 writes it. */
export const localDay = (ms: number): string => {
  const date = new Date(ms);
  return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** Reads what was kept, if that was today. */
export function readAnswers(kept: unknown, now: number): LastAnswers {
  if (typeof kept !== "object" || kept === null) return {};
  const { day, answers } = kept as Partial<KeptAnswers>;
  return day === localDay(now) ? (answers ?? {}) : {};
}

/** Whether a question is one that a desk page asks before anything of it is on screen. */
export function isFirst(
  query: Query,
): query is Extract<Query, { q: "state" | "rows" | "counts" | "records" }> {
  if (query.q === "state") return true;
  if (query.q === "counts") return query.desk !== "all";
  if (query.q === "records") return query.kinds.length === 1 && query.kinds[0] === "principal";
  return (
    query.q === "rows" && query.desk !== "all" && query.grouped === true && !query.offset && !query.search
  );
}
