import { parseInviteLink } from "../../../shared/desk/invite.ts";
import { acceptInvite, createDesk, makeInvite } from "../../../shared/desk/membership.ts";
import { owedBy } from "../../../shared/desk/owed.ts";
import { openProfile, profileEpoch } from "../../../shared/desk/profile.ts";
import { isPresent } from "../../../shared/desk/roles.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { importEpochKey } from "../../../shared/envelope/keys.ts";
import { fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol/frames.ts";
import type { DeskInfo, InvitePreview, Member, SyncState } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import { publishRoster } from "../sync/publish.ts";
import { serverOrigin } from "../sync/server-api.ts";
import type { World } from "../world.ts";
import { removeDesk } from "./remove-desk.ts";
import { type RosterLog, readRoster } from "./roster-log.ts";

const INVITE_LASTS_MS = 7 * 86_400_000;

interface Ties {
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly connect: (desk: string) => void;
  readonly disconnect: (desk: string) => void;
  readonly changed: () => void;
  /** Whether this browser may speak with a server at all. */
  readonly allows: (server: string) => Promise<boolean>;
}

/** The desks of this device: making, sharing, joining and leaving them. */
export interface DeskDirectory {
  list(stateOf: (desk: string) => SyncState): Promise<DeskInfo[]>;
  create(
    name: string,
    memberName: string,
    options?: { server?: string | undefined; sample?: boolean },
  ): Promise<string>;
  remove(desk: string): Promise<void>;
  choose(desk: string): Promise<void>;
  /** Names a desk in this browser alone. */
  rename(desk: string, name: string): Promise<void>;
  setServer(desk: string, server: string): Promise<void>;
  /** The origin of an address at which a server of this version answers; throws what is wrong with it. */
  checkServer(server: string): Promise<string>;
  /** @param until when the joiner's role ends, ms since 1970; never when absent */
  invite(desk: string, role: Member["role"], until?: number): Promise<{ link: string; expiresAt: string }>;
  inspect(link: string): Promise<InvitePreview>;
  join(link: string, memberName: string): Promise<string>;
  /** The roster has grown: names are read anew. */
  forgetNames(desk: string): void;
}

export function deskDirectory(world: World, log: RosterLog, ties: Ties): DeskDirectory {
  const { db, keys } = world;
  const { acting, apiOf, stored } = log;
  const me = toHex(keys.device);
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
  const profileOf = async (sealed: Uint8Array, device: Uint8Array, epochKeys: readonly Uint8Array[]) => {
    const key = epochKeys[profileEpoch(sealed) - 1];
    return key ? openProfile(sealed, { device, epochKey: await importEpochKey(key) }) : undefined;
  };

  const readNames = async (desk: StoredDesk) => {
    const found = new Map<string, string>();
    // A list that does not hold together stops the sync, which says so; the work itself stays readable.
    const roster = await readRoster(desk.roster, desk.id).catch(() => null);
    for (const [id, { device, sealedProfile }] of roster?.members ?? []) {
      const profile = await profileOf(sealedProfile, device, desk.epochKeys);
      found.set(id, profile?.name ?? id.slice(0, 6));
    }
    return { roster, names: found };
  };
  const named = (desk: StoredDesk) => {
    const known = names.get(desk.id) ?? readNames(desk);
    names.set(desk.id, known);
    return known;
  };
  const describe = ({ roster, names }: Awaited<ReturnType<typeof readNames>>) => {
    const now = world.now();
    const instant = (ms: number) => (ms > 0 ? new Date(ms).toISOString() : null);
    return {
      members: [...(roster?.members ?? [])].map(([id, member]) => ({
        id,
        name: names.get(id) ?? "",
        role: member.role,
        until: instant(member.until),
        me: id === me,
        removed: !isPresent(member, now),
      })),
      invites: [...(roster?.invites ?? [])]
        .filter(([, { state, expires }]) => state === "open" && now <= expires)
        .map(([id, { role, until, expires }]) => ({
          id,
          role,
          until: instant(until),
          expiresAt: new Date(expires).toISOString(),
        })),
      keyOwed: roster !== null && owedBy(roster, now).epoch,
    };
  };
  const add = async (desk: StoredDesk) => {
    const tx = db.transaction(["desks", "settings"], "readwrite", { durability: "strict" });
    tx.objectStore("desks").put(desk);
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
    await publishRoster(apiOf(server), desk, keys);
    await ties.inTurn(async () => {
      await db.put("desks", { ...(await stored(desk.id)), published: true });
    });
  };

  const readInvite = async (text: string) => {
    const parsed = parseInviteLink(text);
    if (!parsed.ok) throw new ExpectedError(parsed.failure.code, parsed.failure.message);
    const { link } = parsed;
    await allow(link.server);
    const entries = await apiOf(link.server).roster(toHex(link.desk));
    return { link, roster: await readRoster(entries, toHex(link.desk)) };
  };
  const deskNameOf = async (roster: Roster, epochKeys: readonly Uint8Array[]) => {
    const [founder] = roster.members.values();
    const profile = founder && (await profileOf(founder.sealedProfile, founder.device, epochKeys));
    return profile?.desk ?? "Sidedesk";
  };

  return {
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
          const shown = describe(await named(desk));
          return { id, name, sample, server, fingerprint, sync: stateOf(id), unread, ...shown };
        }),
      );
    },
    async create(name, memberName, { server, sample = false } = {}) {
      const origin = server ? serverOrigin(server) : null;
      if (origin) await allow(origin);
      const made = await createDesk({ name: memberName, desk: name }, acting());
      const desk = {
        ...fresh(made.desk, name),
        sample,
        role: "owner" as const,
        server: origin,
        roster: [made.entry],
        epochKeys: [made.epochKey],
      };
      if (origin) await apiOf(origin).createDesk(made.entry);
      await add({ ...desk, published: origin !== null });
      return desk.id;
    },
    async remove(desk) {
      ties.disconnect(desk);
      await ties.inTurn(() => removeDesk(db, desk));
      const [next] = await db.getAllKeys("desks");
      if ((await db.get("settings", "desk"))?.value === desk)
        await db.put("settings", { key: "desk", value: next ?? null });
      names.delete(desk);
      ties.changed();
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
      await publishRoster(apiOf(origin), known, keys);
      await ties.inTurn(async () => {
        await db.put("desks", { ...(await stored(desk)), server: origin, published: true });
      });
      ties.connect(desk);
      ties.changed();
    },
    checkServer: reach,
    async invite(desk, role, until) {
      const known = await stored(desk);
      const { server } = known;
      if (!server)
        throw new ExpectedError(
          "no-server",
          "Connect this desk to a sync server first: an invitation leads there.",
        );
      await publish(known, server);
      const expires = world.now() + INVITE_LASTS_MS;
      const made = await log.append(known, server, async (roster) => {
        const epochKeys = await log.keysOf(roster, known);
        return makeInvite(roster, { server, role, until, expires, epochKeys }, acting());
      });
      return { link: made.link, expiresAt: new Date(expires).toISOString() };
    },
    async inspect(text) {
      const { link, roster } = await readInvite(text);
      const accepted = await acceptInvite(roster, link, { name: "" }, acting());
      if (!accepted.ok) throw new ExpectedError(accepted.failure.code, accepted.failure.message);
      const { epochKeys, role } = accepted;
      const expires = [...roster.invites.values()]
        .filter(({ state }) => state === "open")
        .map(({ expires }) => expires);
      return {
        server: link.server,
        deskName: await deskNameOf(roster, epochKeys),
        role,
        fingerprint: fingerprintOf(roster.desk),
        expiresAt: new Date(Math.max(...expires)).toISOString(),
      };
    },
    async join(text, memberName) {
      const { link, roster: first } = await readInvite(text);
      const id = toHex(link.desk);
      if (await db.get("desks", id))
        throw new ExpectedError("already-here", "This desk is on this device already.");
      let deskName = "";
      let given: readonly Uint8Array[] = [];
      const base = {
        ...fresh(link.desk, ""),
        server: link.server,
        published: true,
        epochKeys: [],
        roster: [],
      };
      await log.append(base, link.server, async (roster) => {
        const accepted = await acceptInvite(roster, link, { name: memberName }, acting());
        if (!accepted.ok) throw new ExpectedError(accepted.failure.code, accepted.failure.message);
        given = accepted.epochKeys;
        deskName = await deskNameOf(first, given);
        return accepted;
      });
      const roster = await apiOf(link.server).roster(id);
      // An owner may have renewed the key since.
      const verified = await readRoster(roster, id);
      const epochKeys = await log.keysOf(verified, { epochKeys: given });
      const role = verified.members.get(me)?.role;
      await add({ ...base, name: deskName, roster, epochKeys, ...(role ? { role } : {}) });
      return id;
    },
    forgetNames(desk) {
      names.delete(desk);
    },
  };
}

/** A desk's id as eight groups of digits, for two people to compare by telephone. */
function fingerprintOf(desk: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < 16; at += 2) groups.push(String((desk[at]! << 8) | desk[at + 1]!).padStart(5, "0"));
  return groups.join(" ");
}
