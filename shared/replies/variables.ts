import type { Locale } from "../records/labels.ts";
import { closing, greeting, letterDate } from "./courtesy.ts";
import type { VARIABLES } from "./variable-names.ts";

type VariableName = keyof typeof VARIABLES;
export type ReplyVariables = Readonly<Partial<Record<VariableName, string>>>;

/** What is known when a letter is begun. */
export interface LetterFacts {
  /** RFC 3339 instant. */
  readonly now: string;
  readonly timeZone: string;
  readonly recipient?: string;
  readonly principal?: string;
  readonly signature?: string;
  readonly subject?: string;
  readonly caller?: string;
  readonly organization?: string;
  readonly phone?: string;
  readonly message?: string;
  readonly assistant?: string;
}

/** The variables of a letter in a language: the facts, and the courtesies and the date that follow from them. */
export function replyVariables({ now, timeZone, ...facts }: LetterFacts, locale: Locale): ReplyVariables {
  return {
    ...facts,
    greeting: greeting(locale, facts.recipient),
    closing: closing(locale),
    date: letterDate(now, locale, timeZone),
  };
}
