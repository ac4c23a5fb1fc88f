import type { Row } from "../../port/surface.ts";
import { sayPast } from "../state/times.ts";
import type { Words } from "../state/words.ts";

const DATES = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g;

/**
 * The second line as a person reads it: the background gives dates as RFC 3339. A date that stands beside the row
 * already is not said again; the end of a time that begins there is said as one.
 */
export function sayUnder(
  { under, due }: Pick<Row, "under" | "due">,
  shown: boolean,
  now: number,
  words: Words,
  say = (date: string) => sayPast(date, now, words.formats.value),
): string {
  const parts = under.split(" · ");
  const at = shown && due !== null ? parts.indexOf(due) : -1;
  if (at >= 0) {
    const end = parts[at + 1];
    const until = end?.match(DATES)?.[0] === end && end ? words.say("row.until", { date: say(end) }) : null;
    parts.splice(at, until ? 2 : 1, ...(until ? [until] : []));
  }
  return parts.join(" · ").replaceAll(DATES, say);
}
