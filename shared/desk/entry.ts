/**
 * An entry of the roster: the signed, hash-chained log of who is on a desk. Numbers are big-endian; `bytes`
 * carry a u32 length. One entry:
 *
 * | size | field     |                                                                                          |
 * |------|-----------|------------------------------------------------------------------------------------------|
 * |    1 | version   | 1                                                                                        |
 * |    1 | kind      | body.ts                                                                                  |
 * |   16 | desk      | first 16 bytes of SHA-256("sidedesk desk v1" 00, body of the create entry)               |
 * |    4 | index     | 0 for create, then one more each                                                         |
 * |   32 | previous  | SHA-256 of the whole entry before; zeros for create                                      |
 * |    8 | at        | ms since 1970 on the signer's clock, never before the entry before                       |
 * |   16 | signer    | the signing device's id                                                                  |
 * | 4+n  | body      | by kind: body.ts                                                                         |
 * |   64 | signature | Ed25519 by the signer over "sidedesk roster v1" 00 and all the above                     |
 * |   64 | accepted  | join only: Ed25519 by the invite's key over "sidedesk join v1" 00 and all above signature |
 */
import { sha256, sign } from "../envelope/keys.ts";
import {
  ByteReader,
  type Bytes,
  ByteWriter,
  concat,
  MalformedError,
  owned,
  utf8,
} from "../protocol/bytes.ts";
import { MAX_ROSTER_ENTRY_BYTES } from "../protocol/limits.ts";
import { type EntryBody, encodeBody, KINDS, nameOf, readBody } from "./body.ts";

const VERSION = 1;
const ROSTER_LABEL = utf8("sidedesk roster v1\0");
const JOIN_LABEL = utf8("sidedesk join v1\0");
const DESK_LABEL = utf8("sidedesk desk v1\0");
const INVITE_LABEL = utf8("sidedesk invite v1\0");

/** `previous` of the create entry: 32 zeros. */
export const NO_ENTRY: Bytes = new Uint8Array(32);

export interface RosterEntry {
  desk: Bytes;
  index: number;
  previous: Bytes;
  at: number;
  signer: Bytes;
  body: EntryBody;
}

/** An entry taken apart, nothing yet verified. */
export interface ReadEntry extends RosterEntry {
  bodyBytes: Bytes;
  /** What the signatures cover, without their labels. */
  signed: Bytes;
  signature: Bytes;
  /** The invite's own signature; on a join only. */
  accepted?: Bytes;
}

/** A desk's id: it commits to its create entry's body, so to its creator's keys. */
export async function deskIdOf(createBody: EntryBody & { kind: "create" }): Promise<Bytes> {
  return (await sha256(concat(DESK_LABEL, encodeBody(createBody)))).slice(0, 16);
}

/** An invite's id: the first 16 bytes of SHA-256 over a label and its Ed25519 public key. */
export async function inviteIdOf(signPublic: Uint8Array): Promise<Bytes> {
  return (await sha256(concat(INVITE_LABEL, signPublic))).slice(0, 16);
}

/** The entry's bytes, signed; a join is also signed with the invite's key. */
export async function signEntry(
  entry: RosterEntry,
  signKey: CryptoKey,
  inviteKey?: CryptoKey,
): Promise<Bytes> {
  const signed = new ByteWriter()
    .u8(VERSION)
    .u8(KINDS[entry.body.kind])
    .fixed(entry.desk, 16)
    .u32(entry.index)
    .fixed(entry.previous, 32)
    .u64(entry.at)
    .fixed(entry.signer, 16)
    .sized(encodeBody(entry.body), MAX_ROSTER_ENTRY_BYTES)
    .finish();
  const signature = await sign(signKey, statementOf(signed));
  if (!inviteKey) return concat(signed, signature);
  return concat(signed, signature, await sign(inviteKey, acceptanceOf(signed)));
}

/** What the signer signs. */
export function statementOf(signed: Uint8Array): Bytes {
  return concat(ROSTER_LABEL, signed);
}

/** What the invite's key signs on a join. */
export function acceptanceOf(signed: Uint8Array): Bytes {
  return concat(JOIN_LABEL, signed);
}

/** Takes an entry apart. Throws MalformedError unless its form is canonical; byte fields are views. */
export function readEntry(bytes: Uint8Array): ReadEntry {
  if (bytes.length > MAX_ROSTER_ENTRY_BYTES) throw new MalformedError("a roster entry over the size limit");
  const whole = owned(bytes);
  const from = new ByteReader(whole);
  if (from.u8() !== VERSION) throw new MalformedError("a roster entry of another version");
  const kind = nameOf(KINDS, from.u8(), "kind");
  const [desk, index, previous] = [from.fixed(16), from.u32(), from.fixed(32)];
  const [at, signer, bodyBytes] = [from.time(), from.fixed(16), from.sized(MAX_ROSTER_ENTRY_BYTES)];
  const signed = whole.subarray(0, whole.length - from.left);
  const signature = from.fixed(64);
  const accepted = kind === "join" ? { accepted: from.fixed(64) } : {};
  from.end();
  return {
    desk,
    index,
    previous,
    at,
    signer,
    body: readBody(kind, bodyBytes),
    bodyBytes,
    signed,
    signature,
    ...accepted,
  };
}
