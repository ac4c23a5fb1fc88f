/**
 * Who is on a desk, from the whole chain of signed entries. Every device and the server verify it themselves:
 * an entry counts only when it follows from those before it. A device pins how far it has seen, so a server
 * that shows less (a rollback) or something else (a fork) is refused.
 */
import { deviceIdOf, importSignPublicKey, sha256, signatureHolds } from "../envelope/keys.ts";
import { type Bytes, equalBytes, MalformedError, toHex } from "../protocol/bytes.ts";
import { MAX_ROSTER_LENGTH } from "../protocol/limits.ts";
import {
  acceptanceOf,
  deskIdOf,
  inviteIdOf,
  NO_ENTRY,
  type ReadEntry,
  type Role,
  readEntry,
  statementOf,
} from "./entry.ts";

import { type RosterFailure, RosterRefused, refusal } from "./failures.ts";

/** A device on the desk. Times are ms since 1970 on the signers' clocks. */
export interface Member {
  device: Bytes;
  /** Ed25519 public key, 32 raw bytes. */
  signPublic: Bytes;
  /** X25519 public key, 32 raw bytes. */
  sealPublic: Bytes;
  role: Role;
  /** Opened with openProfile. */
  sealedProfile: Bytes;
  joinedAt: number;
  /** When an owner removed it; undefined while it is on the desk. */
  removedAt: number | undefined;
}

interface Invite {
  id: Bytes;
  invitePublic: Bytes;
  role: Role;
  expires: number;
  sealedGrant: Bytes;
  /** The owner's device that made it. */
  by: Bytes;
  state: "open" | "used" | "revoked";
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
  const owner = member(entry, device, body, "owner");
  return {
    desk: entry.desk.slice(),
    head: await sha256(bytes),
    length: 1,
    at: entry.at,
    epoch: 1,
    members: new Map([[toHex(device), owner]]),
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

/** What an owner decides: invite, remove, revoke. */
async function decide(roster: Roster, entry: ReadEntry): Promise<Partial<Roster>> {
  const signer = roster.members.get(toHex(entry.signer));
  if (!signer || signer.removedAt !== undefined || signer.role !== "owner")
    throw new RosterRefused("not-allowed");
  await checkSignature(entry, signer.signPublic);
  const { body } = entry;
  switch (body.kind) {
    case "invite": {
      const id = await inviteIdOf(body.invitePublic);
      if (roster.invites.has(toHex(id))) throw new RosterRefused("invite-used");
      const { role, expires } = body;
      const [invitePublic, sealedGrant, by] = [
        body.invitePublic.slice(),
        body.sealedGrant.slice(),
        entry.signer.slice(),
      ];
      return {
        invites: withItem(roster.invites, id, {
          id,
          invitePublic,
          role,
          expires,
          sealedGrant,
          by,
          state: "open",
        }),
      };
    }
    case "remove": {
      const leaving = roster.members.get(toHex(body.device));
      if (!leaving || leaving.removedAt !== undefined) throw new RosterRefused("not-allowed");
      const owners = [...roster.members.values()].filter(
        (m) => m.role === "owner" && m.removedAt === undefined,
      );
      if (leaving.role === "owner" && owners.length === 1) throw new RosterRefused("last-owner");
      return { members: withItem(roster.members, leaving.device, { ...leaving, removedAt: entry.at }) };
    }
    case "revokeInvite": {
      const invite = openInvite(roster, body.invite);
      return { invites: withItem(roster.invites, invite.id, { ...invite, state: "revoked" }) };
    }
    default:
      throw new RosterRefused("out-of-order");
  }
}

async function join(roster: Roster, entry: ReadEntry): Promise<Partial<Roster>> {
  const { body, accepted } = entry;
  if (body.kind !== "join" || !accepted) throw new RosterRefused("malformed");
  const invite = openInvite(roster, body.invite);
  if (entry.at > invite.expires) throw new RosterRefused("invite-expired");
  const device = await deviceIdOf(body.signPublic);
  if (!equalBytes(entry.signer, device)) throw new RosterRefused("not-allowed");
  if (roster.members.has(toHex(device))) throw new RosterRefused("already-member");
  await checkSignature(entry, body.signPublic);
  const inviteKey = await publicKey(invite.invitePublic);
  if (!(await signatureHolds(inviteKey, accepted, acceptanceOf(entry.signed))))
    throw new RosterRefused("signature");
  return {
    members: withItem(roster.members, device, member(entry, device, body, invite.role)),
    invites: withItem(roster.invites, invite.id, { ...invite, state: "used" }),
  };
}

function openInvite(roster: Roster, id: Bytes): Invite {
  const invite = roster.invites.get(toHex(id));
  if (!invite) throw new RosterRefused("invite-unknown");
  if (invite.state === "used") throw new RosterRefused("invite-used");
  if (invite.state === "revoked") throw new RosterRefused("invite-revoked");
  return invite;
}

function member(
  entry: ReadEntry,
  device: Bytes,
  body: { signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes },
  role: Role,
): Member {
  const [signPublic, sealPublic, sealedProfile] = [body.signPublic, body.sealPublic, body.sealedProfile].map(
    (b) => b.slice(),
  ) as [Bytes, Bytes, Bytes];
  return { device, signPublic, sealPublic, role, sealedProfile, joinedAt: entry.at, removedAt: undefined };
}

function withItem<T>(items: ReadonlyMap<string, T>, id: Uint8Array, item: T): Map<string, T> {
  return new Map(items).set(toHex(id), item);
}

async function checkSignature(entry: ReadEntry, signPublic: Bytes): Promise<void> {
  const key = await publicKey(signPublic);
  if (!(await signatureHolds(key, entry.signature, statementOf(entry.signed))))
    throw new RosterRefused("signature");
}

/** A key that is not a point of the curve is refused by some engines on import, by others on verifying. */
async function publicKey(raw: Bytes): Promise<CryptoKey> {
  try {
    return await importSignPublicKey(raw);
  } catch {
    throw new RosterRefused("signature");
  }
}
