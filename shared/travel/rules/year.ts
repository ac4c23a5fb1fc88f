import type { DateToken } from "../text/dates.ts";

/** Days that a document names for other reasons (a birth, a first edition) lie further from it than this. */
const FAR_YEARS = 12;

/**
 * Gives `YYYY-MM-DD`. A missing year is that of the same day elsewhere in the document, else the first in which the
 * day falls not more than two weeks before the first day that the document names in full, or before `after`.
 */
export function isoDay(
  date: DateToken,
  after: string | undefined,
  named: readonly string[],
): string | undefined {
  const two = (value: number) => String(value).padStart(2, "0");
  const rest = `-${two(date.month)}-${two(date.day)}`;
  if (date.year !== undefined) return `${date.year}${rest}`;
  const near = named.filter(
    (day) => !after || Math.abs(Number(day.slice(0, 4)) - Number(after.slice(0, 4))) <= FAR_YEARS,
  );
  const same = near.find((day) => day.endsWith(rest));
  if (same) return same;
  const anchor = near[0] ?? after;
  if (!anchor) return undefined;
  const limit = new Date(Date.parse(`${anchor}T00:00:00Z`) - 14 * 86_400_000);
  if (Number.isNaN(limit.getTime())) return undefined;
  const from = limit.toISOString().slice(0, 10);
  for (let year = limit.getUTCFullYear(); year <= limit.getUTCFullYear() + 4; year += 1) {
    const day = `${year}${rest}`;
    const valid = date.day <= 28 || new Date(`${day}T00:00:00Z`).getUTCDate() === date.day;
    if (valid && day >= from) return day;
  }
  return undefined;
}

/** Gives the day some days later, `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
