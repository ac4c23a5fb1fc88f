import { findDates } from "../text/dates.ts";
import { findTimes } from "../text/times.ts";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]{1,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** RFC 5322, 3.3, as mails and passes date themselves. */
const MAIL_DATE =
  /^(?:[A-Z]{3}, ?)?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ?(Z|[A-Z]{2,3}|[+-]\d{4})?(?: \(.{1,20}\))?$/i;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const MONTH_FIRST = /^(\d{1,2})-(\d{1,2})-(\d{4})[ T](\d{1,2}):(\d{2})(?::\d{2})?$/;

/**
 * Gives a time in the one form that the engine uses, or undefined for what is no time: `YYYY-MM-DD`, or
 * `YYYY-MM-DDTHH:MM:SS` with `Z` or `±HH:MM` where the text has an offset. Reads ISO 8601 with what mails
 * get wrong in it (blank for T, offset `+0:00` or `+0200`), RFC 5322, and dates written out.
 */
export function normaliseTime(source: string): string | undefined {
  const text = source.trim().slice(0, 80);
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    if (!isDay(Number(year), Number(month), Number(day))) return undefined;
    const date = `${year}-${month}-${day}`;
    if (hour === undefined) return date;
    return clockValid(hour, minute)
      ? `${date}T${two(hour)}:${minute}:${second ?? "00"}${offsetText(offset)}`
      : undefined;
  }
  const mail = MAIL_DATE.exec(text);
  if (mail) {
    const [, day, word, year, hour, minute, second, zone] = mail;
    const month = MONTHS.indexOf((word ?? "").toLowerCase()) / 3 + 1;
    if (!isDay(Number(year), month, Number(day)) || !clockValid(hour, minute)) return undefined;
    const offset = /^(?:Z|GMT|UTC?)$/i.test(zone ?? "") ? "Z" : zone;
    return `${year}-${two(month)}-${two(day)}T${hour}:${minute}:${second ?? "00"}${offsetText(offset)}`;
  }
  const usual = MONTH_FIRST.exec(text);
  if (usual) {
    const [, first, second, year, hour, minute] = usual;
    const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
    if (!isDay(Number(year), Number(month), Number(day)) || !clockValid(hour, minute)) return undefined;
    return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:00`;
  }
  const date = findDates(text, "dmy").find((one) => one.year !== undefined);
  if (!date) return undefined;
  const day = `${date.year}-${two(date.month)}-${two(date.day)}`;
  const time = findTimes(
    text.slice(0, date.start) + " ".repeat(date.end - date.start) + text.slice(date.end),
  )[0];
  if (!time) return day;
  const zone = /\s(?:GMT|UTC|Z)?\s?([+-]\d{2}:?\d{2})\b|\s(GMT|UTC|Z)$/.exec(text);
  return `${day}T${two(time.hour)}:${two(time.minute)}:00${zone ? offsetText(zone[1] ?? "Z") : ""}`;
}

const two = (value: number | string | undefined) => String(value ?? "").padStart(2, "0");
const isDay = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const clockValid = (hour: string | undefined, minute: string | undefined) =>
  Number(hour) <= 23 && Number(minute) <= 59;

function offsetText(offset: string | undefined): string {
  if (!offset) return "";
  if (/^z$/i.test(offset)) return "Z";
  const parts = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset);
  if (!parts) return "";
  const text = `${parts[1]}${two(parts[2])}:${parts[3] ?? "00"}`;
  return text === "+00:00" || text === "-00:00" ? "Z" : text;
}
