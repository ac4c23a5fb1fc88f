const DAY = 86_400_000;

/** How a moment is said in a list: short, near days by name, and how much it presses. */
export interface Said {
  readonly text: string;
  /** The whole date and time, for a title. */
  readonly full: string;
  readonly tone: "neutral" | "attention" | "urgent";
}

const dayOf = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** An RFC 3339 date (a local day) or instant as a Date in this device's zone. */
function toDate(value: string): Date {
  if (!isDate(value)) return new Date(value);
  const [year, month, day] = value.split("-").map(Number) as [number, number, number];
  return new Date(year, month - 1, day);
}

/**
 * Says when something is due: a time today, a weekday within six days, else a day and month.
 * Past is urgent, today asks for attention.
 * @param now milliseconds since the epoch
 * @param alone it stands by itself, not among times of the same day: the hour of today is then said with its day
 */
export function sayDue(value: string, now: number, locale: string, alone = false): Said {
  const date = toDate(value);
  const days = dayOf(date) - dayOf(new Date(now));
  const whole = isDate(value);
  const late = whole ? days < 0 : date.getTime() < now;
  const text = shortMoment(date, days, whole, locale);
  return {
    text: alone && days === 0 && !whole ? `${dayName(days, locale)} ${text}` : text,
    full: fullMoment(value, locale),
    tone: late ? "urgent" : days === 0 ? "attention" : "neutral",
  };
}

/** Says when something happened: the time for today, else the day, with the year where it is another. */
export function sayPast(value: string, now: number, locale: string): string {
  const date = toDate(value);
  return shortMoment(date, dayOf(date) - dayOf(new Date(now)), isDate(value), locale);
}

/** How moments are said, but for the hour, which each locale's clocks show in their own way. */
const FORMATS = {
  day: { day: "numeric", month: "short" },
  dayOfYear: { day: "numeric", month: "short", year: "numeric" },
  longDay: { weekday: "long", day: "numeric", month: "long" },
  longDayOfYear: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  fullDay: { dateStyle: "full" },
  fullMoment: { dateStyle: "full", timeStyle: "short" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Made once for each locale: making a format costs more than a hundred things said with it. */
function once<Key extends string, Made>(make: (locale: string, key: Key) => Made) {
  const made = new Map<string, Map<Key, Made>>();
  return (locale: string, key: Key): Made => {
    const known = made.get(locale) ?? new Map<Key, Made>();
    made.set(locale, known);
    const one = known.get(key) ?? make(locale, key);
    known.set(key, one);
    return one;
  };
}

/** What is said of a moment that is none: whatever a changed program of a colleague's wrote there, a list goes on. */
const NO_MOMENT = "—";

const formatOf = once((locale, key: keyof typeof FORMATS | "clock") => {
  const said = new Intl.DateTimeFormat(locale, key === "clock" ? clockOf(locale) : FORMATS[key]);
  return { format: (date: Date) => (Number.isNaN(date.getTime()) ? NO_MOMENT : said.format(date)) };
});
/** Days of the week as they are written beside other words, which in some languages is not how they stand alone. */
const weekdayIn = once((locale, weekday: "short") => {
  const parts = new Intl.DateTimeFormat(locale, { weekday, day: "numeric" });
  return (date: Date) => parts.formatToParts(date).find(({ type }) => type === "weekday")?.value ?? "";
});
const daysFrom = once((locale, _: "today") => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
const lengthIn = once(
  (locale, unit: "minute" | "hour" | "day") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }),
);

/** Hour and minute as a locale's clocks show them: 24 hours in two digits, so that they stand in columns; 12 as usual. */
function clockOf(locale: string): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  const whole = hourCycle === "h23" || hourCycle === "h24";
  return { hour: whole ? "2-digit" : "numeric", minute: "2-digit" };
}

function shortMoment(date: Date, days: number, whole: boolean, locale: string): string {
  const time = formatOf(locale, "clock").format(date);
  if (days === 0 && !whole) return time;
  if (Math.abs(days) <= 1) return whole ? dayName(days, locale) : `${dayName(days, locale)} ${time}`;
  if (Math.abs(days) < 7) {
    const name = weekdayIn(locale, "short")(date);
    return whole ? name : `${name} ${time}`;
  }
  const far = Math.abs(days) > 300;
  return formatOf(locale, far ? "dayOfYear" : "day").format(date);
}

/** Says the hour of an instant, where its day is said already. */
export const sayHour = (value: string, locale: string): string =>
  formatOf(locale, "clock").format(toDate(value));

/** Says a day (an RFC 3339 date) above what happened on it: near ones by name, with the year where it is another. */
export function sayDay(value: string, now: number, locale: string): string {
  const date = toDate(value);
  const days = dayOf(date) - dayOf(new Date(now));
  const other = date.getFullYear() !== new Date(now).getFullYear();
  const said = formatOf(locale, other ? "longDayOfYear" : "longDay").format(date);
  const whole = Math.abs(days) <= 1 ? `${dayName(days, locale)} · ${said}` : said;
  return whole.charAt(0).toLocaleUpperCase(locale) + whole.slice(1);
}

/** A day by its distance, as it is written inside a sentence: "yesterday", "today", "in 14 days". */
export function dayName(days: number, locale: string): string {
  const said = daysFrom(locale, "today").format(days, "day");
  return said.charAt(0).toLocaleLowerCase(locale) + said.slice(1);
}

/** A date, or a date with its time, in full. */
export function fullMoment(value: string, locale: string): string {
  return formatOf(locale, isDate(value) ? "fullDay" : "fullMoment").format(toDate(value));
}

/**
 * A date, or a date with its time, with the year and without the names of days: for what is read on other days, and
 * inside a sentence ("until …"), where a language would have a whole name in a case that `Intl` does not give.
 */
export function plainMoment(value: string, locale: string): string {
  const date = toDate(value);
  const day = formatOf(locale, "dayOfYear").format(date);
  return isDate(value) ? day : `${day}, ${formatOf(locale, "clock").format(date)}`;
}

/** How late something is, in its largest whole unit ("25 min", "2 days"); null where it is not. */
export function sayLateness(value: string, now: number, locale: string): string | null {
  const late = now - toDate(value).getTime() - (isDate(value) ? DAY : 0);
  if (!(late >= 60_000)) return null;
  const [unit, size] =
    late < 3_600_000
      ? (["minute", 60_000] as const)
      : late < DAY
        ? (["hour", 3_600_000] as const)
        : (["day", DAY] as const);
  return lengthIn(locale, unit).format(Math.floor(late / size));
}

/** A ticket's wall-clock time (ISO 8601, with or without offset): the clock of the place, never moved to this device's zone. */
export function wallClock(
  value: string | undefined,
  locale: string,
): { readonly day: string; readonly hour: string } {
  const [, date, hour] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value ?? "") ?? [];
  if (!date) return { day: "", hour: "" };
  const at = new Date(`${date}T${hour ?? "00:00"}Z`);
  if (Number.isNaN(at.getTime())) return { day: "", hour: "" };
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at);
  return {
    day: say({ weekday: "short", day: "numeric", month: "short" }),
    hour: hour ? say(clockOf(locale)) : "",
  };
}

/** A zone (IANA) in words, as of a moment: "Eastern European Standard Time"; "" where either is not known, or is none. */
export function sayZone(zone: string | undefined, at: string | undefined, locale: string): string {
  if (!zone || !at) return "";
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "long" });
    const parts = format.formatToParts(new Date(at));
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    // A mail can say that it is in any zone, at any moment.
    return "";
  }
}

/** The value of a `datetime-local` input for an instant, in this device's zone; "" for none. */
export function toLocalInput(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "";
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant of a `datetime-local` input's value, or null where it is empty or half typed. */
export function fromLocalInput(value: string): string | null {
  const date = new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) ? value : "");
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19)}Z`;
}

/** The last second of the day that is so many days after one (`2026-12-03`), in this device's zone, as an instant. */
export function endOfDay(day: string, later: number): string {
  const date = toDate(day);
  const end = new Date(date.getFullYear(), date.getMonth(), date.getDate() + later, 23, 59, 59);
  return `${end.toISOString().slice(0, 19)}Z`;
}
