import type { Scalar } from "../documents/command.ts";
import type { Reading } from "./read-line.ts";

const PLACES: Readonly<Record<Reading["kind"], { readonly line: string | null; readonly prose: string }>> = {
  call: { line: "subject", prose: "note" },
  message: { line: null, prose: "message" },
  task: { line: "summary", prose: "note" },
};

/** A telephone number alone, or one with its country and a word or two ("mobile", "or"): a call is not about it. */
const FURTHER_NUMBER =
  /^(?:(?:[\p{L}\p{M}.:]+\s+){0,2}(?:\+|00))?\(?\d(?:[\s().\u00a0/-]{0,2}\d){6,16}(?:\s+[\p{L}\p{M}.:]+){0,2}$/u;

/** The fields of the record that a reading makes, with what was not understood where a person looks for it. */
export function capturedFields({ kind, fields, rest }: Reading): Record<string, Scalar> {
  const { line, prose } = PLACES[kind];
  if (rest === "") return { ...fields };
  const place =
    line &&
    !(line in fields) &&
    rest.length <= 500 &&
    !/[\n\r\u2028\u2029]/.test(rest) &&
    !FURTHER_NUMBER.test(rest)
      ? line
      : prose;
  const before = fields[place];
  return { ...fields, [place]: typeof before === "string" ? `${before}\n${rest}` : rest };
}
