/**
 * What an act's hashes are of, so that words can be shown for some records of a log and kept back for others, and a
 * hash tells nothing of a short word: each has a salt of its own.
 *
 * | what      | bytes                                                                                              |
 * |-----------|----------------------------------------------------------------------------------------------------|
 * | item salt | SHA-256("sidedesk act salt v1" 00, the act's salt 16, the item's place u32 from 0)                  |
 * | digest    | SHA-256("sidedesk act said v1" 00, item salt 32, what was said as UTF-8)                           |
 *
 * What was said is JSON: a list of `[field, value]` in the order of the change; of a text that is written together the
 * value is `{"wrote": [text …], "cut": how many characters went}`.
 */
import * as v from "valibot";
import type { Scalar } from "../documents/command.ts";
import type { HistoryRow } from "../documents/history.ts";
import { sha256 } from "../envelope/keys.ts";
import { type Bytes, ByteWriter, concat, utf8 } from "../protocol/bytes.ts";

const SALT_LABEL = utf8("sidedesk act salt v1\0");
const SAID_LABEL = utf8("sidedesk act said v1\0");

/** A field and what was written into it. */
export type Said = readonly [
  field: string,
  value: Scalar | { readonly wrote: readonly string[]; readonly cut: number },
];

/** What a change wrote into one record, in its order. */
export function saidBy({ operations }: Pick<HistoryRow, "operations">): readonly Said[] {
  return operations.map((operation) =>
    "set" in operation
      ? [operation.field, operation.value]
      : [operation.text, { wrote: operation.came.map(([, run]) => run), cut: operation.went.length }],
  );
}

/** The same as the text that is hashed. A lone surrogate, which has no UTF-8 form, becomes U+FFFD. */
export const saidText = (said: readonly Said[]): string => JSON.stringify(said).toWellFormed();

/** The salt of one item (its place, from 0) of an act. */
export function itemSalt(salt: Uint8Array, place: number): Promise<Bytes> {
  return sha256(new ByteWriter().raw(SALT_LABEL).fixed(salt, 16).u32(place).finish());
}

/** The hash of what was said about one record. */
export function digestOf(salt: Uint8Array, text: string): Promise<Bytes> {
  return sha256(concat(SAID_LABEL, salt, utf8(text)));
}

const valueSchema = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.null(),
  v.strictObject({ wrote: v.array(v.string()), cut: v.number() }),
]);
const saidSchema = v.array(v.strictTuple([v.string(), valueSchema]));

/** What a text of `saidText` says; undefined for any other. */
export function readSaid(text: string): readonly Said[] | undefined {
  try {
    const read = v.safeParse(saidSchema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
