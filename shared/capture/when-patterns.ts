import { anyOf, keyword, LETTERS } from "./keyword.ts";
import type { CaptureWords } from "./words/words.ts";

/** What a language's times and days look like; all match at `lastIndex` only, in small letters. */
export interface WhenPatterns {
  readonly prefix: RegExp;
  /** Of a prefix: it says "by", not "at". */
  readonly by: RegExp;
  readonly byAfter: RegExp;
  readonly time: RegExp;
  /** An hour with minutes that are said before it ("half past three"). */
  readonly shifted: RegExp;
  readonly shifts: readonly { readonly minutes: number; readonly is: RegExp }[];
  readonly shiftedHours: readonly RegExp[];
  /** Minutes that are said behind the hour ("三点一刻"). */
  readonly quarters: readonly { readonly minutes: number; readonly is: RegExp }[];
  readonly noon: RegExp;
  /** Of an hour that is spelled: one to twelve. */
  readonly spelled: readonly RegExp[];
  readonly part: RegExp;
  /** Of a part of the day: it means today's when it stands alone. */
  readonly alone: RegExp;
  /** What may stand after a bare hour ("before 3 urgent"); anything else makes it a count ("by 3 people"). */
  readonly afterBareHour: RegExp;
  readonly day: RegExp;
  readonly relative: RegExp;
  /** Whether an hour's mark is also a unit of duration ("3 часа"). */
  readonly duration: RegExp;
  readonly parts: readonly { readonly part: Part; readonly is: RegExp }[];
  readonly weekdays: readonly RegExp[];
  readonly months: readonly RegExp[];
  readonly days: readonly { readonly plus: number; readonly is: RegExp }[];
  readonly units: readonly { readonly unit: Unit; readonly is: RegExp }[];
  /** One, two and so on, as what is counted has them. */
  readonly counts: readonly RegExp[];
  readonly next: RegExp;
}

/** `am` and `pm` are halves of the clock; the others are parts of a working day. */
export type Part = "am" | "pm" | "morning" | "afternoon" | "evening";

type Unit = "minutes" | "halfHours" | "hours" | "days" | "weeks";

const HAN_NUMBER = "[一二两三四五六七八九十]{1,3}";

export function whenPatterns(words: CaptureWords): WhenPatterns {
  const whole = (list: readonly string[]) => new RegExp(`^(?:${anyOf(list)})\\.?$`, "u");
  const sticky = (source: string) => new RegExp(source, "uy");
  const end = `(?![${LETTERS}])`;
  const partWords = [...words.morning, ...words.afternoon, ...words.evening];
  const aloneWords = [...words.alone.morning, ...words.alone.afternoon, ...words.alone.evening];
  // Chinese words run into the next word; those of other languages end where their letters end.
  const isSpaced = (word: string) => !/\p{Script=Han}/u.test(word);
  const spaced = (list: readonly string[]) =>
    `(?:(?:${anyOf(list.filter(isSpaced))})${end}|(?:${anyOf(list.filter((word) => /\p{Script=Han}/u.test(word)))}))`;
  const mark = spaced(words.hour);
  const markBeforeMinutes = `(?:${anyOf(words.hour)})`;
  const parts = spaced([...partWords, ...words.am, ...words.pm]);
  const month = words.months.length > 0 ? spaced(words.months.flat()) : "(?!)";
  const weekday = spaced(words.weekdays.flat());
  const unit = spaced([...words.minutes, ...words.halfHour, ...words.hours, ...words.days, ...words.weeks]);
  const count = spaced(words.counts.flat());
  const near = keyword([...words.next, ...words.coming]);
  return {
    prefix: sticky(keyword([...words.by, ...words.at])),
    by: whole(words.by),
    byAfter: sticky(`\\s*(?:${anyOf(words.byAfter)})`),
    time: sticky(
      `(?:(?<before>${parts})\\s*)?(?<!\\d[.,:]?)(?<hour>\\d{1,2}(?!\\d)|${HAN_NUMBER}(?=${mark})|${spaced(words.spelledHours.flat())})` +
        `(?:[:：](?<colon>[0-5]\\d)(?!\\d)|\\.(?<dot>[0-5]\\d)(?![\\d]|\\.\\d)|\\s?${markBeforeMinutes}\\s?(?<minutes>[0-5]\\d)(?!\\d)(?:\\s?分|\\s?phút)?` +
        `|\\s?${mark}\\s?(?:${anyOf(words.less)})\\s?(?<less>[1-5]?\\d)(?!\\d)(?:\\s?分|\\s?phút)?` +
        `|\\s(?<bareHalf>${anyOf(words.half.filter(isSpaced))})(?=\\s*(?:${parts}|$|[\\0,;.!?)]))` +
        `|\\s?${mark}\\s?(?<quarter>${anyOf(words.quarters.map(({ word }) => word))})` +
        `|\\s?${mark}(?:\\s?(?<half>${anyOf(words.half)}))?)?` +
        `(?:\\s?(?<mark>${mark}))?\\.?(?:\\s*(?<after>${parts})\\.?)?`,
    ),
    shifted: sticky(
      `(?:(?<before>${parts})\\s*)?(?<![${LETTERS}\\d])(?<shift>${anyOf(words.shifts.flatMap(({ said }) => said))})\\s*` +
        `(?<hour>\\d{1,2}(?![\\d.:])|${HAN_NUMBER}(?=${mark})|${spaced(words.shiftedHours.flat())})` +
        `(?:\\s?${mark})?\\.?(?:\\s*(?<after>${parts})\\.?)?`,
    ),
    shifts: words.shifts.map(({ said, minutes }) => ({ minutes, is: whole(said) })),
    shiftedHours: words.shiftedHours.map(whole),
    quarters: words.quarters.map(({ word, minutes }) => ({ minutes, is: whole([word]) })),
    noon: sticky(keyword(words.noon)),
    spelled: words.spelledHours.map(whole),
    part: sticky(keyword([...partWords, ...aloneWords])),
    alone: whole(aloneWords),
    afterBareHour: sticky(
      `[.]?\\s*(?:$|[\\0,;，；。!?)]|${keyword([...words.about, ...words.forWhom, ...words.at, ...words.today, ...words.tomorrow, ...words.dayAfterTomorrow, ...words.weekdays.flat(), ...words.byAfter])})`,
    ),
    day: sticky(
      `(?<word>${keyword([...words.today, ...words.tomorrow, ...words.dayAfterTomorrow])})` +
        `|(?<near>${near}\\s*)?(?<![${LETTERS}])(?<weekday>${weekday})\\.?(?:\\s+(?<later>${keyword(words.nextAfter)}))?` +
        "|(?<!\\d)(?<iso>\\d{4}-\\d{2}-\\d{2})(?!\\d)" +
        "|(?<![\\d.])(?<d1>\\d{1,2})\\.\\s?(?<m1>\\d{1,2})\\.(?:\\s?(?<y1>\\d{4})|(?<z1>\\d{2})(?![\\d:.]))?(?!\\d)" +
        "|(?:ngày\\s+)?(?<![\\d/])(?<d2>\\d{1,2})/(?<m2>\\d{1,2})(?:/(?<y2>\\d{4})|/(?<z2>\\d{2}))?(?![\\d/])" +
        "|(?<![\\d])(?:(?<y5>\\d{4})年)?(?<m5>\\d{1,2})月(?<d5>\\d{1,2})[日号]" +
        `|(?:ngày\\s+)?(?<!\\d)(?<d3>\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(?<m3>${month})\\.?(?:\\s+(?<y3>\\d{4})(?!\\d))?` +
        `|(?<![${LETTERS}])(?<m4>${month})\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.])(?:,?\\s+(?<y4>\\d{4})(?!\\d))?`,
    ),
    relative: sticky(
      `(?:${keyword(words.within)}\\s+(?<n1>\\d{1,3}|an?|${count})?\\s*(?<u1>${unit})` +
        `|(?<!\\d)(?<n2>\\d{1,3}|${HAN_NUMBER}|半|${count})\\s*(?<u2>${unit})\\s*(?:${anyOf(words.withinAfter)}))`,
    ),
    duration: new RegExp(`(?:^|[^${LETTERS}])(?:${anyOf(words.hours)})(?:$|[^${LETTERS}])`, "u"),
    parts: (
      [
        ["am", words.am],
        ["pm", words.pm],
        ["morning", [...words.morning, ...words.alone.morning]],
        ["afternoon", [...words.afternoon, ...words.alone.afternoon]],
        ["evening", [...words.evening, ...words.alone.evening]],
      ] as const
    ).map(([part, list]) => ({ part, is: whole(list) })),
    weekdays: words.weekdays.map(whole),
    months: words.months.map(whole),
    days: [
      { plus: 0, is: whole(words.today) },
      { plus: 1, is: whole(words.tomorrow) },
      { plus: 2, is: whole(words.dayAfterTomorrow) },
    ],
    units: [
      { unit: "minutes", is: whole(words.minutes) },
      { unit: "halfHours", is: whole(words.halfHour) },
      { unit: "hours", is: whole(words.hours) },
      { unit: "days", is: whole(words.days) },
      { unit: "weeks", is: whole(words.weeks) },
    ],
    counts: words.counts.map(whole),
    next: whole(words.next),
  };
}
