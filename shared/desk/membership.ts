/**
 * Making the roster's entries: founding a desk, inviting, joining, removing, giving roles, renewing the key. The clock
 * (`now`, ms since 1970) and randomness (`random(n)` gives n bytes) come in as arguments. An entry counts once the server has appended
 * it; when the roster has moved on meanwhile, fetch it and build the entry anew.
 */
import { type DeviceKeys, importEpochKey } from "../envelope/keys.ts";
import { type Bytes, toHex } from "../protocol/bytes.ts";
import {
  type ChainEnd,
  type DeviceEnd,
  type EntryBody,
  type OwnUse,
  type Role,
  SEALED_KEY_BYTES,
} from "./body.ts";
import { deskIdOf, inviteIdOf, NO_ENTRY, signEntry } from "./entry.ts";
import { commitmentOf, openEpochKey, sealEpochKey, unwindKeys, wrapKey } from "./epochs.ts";
import { type RosterFailure, refusal } from "./failures.ts";
import { type InviteKeys, type InviteLink, inviteKeys, inviteLinkText } from "./invite.ts";
import { recipientsAt } from "./owed.ts";
import { type Profile, sealProfile } from "./profile.ts";
import { isOpen } from "./roles.ts";
import type { Invite, Roster } from "./roster.ts";

export type Random = (count: number) => Bytes;

/** Who acts, and when. */
export interface Acting {
  keys: DeviceKeys;
  now: number;
}

/** A new desk: its first entry, and the key of its first epoch (32 bytes, for importEpochKey and for inviting). */
export async function createDesk(
  profile: Profile,
  { keys, now, random }: Acting & { random: Random },
): Promise<{ desk: Bytes; entry: Bytes; epochKey: Bytes }> {
  const epochKey = random(32);
  const sealedProfile = await sealProfile(profile, {
    device: keys.device,
    epoch: 1,
    epochKey: await importEpochKey(epochKey),
    nonce: random(12),
  });
  const { signPublic, sealPublic, device } = keys;
  const body = { kind: "create", salt: random(16), signPublic, sealPublic, sealedProfile } as const;
  const desk = await deskIdOf(body);
  const entry = await signEntry(
    { desk, index: 0, previous: NO_ENTRY, at: now, signer: device, body },
    keys.signKey,
  );
  return { desk, entry, epochKey };
}

/** What an invite gives. `epochKeys` are all of the desk's, epoch 1 first. */
export interface Offer {
  server: string;
  role: Role;
  /** When the joiner's role ends, ms since 1970; never when absent. */
  until?: number | undefined;
  /** Until when the invite can be used, ms since 1970. */
  expires: number;
  epochKeys: readonly Uint8Array[];
}

/** An invite, by an owner. */
export async function makeInvite(
  roster: Roster,
  offer: Offer,
  acting: Acting & { random: Random },
): Promise<{ entry: Bytes; link: string; id: Bytes }> {
  const { server, epochKeys, role, until = 0, expires } = offer;
  const { secret, id, keys } = await newInvite(roster, epochKeys, acting.random(32));
  const body: EntryBody = { kind: "invite", ...keys, role, until, expires };
  const entry = await signEntry(next(roster, acting.keys, acting.now, body), acting.keys.signKey);
  return { entry, link: inviteLinkText({ server, desk: roster.desk, secret }), id };
}

/** A person's own link or paper key, by any of their devices. `expires` (ms) is 0 for a paper key. */
export async function makeOwnInvite(
  roster: Roster,
  offer: { use: OwnUse; expires: number; epochKeys: readonly Uint8Array[]; secret: Bytes },
  { keys, now }: Acting,
): Promise<{ entry: Bytes; id: Bytes }> {
  const { use, expires, epochKeys, secret } = offer;
  const made = await newInvite(roster, epochKeys, secret);
  const body: EntryBody = { kind: "ownInvite", ...made.keys, use, expires };
  return { entry: await signEntry(next(roster, keys, now, body), keys.signKey), id: made.id };
}

async function newInvite(roster: Roster, epochKeys: readonly Uint8Array[], secret: Bytes) {
  const { signPublic, sealPublic } = await inviteKeys(secret);
  const id = await inviteIdOf(signPublic);
  const place = { desk: roster.desk, epoch: roster.epoch, id };
  const sealedKey = await sealEpochKey(currentKey(roster, epochKeys), sealPublic, place);
  if (!sealedKey) throw new RangeError("an invite's own key can be sealed to");
  return { secret, id, keys: { signPublic, sealPublic, sealedKey } };
}

/** An invite as its link opens it, before anything is joined. */
export interface OpenedInvite {
  readonly invite: Invite;
  readonly secretKeys: InviteKeys;
  /** Every key of the desk, epoch 1 first. */
  readonly epochKeys: Bytes[];
}

/** What an invite's secret opens. `roster` is verified against the link's desk. */
export async function openInvite(
  roster: Roster,
  secret: Uint8Array,
  now: number,
): Promise<{ ok: true; opened: OpenedInvite } | { ok: false; failure: RosterFailure }> {
  const secretKeys = await inviteKeys(secret);
  const id = await inviteIdOf(secretKeys.signPublic);
  const invite = roster.invites.get(toHex(id));
  if (!invite) return refusal("invite-unknown", roster.length);
  if (invite.state !== "open") return refusal(`invite-${invite.state}`, roster.length);
  if (!isOpen(invite, Math.max(now, roster.at))) return refusal("invite-expired", roster.length);
  const place = { desk: roster.desk, epoch: roster.epoch, id };
  const newest = await openEpochKey(invite.sealedKey, secretKeys, place);
  const epochKeys = newest && (await unwindKeys(roster.desk, newest, roster.epochs));
  return epochKeys
    ? { ok: true, opened: { invite, secretKeys, epochKeys } }
    : refusal("invite-unknown", roster.length);
}

/** Joins by an invite: the entry to append, and the desk's keys. `roster` is verified against `link.desk`. */
export async function acceptInvite(
  roster: Roster,
  link: Pick<InviteLink, "secret">,
  profile: Profile,
  { keys, now, random }: Acting & { random: Random },
): Promise<
  { ok: true; entry: Bytes; epochKeys: Bytes[]; role: Role } | { ok: false; failure: RosterFailure }
> {
  const read = await openInvite(roster, link.secret, now);
  if (!read.ok) return read;
  if (roster.members.has(toHex(keys.device))) return refusal("already-member", roster.length);
  const { invite, secretKeys, epochKeys } = read.opened;
  const sealedProfile = await sealProfile(profile, {
    device: keys.device,
    epoch: epochKeys.length,
    epochKey: await importEpochKey(currentKey(roster, epochKeys)),
    nonce: random(12),
  });
  const { signPublic, sealPublic } = keys;
  const body: EntryBody = { kind: "join", invite: invite.id, signPublic, sealPublic, sealedProfile };
  const entry = await signEntry(next(roster, keys, now, body), keys.signKey, secretKeys.signKey);
  return { ok: true, entry, epochKeys, role: invite.role };
}

/**
 * Removes one device, by an owner or by another device of the same person. `end` is the newest envelope of the device
 * that the signer has: none after it counts. A new epoch is owed then: what the device has read it keeps.
 */
export function removeDevice(
  roster: Roster,
  { device, end }: { device: Bytes; end: ChainEnd },
  { keys, now }: Acting,
): Promise<Bytes> {
  return signEntry(next(roster, keys, now, { kind: "remove", device, end }), keys.signKey);
}

/** Removes a person with every device, link and paper key, by an owner. `ends` as in removeDevice, of each device. */
export function removePerson(
  roster: Roster,
  leaving: { person: Bytes; ends: readonly DeviceEnd[] },
  { keys, now }: Acting,
): Promise<Bytes> {
  return signEntry(next(roster, keys, now, { kind: "removePerson", ...leaving }), keys.signKey);
}

/**
 * Gives a person another role, by an owner: each of their devices from its envelope after `ends` on. `until` (ms) is 0
 * for a role without end.
 */
export function changeRole(
  roster: Roster,
  change: { person: Bytes; role: Role; until: number; ends: readonly DeviceEnd[] },
  { keys, now }: Acting,
): Promise<Bytes> {
  return signEntry(next(roster, keys, now, { kind: "setRole", ...change }), keys.signKey);
}

/**
 * Begins a new epoch, by an owner: a new key, sealed to everybody on the desk, the newest key that the owner has
 * wrapped under it. Where that is an older one than the desk's, the epochs between are given up.
 */
export async function beginEpoch(
  roster: Roster,
  epochKeys: readonly Uint8Array[],
  { keys, now, random }: Acting & { random: Random },
): Promise<Bytes> {
  const { desk } = roster;
  const epoch = roster.epoch + 1;
  const key = random(32);
  const base = epochKeys.length;
  const baseKey = epochKeys[base - 1];
  if (!baseKey || base > roster.epoch) throw new RangeError("the keys of another desk");
  const wrappedKey = await wrapKey(baseKey, key, { desk, epoch }, random(12));
  const commitment = await commitmentOf(key, { desk, epoch });
  const at = Math.max(now, roster.at);
  const recipients = await Promise.all(
    recipientsAt(roster, at).map(async ({ id, sealPublic }) => ({
      id,
      // Who joined with a key that nothing can be sealed to gets no key, and cannot hold up everybody else's.
      sealedKey: (await sealEpochKey(key, sealPublic, { desk, epoch, id })) ?? random(SEALED_KEY_BYTES),
    })),
  );
  const body = { kind: "newEpoch", epoch, base, commitment, wrappedKey, recipients } as const;
  return signEntry(next(roster, keys, at, body), keys.signKey);
}

/** Withdraws an invite that nobody has used yet, by an owner; a person's own by that person too. */
export function revokeInvite(roster: Roster, invite: Bytes, { keys, now }: Acting): Promise<Bytes> {
  return signEntry(next(roster, keys, now, { kind: "revokeInvite", invite }), keys.signKey);
}

function currentKey(roster: Roster, epochKeys: readonly Uint8Array[]): Uint8Array {
  const key = epochKeys[roster.epoch - 1];
  if (!key || epochKeys.length !== roster.epoch) throw new RangeError("the keys of another epoch");
  return key;
}

/** An entry onto the roster's head; a clock that lags behind the last entry's is moved up to it. */
function next(roster: Roster, keys: DeviceKeys, now: number, body: EntryBody) {
  const at = Math.max(now, roster.at);
  return { desk: roster.desk, index: roster.length, previous: roster.head, at, signer: keys.device, body };
}
