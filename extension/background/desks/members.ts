import type { ChainEnd, Role } from "../../../shared/desk/body.ts";
import { beginEpoch, changeRole, removeDevice, revokeInvite } from "../../../shared/desk/membership.ts";
import { owedBy } from "../../../shared/desk/owed.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { fromHex, owned, toHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import type { World } from "../world.ts";
import type { RosterLog } from "./roster-log.ts";

/** What owners decide about who is on a desk. Ids are hex; every method throws ExpectedError. */
export interface DeskMembers {
  /** Removes a device for good, and begins a new epoch. */
  remove(desk: string, member: string): Promise<void>;
  /** @param until when the role ends, ms since 1970; 0 for never */
  changeRole(desk: string, member: string, role: Role, until: number): Promise<void>;
  /** Withdraws an open invitation, and begins a new epoch. */
  revokeInvite(desk: string, invite: string): Promise<void>;
  /** Begins a new epoch, whether or not one is owed. */
  rotate(desk: string): Promise<void>;
  /** Does what is owed to the desk: removes those whose time is over, begins a new epoch. One at a time for a desk. */
  finishOwed(desk: string): Promise<void>;
}

export function deskMembers({ db, keys, now }: World, log: RosterLog): DeskMembers {
  const { acting, append, keysOf, serverOf, stored } = log;
  const finishing = new Map<string, Promise<void>>();

  /** The newest envelope of a device that has come in here: what it wrote after it does not count any more. */
  const endOf = async (desk: string, device: string): Promise<ChainEnd> => {
    const chain = await db.get("chains", [desk, device]);
    return { counter: chain?.counter ?? 0, hash: owned(chain?.hash ?? new Uint8Array(32)) };
  };
  const mine = (roster: Roster) => {
    const me = roster.members.get(toHex(keys.device));
    if (me?.role !== "owner" || me.removedAt !== undefined)
      throw new ExpectedError("role", "Only an owner decides who is on the desk.");
  };
  const present = (roster: Roster, device: string) => {
    mine(roster);
    const member = roster.members.get(device);
    if (!member || member.removedAt !== undefined)
      throw new ExpectedError("not-found", "This member is not on the desk any more.");
    const owners = [...roster.members.values()].filter(
      (m) => m.role === "owner" && m.removedAt === undefined,
    );
    return { member, isLastOwner: member.role === "owner" && owners.length === 1 };
  };
  const lastOwner = () => new ExpectedError("last-owner", "A desk keeps at least one owner.");

  const removal = async (desk: StoredDesk, device: string) =>
    append(desk, serverOf(desk), async (roster) => {
      if (present(roster, device).isLastOwner) throw lastOwner();
      const leaving = { device: fromHex(device), end: await endOf(desk.id, device) };
      return { entry: await removeDevice(roster, leaving, acting()) };
    });
  const newEpoch = (desk: StoredDesk, isWanted: (roster: Roster) => boolean) =>
    append(desk, serverOf(desk), async (roster) => {
      mine(roster);
      if (!isWanted(roster)) return undefined;
      return { entry: await beginEpoch(roster, await keysOf(roster, desk), acting()) };
    });
  const finish = async (id: string) => {
    const desk = await stored(id);
    const isOwed = (roster: Roster) => owedBy(roster, now()).epoch;
    for (;;) {
      const ended = await append(desk, serverOf(desk), async (roster) => {
        mine(roster);
        const device = owedBy(roster, now()).removals[0]?.device;
        if (!device) return undefined;
        const leaving = { device, end: await endOf(id, toHex(device)) };
        return { entry: await removeDevice(roster, leaving, acting()) };
      });
      if (!ended) break;
    }
    await newEpoch(desk, isOwed);
  };
  const finishOwed = (desk: string): Promise<void> => {
    const before = finishing.get(desk) ?? Promise.resolve();
    const next = before.catch(() => {}).then(() => finish(desk));
    finishing.set(desk, next);
    return next;
  };

  return {
    async remove(desk, member) {
      await removal(await stored(desk), member);
      await finishOwed(desk);
    },
    async changeRole(desk, member, role, until) {
      const known = await stored(desk);
      await append(known, serverOf(known), async (roster) => {
        if (present(roster, member).isLastOwner && role !== "owner") throw lastOwner();
        const change = { device: fromHex(member), role, until, end: await endOf(desk, member) };
        return { entry: await changeRole(roster, change, acting()) };
      });
    },
    async revokeInvite(desk, invite) {
      const known = await stored(desk);
      await append(known, serverOf(known), async (roster) => {
        mine(roster);
        const state = roster.invites.get(invite)?.state;
        if (!state) throw new ExpectedError("invite-unknown", "The desk does not know this invitation.");
        if (state === "used") throw new ExpectedError("invite-used", "This invitation was used already.");
        if (state === "revoked") return undefined;
        return { entry: await revokeInvite(roster, fromHex(invite), acting()) };
      });
      await finishOwed(desk);
    },
    async rotate(desk) {
      await newEpoch(await stored(desk), () => true);
    },
    finishOwed,
  };
}
