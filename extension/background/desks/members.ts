import type { DeviceEnd, Role } from "../../../shared/desk/body.ts";
import {
  beginEpoch,
  changeRole,
  removeDevice,
  removePerson,
  revokeInvite,
} from "../../../shared/desk/membership.ts";
import { owedBy } from "../../../shared/desk/owed.ts";
import { ownInvitesOf, remainingOf } from "../../../shared/desk/person.ts";
import type { Member, Roster } from "../../../shared/desk/roster.ts";
import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import { type Bytes, equalBytes, fromHex, owned, toHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import type { World } from "../world.ts";
import type { RosterLog } from "./roster-log.ts";

/** What is decided about who is on a desk. Ids are hex; every method throws ExpectedError. */
export interface DeskMembers {
  /** Removes a person for good, with every device, and begins a new epoch. By an owner. */
  remove(desk: string, person: string): Promise<void>;
  /** Removes one device for good: by an owner, or by another device of the same person. */
  removeDevice(desk: string, device: string): Promise<void>;
  /** @param until when the role ends, ms since 1970; 0 for never */
  changeRole(desk: string, person: string, role: Role, until: number): Promise<void>;
  /** Withdraws an open invitation: by an owner, or one's own link or paper key. */
  revokeInvite(desk: string, invite: string): Promise<void>;
  /** Begins a new epoch, whether or not one is owed; from the last sound one where the newest is none. */
  rotate(desk: string): Promise<void>;
  /** Does what is owed to the desk: removes those whose time is over, begins a new epoch. One at a time for a desk. */
  finishOwed(desk: string): Promise<void>;
}

/** A desk as it is on this device, with this device's keys on it. */
type Here = StoredDesk & { readonly keys: DeviceKeys };

export function deskMembers({ db, now }: World, log: RosterLog): DeskMembers {
  const { acting, append, keyring, keysOf, serverOf, soundKeysOf } = log;
  const finishing = new Map<string, Promise<void>>();

  /** The newest envelope of a device that has come in here: what it wrote after it does not count any more. */
  const endOf = async (desk: string, device: Uint8Array) => {
    const chain = await db.get("chains", [desk, toHex(device)]);
    return { counter: chain?.counter ?? 0, hash: owned(chain?.hash ?? new Uint8Array(32)) };
  };
  const endsOf = (desk: string, devices: readonly Member[]): Promise<DeviceEnd[]> =>
    Promise.all(devices.map(async ({ device }) => ({ device, end: await endOf(desk, device) })));
  const stored = async (desk: string): Promise<Here> => ({
    ...(await log.stored(desk)),
    keys: await keyring.on(desk),
  });
  const mine = (roster: Roster, { keys }: Here): Member => {
    const me = roster.members.get(toHex(keys.device));
    if (!me || me.removedAt !== undefined)
      throw new ExpectedError("not-a-member", "This device is not on the desk any more.");
    return me;
  };
  const owners = (roster: Roster, here: Here) => {
    if (mine(roster, here).role !== "owner")
      throw new ExpectedError("role", "Only an owner decides who is on the desk.");
  };
  const gone = () => new ExpectedError("not-found", "This member is not on the desk any more.");
  /** A person's devices that are there. Throws `last-owner` where the desk would have no owner's device without them. */
  const devicesOf = (roster: Roster, person: Uint8Array, owner: boolean): Member[] => {
    const devices = remainingOf(roster, person);
    if (devices.length === 0 && ownInvitesOf(roster, person).length === 0) throw gone();
    if (!owner) keepOwner(roster, devices);
    return devices;
  };
  const keepOwner = ({ members }: Roster, leaving: readonly Member[]) => {
    const staying = [...members.values()].filter(
      (member) => member.role === "owner" && member.removedAt === undefined && !leaving.includes(member),
    );
    if (staying.length === 0) throw new ExpectedError("last-owner", "A desk keeps at least one owner.");
  };

  const removal = async (desk: Here, roster: Roster, person: Bytes) => {
    const ends = await endsOf(desk.id, devicesOf(roster, person, false));
    return { entry: await removePerson(roster, { person, ends }, acting(desk.keys)) };
  };
  const newEpoch = (desk: Here, isWanted: (roster: Roster) => boolean, from = keysOf) =>
    append(desk, serverOf(desk), async (roster) => {
      owners(roster, desk);
      if (!isWanted(roster)) return undefined;
      return { entry: await beginEpoch(roster, await from(roster, desk), acting(desk.keys)) };
    });
  const finish = async (id: string, from = keysOf) => {
    const desk = await stored(id);
    for (;;) {
      const ended = await append(desk, serverOf(desk), async (roster) => {
        owners(roster, desk);
        const [person] = owedBy(roster, now()).removals;
        return person && removal(desk, roster, person);
      });
      if (!ended) break;
    }
    await newEpoch(desk, (roster) => owedBy(roster, now()).epoch, from);
  };
  const inTurn = (desk: string, work: () => Promise<void>): Promise<void> => {
    const before = finishing.get(desk) ?? Promise.resolve();
    const next = before.catch(() => {}).then(work);
    finishing.set(desk, next);
    return next;
  };
  /** What follows from a decision: an owner renews the key at once; for anybody else it stays owed to the owners. */
  const settle = async (desk: string) => {
    if ((await log.stored(desk)).role === "owner") await inTurn(desk, () => finish(desk, soundKeysOf));
  };

  return {
    async remove(desk, person) {
      const known = await stored(desk);
      await append(known, serverOf(known), async (roster) => {
        owners(roster, known);
        return removal(known, roster, fromHex(person));
      });
      await settle(desk);
    },
    async removeDevice(desk, device) {
      const known = await stored(desk);
      await append(known, serverOf(known), async (roster) => {
        const leaving = roster.members.get(device);
        if (!leaving || leaving.removedAt !== undefined) throw gone();
        if (!equalBytes(leaving.person, mine(roster, known).person)) owners(roster, known);
        keepOwner(roster, [leaving]);
        const end = await endOf(desk, leaving.device);
        return { entry: await removeDevice(roster, { device: leaving.device, end }, acting(known.keys)) };
      });
      await settle(desk);
    },
    async changeRole(desk, id, role, until) {
      const known = await stored(desk);
      const person = fromHex(id);
      await append(known, serverOf(known), async (roster) => {
        owners(roster, known);
        const ends = await endsOf(desk, devicesOf(roster, person, role === "owner"));
        return { entry: await changeRole(roster, { person, role, until, ends }, acting(known.keys)) };
      });
    },
    async revokeInvite(desk, invite) {
      const known = await stored(desk);
      await append(known, serverOf(known), async (roster) => {
        const of = roster.invites.get(invite);
        if (!of) throw new ExpectedError("invite-unknown", "The desk does not know this invitation.");
        if (!of.own || !equalBytes(of.own.person, mine(roster, known).person)) owners(roster, known);
        if (of.state === "used") throw new ExpectedError("invite-used", "This invitation was used already.");
        if (of.state === "revoked") return undefined;
        return { entry: await revokeInvite(roster, fromHex(invite), acting(known.keys)) };
      });
      await settle(desk);
    },
    async rotate(desk) {
      await newEpoch(await stored(desk), () => true, soundKeysOf);
    },
    finishOwed: (desk) => inTurn(desk, () => finish(desk)),
  };
}
