/** What each entry changes in the roster, and who may make it. Every refusal is a RosterRefused. */
import { deviceIdOf, importSignPublicKey, signatureHolds } from "../envelope/keys.ts";
import { type Bytes, equalBytes, toHex } from "../protocol/bytes.ts";
import type { ChainEnd, EntryBody, Recipient, Role } from "./body.ts";
import { acceptanceOf, inviteIdOf, type ReadEntry, statementOf } from "./entry.ts";
import { RosterRefused } from "./failures.ts";
import { recipientsAt } from "./owed.ts";
import { isPresent, type RoleSpan } from "./roles.ts";
import type { Invite, Member, Roster } from "./roster.ts";

type Body<Kind extends EntryBody["kind"]> = Extract<EntryBody, { kind: Kind }>;

const NO_CHAIN: ChainEnd = { counter: 0, hash: new Uint8Array(32) };

/** What an owner decides: all but founding and joining. */
export async function decide(roster: Roster, entry: ReadEntry): Promise<Partial<Roster>> {
  const signer = roster.members.get(toHex(entry.signer));
  if (!signer || !isPresent(signer, entry.at) || signer.role !== "owner")
    throw new RosterRefused("not-allowed");
  await checkSignature(entry, signer.signPublic);
  const { body } = entry;
  switch (body.kind) {
    case "invite":
      return invite(roster, entry, body);
    case "revokeInvite": {
      const known = openInvite(roster, body.invite);
      return {
        invites: withItem(roster.invites, known.id, { ...known, state: "revoked" }),
        epochOwed: true,
      };
    }
    case "remove": {
      const leaving = changed(roster, body.device, null, 0, body.end);
      return {
        members: withItem(roster.members, leaving.device, { ...leaving, removedAt: entry.at }),
        epochOwed: true,
      };
    }
    case "setRole": {
      const { device, role, until, end } = body;
      const member = changed(roster, device, role, until, end);
      return { members: withItem(roster.members, device, { ...member, role, until }) };
    }
    case "newEpoch":
      return newEpoch(roster, entry, body);
    default:
      throw new RosterRefused("out-of-order");
  }
}

async function invite(roster: Roster, entry: ReadEntry, body: Body<"invite">): Promise<Partial<Roster>> {
  const id = await inviteIdOf(body.signPublic);
  if (roster.invites.has(toHex(id))) throw new RosterRefused("invite-used");
  checkEnd(body.role, body.until);
  const { role, until, expires } = body;
  const invited: Invite = {
    id,
    signPublic: body.signPublic.slice(),
    sealPublic: body.sealPublic.slice(),
    role,
    until,
    expires,
    keyEpoch: roster.epoch,
    sealedKey: body.sealedKey.slice(),
    by: entry.signer.slice(),
    state: "open",
  };
  return { invites: withItem(roster.invites, id, invited) };
}

/** The key of a new epoch goes to exactly those on the desk and to the invites that are open: none less, none more. */
function newEpoch(roster: Roster, entry: ReadEntry, body: Body<"newEpoch">): Partial<Roster> {
  if (body.epoch !== roster.epoch + 1) throw new RosterRefused("out-of-order");
  const due = recipientsAt(roster, entry.at);
  const given = body.recipients;
  if (given.length !== due.length || !due.every(({ id }, index) => equalBytes(id, given[index]!.id)))
    throw new RosterRefused("recipients");
  const sealedKeys = new Map<string, Bytes>();
  const invites = new Map(roster.invites);
  const keep = ({ id, sealedKey }: Recipient) => {
    const known = invites.get(toHex(id));
    if (known) invites.set(toHex(id), { ...known, keyEpoch: body.epoch, sealedKey: sealedKey.slice() });
    else sealedKeys.set(toHex(id), sealedKey.slice());
  };
  given.forEach(keep);
  return {
    epoch: body.epoch,
    epochOwed: false,
    sealedKeys,
    wrappedKeys: [...roster.wrappedKeys, body.wrappedKey.slice()],
    invites,
  };
}

/** A joiner shows both its own key and the invite's. */
export async function join(roster: Roster, entry: ReadEntry): Promise<Partial<Roster>> {
  const { body, accepted } = entry;
  if (body.kind !== "join" || !accepted) throw new RosterRefused("malformed");
  const invited = openInvite(roster, body.invite);
  if (entry.at > invited.expires) throw new RosterRefused("invite-expired");
  const device = await deviceIdOf(body.signPublic);
  if (!equalBytes(entry.signer, device)) throw new RosterRefused("not-allowed");
  if (roster.members.has(toHex(device))) throw new RosterRefused("already-member");
  await checkSignature(entry, body.signPublic);
  const inviteKey = await publicKey(invited.signPublic);
  if (!(await signatureHolds(inviteKey, accepted, acceptanceOf(entry.signed))))
    throw new RosterRefused("signature");
  return {
    members: withItem(roster.members, device, newMember(entry, device, body, invited)),
    invites: withItem(roster.invites, invited.id, { ...invited, state: "used" }),
    // Whoever else has the link opens the current key with it: a new one shuts them out.
    epochOwed: true,
  };
}

/** A member as it joins. */
export function newMember(
  entry: ReadEntry,
  device: Bytes,
  body: { signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes },
  { role, until }: { role: Role; until: number },
): Member {
  return {
    device,
    signPublic: body.signPublic.slice(),
    sealPublic: body.sealPublic.slice(),
    sealedProfile: body.sealedProfile.slice(),
    role,
    until,
    spans: [{ after: NO_CHAIN, role, until }],
    joinedAt: entry.at,
    removedAt: undefined,
  };
}

/** A member whose next envelopes, after `end`, are under another role. */
function changed(roster: Roster, device: Bytes, role: Role | null, until: number, end: ChainEnd): Member {
  const member = roster.members.get(toHex(device));
  if (!member || member.removedAt !== undefined) throw new RosterRefused("not-allowed");
  if (role) checkEnd(role, until);
  const owners = [...roster.members.values()].filter((m) => m.role === "owner" && m.removedAt === undefined);
  if (member.role === "owner" && role !== "owner" && owners.length === 1)
    throw new RosterRefused("last-owner");
  const span: RoleSpan = { after: { counter: end.counter, hash: end.hash.slice() }, role, until };
  return { ...member, spans: [...member.spans, span] };
}

/** An owner's role has no end: the desk would be left without one. */
function checkEnd(role: Role, until: number): void {
  if (role === "owner" && until !== 0) throw new RosterRefused("last-owner");
}

function openInvite(roster: Roster, id: Bytes): Invite {
  const known = roster.invites.get(toHex(id));
  if (!known) throw new RosterRefused("invite-unknown");
  if (known.state === "used") throw new RosterRefused("invite-used");
  if (known.state === "revoked") throw new RosterRefused("invite-revoked");
  return known;
}

function withItem<T>(items: ReadonlyMap<string, T>, id: Uint8Array, item: T): Map<string, T> {
  return new Map(items).set(toHex(id), item);
}

/** Throws RosterRefused unless the entry is signed with this key. */
export async function checkSignature(entry: ReadEntry, signPublic: Bytes): Promise<void> {
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
