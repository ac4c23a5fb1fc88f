/**
 * Making the roster's entries: founding a desk, inviting, joining, removing. The clock (`now`, ms since 1970)
 * and randomness (`random(n)` gives n bytes) come in as arguments. An entry counts once the server has appended
 * it; when the roster has moved on meanwhile, fetch it and build the entry anew.
 */
import { type DeviceKeys, importEpochKey } from "../envelope/keys.ts";
import { type Bytes, toHex } from "../protocol/bytes.ts";
import { deskIdOf, type EntryBody, inviteIdOf, NO_ENTRY, type Role, signEntry } from "./entry.ts";
import { type RosterFailure, refusal } from "./failures.ts";
import { type InviteLink, inviteKeys, inviteLinkText, openGrant, sealGrant } from "./invite.ts";
import { type Profile, sealProfile } from "./profile.ts";
import type { Roster } from "./roster.ts";

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

/** An invite to a role until `expires` (ms), by an owner. `epochKeys` are all of the desk's, epoch 1 first. */
export async function makeInvite(
  roster: Roster,
  offer: { server: string; role: Role; expires: number; epochKeys: readonly Uint8Array[] },
  { keys, now, random }: Acting & { random: Random },
): Promise<{ entry: Bytes; link: string; id: Bytes }> {
  const secret = random(32);
  const invite = await inviteKeys(secret);
  const sealedGrant = await sealGrant(invite, roster.desk, offer.epochKeys, random(12));
  const { role, expires } = offer;
  const body: EntryBody = { kind: "invite", invitePublic: invite.signPublic, role, expires, sealedGrant };
  const entry = await signEntry(next(roster, keys, now, body), keys.signKey);
  const link = inviteLinkText({ server: offer.server, desk: roster.desk, secret });
  return { entry, link, id: await inviteIdOf(invite.signPublic) };
}

/** Joins by an invite: the entry to append, and the desk's keys. `roster` is verified against `link.desk`. */
export async function acceptInvite(
  roster: Roster,
  link: InviteLink,
  profile: Profile,
  { keys, now, random }: Acting & { random: Random },
): Promise<
  { ok: true; entry: Bytes; epochKeys: Bytes[]; role: Role } | { ok: false; failure: RosterFailure }
> {
  const secretKeys = await inviteKeys(link.secret);
  const id = await inviteIdOf(secretKeys.signPublic);
  const invite = roster.invites.get(toHex(id));
  if (!invite) return refusal("invite-unknown", roster.length);
  if (invite.state !== "open") return refusal(`invite-${invite.state}`, roster.length);
  if (Math.max(now, roster.at) > invite.expires) return refusal("invite-expired", roster.length);
  if (roster.members.has(toHex(keys.device))) return refusal("already-member", roster.length);
  const epochKeys = await openGrant(secretKeys, roster.desk, invite.sealedGrant);
  const latest = epochKeys?.at(-1);
  if (!epochKeys || !latest) return refusal("invite-unknown", roster.length);
  const sealedProfile = await sealProfile(profile, {
    device: keys.device,
    epoch: epochKeys.length,
    epochKey: await importEpochKey(latest),
    nonce: random(12),
  });
  const { signPublic, sealPublic } = keys;
  const body: EntryBody = { kind: "join", invite: id, signPublic, sealPublic, sealedProfile };
  const entry = await signEntry(next(roster, keys, now, body), keys.signKey, secretKeys.signKey);
  return { ok: true, entry, epochKeys, role: invite.role };
}

/** Removes a device, by an owner. The server refuses the device from then on; what it has read it keeps. */
export function removeDevice(roster: Roster, device: Bytes, { keys, now }: Acting): Promise<Bytes> {
  return signEntry(next(roster, keys, now, { kind: "remove", device }), keys.signKey);
}

/** Withdraws an invite that nobody has used yet, by an owner. */
export function revokeInvite(roster: Roster, invite: Bytes, { keys, now }: Acting): Promise<Bytes> {
  return signEntry(next(roster, keys, now, { kind: "revokeInvite", invite }), keys.signKey);
}

/** An entry onto the roster's head; a clock that lags behind the last entry's is moved up to it. */
function next(roster: Roster, keys: DeviceKeys, now: number, body: EntryBody) {
  const at = Math.max(now, roster.at);
  return { desk: roster.desk, index: roster.length, previous: roster.head, at, signer: keys.device, body };
}
