import { fold } from "../records/fold.ts";

/**
 * Letters and accents of the Latin and Cyrillic scripts: enough to tell where a word of the six languages ends.
 * With `\p{L}` in their place the patterns of a language took 43 to 108 ms to compile; with these 5 to 21.
 */
export const LETTERS = "A-Za-z\\u00aa-\\u024f\\u0300-\\u036f\\u0400-\\u052f\\u1e00-\\u1eff";

const HAN = /\p{Script=Han}/u;

/** Alternatives of a regular expression for words of a language, longest first; never an empty alternative. */
export function anyOf(words: readonly string[]): string {
  const forms = new Set<string>();
  for (const word of words) for (const form of [word, fold(word), word.normalize("NFD")]) forms.add(form);
  if (forms.size === 0) return "(?!)";
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) =>
      form
        .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
        .replace(/\\\*$/, `[${LETTERS}]*`)
        .replace(/ /g, "\\s+"),
    )
    .join("|");
}

/** A word of the list as a whole word (Chinese has no such thing), with the dot or colon that often follows. */
export function keyword(words: readonly string[]): string {
  const han = words.filter((word) => HAN.test(word));
  const spaced = words.filter((word) => !HAN.test(word));
  return `(?:(?<![${LETTERS}0-9])(?:${anyOf(spaced)})(?![${LETTERS}0-9])|(?:${anyOf(han)}))[.:：]?`;
}
