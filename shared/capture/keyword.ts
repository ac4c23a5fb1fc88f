import { fold } from "../records/search-terms.ts";

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
        .replace(/\\\*$/, "\\p{L}*")
        .replace(/ /g, "\\s+"),
    )
    .join("|");
}

/** A word of the list as a whole word (Chinese has no such thing), with the dot or colon that often follows. */
export function keyword(words: readonly string[]): string {
  const han = words.filter((word) => HAN.test(word));
  const spaced = words.filter((word) => !HAN.test(word));
  return `(?:(?<![\\p{L}\\p{N}])(?:${anyOf(spaced)})(?![\\p{L}\\p{M}\\p{N}])|(?:${anyOf(han)}))[.:：]?`;
}
