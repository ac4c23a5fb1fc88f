import { fold, isAscii } from "./fold.ts";
import { queryTerms } from "./search-terms.ts";

/** A piece of a text; `hit` is what a search asked for. Joined, the pieces are the text in Unicode's form NFC. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const HAN = /\p{Script=Han}/u;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Where one term may stand in a folded text: at a word's beginning; Chinese and numbers anywhere, these with gaps. */
function patternOf(term: string): RegExp {
  if (/^\d{7,}$/.test(term)) return new RegExp([...term].join("[\\s().\\u00a0-]{0,3}"), "gu");
  return new RegExp(HAN.test(term) ? escaped(term) : `(?<![\\p{L}\\p{N}\\p{M}])${escaped(term)}`, "gu");
}

/** A text folded letter by letter, and for each unit of it where the letter that it came from begins. */
function foldedWithOrigins(text: string): { readonly folded: string; readonly origins: readonly number[] } {
  if (isAscii(text))
    return { folded: text.toLowerCase(), origins: Array.from({ length: text.length + 1 }, (_, at) => at) };
  let folded = "";
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const made = fold(letter);
    folded += made;
    for (let unit = 0; unit < made.length; unit++) origins.push(at);
    at += letter.length;
  }
  origins.push(at);
  return { folded, origins };
}

/** The pieces of a text that a search asked for, and those between. */
export function piecesOf(text: string, search: string): Piece[] {
  const composed = text.normalize("NFC");
  const terms = queryTerms(search);
  if (terms.length === 0 || composed === "") return composed === "" ? [] : [{ text: composed, hit: false }];
  const { folded, origins } = foldedWithOrigins(composed);
  const hits = new Uint8Array(composed.length);
  for (const term of terms)
    for (const { index, 0: found } of folded.matchAll(patternOf(term)))
      hits.fill(1, origins[index], origins[index + found.length]);
  const pieces: Piece[] = [];
  for (let from = 0; from < composed.length; ) {
    let to = from + 1;
    while (to < composed.length && hits[to] === hits[from]) to++;
    pieces.push({ text: composed.slice(from, to), hit: hits[from] === 1 });
    from = to;
  }
  return pieces;
}

/** Which of a search's terms a text holds. */
export function termsIn(text: string, terms: readonly string[]): string[] {
  const folded = fold(text);
  return terms.filter((term) => patternOf(term).test(folded));
}

/** UTF-16 units before and after what was found. */
const BEFORE = 30;
const AFTER = 90;

/** The part of a text around the first of the terms that it holds, cut at words, as one line. */
export function excerptOf(text: string, terms: readonly string[]): string {
  const line = text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
  const { folded, origins } = foldedWithOrigins(line);
  const places = terms.map((term) => folded.search(patternOf(term))).filter((place) => place >= 0);
  const at = places.length > 0 ? (origins[Math.min(...places)] ?? 0) : 0;
  const space = at > BEFORE ? line.indexOf(" ", at - BEFORE) : -1;
  const from = at <= BEFORE ? 0 : space >= 0 && space < at ? space + 1 : at - BEFORE;
  const gap = line.lastIndexOf(" ", at + AFTER);
  const end = line.length <= at + AFTER ? line.length : gap > at ? gap : at + AFTER;
  return `${from > 0 ? "…" : ""}${line.slice(from, end)}${end < line.length ? "…" : ""}`.toWellFormed();
}
