/**
 * What the owners still owe a desk: it is read from the roster alone, so whichever owner's device comes next sees it
 * and finishes it, however often one was interrupted.
 */
import { type Bytes, toHex } from "../protocol/bytes.ts";
import { hasEnded, isOpen, isPresent } from "./roles.ts";
import type { Roster } from "./roster.ts";

export interface Owed {
  /** Persons whose role has ended, not yet removed. */
  readonly removals: readonly Bytes[];
  /**
   * A new epoch: since the newest one somebody was removed, or an invite was used, withdrawn or expired. Whoever
   * has its link, or had the device, could else go on opening what is sealed.
   */
  readonly epoch: boolean;
}

/** What is owed at a time (ms since 1970). */
export function owedBy(roster: Roster, now: number): Owed {
  const ended = [...roster.members.values()].filter(
    (member) => member.removedAt === undefined && hasEnded(member, now),
  );
  const removals = [...new Map(ended.map(({ person }) => [toHex(person), person])).values()];
  const expired = [...roster.invites.values()].some(
    (invite) => invite.state === "open" && !isOpen(invite, now) && invite.keyEpoch === roster.epoch,
  );
  return { removals, epoch: roster.epochOwed || expired || removals.length > 0 };
}

/** When a role or an invitation ends next, after a time, so that something becomes owed; undefined for never. Both in ms. */
export function nextOwed(roster: Roster, now: number): number | undefined {
  const ends = [
    ...[...roster.members.values()].flatMap(({ removedAt, until }) => (removedAt === undefined ? until : [])),
    ...[...roster.invites.values()].flatMap(({ state, expires, until }) =>
      state === "open" ? [expires, until] : [],
    ),
  ].filter((end) => end >= now && end > 0);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Whom the key of a new epoch is sealed to at a time: those on the desk and the open invites, ids ascending. */
export function recipientsAt(roster: Roster, now: number): { id: Bytes; sealPublic: Bytes }[] {
  const members = [...roster.members.values()].filter((member) => isPresent(member, now));
  const invites = [...roster.invites.values()].filter((invite) => isOpen(invite, now));
  return [
    ...members.map(({ device, sealPublic }) => ({ id: device, sealPublic })),
    ...invites.map(({ id, sealPublic }) => ({ id, sealPublic })),
  ].sort((a, b) => (toHex(a.id) < toHex(b.id) ? -1 : 1));
}
