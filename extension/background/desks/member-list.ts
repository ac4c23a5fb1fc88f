import { owedBy } from "../../../shared/desk/owed.ts";
import { devicesOf } from "../../../shared/desk/person.ts";
import { openProfile, type Profile, profileEpoch } from "../../../shared/desk/profile.ts";
import { isOpen, isPresent } from "../../../shared/desk/roles.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { importEpochKey } from "../../../shared/envelope/keys.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import type { DeskInfo, Member } from "../../port/surface.ts";
import type { StoredDesk } from "../storage/database.ts";
import { readRoster } from "./roster-log.ts";

/** A desk's roster with what its members call themselves and their devices, by device. */
export interface Named {
  readonly roster: Roster | null;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/** A member's profile; undefined where the desk's key does not open it. */
export async function profileOf(
  { sealedProfile, device }: { sealedProfile: Uint8Array; device: Uint8Array },
  epochKeys: readonly Uint8Array[],
): Promise<Profile | undefined> {
  const key = epochKeys[profileEpoch(sealedProfile) - 1];
  return key?.length
    ? openProfile(sealedProfile, { device, epochKey: await importEpochKey(key) })
    : undefined;
}

/** Reads a desk's roster and opens its names. */
export async function readNames(desk: StoredDesk): Promise<Named> {
  const profiles = new Map<string, Profile>();
  // A list that does not hold together stops the sync, which says so; the work itself stays readable.
  const roster = await readRoster(desk.roster, desk.id).catch(() => null);
  for (const [id, member] of roster?.members ?? [])
    profiles.set(id, (await profileOf(member, desk.epochKeys)) ?? { name: id.slice(0, 6) });
  return { roster, profiles };
}

type Shown = Pick<DeskInfo, "members" | "invites" | "keyOwed" | "paperKey">;

/** Who is on a desk, as this device shows it at a time (ms since 1970). */
export function describe({ roster, profiles }: Named, me: string, now: number): Shown {
  if (!roster) return { members: [], invites: [], keyOwed: false, paperKey: null };
  const nameOf = (device: Uint8Array) => profiles.get(toHex(device));
  const persons = new Map([...roster.members.values()].map(({ person }) => [toHex(person), person]));
  const invites = [...roster.invites.values()].filter((invite) => isOpen(invite, now));
  const myself = toHex(roster.members.get(me)?.person ?? new Uint8Array(0));
  const isMine = (own: (typeof invites)[number]["own"]) => own !== undefined && toHex(own.person) === myself;
  const paper = invites.find(({ own }) => own?.use === "recovery" && isMine(own));
  return {
    members: [...persons].map(([id, person]): Member => {
      const devices = devicesOf(roster, person);
      const first = devices.find(({ device }) => toHex(device) === id) ?? devices[0];
      const there = devices.find((device) => isPresent(device, now));
      const latest = there ?? devices.at(-1);
      const mayReturn = invites.some(({ own }) => own && toHex(own.person) === id);
      return {
        id,
        name: (first && nameOf(first.device)?.name) ?? "",
        role: latest?.role ?? "viewer",
        until: instant(latest?.until ?? 0),
        me: id === myself,
        removed: !there && !mayReturn,
        devices: devices.map((device) => ({
          id: toHex(device.device),
          name: nameOf(device.device)?.device ?? "",
          joinedAt: new Date(device.joinedAt).toISOString(),
          me: toHex(device.device) === me,
          removed: !isPresent(device, now),
        })),
      };
    }),
    invites: invites
      .filter(({ own }) => own?.use !== "recovery" && (!own || isMine(own)))
      .map(({ id, role, until, expires, own }) => ({
        id: toHex(id),
        role,
        own: own !== undefined,
        until: instant(until),
        expiresAt: new Date(expires).toISOString(),
      })),
    keyOwed: owedBy(roster, now).epoch,
    paperKey: paper
      ? { invite: toHex(paper.id), madeAt: new Date(paper.at).toISOString(), madeBy: toHex(paper.by) }
      : null,
  };
}

const instant = (ms: number) => (ms > 0 ? new Date(ms).toISOString() : null);
