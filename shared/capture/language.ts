import type { Locale } from "../records/labels.ts";
import { anyOf, keyword, LETTERS } from "./keyword.ts";
import { type WhenPatterns, whenPatterns } from "./when-patterns.ts";
import { cs } from "./words/cs.ts";
import { en } from "./words/en.ts";
import { lv } from "./words/lv.ts";
import { ru } from "./words/ru.ts";
import { vi } from "./words/vi.ts";
import { type CaptureWords, FIRMS } from "./words/words.ts";
import { zh } from "./words/zh.ts";

/** A language's words as regular expressions; they match in small letters. `sticky` ones match at `lastIndex` only. */
export interface Language {
  readonly words: CaptureWords;
  readonly when: WhenPatterns;
  readonly kinds: { readonly call: RegExp; readonly message: RegExp; readonly task: RegExp };
  readonly tell: RegExp;
  readonly forWhom: RegExp;
  readonly that: RegExp;
  readonly titles: RegExp;
  readonly about: RegExp;
  readonly from: RegExp;
  readonly telephoned: RegExp;
  /** At the beginning of a piece. */
  readonly theCaller: RegExp;
  readonly callBack: RegExp;
  readonly callBackFirst: RegExp;
  readonly willCallAgain: RegExp;
  readonly returnedYourCall: RegExp;
  readonly cameToSeeYou: RegExp;
  readonly wantsToSeeYou: RegExp;
  readonly urgent: RegExp;
  readonly notUrgent: RegExp;
  readonly courtesy: RegExp;
  /** In the line as typed: a name that reads like a day. */
  readonly names: RegExp;
  /** Sticky, behind a day: what makes it the name of something. */
  readonly ofDay: RegExp;
  /** Up to a time: words that lead to it. */
  readonly beforeTime: RegExp;
  /** Sticky: "tell", said behind a name. */
  readonly tellNext: RegExp;
  /** At the beginning of a line: whoever writes it has called. */
  readonly weCalled: RegExp;
  readonly telephoneBefore: RegExp;
  readonly extension: RegExp;
  readonly firm: RegExp;
  /** A mark that a firm's name begins with. */
  readonly firmFirst: RegExp;
}

const WORDS: Readonly<Record<Locale, CaptureWords>> = { en, vi, lv, cs, "zh-CN": zh, ru };
const compiled = new Map<Locale, Language>();

function nameLikeDay({ names, by, at, next, coming, morning, afternoon, evening }: CaptureWords): RegExp {
  const capital = names.map((name) => name.slice(0, 1).toUpperCase() + name.slice(1));
  const beforeDay = anyOf([...by, ...at, ...next, ...coming, ...morning, ...afternoon, ...evening]);
  return new RegExp(
    `(?<![${LETTERS}])(?<!(?:${beforeDay})\\s+)(?:${capital.join("|") || "(?!)"})(?![${LETTERS}])(?!\\s*\\d{1,2}(?!\\d))`,
    "gu",
  );
}

/** "gọi" of "người gọi": a word that ends another of the list is not read by itself. */
const notAfter = (list: readonly string[] = []) => {
  const begins = list.map((word) => word.slice(0, word.lastIndexOf(" ")));
  return `(?<!(?<![${LETTERS}])(?:${anyOf(begins)})\\s+)`;
};

function compile(words: CaptureWords): Language {
  const anywhere = (list: readonly string[]) => new RegExp(keyword(list), "gu");
  const first = (list: readonly string[]) => new RegExp(`^\\s*${keyword(list)}`, "u");
  return {
    words,
    when: whenPatterns(words),
    kinds: {
      call: first(words.kinds.call),
      message: first(words.kinds.message),
      task: first(words.kinds.task),
    },
    tell: anywhere(words.tell),
    forWhom: anywhere([...words.forWhom, ...words.tell]),
    that: new RegExp(`[\\s,，]*${keyword(words.that)}\\s*`, "uy"),
    titles: new RegExp(`\\s*${keyword(words.titles)}\\s*`, "uy"),
    about: anywhere(words.about),
    from: anywhere(words.from),
    telephoned: new RegExp(`${notAfter(words.theCaller)}${keyword(words.telephoned)}`, "gu"),
    theCaller: first(words.theCaller ?? []),
    callBack: anywhere(words.callBack),
    callBackFirst: first(words.callBack),
    willCallAgain: anywhere(words.willCallAgain),
    returnedYourCall: anywhere(words.returnedYourCall),
    cameToSeeYou: anywhere(words.cameToSeeYou),
    wantsToSeeYou: anywhere(words.wantsToSeeYou),
    urgent: anywhere(words.urgent),
    notUrgent: anywhere(words.notUrgent),
    names: nameLikeDay(words),
    ofDay: new RegExp(`(?:['’]s|的|\\s+(?:${anyOf(words.ofDay)}))(?![${LETTERS}])`, "uy"),
    beforeTime: new RegExp(`(?<![${LETTERS}])(?:${anyOf(words.beforeTime)})\\s+$`, "u"),
    tellNext: new RegExp(`\\s*${keyword(words.tell)}\\s*`, "uy"),
    weCalled: first(words.weCalled),
    courtesy: new RegExp(`^(?:${anyOf(words.courtesy)})$`, "u"),
    telephoneBefore: new RegExp(`${keyword(words.telephone)}\\s*$`, "u"),
    // "x12" in one is an extension; "x2" may be how often somebody rang.
    extension: new RegExp(
      `[\\s,;]*(?:(?:${keyword(words.extension)}|#)\\s*|(?:${anyOf(words.extension)})(?:=|(?=\\d\\d)))(\\d{1,6})(?!\\d)`,
      "uy",
    ),
    firm: new RegExp(keyword([...words.firm, ...FIRMS]), "u"),
    firmFirst: anywhere(words.firmFirst),
  };
}

/** The patterns of a language, made once. */
export function languageOf(locale: Locale): Language {
  let language = compiled.get(locale);
  if (!language) {
    language = compile(WORDS[locale]);
    compiled.set(locale, language);
  }
  return language;
}
