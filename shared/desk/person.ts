/** What is decided about a person concerns all of their devices and links at once: in one entry, or not at all. */
import { type Bytes, equalBytes, toHex } from "../protocol/bytes.ts";
import type { ChainEnd, DeviceEnd, Role } from "./body.ts";
import { RosterRefused } from "./failures.ts";
import type { Invite, Member, Roster } from "./roster.ts";

/** A person's devices, those too that were removed; ids ascending. */
export function devicesOf(roster: Pick<Roster, "members">, person: Uint8Array): Member[] {
  return [...roster.members.values()]
    .filter((member) => equalBytes(member.person, person))
    .sort((a, b) => (toHex(a.device) < toHex(b.device) ? -1 : 1));
}

/** Those of a person's devices that nobody has removed; ids ascending. */
export function remainingOf(roster: Pick<Roster, "members">, person: Uint8Array): Member[] {
  return devicesOf(roster, person).filter(({ removedAt }) => removedAt === undefined);
}

/** A person's own links and paper key, those that can be used. */
export function ownInvitesOf(roster: Roster, person: Uint8Array): Invite[] {
  return [...roster.invites.values()].filter(
    ({ own, state }) => own && state === "open" && equalBytes(own.person, person),
  );
}

/**
 * What those devices let in that nobody has used yet: whoever is taken off, or who has the lost device, may have made it
 * to come back by. A person's own paper key stays where the person does: another device of theirs may need it.
 */
export function madeBy({ invites }: Pick<Roster, "invites">, devices: readonly Member[]): Invite[] {
  return [...invites.values()].filter(
    ({ state, own, by }) =>
      state === "open" && own?.use !== "recovery" && devices.some(({ device }) => equalBytes(device, by)),
  );
}

/** Takes a person off the desk: each device after the end that is named, each link that they made, the paper key. */
export function takeAway(
  roster: Roster,
  { person, ends }: { person: Bytes; ends: readonly DeviceEnd[] },
  at: number,
): Partial<Roster> {
  const own = ownInvitesOf(roster, person);
  if (remainingOf(roster, person).length === 0 && own.length === 0) throw new RosterRefused("not-allowed");
  const members = changed(roster, person, ends, (member, end) => leave(member, end, at));
  const links = [...own, ...madeBy(roster, devicesOf(roster, person))];
  return { members: ownerStays(members), invites: updated(roster, links, withdrawn), epochOwed: true };
}

/**
 * Gives a person another role: each device from the envelope after the end that is named, each link. Who is no owner any
 * more lets nobody in.
 */
export function giveRole(
  roster: Roster,
  { person, role, until, ends }: { person: Bytes; role: Role; until: number; ends: readonly DeviceEnd[] },
): Partial<Roster> {
  const own = ownInvitesOf(roster, person);
  if (remainingOf(roster, person).length === 0 && own.length === 0) throw new RosterRefused("not-allowed");
  // An owner's role has no end: the desk would be left without one.
  if (role === "owner" && until !== 0) throw new RosterRefused("last-owner");
  const members = changed(roster, person, ends, (member, end) => ({
    ...member,
    role,
    until,
    spans: [...member.spans, { after: copied(end), role, until }],
  }));
  const invites = updated(roster, own, (invite) => ({ ...invite, role, until }));
  const others = madeBy(roster, devicesOf(roster, person)).filter(({ own }) => !own);
  if (role === "owner" || others.length === 0) return { members: ownerStays(members), invites };
  return {
    members: ownerStays(members),
    invites: updated({ invites }, others, withdrawn),
    epochOwed: true,
  };
}

/** A device of which nothing after an envelope counts any more. */
export function leave(member: Member, end: ChainEnd, at: number): Member {
  const span = { after: copied(end), role: null, until: 0 };
  return { ...member, removedAt: at, spans: [...member.spans, span] };
}

/** An invite that nobody can use any more. */
export function withdrawn(invite: Invite): Invite {
  return { ...invite, state: "revoked" };
}

/** The members, unless no owner's device is left among them. Throws RosterRefused then. */
export function ownerStays(members: ReadonlyMap<string, Member>): ReadonlyMap<string, Member> {
  for (const { role, removedAt } of members.values())
    if (role === "owner" && removedAt === undefined) return members;
  throw new RosterRefused("last-owner");
}

/** The ends must be of exactly the devices that are there: one that joined meanwhile would keep what the others lost. */
function changed(
  roster: Roster,
  person: Bytes,
  ends: readonly DeviceEnd[],
  change: (member: Member, end: ChainEnd) => Member,
): ReadonlyMap<string, Member> {
  const devices = remainingOf(roster, person);
  const named = devices.length === ends.length;
  if (!named || !devices.every(({ device }, index) => equalBytes(device, ends[index]!.device)))
    throw new RosterRefused("recipients");
  const members = new Map(roster.members);
  for (const [index, member] of devices.entries())
    members.set(toHex(member.device), change(member, ends[index]!.end));
  return members;
}

export function updated(
  { invites }: Pick<Roster, "invites">,
  those: readonly Invite[],
  change: (invite: Invite) => Invite,
): ReadonlyMap<string, Invite> {
  const all = new Map(invites);
  for (const invite of those) all.set(toHex(invite.id), change(invite));
  return all;
}

const copied = ({ counter, hash }: ChainEnd): ChainEnd => ({ counter, hash: hash.slice() });
