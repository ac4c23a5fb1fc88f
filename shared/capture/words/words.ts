/** Marks of firms that are typed in every language. */
export const FIRMS = [
  "ltd",
  "llc",
  "plc",
  "gmbh",
  "sia",
  "uab",
  "oü",
  "s.r.o",
  "s.r.l",
  "ооо",
  "оао",
  "пао",
  "tnhh",
  "corp",
];

/**
 * What one language says on a telephone pad. Words are written small, with their accents; a word typed without accents
 * is understood too. A `*` at the end stands for any ending.
 */
export interface CaptureWords {
  /** At the start of a line: says what the line is. */
  readonly kinds: {
    readonly call: readonly string[];
    readonly message: readonly string[];
    readonly task: readonly string[];
  };
  /** "tell A …": a message, and for whom. */
  readonly tell: readonly string[];
  /** After "tell A": what is to be told follows. */
  readonly that: readonly string[];
  readonly forWhom: readonly string[];
  /** Forms of address between the word and the name ("for Mr A"). */
  readonly titles: readonly string[];
  readonly about: readonly string[];
  /** Between a person and the firm. */
  readonly from: readonly string[];
  readonly telephoned: readonly string[];
  /** At the start of a line: who writes it has called somebody ("called A", "spoke to A"). */
  readonly weCalled: readonly string[];
  /** "The caller", where that holds a word of `telephoned`: it tells nothing of the call, and may begin a name. */
  readonly theCaller?: readonly string[];
  readonly callBack: readonly string[];
  readonly willCallAgain: readonly string[];
  readonly returnedYourCall: readonly string[];
  readonly cameToSeeYou: readonly string[];
  readonly wantsToSeeYou: readonly string[];
  readonly urgent: readonly string[];
  /** "not urgent": kept as words, not read as urgent. */
  readonly notUrgent: readonly string[];
  /** Means nothing by itself ("please", "on" before a number). */
  readonly courtesy: readonly string[];
  readonly telephone: readonly string[];
  readonly extension: readonly string[];
  /** Marks of a firm's name ("Ltd"). */
  readonly firm: readonly string[];
  /** Of these, those that its name begins with ("SIA Paraugs"): what stands before one is a person. */
  readonly firmFirst: readonly string[];
  /** Before a time that something is due by. */
  readonly by: readonly string[];
  /** The same, but after the time. */
  readonly byAfter: readonly string[];
  /** Before a time or a day as such. */
  readonly at: readonly string[];
  /** After or before a number: it is an hour. */
  readonly hour: readonly string[];
  /** One to twelve in the forms that stand after "by" and "at"; none where hours are written as figures. */
  readonly spelledHours: readonly (readonly string[])[];
  readonly half: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
  readonly morning: readonly string[];
  readonly afternoon: readonly string[];
  readonly evening: readonly string[];
  /** Parts of a day that mean today's when they stand alone. */
  readonly alone: {
    readonly morning: readonly string[];
    readonly afternoon: readonly string[];
    readonly evening: readonly string[];
  };
  readonly noon: readonly string[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly dayAfterTomorrow: readonly string[];
  /** Monday to Sunday. */
  readonly weekdays: readonly (readonly string[])[];
  /** Days that are somebody's name when they begin with a capital ("Mai", "Sun"), unless a time or "by" is beside them. */
  readonly names: readonly string[];
  /** Behind a day: what it is the name of ("the Thursday meeting"). */
  readonly ofDay: readonly string[];
  /** Before a time, of no meaning of their own ("for Monday"). */
  readonly beforeTime: readonly string[];
  /** Before a weekday: the one of next week; of this week. */
  readonly next: readonly string[];
  readonly coming: readonly string[];
  /** After a weekday: the one of next week. */
  readonly nextAfter: readonly string[];
  /** January to December. */
  readonly months: readonly (readonly string[])[];
  /** Said before an hour, with its minutes: "half past" (30), "půl" (-30). */
  readonly shifts: readonly { readonly said: readonly string[]; readonly minutes: number }[];
  /** One to twelve, as they are said behind those. */
  readonly shiftedHours: readonly (readonly string[])[];
  /** Minutes that are said behind the hour's mark. */
  readonly quarters: readonly { readonly word: string; readonly minutes: number }[];
  /** Between an hour's mark and the minutes that lack to it. */
  readonly less: readonly string[];
  /** "in 2 hours": before the number, or after the unit. */
  readonly within: readonly string[];
  readonly withinAfter: readonly string[];
  readonly minutes: readonly string[];
  readonly hours: readonly string[];
  readonly days: readonly string[];
  readonly weeks: readonly string[];
  readonly halfHour: readonly string[];
  /** One to ten, as they are counted with ("in two hours"). */
  readonly counts: readonly (readonly string[])[];
}
