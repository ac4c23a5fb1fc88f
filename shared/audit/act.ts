/**
 * An act: what one change did to a principal's records, signed by the device that made it, chained to the acts before
 * it in that principal's name. It travels in the envelope of its change; anybody can check it without the desk's key,
 * and without the words that were written, of which it has hashes alone. Numbers are big-endian; `text` carries a u32
 * length.
 *
 * | size | field     |                                                                                            |
 * |------|-----------|--------------------------------------------------------------------------------------------|
 * |    4 | magic     | 61 63 74 01: "act" and the version, 1                                                      |
 * |   16 | desk      | the desk's id                                                                              |
 * |   16 | device    | the signing device's id                                                                    |
 * |    8 | at        | ms since 1970 on that device's clock                                                       |
 * | text | principal | the id of the principal's record                                                           |
 * |   32 | change    | the hash of the Automerge change that did it                                               |
 * |  4+n | previous  | list (u32 count) of 32 bytes, ascending: the acts in this principal's name that the device |
 * |      |           | knew and no other that it knew came behind; empty for the first                            |
 * |  4+n | items     | list (u32 count), one for each record: record text, kind text, made u8 (1 where the change |
 * |      |           | made it), authority text (the delegation's record id; empty where none), fields list (u32  |
 * |      |           | count) of text, digest 32 (said.ts)                                                        |
 * |   64 | signature | Ed25519 over "sidedesk act v1" 00 and all the above                                        |
 *
 * An act's id is SHA-256 of all of it. In an envelope its salt (16 random bytes, said.ts) stands behind it.
 */
import { sha256, sign, signatureHolds } from "../envelope/keys.ts";
import {
  ByteReader,
  type Bytes,
  ByteWriter,
  concat,
  equalBytes,
  fromHex,
  MalformedError,
  owned,
  toHex,
  utf8,
} from "../protocol/bytes.ts";

const MAGIC = new Uint8Array([0x61, 0x63, 0x74, 0x01]);
const LABEL = utf8("sidedesk act v1\0");
const SIGNATURE_BYTES = 64;
/** Random bytes behind an act in its envelope. */
export const SALT_BYTES = 16;
const MAX_NAME_BYTES = 400;
/** How many acts one comes behind: more devices than that do not write at once. */
export const MAX_PREVIOUS = 100;
const MAX_ITEMS = 10_000;
const MAX_FIELDS = 10_000;

/** What an act did to one record. */
export interface ActItem {
  readonly record: string;
  readonly kind: string;
  /** The change made the record. */
  readonly made: boolean;
  /** The delegation's record under which it was done; empty where it was done without one. */
  readonly authority: string;
  /** As in the record's history: `field`, `list/item/field`. */
  readonly fields: readonly string[];
  /** Hash of what was written: said.ts. */
  readonly digest: Bytes;
}

/** What an act says. Ids and hashes are hex. */
export interface ActTerms {
  readonly desk: string;
  readonly device: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly principal: string;
  readonly change: string;
  readonly previous: readonly string[];
  readonly items: readonly ActItem[];
}

/** An act taken apart, its signature not yet verified. */
export interface Act extends ActTerms {
  readonly id: string;
  readonly bytes: Bytes;
}

/** An act as it travels: with its salt. */
export interface SaltedAct {
  readonly act: Act;
  readonly salt: Bytes;
}

/** Whether what an envelope holds beside changes is an act: an Automerge change begins otherwise. */
export const isAct = (bytes: Uint8Array): boolean => equalBytes(bytes.subarray(0, MAGIC.length), MAGIC);

/** Signs what was done. Throws MalformedError beyond the limits. */
export async function signAct(terms: ActTerms, signKey: CryptoKey): Promise<Act> {
  const to = new ByteWriter().raw(MAGIC).fixed(fromHex(terms.desk), 16).fixed(fromHex(terms.device), 16);
  to.u64(terms.at).text(terms.principal, MAX_NAME_BYTES).fixed(fromHex(terms.change), 32);
  to.u32(terms.previous.length);
  for (const id of [...terms.previous].sort()) to.fixed(fromHex(id), 32);
  to.u32(terms.items.length);
  for (const { record, kind, made, authority, fields, digest } of terms.items) {
    to.text(record, MAX_NAME_BYTES).text(kind, MAX_NAME_BYTES).u8(Number(made));
    to.text(authority, MAX_NAME_BYTES).u32(fields.length);
    for (const field of fields) to.text(field, MAX_NAME_BYTES);
    to.fixed(digest, 32);
  }
  const statement = to.finish();
  return readAct(concat(statement, await sign(signKey, concat(LABEL, statement))));
}

/** Takes an act apart. Throws MalformedError unless its form is canonical. */
export async function readAct(given: Uint8Array): Promise<Act> {
  const bytes = owned(given);
  const from = new ByteReader(bytes);
  if (!equalBytes(from.fixed(MAGIC.length), MAGIC))
    throw new MalformedError("no act, or one of another version");
  const [desk, device] = [toHex(from.fixed(16)), toHex(from.fixed(16))];
  const at = from.time();
  const principal = from.text(MAX_NAME_BYTES);
  const change = toHex(from.fixed(32));
  const previous: string[] = [];
  for (let left = from.count(MAX_PREVIOUS, 32); left > 0; left--) {
    const id = toHex(from.fixed(32));
    if (id <= (previous.at(-1) ?? "")) throw new MalformedError("a list out of order");
    previous.push(id);
  }
  const items: ActItem[] = [];
  for (let left = from.count(MAX_ITEMS, 49); left > 0; left--) items.push(readItem(from));
  from.fixed(SIGNATURE_BYTES);
  from.end();
  const id = toHex(await sha256(bytes));
  return { desk, device, at, principal, change, previous, items, id, bytes };
}

function readItem(from: ByteReader): ActItem {
  const [record, kind, made] = [from.text(MAX_NAME_BYTES), from.text(MAX_NAME_BYTES), from.u8()];
  if (made > 1) throw new MalformedError("neither made nor changed");
  const authority = from.text(MAX_NAME_BYTES);
  const fields: string[] = [];
  for (let left = from.count(MAX_FIELDS, 4); left > 0; left--) fields.push(from.text(MAX_NAME_BYTES));
  return { record, kind, made: made === 1, authority, fields, digest: from.fixed(32).slice() };
}

/** Whether the author's key (importSignPublicKey) signed this act. */
export function actHolds({ bytes }: Act, signPublicKey: CryptoKey): Promise<boolean> {
  const end = bytes.length - SIGNATURE_BYTES;
  return signatureHolds(signPublicKey, bytes.subarray(end), concat(LABEL, bytes.subarray(0, end)));
}

/** An act and its salt as one piece of an envelope. */
export const packAct = ({ act, salt }: { act: Pick<Act, "bytes">; salt: Uint8Array }): Bytes =>
  concat(act.bytes, salt);

/** The act and the salt in a piece of an envelope. Throws MalformedError. */
export async function unpackAct(bytes: Uint8Array): Promise<SaltedAct> {
  const end = Math.max(0, bytes.length - SALT_BYTES);
  return { act: await readAct(bytes.slice(0, end)), salt: bytes.slice(end) };
}
