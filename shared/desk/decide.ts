/** What each entry changes in the roster, and who may make it. Every refusal is a RosterRefused. */
import { deviceIdOf, importSignPublicKey, signatureHolds } from "../envelope/keys.ts";
import { type Bytes, equalBytes, toHex } from "../protocol/bytes.ts";
import { type ChainEnd, type EntryBody, MAX_OWN, type Recipient } from "./body.ts";
import { acceptanceOf, inviteIdOf, type ReadEntry, statementOf } from "./entry.ts";
import { RosterRefused } from "./failures.ts";
import { recipientsAt } from "./owed.ts";
import { devicesOf, giveRole, leave, madeBy, ownerStays, takeAway, updated, withdrawn } from "./person.ts";
import { isOpen, isPresent } from "./roles.ts";
import type { Invite, Member, Roster } from "./roster.ts";

type Body<Kind extends EntryBody["kind"]> = Extract<EntryBody, { kind: Kind }>;

const NO_CHAIN: ChainEnd = { counter: 0, hash: new Uint8Array(32) };

/** What is decided about who is on the desk: all but founding and joining. */
export async function decide(roster: Roster, entry: ReadEntry): Promise<Partial<Roster>> {
  const signer = roster.members.get(toHex(entry.signer));
  if (!signer || !isPresent(signer, entry.at) || !mayDecide(roster, signer, entry.body))
    throw new RosterRefused("not-allowed");
  await checkSignature(entry, signer.signPublic);
  const { body } = entry;
  switch (body.kind) {
    case "invite":
      return invite(roster, entry, body);
    case "ownInvite":
      return ownInvite(roster, entry, body, signer);
    case "revokeInvite": {
      const known = openInvite(roster, body.invite);
      return { invites: withItem(roster.invites, known.id, withdrawn(known)), epochOwed: true };
    }
    case "remove": {
      const member = roster.members.get(toHex(body.device));
      if (!member || member.removedAt !== undefined) throw new RosterRefused("not-allowed");
      const members = withItem(roster.members, body.device, leave(member, body.end, entry.at));
      const invites = updated(roster, madeBy(roster, [member]), withdrawn);
      return { members: ownerStays(members), invites, epochOwed: true };
    }
    case "removePerson":
      return takeAway(roster, body, entry.at);
    case "setRole":
      return giveRole(roster, body);
    case "newEpoch":
      return newEpoch(roster, entry, body);
    default:
      throw new RosterRefused("out-of-order");
  }
}

/** Owners decide about everybody; all others about their own devices and links. */
function mayDecide(roster: Roster, signer: Member, body: EntryBody): boolean {
  if (signer.role === "owner" || body.kind === "ownInvite") return true;
  const of =
    body.kind === "remove"
      ? roster.members.get(toHex(body.device))?.person
      : body.kind === "revokeInvite"
        ? roster.invites.get(toHex(body.invite))?.own?.person
        : undefined;
  return of !== undefined && equalBytes(of, signer.person);
}

async function invite(roster: Roster, entry: ReadEntry, body: Body<"invite">): Promise<Partial<Roster>> {
  const { role, until } = body;
  if (role === "owner" && until !== 0) throw new RosterRefused("last-owner");
  const invited = await newInvite(roster, entry, body, { role, until, own: undefined });
  return { invites: withItem(roster.invites, invited.id, invited) };
}

/** A person has one paper key: another one takes its place. */
async function ownInvite(
  roster: Roster,
  entry: ReadEntry,
  body: Body<"ownInvite">,
  { person, role, until }: Member,
): Promise<Partial<Roster>> {
  const before = [...roster.invites.values()].filter(({ own }) => own && equalBytes(own.person, person));
  if (before.length >= MAX_OWN || (body.expires === 0 && body.use !== "recovery"))
    throw new RosterRefused("not-allowed");
  const invites = new Map(roster.invites);
  let { epochOwed } = roster;
  for (const older of before) {
    if (body.use !== "recovery" || older.own?.use !== "recovery" || older.state !== "open") continue;
    invites.set(toHex(older.id), withdrawn(older));
    epochOwed = true;
  }
  const invited = await newInvite(roster, entry, body, { role, until, own: { person, use: body.use } });
  return { invites: invites.set(toHex(invited.id), invited), epochOwed };
}

async function newInvite(
  roster: Roster,
  { signer, at }: ReadEntry,
  body: Body<"invite" | "ownInvite">,
  terms: Pick<Invite, "role" | "until" | "own">,
): Promise<Invite> {
  const id = await inviteIdOf(body.signPublic);
  if (roster.invites.has(toHex(id))) throw new RosterRefused("invite-used");
  return {
    ...terms,
    id,
    signPublic: body.signPublic.slice(),
    sealPublic: body.sealPublic.slice(),
    expires: body.expires,
    at,
    keyEpoch: roster.epoch,
    sealedKey: body.sealedKey.slice(),
    by: signer.slice(),
    state: "open",
  };
}

/** The key of a new epoch goes to exactly those on the desk and to the invites that are open: none less, none more. */
function newEpoch(roster: Roster, entry: ReadEntry, body: Body<"newEpoch">): Partial<Roster> {
  if (body.epoch !== roster.epoch + 1 || body.base < 1 || body.base > roster.epoch)
    throw new RosterRefused("out-of-order");
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
  const start = {
    base: body.base,
    wrappedKey: body.wrappedKey.slice(),
    commitment: body.commitment.slice(),
    by: entry.signer.slice(),
  };
  return { epoch: body.epoch, epochOwed: false, sealedKeys, epochs: [...roster.epochs, start], invites };
}

/** A joiner shows both its own key and the invite's. */
export async function join(roster: Roster, entry: ReadEntry): Promise<Partial<Roster>> {
  const { body, accepted } = entry;
  if (body.kind !== "join" || !accepted) throw new RosterRefused("malformed");
  const invited = openInvite(roster, body.invite);
  if (!isOpen(invited, entry.at)) throw new RosterRefused("invite-expired");
  const device = await deviceIdOf(body.signPublic);
  if (!equalBytes(entry.signer, device)) throw new RosterRefused("not-allowed");
  if (roster.members.has(toHex(device))) throw new RosterRefused("already-member");
  if (invited.own && devicesOf(roster, invited.own.person).length >= MAX_OWN)
    throw new RosterRefused("not-allowed");
  await checkSignature(entry, body.signPublic);
  const inviteKey = await publicKey(invited.signPublic);
  if (!(await signatureHolds(inviteKey, accepted, acceptanceOf(entry.signed))))
    throw new RosterRefused("signature");
  const members = withItem(roster.members, device, newMember(entry, device, body, invited));
  // A paper key stays what it is: the next laptop may be lost as well.
  if (invited.own?.use === "recovery") return { members };
  return {
    members,
    invites: withItem(roster.invites, invited.id, { ...invited, state: "used" }),
    // Whoever else has the link opens the current key with it: a new one shuts them out.
    epochOwed: true,
  };
}

/** A device as it joins. */
export function newMember(
  entry: ReadEntry,
  device: Bytes,
  body: { signPublic: Bytes; sealPublic: Bytes; sealedProfile: Bytes },
  { role, until, own }: Pick<Invite, "role" | "until" | "own">,
): Member {
  return {
    device,
    person: own?.person ?? device,
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
