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

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly unsure: boolean;
}
interface Day {
  readonly date: Temporal.PlainDate;
  readonly unsure: boolean;
}
interface Atoms {
  clock?: Clock;
  part?: Part;
  day?: Day;
  relative?: { readonly value: string };
  by: boolean;
  prefixed: boolean;
}

/** When a part of a day is over, for "by tomorrow morning". */
const PART_ENDS: Readonly<Record<Part, number>> = { am: 12, morning: 12, afternoon: 17, pm: 17, evening: 20 };
const HAN_DIGITS = "零一二三四五六七八九";

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "半") return 0.5;
  if (/^an?$/.test(text)) return 1;
  const [tens, ones] = text.replace("两", "二").includes("十")
    ? text.replace("两", "二").split("十")
    : ["0", text.replace("两", "二")];
  const digit = (one: string | undefined, none: number) =>
    one ? Math.max(0, HAN_DIGITS.indexOf(one)) : none;
  return (tens === "0" ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}

function hourIn(part: Part | undefined, hour: number): { hour: number; unsure: boolean } {
  if (part === "am" || part === "morning")
    return { hour: part === "am" && hour === 12 ? 0 : hour, unsure: false };
  // "11 trưa" and "11 in the afternoon" are said of eleven o'clock in the day.
  if (part === "afternoon") return { hour: hour < 10 ? hour + 12 : hour, unsure: false };
  if (part) return { hour: hour < 12 ? hour + 12 : hour, unsure: false };
  // Nobody is called back at three in the night.
  return hour >= 1 && hour <= 6 ? { hour: hour + 12, unsure: true } : { hour, unsure: false };
}

function partOf(word: string | undefined, patterns: WhenPatterns): Part | undefined {
  return word
    ? patterns.parts.find(({ is }) => is.test(word.replace(/[.:]$/, "")) || is.test(word))?.part
    : undefined;
}

/** An hour in figures, or spelled. */
function hourOf(word: string, { spelled }: WhenPatterns): number {
  const at = spelled.findIndex((is) => is.test(word));
  return at < 0 ? numberOf(word) : at + 1;
}

function readClock(
  text: string,
  at: number,
  atoms: Atoms,
  patterns: WhenPatterns,
): { end: number; clock?: Clock } | null {
  const match = matchAt(patterns.time, text, at);
  const noon = match ? null : matchAt(patterns.noon, text, at);
  if (noon) return { end: at + noon[0].length, clock: { hour: 12, minute: 0, unsure: false } };
  if (!match?.groups) return null;
  const { hour = "", colon, dot, minutes, half, before, after } = match.groups;
  const part = partOf(before, patterns) ?? partOf(after, patterns) ?? atoms.part;
  const hourNumber = hourOf(hour, patterns);
  const minute = half ? 30 : Number(colon ?? dot ?? minutes ?? 0);
  const said = match[0].slice(match[0].indexOf(hour) + hour.length).replace(after ?? "", "");
  const marked = /[\p{L}]/u.test(said);
  const end = at + match[0].trimEnd().length;
  const bare = !marked && !colon && !dot && !before && !after;
  const firm =
    colon !== undefined ||
    minutes !== undefined ||
    half !== undefined ||
    before !== undefined ||
    after !== undefined;
  if (!firm && !atoms.prefixed) {
    if (dot !== undefined && !marked) return null;
    if (!marked) return null;
    if (patterns.duration.test(said.trim()) && hourNumber < 7) return null;
  }
  if (bare && !matchAt(patterns.afterBareHour, text, at + hour.length)) return null;
  const clock = hourIn(part, hourNumber);
  return clock.hour > 23 ? null : { end, clock: { ...clock, minute } };
}

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
  const year = g.y1 ?? g.y2 ?? g.y3 ?? g.y4 ?? g.y5;
  const date = nextDate(today, dayOfMonth, month, year ? Number(year) : undefined);
  // 3/4 is the third of April here and the fourth of March elsewhere.
  return date ? { end, day: { date, unsure: g.d2 !== undefined && dayOfMonth <= 12 } } : null;
}

function readRelative(
  text: string,
  at: number,
  now: Temporal.ZonedDateTime,
  patterns: WhenPatterns,
): { end: number; value: string } | null {
  const match = matchAt(patterns.relative, text, at);
  const word = match?.groups?.u1 ?? match?.groups?.u2;
  const unit = word && patterns.units.find(({ is }) => is.test(word))?.unit;
  const counted = match?.groups?.n1 ?? match?.groups?.n2;
  // "trong ngày" is within the day, not in a day: days are counted.
  if (!match || !unit || (unit === "days" && !counted)) return null;
  const count = numberOf(counted ?? "1");
  const end = at + match[0].length;
  if (unit === "days")
    return {
      end,
      value: now
        .toPlainDate()
        .add({ days: Math.ceil(count) })
        .toString(),
    };
  const minutes = unit === "hours" ? count * 60 : count;
  return { end, value: instant(now.add({ minutes: Math.round(minutes) }).round("minute")) };
}

const instant = (at: Temporal.ZonedDateTime): string => at.toInstant().toString({ smallestUnit: "second" });

function definite(
  atoms: Atoms,
  now: Temporal.ZonedDateTime,
): { value: string; unsure: boolean; past: string | null } | null {
  if (atoms.relative) return { value: atoms.relative.value, unsure: false, past: null };
  const { clock, day, part } = atoms;
  if (!clock && !part) return day ? { value: day.date.toString(), unsure: day.unsure, past: null } : null;
  const date = day?.date ?? now.toPlainDate();
  const time = clock ?? { hour: PART_ENDS[part ?? "pm"], minute: 0, unsure: true };
  const on = (which: Temporal.PlainDate) =>
    which.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: { hour: time.hour, minute: time.minute } });
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
    const clock = atoms.clock || atoms.relative || relative ? null : readClock(text, at, atoms, patterns);
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
