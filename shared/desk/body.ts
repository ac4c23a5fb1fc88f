/**
 * What an entry of the roster says. Numbers are big-endian; `bytes` carry a u32 length; `end` names the last
 * envelope of a device that still counts: counter u64, then its SHA-256 (32 bytes; zeros at counter 0); `ends` is a
 * list, u32 count of (device 16, end 40), devices ascending.
 *
 * | kind            | body                                                                                       |
 * |-----------------|--------------------------------------------------------------------------------------------|
 * | 1 create        | salt 16, Ed25519 key 32, X25519 key 32, sealed profile bytes                               |
 * | 3 join          | invite id 16, Ed25519 key 32, X25519 key 32, sealed profile bytes                          |
 * | 5 revokeInvite  | invite id 16                                                                               |
 * | 6 invite        | Ed25519 key 32, X25519 key 32 (both from the link's secret), role u8, until u64, expires   |
 * |                 | u64 ms, sealed epoch key 80                                                                |
 * | 7 remove        | device 16, end 40: one device of a person                                                  |
 * | 10 ownInvite    | Ed25519 key 32, X25519 key 32, use u8, expires u64 ms (0 for never), sealed epoch key 80    |
 * | 11 removePerson | person 16, ends of exactly the devices that the person has on the desk                     |
 * | 12 setRole      | person 16, role u8, until u64, ends as in 11                                               |
 * | 13 newEpoch     | epoch u32, base u32, commitment 32, the base's key wrapped 60, recipients list u32 count   |
 * |                 | of (id 16, sealed epoch key 80), ids ascending                                             |
 *
 * What is open of the invitations and links that a device made is withdrawn with it (7), with the person (11), or where
 * the person is no owner any more (12: the invitations); a paper key only with the person.
 *
 * Roles: 1 owner, 2 assistant, 3 principal, 4 viewer. `until`: when the role ends, ms since 1970; 0 for never. Uses: 1
 * device, 2 recovery (a paper key). A person is named by the id of their first device. Sealed and wrapped keys,
 * commitment: epochs.ts. Kinds 2, 4, 8 and 9 were of forms that were never released.
 */
import { ByteReader, type Bytes, ByteWriter, equalBytes, MalformedError, toHex } from "../protocol/bytes.ts";

/** What a member may do: owner (members too), assistant (write), principal (decide, comment), viewer (read). */
export type Role = "owner" | "assistant" | "principal" | "viewer";

const ROLES: Record<Role, number> = { owner: 1, assistant: 2, principal: 3, viewer: 4 };
const USES: Record<OwnUse, number> = { device: 1, recovery: 2 };
const MAX_SEALED_BYTES = 8 * 1024;
/** HPKE's encapsulated key, the key, the tag. */
export const SEALED_KEY_BYTES = 32 + 32 + 16;
/** A nonce, the key, the tag. */
const WRAPPED_KEY_BYTES = 12 + 32 + 16;
const MAX_RECIPIENTS = 1_000;
/** How many devices a person has had, and how many links for them: nobody alone can fill the roster. */
export const MAX_OWN = 100;
const NO_HASH = new Uint8Array(32);

/** What a person's own link is for: another browser of theirs, once; or to come back with, as often as needed. */
export type OwnUse = "device" | "recovery";

/** The last envelope of a device that a decision about it had seen. */
export interface ChainEnd {
  counter: number;
  /** SHA-256 of that envelope; 32 zeros at counter 0. */
  hash: Bytes;
}

/** Where the chain of one device ends. */
export interface DeviceEnd {
  device: Bytes;
  end: ChainEnd;
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
  | {
      kind: "ownInvite";
      signPublic: Bytes;
      sealPublic: Bytes;
      use: OwnUse;
      expires: number;
      sealedKey: Bytes;
    }
  | { kind: "removePerson"; person: Bytes; ends: readonly DeviceEnd[] }
  | { kind: "setRole"; person: Bytes; role: Role; until: number; ends: readonly DeviceEnd[] }
  | {
      kind: "newEpoch";
      epoch: number;
      /** The epoch whose key is wrapped: the one before, or, where that was never a sound one, an earlier one. */
      base: number;
      commitment: Bytes;
      wrappedKey: Bytes;
      recipients: readonly Recipient[];
    };

/** The kind's number in an entry. */
export const KINDS: Record<EntryBody["kind"], number> = {
  create: 1,
  join: 3,
  revokeInvite: 5,
  invite: 6,
  remove: 7,
  ownInvite: 10,
  removePerson: 11,
  setRole: 12,
  newEpoch: 13,
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
    case "ownInvite":
      to.fixed(body.signPublic, 32).fixed(body.sealPublic, 32);
      to.u8(USES[body.use]).u64(body.expires).fixed(body.sealedKey, SEALED_KEY_BYTES);
      break;
    case "removePerson":
      writeEnds(to.fixed(body.person, 16), body.ends);
      break;
    case "setRole":
      writeEnds(to.fixed(body.person, 16).u8(ROLES[body.role]).u64(body.until), body.ends);
      break;
    case "newEpoch":
      if (body.recipients.length > MAX_RECIPIENTS) throw new MalformedError("too many recipients");
      to.u32(body.epoch).u32(body.base).fixed(body.commitment, 32);
      to.fixed(body.wrappedKey, WRAPPED_KEY_BYTES).u32(body.recipients.length);
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
      const [signPublic, sealPublic, role] = [
        from.fixed(32),
        from.fixed(32),
        nameOf(ROLES, from.u8(), "role"),
      ];
      const [until, expires] = [from.time(), from.time()];
      return { kind, signPublic, sealPublic, role, until, expires, sealedKey: from.fixed(SEALED_KEY_BYTES) };
    }
    case "remove":
      return { kind, device: from.fixed(16), end: readEnd(from) };
    case "ownInvite": {
      const [signPublic, sealPublic] = [from.fixed(32), from.fixed(32)];
      const [use, expires] = [nameOf(USES, from.u8(), "use"), from.time()];
      return { kind, signPublic, sealPublic, use, expires, sealedKey: from.fixed(SEALED_KEY_BYTES) };
    }
    case "removePerson":
      return { kind, person: from.fixed(16), ends: readEnds(from) };
    case "setRole": {
      const [person, role, until] = [from.fixed(16), nameOf(ROLES, from.u8(), "role"), from.time()];
      return { kind, person, role, until, ends: readEnds(from) };
    }
    case "newEpoch": {
      const [epoch, base, commitment] = [from.u32(), from.u32(), from.fixed(32)];
      const wrappedKey = from.fixed(WRAPPED_KEY_BYTES);
      const recipients = readAscending(from, SEALED_KEY_BYTES, (id) => ({
        id,
        sealedKey: from.fixed(SEALED_KEY_BYTES),
      }));
      return { kind, epoch, base, commitment, wrappedKey, recipients };
    }
  }
}

/** A list of what begins with an id of 16 bytes and has `size` more; ids ascending, none twice. */
function readAscending<Item>(from: ByteReader, size: number, read: (id: Bytes) => Item): Item[] {
  const items: Item[] = [];
  let last = "";
  for (let left = from.count(MAX_RECIPIENTS, 16 + size); left > 0; left--) {
    const id = from.fixed(16);
    if (toHex(id) <= last) throw new MalformedError("a list out of order");
    last = toHex(id);
    items.push(read(id));
  }
  return items;
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

function writeEnds(to: ByteWriter, ends: readonly DeviceEnd[]): void {
  to.u32(ends.length);
  for (const { device, end } of ends) writeEnd(to.fixed(device, 16), end);
}

function readEnds(from: ByteReader): DeviceEnd[] {
  return readAscending(from, 40, (device) => ({ device, end: readEnd(from) }));
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
