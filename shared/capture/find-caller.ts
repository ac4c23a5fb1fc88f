import type { Language } from "./language.ts";
import type { Pad } from "./pad.ts";

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
function isFirm(text: string, language: Language): "no" | "sure" | "unsure" {
  const count = words(text).length;
  if (text.length > 100 || count > 8 || !/\p{L}/u.test(text) || text.includes("@")) return "no";
  if (language.firm.test(text.toLowerCase()) && count <= 6) return "sure";
  if (!cased(text)) return "no";
  if (words(text).every((word) => word.length <= 3 || capital(word)))
    return capital(text) ? "sure" : "unsure";
  if (capital(text)) return count <= 4 ? "unsure" : "no";
  return count <= 2 ? "unsure" : "no";
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

/** Reads who called, and from where, out of what is left of a line: a name comes first, then its firm. */
export function findCaller(pad: Pad, language: Language): void {
  const [first, second] = pad.pieces();
  if (!first) return;
  const untouched = (piece: { start: number; end: number }) =>
    !pad.text.slice(piece.start, piece.end).includes("\u0001");
  const at = ([from, to]: [number, number]): [number, number] => {
    const start = pad.line.indexOf(first.text, first.start);
    return [start + from, start + to];
  };
  const parts = untouched(first) ? split(first.text, language) : null;
  if (parts) {
    const [from, to] = at([0, first.text.length]);
    const firm = at(parts.firm);
    if (!parts.person && !HAN.test(first.text)) {
      // "from Sample Caller": the word that joins a firm to a name leads to the name itself.
      if (isPerson(pad.line.slice(...firm)))
        pad.take("caller", pad.line.slice(...firm).trim(), [from, to], false, firm);
    } else {
      const person = parts.person ? at(parts.person) : null;
      const split = person && person[0] > firm[0] ? person[0] : firm[0];
      if (person && person[0] < firm[0]) {
        pad.take("caller", pad.line.slice(...person).trim(), [from, person[1]], false);
        pad.take("organization", pad.line.slice(...firm).trim(), [person[1], to], false, firm);
      } else {
        pad.take(
          "organization",
          pad.line.slice(...firm).trim(),
          person ? [from, split] : [from, to],
          false,
          firm,
        );
        if (person) pad.take("caller", pad.line.slice(...person).trim(), [split, to], false);
      }
      return;
    }
  }
  if (!parts) {
    if (!untouched(first)) return;
    if (language.firm.test(first.text.toLowerCase()) && isFirm(first.text, language) === "sure") {
      pad.take("organization", first.text, [first.start, first.end], false);
      return;
    }
    if (!isPerson(first.text)) return;
    pad.take("caller", first.text, [first.start, first.end], !capital(first.text) && cased(first.text));
  }
  const next = parts ? pad.pieces()[0] : second;
  if (!next || !pad.has("caller") || !untouched(next)) return;
  const firm = isFirm(next.text, language);
  if (firm !== "no") pad.take("organization", next.text, [next.start, next.end], firm === "unsure");
}
