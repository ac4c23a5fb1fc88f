import { findLabels } from "../text/labels.ts";
import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";

/** The head of a table: what each column holds and where it begins in the line. */
export type ColumnHeader = {
  columns: { field: Field; start: number; end: number; cell: number }[];
  cells: number;
  /** Its cells have gaps all alike: they stand in order, not under one another. */
  ordered: boolean;
};

const RIDE_COLUMNS: readonly Field[] = [
  "departure",
  "arrival",
  "stop",
  "date",
  "flight",
  "train",
  "seat",
  "coach",
  "platform",
];

/** Gives a line as a table's head when it names at least three columns and holds no value of its own. */
export function readHeader(line: TokenLine): ColumnHeader | undefined {
  if (line.cells.length < 3) return undefined;
  if (line.tokens.some((token) => ["time", "date", "money", "flight", "airport"].includes(token.kind)))
    return undefined;
  const labels = findLabels(line.text, line.cells, true);
  const named = line.cells.filter((cell) =>
    labels.some((label) => label.start >= cell.start && label.start < cell.end),
  );
  if (
    named.length < 2 ||
    named.length * 2 < line.cells.length ||
    labels.some((label) => /[:：]\s*$/.test(line.text.slice(label.start, label.end)))
  )
    return undefined;
  const columns: ColumnHeader["columns"] = [];
  for (const label of labels) {
    const cell = Math.max(
      0,
      line.cells.findLastIndex((one) => one.start <= label.start),
    );
    const last = columns.at(-1);
    if (last && last.cell === cell && sameColumn(last.field, label.field)) {
      if (last.field !== label.field) last.field = "stop";
      last.end = label.end;
    } else columns.push({ field: label.field, start: label.start, end: label.end, cell });
  }
  const useful = new Set(columns.map((one) => one.field).filter((field) => RIDE_COLUMNS.includes(field)));
  return columns.length >= 3 && useful.size >= 2
    ? { columns, cells: line.cells.length, ordered: inOrder(line) }
    : undefined;
}

/** "Dep. / Arr." heads one column, and so do names of one thing in several languages. */
const sameColumn = (a: Field, b: Field) =>
  a === b || [a, b].every((field) => field === "departure" || field === "arrival");

/** A row whose last cells are empty: the gaps between the others are all alike. */
function endsEarly(header: ColumnHeader, line: TokenLine): boolean {
  const gaps = line.text.trim().match(/\t+/g) ?? [];
  return (
    line.cells.length < header.cells && new Set(gaps).size === 1 && gaps.length === line.cells.length - 1
  );
}

/** Tells whether a line's cells have gaps of one width, as where somebody set them apart without lining them up. */
function inOrder({ text, cells }: TokenLine): boolean {
  const widths = cells.slice(1).map((cell, at) => cell.start - (cells[at]?.end ?? 0));
  return !text.includes("\t") && cells.length > 3 && new Set(widths).size === 1;
}

/**
 * Gives what the column of a token holds: by cell in a row with as many cells as the head, else by position, which
 * is the column whose head stands over the token, or else the last that begins left of it.
 */
export function columnOf(header: ColumnHeader, line: TokenLine, token: Token): Field | undefined {
  if (line.text.includes("\t") && (line.cells.length === header.cells || endsEarly(header, line)))
    return header.columns.find((one) => one.cell === token.cell)?.field;
  if (header.ordered && line.cells.length <= header.cells && inOrder(line))
    return header.columns.find((one) => one.cell === token.cell)?.field;
  const overlap = (one: ColumnHeader["columns"][number]) =>
    Math.min(token.end, one.end) - Math.max(token.start, one.start);
  const over = header.columns.reduce((a, b) => (overlap(b) > overlap(a) ? b : a));
  if (overlap(over) > 0) return over.field;
  return header.columns.findLast((one) => one.start <= token.start + 1)?.field;
}
