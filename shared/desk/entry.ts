/**
 * An entry of the roster: the signed, hash-chained log of who is on a desk. Numbers are big-endian; `bytes`
 * carry a u32 length. One entry:
 *
 * | size | field     |                                                                                          |
 * |------|-----------|------------------------------------------------------------------------------------------|
 * |    1 | version   | 1                                                                                        |
 * |    1 | kind      | 1 create, 2 invite, 3 join, 4 remove, 5 revokeInvite                                     |
 * |   16 | desk      | first 16 bytes of SHA-256("sidedesk desk v1" 00, body of the create entry)               |
 * |    4 | index     | 0 for create, then one more each                                                         |
 * |   32 | previous  | SHA-256 of the whole entry before; zeros for create                                      |
 * |    8 | at        | ms since 1970 on the signer's clock, never before the entry before                       |
 * |   16 | signer    | the signing device's id                                                                  |
 * | 4+n  | body      | by kind, see below                                                                       |
 * |   64 | signature | Ed25519 by the signer over "sidedesk roster v1" 00 and all the above                     |
 * |   64 | accepted  | join only: Ed25519 by the invite's key over "sidedesk join v1" 00 and all above signature |
 *
 * | kind         | body                                                                                         |
 * |--------------|----------------------------------------------------------------------------------------------|
 * | create       | salt 16, Ed25519 key 32, X25519 key 32, sealed profile bytes                                 |
 * | invite       | Ed25519 key 32 (made from the link's secret), role u8, expires u64 ms, sealed grant bytes    |
 * | join         | invite id 16, Ed25519 key 32, X25519 key 32, sealed profile bytes                            |
 * | remove       | device 16                                                                                    |
 * | revokeInvite | invite id 16                                                                                 |
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

/** What a member may do: owner (members too), assistant (write), principal (decide, comment), viewer (read). */
export type Role = "owner" | "assistant" | "principal" | "viewer";

const ROLES: Record<Role, number> = { owner: 1, assistant: 2, principal: 3, viewer: 4 };
const VERSION = 1;
const ROSTER_LABEL = utf8("sidedesk roster v1\0");
const JOIN_LABEL = utf8("sidedesk join v1\0");
const DESK_LABEL = utf8("sidedesk desk v1\0");
const INVITE_LABEL = utf8("sidedesk invite v1\0");
const MAX_SEALED_BYTES = 8 * 1024;

/** `previous` of the create entry: 32 zeros. */
export const NO_ENTRY: Bytes = new Uint8Array(32);

export type EntryBody =
  | { kind: "create"; salt: Bytes; signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes }
  | { kind: "invite"; invitePublic: Bytes; role: Role; expires: number; sealedGrant: Bytes }
  | { kind: "join"; invite: Bytes; signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes }
  | { kind: "remove"; device: Bytes }
  | { kind: "revokeInvite"; invite: Bytes };

const KINDS: Record<EntryBody["kind"], number> = {
  create: 1,
  invite: 2,
  join: 3,
  remove: 4,
  revokeInvite: 5,
};

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

/** An invite's id: the first 16 bytes of SHA-256 over a label and its public key. */
export async function inviteIdOf(invitePublic: Uint8Array): Promise<Bytes> {
  return (await sha256(concat(INVITE_LABEL, invitePublic))).slice(0, 16);
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
  const [at, signer, bodyBytes] = [from.u64(), from.fixed(16), from.sized(MAX_ROSTER_ENTRY_BYTES)];
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

function encodeBody(body: EntryBody): Bytes {
  const to = new ByteWriter();
  switch (body.kind) {
    case "create":
      to.fixed(body.salt, 16)
        .fixed(body.signPublic, 32)
        .fixed(body.sealPublic, 32)
        .sized(body.sealedProfile, MAX_SEALED_BYTES);
      break;
    case "invite":
      to.fixed(body.invitePublic, 32)
        .u8(ROLES[body.role])
        .u64(body.expires)
        .sized(body.sealedGrant, MAX_SEALED_BYTES);
      break;
    case "join":
      to.fixed(body.invite, 16)
        .fixed(body.signPublic, 32)
        .fixed(body.sealPublic, 32)
        .sized(body.sealedProfile, MAX_SEALED_BYTES);
      break;
    case "remove":
      to.fixed(body.device, 16);
      break;
    case "revokeInvite":
      to.fixed(body.invite, 16);
      break;
  }
  return to.finish();
}

function readBody(kind: EntryBody["kind"], bytes: Bytes): EntryBody {
  const from = new ByteReader(bytes);
  const body = readFields(kind, from);
  from.end();
  return body;
}

function readFields(kind: EntryBody["kind"], from: ByteReader): EntryBody {
  switch (kind) {
    case "create":
      return { kind, salt: from.fixed(16), ...readJoiner(from) };
    case "invite": {
      const [invitePublic, role, expires] = [from.fixed(32), nameOf(ROLES, from.u8(), "role"), from.u64()];
      return { kind, invitePublic, role, expires, sealedGrant: from.sized(MAX_SEALED_BYTES) };
    }
    case "join":
      return { kind, invite: from.fixed(16), ...readJoiner(from) };
    case "remove":
      return { kind, device: from.fixed(16) };
    case "revokeInvite":
      return { kind, invite: from.fixed(16) };
  }
}

function readJoiner(from: ByteReader) {
  return {
    signPublic: from.fixed(32),
    sealPublic: from.fixed(32),
    sealedProfile: from.sized(MAX_SEALED_BYTES),
  };
}

function nameOf<Name extends string>(numbers: Record<Name, number>, number: number, what: string): Name {
  for (const name of Object.keys(numbers) as Name[]) {
    if (numbers[name] === number) return name;
  }
  throw new MalformedError(`an unknown ${what} in the roster`);
}
