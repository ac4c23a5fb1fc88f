import { withoutForwardedHeads } from "./forwarded.ts";
import { withoutReplaced } from "./replaced.ts";

/** One line of a document: its text, and where its cells (columns) begin and end in it. */
export type Line = { text: string; cells: Cell[]; index: number };
export type Cell = { start: number; end: number };

/** More text than any confirmation holds; what lies behind it is not looked at. */
const MAX_CHARACTERS = 120_000;
const MAX_LINE = 4_000;
const MAX_LINES = 5_000;

/**
 * Gives the lines of a text in reading order, empty ones left out. Spaces of every kind become plain ones
 * (each keeps its width, so that columns still line up), quote marks of a forwarded mail are removed, and a
 * line is cut into cells at tabs, bars and runs of three spaces, or two in a line that is laid out in columns.
 */
export function toLines(source: string): Line[] {
  const text = source.slice(0, MAX_CHARACTERS).normalize("NFC");
  const lines: Line[] = [];
  const raws = text.split(/\r\n|\r|\n|\u2028|\u2029|\f|\v/).slice(0, 2 * MAX_LINES);
  for (const raw of withoutReplaced(withoutForwardedHeads(raws))) {
    const plain = raw
      .slice(0, MAX_LINE)
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]|\u034f/g, "")
      .replace(/[\u2012\u2013\u2015\u2212]/g, "–")
      .replace(/^(?:\s?[>＞])+ ?/, "");
    if (plain.trim() === "") continue;
    if (lines.length === MAX_LINES) break;
    lines.push({ text: plain, cells: cutCells(plain), index: lines.length });
  }
  return lines;
}

function cutCells(text: string): Cell[] {
  const cells: Cell[] = [];
  const gap = /\t+| {2,}| ?[|│┃‖] ?/g;
  let start = 0;
  for (;;) {
    const found = gap.exec(text);
    const end = found ? found.index : text.length;
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    if (body) cells.push({ start: start + lead, end: start + lead + body.length });
    if (!found) return cells;
    start = found.index + found[0].length;
  }
}
