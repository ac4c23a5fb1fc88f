import { fingerprintOf } from "../../../shared/desk/fingerprint.ts";
import { createDesk } from "../../../shared/desk/membership.ts";
import { type AtDesk, peopleAt } from "../../../shared/desk/people-at.ts";
import { type DeviceKeys, generateDeviceKeys } from "../../../shared/envelope/keys.ts";
import { fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/frames.ts";
import type { DeskInfo, SyncState } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { publishRoster } from "../sync/publish.ts";
import { serverKey, serverOrigin } from "../sync/server-api.ts";
import type { OpenDocuments } from "../work/documents.ts";
import type { World } from "../world.ts";
import { canBeNew, deskAnew } from "./as-new-desk.ts";
import { type Backup, deskBackup } from "./backup.ts";
import { deskJoining, type Joining } from "./joining.ts";
import { describe, readNames } from "./member-list.ts";
import { wayBackReminder } from "./reminder.ts";
import { removeDesk } from "./remove-desk.ts";
import { deskRestore, type Restore } from "./restore.ts";
import type { RosterLog } from "./roster-log.ts";

interface Ties {
  readonly store: Store;
  readonly documents: OpenDocuments;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when all that was submitted on a desk is in its documents. */
  readonly drained: (desk: string) => Promise<void>;
  readonly connect: (desk: string) => void;
  readonly disconnect: (desk: string) => void;
  readonly changed: () => void;
  /** A person has taken a desk off this device. */
  readonly removed: (desk: string) => Promise<void>;
  /** Renews a desk's key. Throws as `DeskMembers` does. */
  readonly renew: (desk: string) => Promise<void>;
  /** Whether this browser may speak with a server at all. */
  readonly allows: (server: string) => Promise<boolean>;
}

/** The desks of this device: making, sharing, joining and leaving them. */
export interface DeskDirectory extends Joining {
  readonly backup: Backup;
  readonly restore: Restore;
  list(stateOf: (desk: string) => SyncState): Promise<DeskInfo[]>;
  create(
    name: string,
    memberName: string,
    options?: { server?: string | undefined; sample?: boolean; deviceName?: string | undefined },
  ): Promise<string>;
  remove(desk: string): Promise<void>;
  choose(desk: string): Promise<void>;
  /** Names a desk in this browser alone. */
  rename(desk: string, name: string): Promise<void>;
  /** Puts a desk on a server. One that came from a file alone, and had one person, goes there as a new desk (as-new-desk.ts). */
  setServer(desk: string, server: string): Promise<void>;
  /** The origin of an address at which a server of this version answers; throws what is wrong with it. */
  checkServer(server: string): Promise<string>;
  /** Says nothing of a missing paper key or backup for a while. */
  remindLater(desk: string): Promise<void>;
  /** Whose each device of a desk is, and with which role they are on it now. */
  people(desk: string): Promise<ReadonlyMap<string, AtDesk>>;
  /** The roster has grown: names are read anew. */
  forgetNames(desk: string): void;
}

export function deskDirectory(world: World, log: RosterLog, ties: Ties): DeskDirectory {
  const { db } = world;
  const { acting, apiOf, keyring, stored } = log;
  const names = new Map<string, ReturnType<typeof readNames>>();

  const allow = async (server: string) => {
    if (!(await ties.allows(server)))
      throw new ExpectedError("policy", `The organisation does not allow ${server}.`);
  };
  /** The origin of a server that answers and may be used: said where the address is typed, rather than by a sync that stops later. */
  const reach = async (server: string) => {
    const origin = serverOrigin(server);
    await allow(origin);
    if (!(await apiOf(origin).protocols()).includes(PROTOCOL_VERSION))
      throw new ExpectedError("version", "The server is of another version.");
    return origin;
  };
  const named = (desk: StoredDesk) => {
    const known = names.get(desk.id) ?? readNames(desk);
    names.set(desk.id, known);
    return known;
  };
  const add = async (desk: StoredDesk, keys: DeviceKeys) => {
    const tx = db.transaction(["desks", "device", "settings"], "readwrite", { durability: "strict" });
    tx.objectStore("desks").put(desk);
    tx.objectStore("device").put({ ...keys, id: desk.id });
    tx.objectStore("settings").put({ key: "desk", value: desk.id });
    await tx.done;
    ties.connect(desk.id);
    ties.changed();
  };
  const fresh = (id: Uint8Array, name: string) => ({
    id: toHex(id),
    name,
    sample: false,
    server: null,
    incarnation: toHex(world.random(4)),
    published: false,
    cursor: 0,
    addedAt: new Date(world.now()).toISOString(),
  });

  /** Puts the desk's first entry on its server; the sync does it too, but an invitation cannot wait for that. */
  const publish = async (desk: StoredDesk, server: string) => {
    if (desk.published) return;
    await publishRoster(apiOf(server), desk, await keyring.on(desk.id));
    await ties.inTurn(async () => {
      await db.put("desks", { ...(await stored(desk.id)), published: true });
    });
  };

  const reminder = wayBackReminder(db, world.now);
  const joining = deskJoining(world, log, { publish, allow, add, fresh });

  const restore = deskRestore(world, { ...ties, joining, add, fresh });
  const anew = deskAnew(world, log, { ...ties, fresh });

  /** Another desk stands in the place of one, or none does: it is missed by nobody. */
  const gone = async (desk: string, next: string | null) => {
    if ((await db.get("settings", "desk"))?.value === desk)
      await db.put("settings", { key: "desk", value: next });
    names.delete(desk);
    keyring.forget(desk);
    await reminder.forget(desk);
    await ties.removed(desk);
    ties.changed();
  };

  return {
    ...joining,
    backup: deskBackup(world, log, ties),
    restore,
    async list(stateOf) {
      const desks = await db.getAll("desks");
      desks.sort((a, b) => a.addedAt.localeCompare(b.addedAt));
      return Promise.all(
        desks.map(async (desk) => {
          const { id, name, sample, server } = desk;
          const unread = (await db.getAll("unread", IDBKeyRange.bound([id], [id, []]))).map(
            ({ device, why }) => ({ device, why }),
          );
          const fingerprint = fingerprintOf(fromHex(id));
          const shown = describe(await named(desk), await keyring.idOn(id), world.now());
          const wayBack = await reminder.due(desk, shown);
          return {
            id,
            name,
            sample,
            server,
            fingerprint,
            sync: stateOf(id),
            unread,
            wayBack,
            backedUpAt: desk.backedUpAt ?? null,
            ...shown,
            // There is nobody who could be shut out.
            keyOwed: server !== null && shown.keyOwed,
          };
        }),
      );
    },
    async create(name, memberName, { server, sample = false, deviceName } = {}) {
      const origin = server ? serverOrigin(server) : null;
      if (origin) await allow(origin);
      const keys = await generateDeviceKeys();
      const made = await createDesk({ name: memberName, desk: name, device: deviceName }, acting(keys));
      const desk = {
        ...fresh(made.desk, name),
        sample,
        role: "owner" as const,
        server: origin,
        roster: [made.entry],
        epochKeys: [made.epochKey],
      };
      if (origin && server) await apiOf(origin).createDesk(made.entry, serverKey(server));
      await add({ ...desk, published: origin !== null }, keys);
      return desk.id;
    },
    async remove(desk) {
      ties.disconnect(desk);
      await ties.inTurn(() => removeDesk(db, desk));
      const [next] = await db.getAllKeys("desks");
      await gone(desk, next ?? null);
    },
    async choose(desk) {
      await stored(desk);
      await db.put("settings", { key: "desk", value: desk });
      ties.changed();
    },
    async rename(desk, name) {
      await ties.inTurn(async () => {
        await db.put("desks", { ...(await stored(desk)), name });
      });
      ties.changed();
    },
    async setServer(desk, server) {
      const known = await stored(desk);
      if (known.sample)
        throw new ExpectedError(
          "sample",
          "The sample desk stays on this device. Create a desk of your own to share it.",
        );
      const origin = await reach(server);
      if (await canBeNew(known)) {
        const next = await anew(desk, origin, (entry) => apiOf(origin).createDesk(entry, serverKey(server)));
        ties.disconnect(desk);
        ties.connect(next);
        await gone(desk, next);
        await ties.drained(next);
        return;
      }
      await publishRoster(apiOf(origin), known, await keyring.on(desk), serverKey(server));
      await ties.inTurn(async () => {
        await db.put("desks", { ...(await stored(desk)), server: origin, published: true });
      });
      ties.connect(desk);
      ties.changed();
      // A file made of it before holds a link that this server would take: behind another entry it takes it no more.
      if (known.backedUpAt && known.role === "owner") await ties.renew(desk);
    },
    checkServer: reach,
    async remindLater(desk) {
      await reminder.postpone(desk);
      ties.changed();
    },
    people: async (desk) => peopleAt((await named(await stored(desk))).roster, world.now()),
    forgetNames(desk) {
      names.delete(desk);
    },
  };
}
