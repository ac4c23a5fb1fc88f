import type { Scalar } from "../documents/command.ts";
import type { Reading } from "./read-line.ts";

const PLACES: Readonly<Record<Reading["kind"], { readonly line: string | null; readonly prose: string }>> = {
  call: { line: "subject", prose: "note" },
  message: { line: null, prose: "message" },
  task: { line: "summary", prose: "note" },
};

/** The fields of the record that a reading makes, with what was not understood where a person looks for it. */
export function capturedFields({ kind, fields, rest }: Reading): Record<string, Scalar> {
  const { line, prose } = PLACES[kind];
  if (rest === "") return { ...fields };
  const place =
    line && !(line in fields) && rest.length <= 500 && !/[\n\r\u2028\u2029]/.test(rest) ? line : prose;
  const before = fields[place];
  return { ...fields, [place]: typeof before === "string" ? `${before}\n${rest}` : rest };
}
