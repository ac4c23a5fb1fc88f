/**
 * What the owners still owe a desk: it is read from the roster alone, so whichever owner's device comes next sees it
 * and finishes it, however often one was interrupted.
 */
import { type Bytes, toHex } from "../protocol/bytes.ts";
import { hasEnded, isPresent } from "./roles.ts";
import type { Member, Roster } from "./roster.ts";

export interface Owed {
  /** Devices whose role has ended, not yet removed. */
  readonly removals: readonly Member[];
  /**
   * A new epoch: since the newest one somebody was removed, or an invite was used, withdrawn or expired. Whoever
   * has its link, or had the device, could else go on opening what is sealed.
   */
  readonly epoch: boolean;
}

/** What is owed at a time (ms since 1970). */
export function owedBy(roster: Roster, now: number): Owed {
  const removals = [...roster.members.values()].filter(
    (member) => member.removedAt === undefined && hasEnded(member, now),
  );
  const expired = [...roster.invites.values()].some(
    ({ state, expires, keyEpoch }) => state === "open" && now > expires && keyEpoch === roster.epoch,
  );
  return { removals, epoch: roster.epochOwed || expired || removals.length > 0 };
}

/** Whom the key of a new epoch is sealed to at a time: those on the desk and the open invites, ids ascending. */
export function recipientsAt(roster: Roster, now: number): { id: Bytes; sealPublic: Bytes }[] {
  const members = [...roster.members.values()].filter((member) => isPresent(member, now));
  const invites = [...roster.invites.values()].filter(
    ({ state, expires }) => state === "open" && now <= expires,
  );
  return [
    ...members.map(({ device, sealPublic }) => ({ id: device, sealPublic })),
    ...invites.map(({ id, sealPublic }) => ({ id, sealPublic })),
  ].sort((a, b) => (toHex(a.id) < toHex(b.id) ? -1 : 1));
}
