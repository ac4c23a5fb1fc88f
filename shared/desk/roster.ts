/**
 * Who is on a desk, from the whole chain of signed entries. Every device and the server verify it themselves:
 * an entry counts only when it follows from those before it. A device pins how far it has seen, so a server
 * that shows less (a rollback) or something else (a fork) is refused.
 */
import { deviceIdOf, sha256 } from "../envelope/keys.ts";
import { type Bytes, equalBytes, MalformedError, toHex } from "../protocol/bytes.ts";
import { MAX_ROSTER_LENGTH } from "../protocol/limits.ts";
import type { OwnUse, Role } from "./body.ts";
import { checkSignature, decide, join, newMember } from "./decide.ts";
import { deskIdOf, NO_ENTRY, readEntry } from "./entry.ts";
import { type RosterFailure, RosterRefused, refusal } from "./failures.ts";
import type { RoleSpan } from "./roles.ts";

/** A device on the desk. Times are ms since 1970 on the signers' clocks. */
export interface Member {
  device: Bytes;
  /** Whose device it is: the id of that person's first device. */
  person: Bytes;
  /** Ed25519 public key, 32 raw bytes. */
  signPublic: Bytes;
  /** X25519 public key, 32 raw bytes. */
  sealPublic: Bytes;
  /** The latest, also of a member that is removed. */
  role: Role;
  /** When the role ends, ms since 1970; 0 for never. */
  until: number;
  /** What each of its envelopes was allowed to be; the first span begins before the first envelope. */
  spans: readonly RoleSpan[];
  /** Opened with openProfile. */
  sealedProfile: Bytes;
  joinedAt: number;
  /** When an owner removed it; undefined while it is on the desk. */
  removedAt: number | undefined;
}

export interface Invite {
  id: Bytes;
  /** Ed25519 and X25519 public keys, 32 raw bytes each. */
  signPublic: Bytes;
  sealPublic: Bytes;
  /** Of a person's own: who joins is another device of that person, by the role that the person has then. */
  own: { person: Bytes; use: OwnUse } | undefined;
  role: Role;
  /** When the joiner's role will end, ms since 1970; 0 for never. */
  until: number;
  /** Until when it can be used, ms since 1970; 0 for as long as it is not withdrawn. */
  expires: number;
  /** When it was made, ms since 1970. */
  at: number;
  /** The key of this epoch, sealed for whoever holds the invite's secret. */
  keyEpoch: number;
  sealedKey: Bytes;
  /** The device that made it. */
  by: Bytes;
  state: "open" | "used" | "revoked";
}

/** How an epoch after the first began. */
export interface EpochStart {
  /** The epoch whose key is wrapped; those between it and this one were given up. */
  base: number;
  /** The base's key under this epoch's. */
  wrappedKey: Bytes;
  /** What this epoch's key is known by: the same for everybody. */
  commitment: Bytes;
  /** The owner's device that began it. */
  by: Bytes;
}

/** A verified roster: plain data that IndexedDB can keep. Maps are keyed by the id in hex. */
export interface Roster {
  desk: Bytes;
  /** SHA-256 of the last entry. */
  head: Bytes;
  /** How many entries. */
  length: number;
  /** The last entry's time. */
  at: number;
  /** The current generation of the desk's key. */
  epoch: number;
  /** Something happened since the current epoch began that calls for a new one: owed.ts. */
  epochOwed: boolean;
  /** The current epoch's key, sealed for each device that had joined when it began; none in the first epoch. */
  sealedKeys: ReadonlyMap<string, Bytes>;
  /** The first is that of epoch 2. */
  epochs: readonly EpochStart[];
  members: ReadonlyMap<string, Member>;
  invites: ReadonlyMap<string, Invite>;
}

/** What a device remembers of the roster that it saw last. */
export interface RosterPin {
  length: number;
  head: Uint8Array;
}

export type RosterResult = { ok: true; roster: Roster } | { ok: false; failure: RosterFailure };

/**
 * Verifies a whole roster from its create entry. `expected.desk` is the id that the device (or the invite's
 * link) knows; `expected.pin` is what it saw last.
 */
export async function verifyRoster(
  entries: readonly Uint8Array[],
  expected: { desk?: Uint8Array; pin?: RosterPin } = {},
): Promise<RosterResult> {
  const { pin } = expected;
  const first = entries[0];
  if (!first) return refusal(pin ? "rollback" : "malformed", 0);
  if (pin && entries.length < pin.length) return refusal("rollback", entries.length);
  if (pin) {
    const pinned = entries[pin.length - 1];
    if (pinned && !equalBytes(await sha256(pinned), pin.head)) return refusal("fork", pin.length - 1);
  }
  const founded = await guarded(0, () => found(first));
  if (!founded.ok) return founded;
  if (expected.desk && !equalBytes(founded.roster.desk, expected.desk)) return refusal("another-desk", 0);
  return extendRoster(founded.roster, entries.slice(1));
}

/** Verifies further entries on top of a verified roster. The given roster stays as it was. */
export async function extendRoster(roster: Roster, entries: readonly Uint8Array[]): Promise<RosterResult> {
  let latest = roster;
  for (const bytes of entries) {
    const before = latest;
    const next = await guarded(before.length, () => follow(before, bytes));
    if (!next.ok) return next;
    latest = next.roster;
  }
  return { ok: true, roster: latest };
}

async function guarded(index: number, step: () => Promise<Roster>): Promise<RosterResult> {
  try {
    return { ok: true, roster: await step() };
  } catch (error) {
    if (error instanceof RosterRefused) return refusal(error.code, index);
    if (error instanceof MalformedError) return refusal("malformed", index);
    throw error;
  }
}

async function found(bytes: Uint8Array): Promise<Roster> {
  const entry = readEntry(bytes);
  const { body } = entry;
  if (body.kind !== "create" || entry.index !== 0 || !equalBytes(entry.previous, NO_ENTRY)) {
    throw new RosterRefused("out-of-order");
  }
  if (!equalBytes(entry.desk, await deskIdOf(body))) throw new RosterRefused("another-desk");
  const device = await deviceIdOf(body.signPublic);
  if (!equalBytes(entry.signer, device)) throw new RosterRefused("not-allowed");
  await checkSignature(entry, body.signPublic);
  return {
    desk: entry.desk.slice(),
    head: await sha256(bytes),
    length: 1,
    at: entry.at,
    epoch: 1,
    epochOwed: false,
    sealedKeys: new Map(),
    epochs: [],
    members: new Map([
      [toHex(device), newMember(entry, device, body, { role: "owner", until: 0, own: undefined })],
    ]),
    invites: new Map(),
  };
}

async function follow(roster: Roster, bytes: Uint8Array): Promise<Roster> {
  if (roster.length >= MAX_ROSTER_LENGTH) throw new RosterRefused("too-long");
  const entry = readEntry(bytes);
  if (!equalBytes(entry.desk, roster.desk)) throw new RosterRefused("another-desk");
  const inPlace =
    entry.index === roster.length && equalBytes(entry.previous, roster.head) && entry.at >= roster.at;
  if (!inPlace) throw new RosterRefused("out-of-order");
  const changed = entry.body.kind === "join" ? await join(roster, entry) : await decide(roster, entry);
  return { ...roster, ...changed, head: await sha256(bytes), length: roster.length + 1, at: entry.at };
}
