import { offsetOf, zoneAfter } from "./time-zones.ts";
import type { Part, WhenPatterns } from "./when-patterns.ts";

/** An hour that a line names. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** The half of the day was inferred. */
  readonly unsure: boolean;
  /** An offset from UTC, where the line says whose hour it is ("3pm EST"). */
  readonly zone?: string;
}

const HAN_DIGITS = "零一二三四五六七八九";

/** What a pattern that is sticky finds at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A number in figures, in Chinese, or spelled as a language counts. */
export function numberOf(text: string, counts: readonly RegExp[] = []): number {
  const counted = counts.findIndex((is) => is.test(text));
  if (counted >= 0) return counted + 1;
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

/** The hour of the day that one of the clock is in a part of the day, or most likely is. */
export function hourIn(part: Part | undefined, hour: number): { hour: number; unsure: boolean } {
  if (part === "am" || part === "morning")
    return { hour: part === "am" && hour === 12 ? 0 : hour, unsure: false };
  // "11 trưa" and "11 in the afternoon" are said of eleven o'clock in the day.
  if (part === "afternoon") return { hour: hour < 10 ? hour + 12 : hour, unsure: false };
  if (part) return { hour: hour < 12 ? hour + 12 : hour, unsure: false };
  // Nobody is called back at three in the night.
  return hour >= 1 && hour <= 6 ? { hour: hour + 12, unsure: true } : { hour, unsure: false };
}

/** Which part of a day a word says. */
export function partOf(word: string | undefined, patterns: WhenPatterns): Part | undefined {
  return word
    ? patterns.parts.find(({ is }) => is.test(word.replace(/[.:]$/, "")) || is.test(word))?.part
    : undefined;
}

/** An hour in figures, or spelled. */
function hourOf(word: string, { spelled }: WhenPatterns): number {
  const at = spelled.findIndex((is) => is.test(word));
  return at < 0 ? numberOf(word) : at + 1;
}

/** "half past three", "půl třetí": an hour with minutes that are said before it. */
function readShifted(
  text: string,
  at: number,
  said: Part | undefined,
  patterns: WhenPatterns,
): { end: number; clock: Clock } | null {
  const match = matchAt(patterns.shifted, text, at);
  if (!match?.groups) return null;
  const { shift = "", hour = "", before, after } = match.groups;
  const minutes = patterns.shifts.find(({ is }) => is.test(shift.trim()))?.minutes ?? 0;
  const named = patterns.shiftedHours.findIndex((is) => is.test(hour));
  const number = named < 0 ? numberOf(hour) : named + 1;
  if (number < 1 || number > 23) return null;
  const whole = hourIn(partOf(before, patterns) ?? partOf(after, patterns) ?? said, number);
  const total = (whole.hour * 60 + minutes + 24 * 60) % (24 * 60);
  const clock = { hour: Math.floor(total / 60), minute: total % 60, unsure: whole.unsure };
  return { end: at + match[0].trimEnd().length, clock };
}

/**
 * The hour that a text names at a place; null where it names none, or one that cannot be.
 * @param part the part of the day that was said before it
 * @param prefixed whether "at" or "by" stands before it: then a bare number may be an hour
 */
export function readClock(
  text: string,
  at: number,
  part: Part | undefined,
  prefixed: boolean,
  patterns: WhenPatterns,
): { end: number; clock: Clock } | null {
  const read = readShifted(text, at, part, patterns) ?? readPlain(text, at, part, prefixed, patterns);
  const zone = read && zoneAfter(text, read.end);
  return zone ? { end: zone.end, clock: { ...read.clock, zone: offsetOf(zone.name) } } : read;
}

function readPlain(
  text: string,
  at: number,
  saidPart: Part | undefined,
  prefixed: boolean,
  patterns: WhenPatterns,
): { end: number; clock: Clock } | null {
  const match = matchAt(patterns.time, text, at);
  const noon = match ? null : matchAt(patterns.noon, text, at);
  if (noon) return { end: at + noon[0].length, clock: { hour: 12, minute: 0, unsure: false } };
  if (!match?.groups) return null;
  const { hour = "", colon, dot, minutes, half, bareHalf, quarter, less, before, after } = match.groups;
  const part = partOf(before, patterns) ?? partOf(after, patterns) ?? saidPart;
  const hourNumber = hourOf(hour, patterns);
  const quarters = quarter ? patterns.quarters.find(({ is }) => is.test(quarter))?.minutes : undefined;
  const minute = half || bareHalf ? 30 : (quarters ?? Number(colon ?? dot ?? minutes ?? 0));
  const said = match[0].slice(match[0].indexOf(hour) + hour.length).replace(after ?? "", "");
  const marked = /[\p{L}]/u.test(said);
  const end = at + match[0].trimEnd().length;
  const bare = !marked && !colon && !dot && !before && !after;
  const firm =
    colon !== undefined ||
    minutes !== undefined ||
    half !== undefined ||
    bareHalf !== undefined ||
    quarter !== undefined ||
    less !== undefined ||
    before !== undefined ||
    after !== undefined;
  if (!firm && !prefixed) {
    if (dot !== undefined && !marked) return null;
    if (!marked) return null;
    if (patterns.duration.test(said.trim()) && hourNumber < 7) return null;
  }
  if (bare && !matchAt(patterns.afterBareHour, text, at + hour.length)) return null;
  const clock = hourIn(part, hourNumber);
  if (clock.hour > 23) return null;
  if (less === undefined) return { end, clock: { ...clock, minute } };
  const total = (clock.hour * 60 - Number(less) + 24 * 60) % (24 * 60);
  return { end, clock: { ...clock, hour: Math.floor(total / 60), minute: total % 60 } };
}
