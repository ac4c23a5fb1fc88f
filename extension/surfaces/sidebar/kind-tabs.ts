import type { KindDefinition } from "../../../shared/records/define.ts";
import { LISTED_KINDS } from "../../../shared/records/kinds.ts";

/** What is asked for most beside a mail. */
const FIRST = ["call", "trip", "reply", "task", "message"];

/** The kinds that have a tab beside the mail: all of the day's work, what is asked for most first. */
export const kindTabs = (kinds: readonly KindDefinition[] = LISTED_KINDS): readonly KindDefinition[] => {
  const place = ({ kind }: KindDefinition) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  return kinds.filter(({ document }) => document === "monthly").sort((a, b) => place(a) - place(b));
};
