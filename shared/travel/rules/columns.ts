import type { Token, TokenLine } from "../text/tokens.ts";
import type { Field } from "../words/labels.ts";

/** The head of a table: what each column holds and where it begins in the line. */
export type ColumnHeader = {
  columns: { field: Field; start: number; end: number; cell: number }[];
  cells: number;
};

/** Gives a line as a table's head when it names at least three columns and holds no value of its own. */
export function readHeader(line: TokenLine): ColumnHeader | undefined {
  if (line.cells.length < 3) return undefined;
  if (
    line.tokens.some(
      (token) =>
        token.kind === "time" || token.kind === "date" || token.kind === "money" || token.kind === "flight",
    )
  )
    return undefined;
  const columns: ColumnHeader["columns"] = [];
  for (const token of line.tokens) {
    if (token.kind !== "label") continue;
    const cell = line.cells[token.cell];
    if (!cell) continue;
    const known = columns.find((one) => one.cell === token.cell);
    if (known) {
      const pair = [known.field, token.label.field].sort().join();
      if (pair === "arrival,departure") known.field = "stop";
      continue;
    }
    if (token.start - cell.start > 12 || /:\s*$/.test(line.text.slice(token.start, token.end))) continue;
    columns.push({ field: token.label.field, start: cell.start, end: cell.end, cell: token.cell });
  }
  const useful = columns.filter((one) =>
    ["departure", "arrival", "stop", "date", "flight", "train", "seat", "coach"].includes(one.field),
  );
  return columns.length >= 3 && useful.length >= 2 ? { columns, cells: line.cells.length } : undefined;
}

/**
 * Gives what the column of a token holds: by cell in a row with as many cells as the head, else by position, which
 * is the column whose head stands over the token, or else the last that begins left of it.
 */
export function columnOf(header: ColumnHeader, line: TokenLine, token: Token): Field | undefined {
  if (line.text.includes("\t") && line.cells.length === header.cells)
    return header.columns.find((one) => one.cell === token.cell)?.field;
  const overlap = (one: ColumnHeader["columns"][number]) =>
    Math.min(token.end, one.end) - Math.max(token.start, one.start);
  const over = header.columns.reduce((a, b) => (overlap(b) > overlap(a) ? b : a));
  if (overlap(over) > 0) return over.field;
  return header.columns.findLast((one) => one.start <= token.start + 1)?.field;
}
