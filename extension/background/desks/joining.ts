import { fingerprintOf } from "../../../shared/desk/fingerprint.ts";
import { type InviteLink, inviteLinkText, parseInviteLink } from "../../../shared/desk/invite.ts";
import {
  acceptInvite,
  makeInvite,
  makeOwnInvite,
  type OpenedInvite,
  openInvite,
} from "../../../shared/desk/membership.ts";
import {
  paperKeyLink,
  paperKeySecret,
  paperKeyText,
  parsePaperKeyLink,
  readPaperKey,
} from "../../../shared/desk/paper-key.ts";
import type { Profile } from "../../../shared/desk/profile.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { type DeviceKeys, generateDeviceKeys, sha256 } from "../../../shared/envelope/keys.ts";
import { fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import type { InvitePreview, Member, PaperKeyPage } from "../../port/surface.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import { serverOrigin } from "../sync/server-api.ts";
import type { World } from "../world.ts";
import { profileOf } from "./member-list.ts";
import { pinOf, type RosterLog, readRoster } from "./roster-log.ts";

const INVITE_LASTS_MS = 7 * 86_400_000;
/** A link for one's own next browser is used at once, or not at all. */
const OWN_LINK_LASTS_MS = 86_400_000;

interface Ties {
  /** Puts the desk's first entry on its server, where that has not been done yet. */
  readonly publish: (desk: StoredDesk, server: string) => Promise<void>;
  /** Throws `policy` where this browser may not speak with a server. */
  readonly allow: (server: string) => Promise<void>;
  /** A desk that this device has just joined. */
  readonly add: (desk: StoredDesk, keys: DeviceKeys) => Promise<void>;
  readonly fresh: (id: Uint8Array, name: string) => Omit<StoredDesk, "roster" | "epochKeys">;
}

/** What somebody who comes back knows of a desk's list of members: the server's must go on from there. */
type KnownDesk = Pick<StoredDesk, "id" | "roster">;

/** Letting people, one's own devices and oneself onto a desk. Ids are hex; every method throws ExpectedError. */
export interface Joining {
  /** @param until when the joiner's role ends, ms since 1970; never when absent */
  invite(desk: string, role: Member["role"], until?: number): Promise<{ link: string; expiresAt: string }>;
  /** A link with which another browser becomes one of this person's devices. */
  addDevice(desk: string): Promise<{ link: string; expiresAt: string }>;
  /** A new paper key of this person; one that was made before opens nothing any more. */
  makePaperKey(desk: string): Promise<PaperKeyPage>;
  /** @param text an invitation's link or a paper key; `server` beside one that was typed by hand */
  inspect(text: string, server?: string): Promise<InvitePreview>;
  /** Which desk it leads to, and as whose device; null for a new person. Throws as `inspect`. */
  leadsTo(text: string, server: string, known: KnownDesk): Promise<{ desk: string; person: string | null }>;
  /** @param memberName of the person, where the invitation is for a new one */
  join(
    text: string,
    memberName: string,
    more?: { server?: string | undefined; device?: string | undefined; known?: KnownDesk },
  ): Promise<string>;
}

export function deskJoining(world: World, log: RosterLog, ties: Ties): Joining {
  const { db } = world;
  const { acting, apiOf, stored } = log;

  const shared = async (desk: string) => {
    const known = await stored(desk);
    const { server } = known;
    if (!server)
      throw new ExpectedError(
        "no-server",
        "Connect this desk to a sync server first: an invitation leads there.",
      );
    await ties.publish(known, server);
    return { known: { ...known, keys: await log.keyring.on(desk) }, server };
  };
  const linkOf = async (text: string, server?: string): Promise<InviteLink> => {
    const parsed = parseInviteLink(text);
    if (parsed.ok) return parsed.link;
    const pasted = parsePaperKeyLink(text);
    if (pasted || server) {
      const read = readPaperKey(pasted?.characters ?? text);
      if (!read.ok) throw new ExpectedError("paper-key", read.problem.groups.join(", "));
      const { key } = read;
      return {
        server: pasted?.server ?? serverOrigin(server ?? ""),
        desk: key.desk,
        secret: await paperKeySecret(key),
      };
    }
    throw new ExpectedError(parsed.failure.code, parsed.failure.message);
  };
  const enter = async (text: string, server?: string, known?: KnownDesk) => {
    const link = await linkOf(text, server);
    await ties.allow(link.server);
    const id = toHex(link.desk);
    const entries = await apiOf(link.server).roster(id);
    const pin = known?.id === id ? await pinOf(known.roster) : undefined;
    return { link, roster: await readRoster(entries, id, pin) };
  };
  const opened = async (roster: Roster, { secret }: InviteLink): Promise<OpenedInvite> => {
    const read = await openInvite(roster, secret, world.now());
    if (!read.ok) throw new ExpectedError(read.failure.code, read.failure.message);
    return read.opened;
  };
  const profileIn = async ({ members }: Roster, device: Uint8Array, epochKeys: readonly Uint8Array[]) => {
    const member = members.get(toHex(device));
    return member && profileOf(member, epochKeys);
  };
  const deskNameOf = async (roster: Roster, epochKeys: readonly Uint8Array[]) => {
    const [founder] = roster.members.values();
    return (founder && (await profileOf(founder, epochKeys))?.desk) ?? "Sidedesk";
  };

  return {
    async invite(desk, role, until) {
      const { known, server } = await shared(desk);
      const expires = world.now() + INVITE_LASTS_MS;
      const made = await log.append(known, server, async (roster) => {
        const epochKeys = await log.keysOf(roster, known);
        return makeInvite(roster, { server, role, until, expires, epochKeys }, acting(known.keys));
      });
      return { link: made.link, expiresAt: new Date(expires).toISOString() };
    },
    async addDevice(desk) {
      const { known, server } = await shared(desk);
      const expires = world.now() + OWN_LINK_LASTS_MS;
      const secret = world.random(32);
      await log.append(known, server, async (roster) => {
        const epochKeys = await log.keysOf(roster, known);
        return makeOwnInvite(roster, { use: "device", expires, epochKeys, secret }, acting(known.keys));
      });
      const link = inviteLinkText({ server, desk: fromHex(desk), secret });
      return { link, expiresAt: new Date(expires).toISOString() };
    },
    async makePaperKey(desk) {
      const { known, server } = await shared(desk);
      const key = { desk: fromHex(desk), seed: world.random(16) };
      const secret = await paperKeySecret(key);
      await log.append(known, server, async (roster) => {
        const epochKeys = await log.keysOf(roster, known);
        return makeOwnInvite(roster, { use: "recovery", expires: 0, epochKeys, secret }, acting(known.keys));
      });
      return {
        characters: paperKeyText(key),
        link: paperKeyLink(server, key),
        server,
        deskName: known.name,
        fingerprint: fingerprintOf(key.desk),
        madeAt: new Date(world.now()).toISOString(),
      };
    },
    async inspect(text, server) {
      const { link, roster } = await enter(text, server);
      const { invite, epochKeys } = await opened(roster, link);
      const { own, role, expires } = invite;
      const person = own && (await profileIn(roster, own.person, epochKeys));
      return {
        server: link.server,
        deskName: await deskNameOf(roster, epochKeys),
        role,
        use: own?.use ?? "member",
        person: own ? (person?.name ?? "") : null,
        fingerprint: fingerprintOf(roster.desk),
        expiresAt: expires > 0 ? new Date(expires).toISOString() : null,
      };
    },
    async leadsTo(text, server, known) {
      const { link, roster } = await enter(text, server, known);
      const { own } = (await opened(roster, link)).invite;
      return { desk: toHex(link.desk), person: own ? toHex(own.person) : null };
    },
    async join(text, memberName, { server, device, known } = {}) {
      const { link, roster: first } = await enter(text, server, known);
      const id = toHex(link.desk);
      if (await db.get("desks", id)) {
        const me = first.members.get(await log.keyring.idOn(id));
        if (me && me.removedAt !== undefined)
          throw new ExpectedError("already-member", "This browser was removed; what it had is still here.");
        throw new ExpectedError("already-here", "This desk is on this device already.");
      }
      const keys = await generateDeviceKeys();
      let deskName = "";
      let given: readonly Uint8Array[] = [];
      const base = { ...ties.fresh(link.desk, ""), server: link.server, published: true };
      const before = { ...base, epochKeys: [], roster: known?.roster ?? [] };
      const { entry, length } = await log.append(before, link.server, async (roster) => {
        const { invite, epochKeys } = await opened(roster, link);
        const person = invite.own && (await profileIn(roster, invite.own.person, epochKeys));
        const profile: Profile = { name: person?.name ?? memberName, device };
        const accepted = await acceptInvite(roster, link, profile, acting(keys));
        if (!accepted.ok) throw new ExpectedError(accepted.failure.code, accepted.failure.message);
        given = accepted.epochKeys;
        deskName = await deskNameOf(first, given);
        return { entry: accepted.entry, length: roster.length + 1 };
      });
      const roster = await apiOf(link.server).roster(id);
      // An owner may have renewed the key since; what this device knows is in it as it was.
      const verified = await readRoster(roster, id, { length, head: await sha256(entry) });
      const epochKeys = await log.keysOf(verified, { epochKeys: given, keys });
      const mine = verified.members.get(toHex(keys.device));
      const placed = mine ? { role: mine.role, person: toHex(mine.person) } : {};
      await ties.add({ ...base, name: deskName, roster, epochKeys, ...placed }, keys);
      return id;
    },
  };
}
