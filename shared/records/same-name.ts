import { fold } from "./fold.ts";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const HAN = /\p{Script=Han}/u;

const wordsOf = (name: string): readonly string[] => fold(name).match(WORD) ?? [];

/**
 * Whether two names are one name written in two ways: with or without accents, the family name first or last, a first
 * name as its initial, a middle name left out. One word alone is no name but itself: two people share a surname.
 */
export function sameName(one: string, other: string): boolean {
  if (HAN.test(one) || HAN.test(other)) return fold(one).trim() === fold(other).trim() && one.trim() !== "";
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const [fewer, more] = first.length < second.length ? [first, second] : [second, first];
  if (fewer.length === 0 || (fewer.length === 1 && more.length > 1)) return false;
  const left = [...more];
  let whole = 0;
  // Whole words first, so that an initial does not take the word of another.
  for (const word of [...fewer].sort((a, b) => b.length - a.length)) {
    const at = left.indexOf(word);
    const like = at >= 0 ? at : left.findIndex((each) => isInitial(word, each) || isInitial(each, word));
    if (like < 0) return false;
    if (at >= 0 && word.length > 1) whole++;
    left.splice(like, 1);
  }
  return whole > 0;
}

const isInitial = (letter: string, word: string) => letter.length === 1 && word.startsWith(letter);

/** The words of a name that a search can look for: those that are written out. */
export const searchableName = (name: string): string =>
  HAN.test(name)
    ? name
    : wordsOf(name).reduce((longest, word) => (word.length > longest.length ? word : longest), "");
