import type { Language } from "./language.ts";
import { type Pad, trimmed } from "./pad.ts";

const HAN = /\p{Script=Han}/u;
const words = (text: string) => text.split(/\s+/);
const capital = (text: string) => /^[\p{Lu}\p{Lt}\p{N}"„“«]/u.test(text);
const cased = (text: string) => /[\p{Lu}\p{Ll}]/u.test(text);

/** Whether a piece can be somebody's name. */
function isPerson(text: string): boolean {
  if (text.length > 60 || /[\d@]/.test(text) || !/\p{L}/u.test(text)) return false;
  if (HAN.test(text)) return Array.from(text).length <= 6;
  return words(text).length <= (capital(text) ? 5 : 3);
}

/** Whether a piece can be a firm's name: "no", or how sure. */
function isFirm(text: string, language: Language, small = false): "no" | "sure" | "unsure" {
  const count = words(text).length;
  if (text.length > 100 || count > 8 || !/\p{L}/u.test(text) || text.includes("@")) return "no";
  if (language.firm.test(text.toLowerCase()) && count <= 6) return "sure";
  if (!cased(text) || /\d/.test(text)) return "no";
  if (words(text).every((word) => word.length <= 3 || capital(word)))
    return capital(text) ? "sure" : "unsure";
  if (capital(text)) return count <= 4 ? "unsure" : "no";
  return small && count <= 2 ? "unsure" : "no";
}

/** A caller and a firm in one piece: "A from B", "B 的 A". */
function split(
  text: string,
  language: Language,
): { person: [number, number] | null; firm: [number, number] } | null {
  const small = text.toLowerCase();
  if (HAN.test(text)) {
    const mark = [...small.matchAll(new RegExp(language.firm, "gu"))].at(-1);
    if (!mark) return null;
    const end = mark.index + mark[0].length;
    const from = end + (/^的/.exec(text.slice(end))?.[0].length ?? 0);
    return { person: from < text.length ? [from, text.length] : null, firm: [0, end] };
  }
  language.from.lastIndex = 0;
  const from = language.from.exec(small);
  if (!from) return null;
  const person = text.slice(0, from.index).trim();
  const after = from.index + from[0].length;
  if (
    text.slice(after).trim() === "" ||
    language.firm.test(person.toLowerCase()) ||
    (person !== "" && !isPerson(person))
  )
    return null;
  return { person: person === "" ? null : [0, from.index], firm: [after, text.length] };
}

type Span = readonly [number, number];

/** Takes "A from B" and "B 的 A" apart; false where a piece is not both. */
function takeBoth(
  pad: Pad,
  piece: { start: number; end: number; text: string },
  language: Language,
): boolean {
  const parts = split(piece.text, language);
  if (!parts) return false;
  const start = pad.line.indexOf(piece.text, piece.start);
  const at = ([from, to]: [number, number]): Span => [start + from, start + to];
  const end = start + piece.text.length;
  const firm = at(parts.firm);
  const said = (span: Span) => trimmed(pad.line.slice(...span));
  if (!parts.person) {
    // "from Sample Caller": the word that joins a firm to a name leads to the name itself.
    if (HAN.test(piece.text)) pad.take("organization", said(firm), [start, end], false, firm);
    else if (isPerson(said(firm))) pad.take("caller", said(firm), [start, end], false, firm);
    return true;
  }
  const person = at(parts.person);
  const middle = Math.max(person[0], firm[0]);
  const [first, second]: [Span, Span] = [
    [start, middle],
    [middle, end],
  ];
  pad.take("caller", said(person), person[0] < firm[0] ? first : second, false, person);
  pad.take("organization", said(firm), person[0] < firm[0] ? second : first, false, firm);
  return true;
}

function takePerson(pad: Pad, piece: { start: number; end: number; text: string }): void {
  const unsure = !capital(piece.text) && cased(piece.text);
  pad.take("caller", piece.text, [piece.start, piece.end], unsure);
}

/** Reads who called, and from where, out of what is left of a line: a name and its firm come first, in either order. */
export function findCaller(pad: Pad, language: Language): void {
  const [first] = pad.pieces();
  if (!first) return;
  const firmFirst = isFirm(first.text, language) === "sure" && language.firm.test(first.text.toLowerCase());
  if (takeBoth(pad, first, language)) {
    if (pad.has("organization") && pad.has("caller")) return;
  } else if (firmFirst) pad.take("organization", first.text, [first.start, first.end], false);
  else if (isPerson(first.text)) takePerson(pad, first);
  const [next] = pad.pieces().filter(({ start }) => start >= first.end);
  if (!next) return;
  if (pad.has("organization") && isPerson(next.text) && (capital(next.text) || HAN.test(next.text)))
    takePerson(pad, next);
  else if (pad.has("caller") && !pad.has("organization")) {
    // Who types the caller in small letters types the firm so.
    const firm = isFirm(next.text, language, !capital(first.text));
    if (firm !== "no") pad.take("organization", next.text, [next.start, next.end], firm === "unsure");
  }
}
