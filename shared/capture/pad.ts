import type { Scalar } from "../documents/command.ts";

/** One thing that was understood, and where. */
export interface Chip {
  /** A field of the record, or `kind`. */
  readonly field: string;
  /** As it was typed, without the word that led to it. */
  readonly text: string;
  readonly value: Scalar;
  /** UTF-16 offsets in the line, from and to. */
  readonly span: readonly [number, number];
  /** Inferred, not said: to be shown with a mark. */
  readonly unsure: boolean;
}

/** Marks for the direction of writing, and spaces without width: they come with what is copied, and nobody sees them. */
const UNSEEN_MARKS = "\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff";
export const UNSEEN = new RegExp(`[${UNSEEN_MARKS}]`, "g");
const EDGE = `[\\s,;:：，；、。.!?！？()（）\\[\\]/|–—${UNSEEN_MARKS}-]`;
const TRIM = new RegExp(`^${EDGE}+|${EDGE}+$`, "gu");

/** Small letters, place for place: a letter whose small form is longer stays as it is. */
function smallLetters(line: string): string {
  const small = line.toLowerCase();
  return small.length === line.length
    ? small
    : Array.from(line, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
}

/** What a Chinese input method writes in full width, of numbers and hours, as everybody else does; place for place. */
const narrow = (line: string): string =>
  line.replace(/[０-９＋－（）：]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** A line while it is read: what is understood is taken out of `text`, place for place, so that nothing is read twice. */
export class Pad {
  readonly line: string;
  /** The line in small letters; `\0` where something is understood, `\uE001` where words are to stay words. */
  text: string;
  readonly chips: Chip[] = [];

  constructor(line: string) {
    this.line = line;
    this.text = smallLetters(narrow(line).replaceAll("\0", " ").replaceAll("\uE001", " "));
  }

  /** Notes what was understood; `shown` is the part of the span that says it. */
  take(
    field: string,
    value: Scalar,
    span: readonly [number, number],
    unsure: boolean,
    shown: readonly [number, number] = span,
  ): void {
    const within = this.line.slice(...span);
    const start = span[0] + within.length - within.trimStart().length;
    const tight = [start, start + within.trim().length] as const;
    this.chips.push({ field, value, span: tight, unsure, text: trimmed(this.line.slice(...shown)) });
    this.#cover(span);
  }

  /** Keeps a stretch from being read as anything: it goes to the rest as it is. */
  keep(start: number, end: number): void {
    const words = this.text.slice(start, end).replace(/[^\0]/g, "\uE001");
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
  }

  /** The clause that a stretch stands in, between commas, and whether words stand in it beside the stretch. */
  clauseAround(start: number, end: number): { start: number; end: number; said: boolean } {
    const before = /[^,;，；。\n]*$/u.exec(this.text.slice(0, start))?.[0] ?? "";
    const after = /^[^,;，；。\n]*/u.exec(this.text.slice(end))?.[0] ?? "";
    const said = /[\p{L}\uE001]/u.test(before + after);
    return { start: start - before.length, end: end + after.length, said };
  }

  /** Gives the words of a stretch back to the rest where they stand in a sentence: other words are left beside them. */
  leaveInSentence(start: number, end: number): void {
    if (this.clauseAround(start, end).said)
      this.text = this.text.slice(0, start) + "\uE001".repeat(end - start) + this.text.slice(end);
  }

  /** The first match of a global pattern in what is not understood yet. */
  find(pattern: RegExp): { start: number; end: number } | null {
    pattern.lastIndex = 0;
    const match = pattern.exec(this.text);
    return match && match[0].length > 0 ? { start: match.index, end: match.index + match[0].length } : null;
  }

  /** Widens chips over words of courtesy that lead to them ("please"), so that none is left alone. */
  absorb(courtesy: RegExp): void {
    for (const run of this.runs()) {
      const next = this.chips.find(({ span }) => span[0] === run.end);
      const clauses = [/[^,;，；、。]*$/, /(?<=\p{Script=Han}\s*)[^,;，；、。\s]+\s*$/u];
      const starts = clauses.map((clause) => this.text.slice(run.start, run.end).search(clause));
      const start = starts
        .map((from) => run.start + from)
        .find((from) => from >= run.start && courtesy.test(trimmed(this.text.slice(from, run.end))));
      if (!next || start === undefined) continue;
      const word = trimmed(this.text.slice(start, run.end));
      const from = this.text.indexOf(word, start);
      this.chips[this.chips.indexOf(next)] = { ...next, span: [from, next.span[1]] };
      this.#cover([from, run.end]);
    }
  }

  has(field: string): boolean {
    return this.chips.some((chip) => chip.field === field);
  }

  /** What is not understood, cut where something was taken out. */
  runs(): { start: number; end: number }[] {
    return [...this.text.matchAll(/[^\0]+/g)].map(({ 0: run, index }) => ({
      start: index,
      end: index + run.length,
    }));
  }

  /** What is not understood, cut at commas and brackets too; trimmed, none empty. */
  pieces(): { start: number; end: number; text: string }[] {
    return [...this.text.matchAll(/[^\0\uE001,;，；、。\n\r\u2028\u2029()（）|]+/g)].flatMap(
      ({ 0: piece, index }) =>
        piece
          .split(/(\s[–—/-]\s|(?<=\p{Script=Han})\s+(?=\p{Script=Han}))/u)
          .reduce<{ start: number; end: number; text: string }[]>((all, part) => {
            const start = all.at(-1)?.end ?? index;
            all.push({
              start,
              end: start + part.length,
              text: trimmed(this.line.slice(start, start + part.length)),
            });
            return all;
          }, [])
          .filter(({ text }) => text !== ""),
    );
  }

  #cover([start, end]: readonly [number, number]): void {
    this.text = this.text.slice(0, start) + "\0".repeat(end - start) + this.text.slice(end);
  }
}

/** Without spaces, commas and the like at both ends. */
export function trimmed(text: string): string {
  const bare = text.replace(TRIM, "");
  // "s.r.o." and "p.m." end with their dot.
  return /\.\p{L}{1,3}$/u.test(bare) && text.includes(`${bare}.`) ? `${bare}.` : bare;
}
