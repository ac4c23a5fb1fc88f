import { MONTH_BY_NAME, MONTH_PATTERN } from "../words/months.ts";

/** A day found in a line. Without a year it waits for one; `ambiguous` when day and month could be swapped. */
export type DateToken = {
  start: number;
  end: number;
  year?: number;
  month: number;
  day: number;
  ambiguous?: boolean;
  /** Two bare numbers, as in 09.08.: a day only where the line speaks of times. */
  bare?: boolean;
};

export type DayOrder = "dmy" | "mdy";

const BEFORE = "(?<![\\p{L}\\d]|\\d:)";
const DAY = "(0?[1-9]|[12]\\d|3[01])";
const NUMERIC =
  /(?<![\d./:-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?<![\d./:,-])(\d{1,2})([./-]) ?(\d{1,2})\5 ?(\d{4}|\d{2})(?!\d|[:/]\d)/gu;
const BARE = /(?<![\d./:,-])(\d{1,2})([./])(\d{1,2})(\.?)(?![\d/:%]|[.,]\d)/gu;
const DAY_MONTH = new RegExp(
  `${BEFORE}${DAY}(?:st|nd|rd|th|er|re|[.ºª])?[\\s-]{0,3}(?:de |of |d['’])?(${MONTH_PATTERN})(?!\\p{L})\\.?,?(?:[\\s-]?(?:de |del )?(?:'?(199\\d|20\\d{2}|2100)|['-]?(\\d{2}))(?!\\d|[:.]\\d|\\s?h(?!\\p{L})))?`,
  "giu",
);
const MONTH_DAY = new RegExp(
  `${BEFORE}(${MONTH_PATTERN})\\.?\\s{1,2}${DAY}(?:st|nd|rd|th)?(?![\\d:]|\\s{1,2}(?:${MONTH_PATTERN})(?!\\p{L}))(?:,?\\s{1,2}(\\d{4})(?!\\d))?`,
  "giu",
);
const LATVIAN = new RegExp(
  `(\\d{4})\\.\\s?g(?:ada|\\.)\\s{0,2}${DAY}\\.\\s?(${MONTH_PATTERN})(?!\\p{L})`,
  "giu",
);
const EAST_ASIAN = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/gu;
const VIETNAMESE = /(?:ngày )?(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:,? (?:năm )?(\d{4}))?/giu;

/** Gives the days named in a line, by place; where two readings overlap the longer one stays. */
export function findDates(text: string, order: DayOrder): DateToken[] {
  const found: DateToken[] = [];
  const add = (
    match: RegExpMatchArray,
    day: number,
    month: number,
    year?: number,
    more: Partial<DateToken> = {},
  ) => {
    const start = match.index ?? 0;
    const full = year !== undefined && year < 100 ? 2000 + year : year;
    if (month < 1 || month > 12 || day < 1 || day > daysIn(month, full)) return;
    if (full !== undefined && (full < 1990 || full > 2100)) return;
    found.push({
      start,
      end: start + match[0].length,
      day,
      month,
      ...(full === undefined ? {} : { year: full }),
      ...more,
    });
  };
  const digits = /\d/.test(text);
  if (!digits) return found;
  for (const m of text.matchAll(NUMERIC)) {
    if (m[1]) add(m, Number(m[3]), Number(m[2]), Number(m[1]));
    else {
      const [first, second, year] = [Number(m[4]), Number(m[6]), Number(m[7])];
      const swap = second > 12 || (order === "mdy" && first <= 12 && m[5] === "/");
      add(
        m,
        swap ? second : first,
        swap ? first : second,
        year,
        first <= 12 && second <= 12 && m[5] === "/" ? { ambiguous: true } : {},
      );
    }
  }
  for (const m of text.matchAll(EAST_ASIAN)) add(m, Number(m[3]), Number(m[2]), numberOf(m[1]));
  for (const m of text.matchAll(VIETNAMESE)) add(m, Number(m[1]), Number(m[2]), numberOf(m[3]));
  for (const m of text.matchAll(LATVIAN)) add(m, Number(m[2]), monthOf(m[3]), numberOf(m[1]));
  for (const m of text.matchAll(DAY_MONTH)) add(m, Number(m[1]), monthOf(m[2]), numberOf(m[3] ?? m[4]));
  for (const date of [...found]) addFirstOfRange(text, date, found);
  for (const m of text.matchAll(MONTH_DAY)) add(m, Number(m[2]), monthOf(m[1]), numberOf(m[3]));
  for (const m of text.matchAll(BARE)) {
    const [first, second] = [Number(m[1]), Number(m[3])];
    if (m[2] === "." && m[4] === "" && String(m[3]).length < 2) continue;
    const swap = second > 12;
    add(m, swap ? second : first, swap ? first : second, undefined, { bare: true });
  }
  return keepLongest(found);
}

const RANGE =
  /(?<![\d.,:/])(\d{1,2})\.?(?:st|nd|rd|th)?\s?(?:–|-|to|bis|au|al|a|ao|do|až|t\/m|tot|līdz|по|đến)\s?(?:el )?$/u;

/** "24. 7. – 28. 7. 2026": the first day has a month of its own. */
const DATED_RANGE = /(?<![\d.,:/])(\d{1,2})\. (\d{1,2})\.\s?(?:–|-|do|až|bis|līdz)\s?$/u;

/** "3–5 May 2026" names two days; the first has only its number. */
function addFirstOfRange(text: string, last: DateToken, found: DateToken[]): void {
  const before = text.slice(Math.max(0, last.start - 16), last.start);
  const dated = DATED_RANGE.exec(before);
  if (dated) {
    const [day, month] = [Number(dated[1]), Number(dated[2])];
    const start = last.start - before.length + dated.index;
    if (day >= 1 && month >= 1 && month <= 12 && day <= daysIn(month, last.year))
      found.push({ ...last, start, end: last.start, day, month });
    return;
  }
  const range = RANGE.exec(before);
  const day = Number(range?.[1]);
  if (!range || day < 1 || day >= last.day) return;
  const start = last.start - before.length + range.index;
  found.push({ ...last, start, end: last.start, day });
}

/** How a document writes its numeric dates, and whether anything in it says so. */
export type WrittenOrder = { order: DayOrder; sure: boolean };

const AMERICAN = /\d\s?[ap]m\b/i;

/**
 * Tells whether a document writes its numeric dates month first: by one that can only be read one way, else by
 * American clocks and dollars, else day first. Only English text can mean either.
 */
export function dayOrder(text: string): WrittenOrder {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const m of text.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/g)) {
    if (Number(m[2]) > 12 && Number(m[1]) <= 12) monthFirst += 1;
    if (Number(m[1]) > 12 && Number(m[2]) <= 12) dayFirst += 1;
  }
  if (monthFirst !== dayFirst) return { order: monthFirst > dayFirst ? "mdy" : "dmy", sure: true };
  if (AMERICAN.test(text) && /\$|\bUSD\b/.test(text)) return { order: "mdy", sure: false };
  return { order: "dmy", sure: !/\b(?:your|booking|flight|check-in|confirmation)\b/i.test(text) };
}

/** Days in a month; a February without a year may have 29. */
export function daysIn(month: number, year?: number): number {
  if (month === 2)
    return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const monthOf = (name: string | undefined) => MONTH_BY_NAME.get((name ?? "").toLowerCase()) ?? 0;

function keepLongest(found: DateToken[]): DateToken[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateToken[] = [];
  for (const token of found) {
    const last = kept.at(-1);
    if (last && token.start < last.end) {
      if (token.end - token.start > last.end - last.start) kept[kept.length - 1] = token;
    } else kept.push(token);
  }
  return kept;
}
