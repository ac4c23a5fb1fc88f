import { type Clock, hourIn, matchAt, numberOf, partOf, readClock } from "./clock.ts";
import type { Part, WhenPatterns } from "./when-patterns.ts";

/** A time or a day that a line names, made definite. */
export interface When {
  readonly start: number;
  readonly end: number;
  /** RFC 3339: an instant in UTC, or a date where no hour was named. */
  readonly value: string;
  /** The half of the day or the day itself was inferred. */
  readonly unsure: boolean;
  /** The line says "by", "before". */
  readonly by: boolean;
  /** Said of today and over already: the day was not moved on. */
  readonly past: string | null;
}

interface Day {
  readonly date: Temporal.PlainDate;
  readonly unsure: boolean;
}
interface Atoms {
  clock?: Clock;
  part?: Part;
  day?: Day;
  relative?: { readonly value: string; readonly unsure: boolean };
  by: boolean;
  prefixed: boolean;
}

/** When a part of a day is over, for "by tomorrow morning". */
const PART_ENDS: Readonly<Record<Part, number>> = { am: 12, morning: 12, afternoon: 17, pm: 17, evening: 20 };
function nextDate(
  today: Temporal.PlainDate,
  day: number,
  month: number,
  year: number | undefined,
): Temporal.PlainDate | undefined {
  try {
    const date = Temporal.PlainDate.from({ year: year ?? today.year, month, day }, { overflow: "reject" });
    return year === undefined && Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date;
  } catch {
    return undefined;
  }
}

function readDay(
  text: string,
  at: number,
  today: Temporal.PlainDate,
  patterns: WhenPatterns,
): { end: number; day: Day } | null {
  const match = matchAt(patterns.day, text, at);
  if (!match?.groups) return null;
  const end = at + match[0].trimEnd().length;
  const { word, weekday, near, later, iso, ...g } = match.groups;
  if (word) {
    const plus = patterns.days.find(({ is }) => is.test(word))?.plus ?? 0;
    return { end, day: { date: today.add({ days: plus }), unsure: false } };
  }
  if (weekday) {
    const index = patterns.weekdays.findIndex((is) => is.test(weekday)) + 1;
    const next = later !== undefined || (near !== undefined && patterns.next.test(near.trim()));
    const ahead = next ? 8 - today.dayOfWeek + index - 1 : (index - today.dayOfWeek + 7) % 7 || 7;
    // "Next Friday" is this week's to some; "Friday" said on a Friday may be today.
    return {
      end,
      day: { date: today.add({ days: ahead }), unsure: (next && !later) || index === today.dayOfWeek },
    };
  }
  if (iso) {
    const [year, month, day] = iso.split("-").map(Number);
    const date = nextDate(today, day ?? 0, month ?? 0, year);
    return date ? { end, day: { date, unsure: false } } : null;
  }
  const dayOfMonth = Number(g.d1 ?? g.d2 ?? g.d3 ?? g.d4 ?? g.d5);
  const named = g.m3 ?? g.m4;
  const month = named ? patterns.months.findIndex((is) => is.test(named)) + 1 : Number(g.m1 ?? g.m2 ?? g.m5);
  const short = g.z1 ?? g.z2;
  const year = g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y5 ?? (short && `20${short}`);
  // Two digits are a year where it is a near one: else part of a number.
  if (short && Math.abs(Number(year) - today.year - 2) > 3) return null;
  const date = nextDate(today, dayOfMonth, month, year ? Number(year) : undefined);
  // 3/4 is the third of April here and the fourth of March elsewhere.
  return date ? { end, day: { date, unsure: g.d2 !== undefined && dayOfMonth <= 12 } } : null;
}

function readRelative(
  text: string,
  at: number,
  now: Temporal.ZonedDateTime,
  patterns: WhenPatterns,
): { end: number; value: string; unsure: boolean } | null {
  const match = matchAt(patterns.relative, text, at);
  const word = match?.groups?.u1 ?? match?.groups?.u2;
  const unit = word && patterns.units.find(({ is }) => is.test(word))?.unit;
  const counted = match?.groups?.n1 ?? match?.groups?.n2;
  // "trong ngày" is within the day, not in a day: days are counted.
  if (!match || !unit || (unit === "days" && !counted)) return null;
  const count = numberOf(counted ?? "1", patterns.counts);
  const end = at + match[0].length;
  if (unit === "days" || unit === "weeks") {
    const days = Math.ceil(count * (unit === "weeks" ? 7 : 1));
    // "trong tuần" may be said of the week that it is.
    return { end, value: now.toPlainDate().add({ days }).toString(), unsure: !counted };
  }
  const minutes = Math.round(count * MINUTES[unit]);
  return { end, value: instant(now.add({ minutes }).round("minute")), unsure: false };
}

const MINUTES = { minutes: 1, halfHours: 30, hours: 60 } as const;

const instant = (at: Temporal.ZonedDateTime): string => at.toInstant().toString({ smallestUnit: "second" });

function definite(
  atoms: Atoms,
  now: Temporal.ZonedDateTime,
): { value: string; unsure: boolean; past: string | null } | null {
  if (atoms.relative) return { ...atoms.relative, past: null };
  const { clock, day, part } = atoms;
  if (!clock && !part) return day ? { value: day.date.toString(), unsure: day.unsure, past: null } : null;
  const date = day?.date ?? now.toPlainDate();
  const time = clock ?? { hour: PART_ENDS[part ?? "pm"], minute: 0, unsure: true };
  const on = (which: Temporal.PlainDate) =>
    which.toZonedDateTime({
      timeZone: clock?.zone ?? now.timeZoneId,
      plainTime: { hour: time.hour, minute: time.minute },
    });
  const said = on(date);
  const over = Temporal.ZonedDateTime.compare(said, now) <= 0;
  if (day || !over)
    return {
      value: instant(said),
      unsure: time.unsure || (day?.unsure ?? false) || over,
      past: over ? instant(said) : null,
    };
  return { value: instant(on(date.add({ days: 1 }))), unsure: true, past: instant(said) };
}

function readFrom(
  text: string,
  from: number,
  now: Temporal.ZonedDateTime,
  patterns: WhenPatterns,
): When | null {
  const atoms: Atoms = { by: false, prefixed: false };
  let at = from;
  let end = from;
  for (let step = 0; step < 8; step++) {
    at += /^[\s,，、]*/.exec(text.slice(at, at + 8))?.[0].length ?? 0;
    const relative = atoms.relative ? null : readRelative(text, at, now, patterns);
    const clock =
      atoms.clock || atoms.relative || relative
        ? null
        : readClock(text, at, atoms.part, atoms.prefixed, patterns);
    const day = atoms.day || relative ? null : readDay(text, at, now.toPlainDate(), patterns);
    const part = matchAt(patterns.part, text, at);
    const partIs = part && partOf(part[0], patterns);
    if (relative) {
      atoms.relative = relative;
      at = end = relative.end;
    } else if (day && (!clock || day.end >= clock.end)) {
      atoms.day = day.day;
      at = end = day.end;
    } else if (clock) {
      atoms.clock = clock.clock;
      at = end = clock.end;
    } else if (part && partIs && !atoms.part && (atoms.day || atoms.prefixed || !atoms.clock)) {
      atoms.part = partIs;
      if (atoms.clock) atoms.clock = { ...atoms.clock, ...hourIn(partIs, atoms.clock.hour % 12) };
      at = end = at + part[0].length;
    } else {
      const prefix = matchAt(patterns.prefix, text, at);
      if (!prefix || prefix[0].length === 0) break;
      atoms.by ||= patterns.by.test(prefix[0].replace(/[.:：]$/, ""));
      atoms.prefixed = true;
      at += prefix[0].length;
      continue;
    }
    const after = matchAt(patterns.byAfter, text, end);
    if (after && after[0].length > 0) {
      atoms.by = true;
      at = end = end + after[0].length;
    }
  }
  const value = end > from ? definite(atoms, now) : null;
  return value && { start: from, end, by: atoms.by, ...value };
}

/**
 * The times and days in a text, in its order.
 * @param text in small letters; what is already understood is `\0`
 */
export function findWhens(text: string, now: Temporal.ZonedDateTime, patterns: WhenPatterns): When[] {
  const found: When[] = [];
  for (const { index } of text.matchAll(
    /(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=\p{Script=Han})[\p{Script=Han}\d]|[\p{Script=Han}](?=\d)/gu,
  )) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const when = readFrom(text, index, now, patterns);
    if (!when) continue;
    // "дня" and "ráno" alone are words like others; only those that mean today's count.
    const part = matchAt(patterns.part, text, index);
    if (part && when.end === index + part[0].length && !patterns.alone.test(part[0].trim())) continue;
    found.push(when);
  }
  return found;
}
