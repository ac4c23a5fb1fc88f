import { fold } from "../records/fold.ts";
import type { Language } from "./language.ts";
import { type Pad, trimmed } from "./pad.ts";

/** A person of the desk's address book. */
export interface KnownName {
  readonly fn: string;
}

const HAN = /\p{Script=Han}/u;
const words = (text: string) => text.split(/\s+/);
const capital = (text: string) => /^[\p{Lu}\p{Lt}\p{N}"„“«]/u.test(text);
const cased = (text: string) => /[\p{Lu}\p{Ll}]/u.test(text);

/** A Chinese name longer than this is a sentence, unless it ends with a form of address. */
const HAN_NAME = 4;
const HAN_ADDRESS = /(?:先生|女士|小姐|经理|主任|总|医生|老师|律师|教授)$/u;

/** How much of a text is forms of address at its beginning ("Ms", "д-р"), in UTF-16 units. */
function addressIn(text: string, language: Language): number {
  language.titles.lastIndex = 0;
  return language.titles.exec(text.toLowerCase())?.[0].length ?? 0;
}

/** Whether a piece can be somebody's name. */
function isPerson(text: string, language: Language): boolean {
  if (text.length > 60 || /[\d@]/.test(text) || !/\p{L}/u.test(text)) return false;
  if (HAN.test(text)) return Array.from(text).length <= 6 && !/次$/u.test(text);
  return words(text).length <= (capital(text.slice(addressIn(text, language))) ? 5 : 3);
}

/** Written small inside a name. */
const PARTICLE = /^(?:van|von|vom|der|den|de|di|da|du|la|le|el|al|bin|ibn|y|e|zu|dos|ter|af)$/u;

/** The name that a piece begins with: up to its first small word, for what follows is said of the person. */
function nameOf(text: string, language: Language): string {
  const title = addressIn(text, language);
  if (language.theCaller.test(text.toLowerCase())) return text;
  if (HAN.test(text) || !capital(text.slice(title))) return text;
  let end = title;
  for (const { 0: word, index } of text.slice(title).matchAll(/\S+/gu)) {
    if (/[’']s$/u.test(word)) return text;
    if (/[:：]$/u.test(word) && capital(word)) return text.slice(0, title + index + word.length - 1);
    if (capital(word) || addressIn(word, language) === word.length) end = title + index + word.length;
    else if (!PARTICLE.test(word)) break;
  }
  return text.slice(0, end);
}

/** Whether a piece can be a firm's name: "no", or how sure. */
function isFirm(text: string, language: Language, small = false): "no" | "sure" | "unsure" {
  const count = words(text).length;
  if (text.length > 100 || count > 8 || !/\p{L}/u.test(text) || text.includes("@")) return "no";
  if (language.firm.test(text.toLowerCase()) && count <= 6) return "sure";
  if (!cased(text) || /\d/.test(text)) return "no";
  if (capital(text) && words(text).every((word) => word.length <= 3 || capital(word))) return "sure";
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
  if (!from) return splitAtMark(text, small, language);
  const person = text.slice(0, from.index).trim();
  const after = from.index + from[0].length;
  if (
    text.slice(after).trim() === "" ||
    language.firm.test(person.toLowerCase()) ||
    (person !== "" && (!isPerson(person, language) || nameOf(person, language) !== person))
  )
    return null;
  return { person: person === "" ? null : [0, from.index], firm: [after, text.length] };
}

/** "A SIA B": the mark that a firm's name begins with ends a person's. */
function splitAtMark(text: string, small: string, language: Language): ReturnType<typeof split> {
  for (const { index } of small.matchAll(language.firmFirst)) {
    const person = text.slice(0, index).trim();
    if (words(person).length > 1 && isPerson(person, language))
      return { person: [0, index], firm: [index, text.length] };
  }
  return null;
}

type Span = readonly [number, number];

/** A form of company that stands behind a comma ("Vzor, a.s."). */
const FORM =
  /^\s*,\s*(?:a\.\s?s|s\.\s?r\.\s?o|spol\.\s?s\s?r\.\s?o|k\.\s?s|v\.\s?o\.\s?s|inc|ltd|llc|gmbh)(?![\p{L}\p{N}])\.?/u;

/** Takes a firm, with the form of company that may follow it behind a comma. */
function takeFirm(pad: Pad, name: string, span: Span, unsure: boolean, shown: Span = span): void {
  const form = FORM.exec(pad.text.slice(span[1]))?.[0].length ?? 0;
  const whole = [shown[0], span[1] + form] as const;
  if (form === 0) pad.take("organization", name, span, unsure, shown);
  else pad.take("organization", pad.line.slice(...whole).trim(), [span[0], whole[1]], unsure, whole);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Takes "A from B" and "B 的 A" apart; false where a piece is not both. */
function takeBoth(pad: Pad, piece: Piece, language: Language): boolean {
  const parts = split(piece.text, language);
  if (!parts) return false;
  const start = pad.line.indexOf(piece.text, piece.start);
  const at = ([from, to]: [number, number]): Span => [start + from, start + to];
  const end = start + piece.text.length;
  const firm = at(parts.firm);
  const said = (span: Span) => trimmed(pad.line.slice(...span));
  if (!parts.person) {
    // "from Sample Caller": the word that joins a firm to a name leads to the name itself.
    if (HAN.test(piece.text)) takeFirm(pad, said(firm), [start, end], false, firm);
    else if (isFirm(said(firm), language) === "sure" && language.firm.test(said(firm).toLowerCase()))
      takeFirm(pad, said(firm), [start, end], false, firm);
    else if (cased(said(firm)) && !capital(said(firm)) && /\p{Lu}/u.test(pad.line))
      takeFirm(pad, said(firm), [start, end], true, firm);
    else if (isPerson(said(firm), language)) pad.take("caller", said(firm), [start, end], false, firm);
    return true;
  }
  const person = at(parts.person);
  const middle = Math.max(person[0], firm[0]);
  const [first, second]: [Span, Span] = [
    [start, middle],
    [middle, end],
  ];
  pad.take("caller", said(person), person[0] < firm[0] ? first : second, false, person);
  takeFirm(pad, said(firm), person[0] < firm[0] ? second : first, false, firm);
  return true;
}

function takePerson(pad: Pad, piece: Piece, language: Language): void {
  const name = nameOf(piece.text, language);
  const start = pad.line.indexOf(piece.text, piece.start);
  const long = HAN.test(name) && Array.from(name).length > HAN_NAME && !HAN_ADDRESS.test(name);
  const small = cased(name) && !words(name).some(capital);
  const span: Span = name === piece.text ? [piece.start, piece.end] : [start, start + name.length];
  pad.take("caller", name, span, small || long);
}

/** Takes the name of a person whom the desk knows, though nothing parts it from what follows. */
function takeKnown(pad: Pad, piece: Piece, contacts: readonly KnownName[]): boolean {
  const typed = [...piece.text.matchAll(/\S+/gu)];
  for (const { fn } of contacts) {
    const last = typed[words(fn).length - 1];
    if (!last || HAN.test(fn) || words(fn).length < 2) continue;
    const name = piece.text.slice(0, last.index + last[0].length);
    if (fold(name) !== fold(fn)) continue;
    const start = pad.line.indexOf(piece.text, piece.start);
    pad.take("caller", name, [start, start + name.length], false);
    return true;
  }
  return false;
}

/** Takes the full name that stands right before the number, where the line begins with something else. */
function takeBesideNumber(pad: Pad, language: Language): boolean {
  const phone = pad.chips.find(({ field }) => field === "phone");
  const piece = pad.pieces().findLast(({ end }) => phone && end <= phone.span[0]);
  if (!phone || !piece || /[\p{L}\p{N}]/u.test(pad.line.slice(piece.end, phone.span[0]))) return false;
  const name = piece.text.slice(addressIn(piece.text, language));
  const full = words(name).length > 1 && words(name).length < 5 && words(name).every(capital);
  if (
    full &&
    cased(name) &&
    isPerson(piece.text, language) &&
    isFirm(piece.text, language) !== "no" &&
    !language.firm.test(piece.text.toLowerCase())
  )
    takePerson(pad, piece, language);
  return pad.has("caller");
}

const bracketed = (pad: Pad, { start }: Piece) => /[(（]\s*$/u.test(pad.line.slice(0, start));

/**
 * Reads who called, and from where, out of what is left of a line: a name and its firm come first, in either order.
 * @param contacts the names that the desk knows
 */
export function findCaller(pad: Pad, language: Language, contacts: readonly KnownName[]): void {
  const first = pad.pieces().find(({ text }) => !language.courtesy.test(text.toLowerCase()));
  if (!first) return;
  const firmFirst = isFirm(first.text, language) === "sure" && language.firm.test(first.text.toLowerCase());
  const after = (from: number) => pad.pieces().find(({ start }) => start >= from);
  const beside = after(first.end);
  const known = takeKnown(pad, first, contacts);
  if (known) {
    // What follows the name in the same breath may be the firm.
  } else if (takeBoth(pad, first, language)) {
    if (pad.has("organization") && pad.has("caller")) return;
  } else if (firmFirst) {
    // Of many words, some may be the caller's: nothing parts them.
    const named =
      beside && isPerson(beside.text, language) && (capital(beside.text) || HAN.test(beside.text));
    const many = !HAN.test(first.text) && words(first.text).length > 3 && !named;
    takeFirm(pad, first.text, [first.start, first.end], many);
  } else if (!isPerson(nameOf(first.text, language), language)) takeBesideNumber(pad, language);
  // Small letters are a name's where no better one stands beside the number.
  else if (capital(first.text) || !cased(first.text) || !takeBesideNumber(pad, language))
    takePerson(pad, first, language);
  const next = after(known ? first.start : first.end);
  if (!next) return;
  if (pad.has("organization") && isPerson(next.text, language) && (capital(next.text) || HAN.test(next.text)))
    takePerson(pad, next, language);
  else if (pad.has("caller") && !pad.has("organization")) {
    // Who types the caller in small letters types the firm so.
    const firm = isFirm(next.text, language, !capital(first.text));
    const inBrackets = bracketed(pad, next) && words(next.text).length <= 6;
    if (firm !== "no" || inBrackets) takeFirm(pad, next.text, [next.start, next.end], firm !== "sure");
  }
}
