import type { DateToken } from "../text/dates.ts";

/** Gives `YYYY-MM-DD`; a missing year is the first in which the day falls not more than two weeks before `after`. */
export function isoDay(date: DateToken, after: string | undefined): string | undefined {
  const two = (value: number) => String(value).padStart(2, "0");
  if (date.year !== undefined) return `${date.year}-${two(date.month)}-${two(date.day)}`;
  if (!after) return undefined;
  const limit = new Date(`${after}T00:00:00Z`);
  if (Number.isNaN(limit.getTime())) return undefined;
  limit.setUTCDate(limit.getUTCDate() - 14);
  const from = limit.toISOString().slice(0, 10);
  for (let year = limit.getUTCFullYear(); year <= limit.getUTCFullYear() + 4; year += 1) {
    const day = `${year}-${two(date.month)}-${two(date.day)}`;
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
