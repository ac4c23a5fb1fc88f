/**
 * What an entry of the roster says. Numbers are big-endian; `bytes` carry a u32 length; `end` names the last
 * envelope of a device that still counts: counter u64, then its SHA-256 (32 bytes; zeros at counter 0).
 *
 * | kind           | body                                                                                        |
 * |----------------|---------------------------------------------------------------------------------------------|
 * | 1 create       | salt 16, Ed25519 key 32, X25519 key 32, sealed profile bytes                                |
 * | 3 join         | invite id 16, Ed25519 key 32, X25519 key 32, sealed profile bytes                           |
 * | 5 revokeInvite | invite id 16                                                                                |
 * | 6 invite       | Ed25519 key 32, X25519 key 32 (both from the link's secret), role u8, until u64, expires u64 |
 * |                | ms, sealed epoch key 80                                                                     |
 * | 7 remove       | device 16, end 40                                                                           |
 * | 8 setRole      | device 16, role u8, until u64, end 40                                                       |
 * | 9 newEpoch     | epoch u32, wrapped key 60, recipients list u32 count of (id 16, sealed epoch key 80),       |
 * |                | ids ascending                                                                               |
 *
 * Roles: 1 owner, 2 assistant, 3 principal, 4 viewer. `until`: when the role ends, ms since 1970; 0 for never.
 * Sealed and wrapped keys: epochs.ts. Kinds 2 and 4 were of forms that were never released.
 */
import { ByteReader, type Bytes, ByteWriter, equalBytes, MalformedError, toHex } from "../protocol/bytes.ts";

/** What a member may do: owner (members too), assistant (write), principal (decide, comment), viewer (read). */
export type Role = "owner" | "assistant" | "principal" | "viewer";

const ROLES: Record<Role, number> = { owner: 1, assistant: 2, principal: 3, viewer: 4 };
const MAX_SEALED_BYTES = 8 * 1024;
/** HPKE's encapsulated key, the key, the tag. */
export const SEALED_KEY_BYTES = 32 + 32 + 16;
/** A nonce, the key, the tag. */
const WRAPPED_KEY_BYTES = 12 + 32 + 16;
const MAX_RECIPIENTS = 1_000;
const NO_HASH = new Uint8Array(32);

/** The last envelope of a device that a decision about it had seen. */
export interface ChainEnd {
  counter: number;
  /** SHA-256 of that envelope; 32 zeros at counter 0. */
  hash: Bytes;
}

/** An epoch's key, sealed for a device or an invite. */
export interface Recipient {
  id: Bytes;
  sealedKey: Bytes;
}

export type EntryBody =
  | { kind: "create"; salt: Bytes; signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes }
  | { kind: "join"; invite: Bytes; signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes }
  | { kind: "revokeInvite"; invite: Bytes }
  | {
      kind: "invite";
      signPublic: Bytes;
      sealPublic: Bytes;
      role: Role;
      until: number;
      expires: number;
      sealedKey: Bytes;
    }
  | { kind: "remove"; device: Bytes; end: ChainEnd }
  | { kind: "setRole"; device: Bytes; role: Role; until: number; end: ChainEnd }
  | { kind: "newEpoch"; epoch: number; wrappedKey: Bytes; recipients: readonly Recipient[] };

/** The kind's number in an entry. */
export const KINDS: Record<EntryBody["kind"], number> = {
  create: 1,
  join: 3,
  revokeInvite: 5,
  invite: 6,
  remove: 7,
  setRole: 8,
  newEpoch: 9,
};

/** The body's bytes. Throws MalformedError for one that breaks the limits. */
export function encodeBody(body: EntryBody): Bytes {
  const to = new ByteWriter();
  switch (body.kind) {
    case "create":
    case "join":
      to.fixed(body.kind === "create" ? body.salt : body.invite, 16)
        .fixed(body.signPublic, 32)
        .fixed(body.sealPublic, 32)
        .sized(body.sealedProfile, MAX_SEALED_BYTES);
      break;
    case "revokeInvite":
      to.fixed(body.invite, 16);
      break;
    case "invite":
      to.fixed(body.signPublic, 32).fixed(body.sealPublic, 32);
      to.u8(ROLES[body.role]).u64(body.until).u64(body.expires).fixed(body.sealedKey, SEALED_KEY_BYTES);
      break;
    case "remove":
      writeEnd(to.fixed(body.device, 16), body.end);
      break;
    case "setRole":
      writeEnd(to.fixed(body.device, 16).u8(ROLES[body.role]).u64(body.until), body.end);
      break;
    case "newEpoch":
      if (body.recipients.length > MAX_RECIPIENTS) throw new MalformedError("too many recipients");
      to.u32(body.epoch).fixed(body.wrappedKey, WRAPPED_KEY_BYTES).u32(body.recipients.length);
      for (const { id, sealedKey } of body.recipients) to.fixed(id, 16).fixed(sealedKey, SEALED_KEY_BYTES);
      break;
  }
  return to.finish();
}

/** The body in these bytes; byte fields are views. Throws MalformedError unless the form is canonical. */
export function readBody(kind: EntryBody["kind"], bytes: Bytes): EntryBody {
  const from = new ByteReader(bytes);
  const body = readFields(kind, from);
  from.end();
  return body;
}

function readFields(kind: EntryBody["kind"], from: ByteReader): EntryBody {
  switch (kind) {
    case "create":
      return { kind, salt: from.fixed(16), ...readJoiner(from) };
    case "join":
      return { kind, invite: from.fixed(16), ...readJoiner(from) };
    case "revokeInvite":
      return { kind, invite: from.fixed(16) };
    case "invite": {
      const [signPublic, sealPublic, role] = [from.fixed(32), from.fixed(32), readRole(from)];
      const [until, expires] = [from.u64(), from.u64()];
      return { kind, signPublic, sealPublic, role, until, expires, sealedKey: from.fixed(SEALED_KEY_BYTES) };
    }
    case "remove":
      return { kind, device: from.fixed(16), end: readEnd(from) };
    case "setRole": {
      const [device, role, until] = [from.fixed(16), readRole(from), from.u64()];
      return { kind, device, role, until, end: readEnd(from) };
    }
    case "newEpoch": {
      const [epoch, wrappedKey] = [from.u32(), from.fixed(WRAPPED_KEY_BYTES)];
      const recipients: Recipient[] = [];
      for (let left = from.count(MAX_RECIPIENTS, 16 + SEALED_KEY_BYTES); left > 0; left--) {
        const id = from.fixed(16);
        const last = recipients.at(-1);
        if (last && toHex(id) <= toHex(last.id)) throw new MalformedError("recipients out of order");
        recipients.push({ id, sealedKey: from.fixed(SEALED_KEY_BYTES) });
      }
      return { kind, epoch, wrappedKey, recipients };
    }
  }
}

function readJoiner(from: ByteReader) {
  return {
    signPublic: from.fixed(32),
    sealPublic: from.fixed(32),
    sealedProfile: from.sized(MAX_SEALED_BYTES),
  };
}

function writeEnd(to: ByteWriter, { counter, hash }: ChainEnd): void {
  to.u64(counter).fixed(hash, 32);
}

function readEnd(from: ByteReader): ChainEnd {
  const end = { counter: from.u64(), hash: from.fixed(32) };
  if ((end.counter === 0) !== equalBytes(end.hash, NO_HASH))
    throw new MalformedError("the end of no chain has no hash");
  return end;
}

function readRole(from: ByteReader): Role {
  return nameOf(ROLES, from.u8(), "role");
}

/** The name that stands for a number. Throws MalformedError for a number without one. */
export function nameOf<Name extends string>(
  numbers: Record<Name, number>,
  number: number,
  what: string,
): Name {
  for (const name of Object.keys(numbers) as Name[]) {
    if (numbers[name] === number) return name;
  }
  throw new MalformedError(`an unknown ${what} in the roster`);
}
