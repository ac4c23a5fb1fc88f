import type { Scalar } from "../../../shared/documents/command.ts";
import { fieldOf } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import type { Read } from "./read-typed.ts";
import { type Captured, TEXT_FIELD } from "./reading.ts";

/** The fields of the record: what was read, then what was corrected, then the longer text. */
export function gather(
  kind: Captured,
  read: Read | null,
  corrected: Readonly<Record<string, Scalar>>,
  text: string,
): Readonly<Record<string, Scalar>> {
  const definition = kindOf(kind);
  const all: Record<string, Scalar> = { ...read?.fields, ...corrected };
  const place = TEXT_FIELD[kind];
  const texts = [all[place], text.trim()].filter(Boolean);
  if (texts.length > 0) all[place] = texts.join("\n");
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) =>
        value !== null && value !== "" && definition && fieldOf(definition, name) !== undefined,
    ),
  );
}
