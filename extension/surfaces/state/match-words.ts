import { fold } from "../../../shared/records/fold.ts";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const HAN = /\p{Script=Han}/u;

/** How well one typed word fits one word of a text. */
const EXACT = 1;
const BEGINS = 0.9;
const INITIALS = 0.7;
const INSIDE = 0.6;
const SCATTERED = 0.4;
/** A fit from here on is what was meant; below it is a guess. */
export const SURE = 0.8;

const words = (text: string): string[] => fold(text).match(WORD) ?? [];

/** The letters of `typed` in this order in `word`, from the same first letter: "clnd" in "calendar". */
function scattered(typed: string, word: string): boolean {
  if (typed.length < 2 || typed[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return at === typed.length;
}

function fit(typed: string, word: string): number {
  if (word === typed) return EXACT;
  if (word.startsWith(typed)) return BEGINS;
  if (word.includes(typed)) {
    // Chinese has no spaces: a word may begin anywhere.
    if (HAN.test(typed)) return BEGINS;
    if (typed.length >= 3) return INSIDE;
  }
  return scattered(typed, word) ? SCATTERED : 0;
}

function scoreOf(typed: readonly string[], text: string): number {
  const said = words(text);
  const initials = said.map((word) => word[0]).join("");
  const only = typed.length === 1 ? (typed[0] ?? "") : "";
  if (only.length >= 2 && initials.startsWith(only)) return INITIALS;
  let sum = 0;
  for (const one of typed) {
    const best = Math.max(0, ...said.map((word) => fit(one, word)));
    if (best === 0) return 0;
    sum += best;
  }
  // Of what fits alike, what says little else is meant, and what begins so.
  const begins = said[0] !== undefined && typed[0] !== undefined && said[0].startsWith(typed[0]);
  return sum / typed.length + (begins ? 0.02 : 0) - Math.min(said.length, 10) / 1000;
}

const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю";

/** The same keys on the other of two keyboards, where somebody forgot to change it: "ghbdtn" is "привет". */
function otherKeyboard(text: string): string {
  const turn = (letter: string, from: string, to: string) => to[from.indexOf(letter)] ?? letter;
  return /\p{Script=Cyrillic}/u.test(text)
    ? text.toLowerCase().replace(/[а-яё]/g, (letter) => turn(letter, CYRILLIC, LATIN))
    : text.toLowerCase().replace(/[a-z[\];',.]/g, (letter) => turn(letter, LATIN, CYRILLIC));
}

/**
 * How well what is typed fits any of some texts: 0 not at all, about 1 word for word. Every typed word must fit one of
 * the text's: as its beginning, inside it, or by its letters in order. Case and diacritics do not matter, nor whether
 * a Russian keyboard was on.
 */
export function matchWords(typed: string, texts: readonly string[]): number {
  const asked = words(typed);
  const asOther = words(otherKeyboard(typed));
  if (asked.length === 0) return 0;
  return Math.max(0, ...texts.map((text) => Math.max(scoreOf(asked, text), 0.97 * scoreOf(asOther, text))));
}
