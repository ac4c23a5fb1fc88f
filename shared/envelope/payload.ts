/**
 * What an envelope holds once it is opened. Numbers are big-endian; `text` and `bytes` carry a u32 length.
 *
 * | type       | fields                                                                                        |
 * |------------|-----------------------------------------------------------------------------------------------|
 * | 1 changes  | document text, changes list (u32 count) of bytes: Automerge changes, acts (audit/act.ts), sightings (sighting.ts) |
 * | 2 snapshot | document text, covers u64 (seq), heads list (u32 count) of 32 bytes, ascending, bytes to the end |
 * | 3 presence | bytes to the end                                                                              |
 *
 * Nobody makes a snapshot any more; one that comes has its place in its author's chain, and nothing of it is taken in.
 */
import { ByteReader, type Bytes, ByteWriter, fromHex, MalformedError, toHex } from "../protocol/bytes.ts";

export type Payload =
  /** Automerge changes of one document, in the order in which they were made; acts; what the author had seen. */
  | { type: "changes"; document: string; changes: Uint8Array[] }
  /** A saved document: every entry up to seq `covers` is in it; its heads as hex, ascending. */
  | { type: "snapshot"; document: string; covers: number; heads: string[]; bytes: Uint8Array }
  /** Where a person is looking; never kept. */
  | { type: "presence"; bytes: Uint8Array };

/** The type's number in the envelope's header. */
export const PAYLOAD_TYPES = { changes: 1, snapshot: 2, presence: 3 } as const;

const MAX_NAME_BYTES = 200;
const MAX_CHANGES = 100_000;
const MAX_HEADS = 10_000;
const MAX_BYTES = 0x7fffffff;

/** The payload as canonical bytes (its type travels in the envelope's header). */
export function encodePayload(payload: Payload): Bytes {
  const to = new ByteWriter();
  switch (payload.type) {
    case "changes":
      to.text(payload.document, MAX_NAME_BYTES).u32(payload.changes.length);
      for (const change of payload.changes) to.sized(change, MAX_BYTES);
      break;
    case "snapshot":
      to.text(payload.document, MAX_NAME_BYTES).u64(payload.covers).u32(payload.heads.length);
      for (const head of [...payload.heads].sort()) to.fixed(fromHex(head), 32);
      to.raw(payload.bytes);
      break;
    case "presence":
      to.raw(payload.bytes);
      break;
  }
  return to.finish();
}

/** The payload in opened bytes; byte fields are views. Throws MalformedError unless the form is canonical. */
export function decodePayload(type: Payload["type"], bytes: Uint8Array): Payload {
  const from = new ByteReader(bytes);
  if (type === "presence") return { type, bytes: from.fixed(from.left) };
  const document = from.text(MAX_NAME_BYTES);
  if (type === "changes") {
    const changes: Bytes[] = [];
    for (let left = from.count(MAX_CHANGES, 4); left > 0; left--) changes.push(from.sized(MAX_BYTES));
    from.end();
    return { type, document, changes };
  }
  const covers = from.u64();
  const heads: string[] = [];
  for (let left = from.count(MAX_HEADS, 32); left > 0; left--) {
    const head = toHex(from.fixed(32));
    if (heads.length > 0 && head <= heads.at(-1)!) throw new MalformedError("heads out of order");
    heads.push(head);
  }
  return { type, document, covers, heads, bytes: from.fixed(from.left) };
}
