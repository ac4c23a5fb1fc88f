/** A desk of several devices in memory: what owners decide, one entry after the other, and the keys that each has. */
import type { ChainEnd, Role } from "../../shared/desk/body.ts";
import { keysFromRoster } from "../../shared/desk/epochs.ts";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import {
  acceptInvite,
  beginEpoch,
  createDesk,
  makeInvite,
  removeDevice,
} from "../../shared/desk/membership.ts";
import { extendRoster, type Roster, type RosterResult, verifyRoster } from "../../shared/desk/roster.ts";
import { type DeviceKeys, generateDeviceKeys } from "../../shared/envelope/keys.ts";
import type { Bytes } from "../../shared/protocol/bytes.ts";

export const random = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));
/** The end of the chain of a device that has written nothing. */
export const nothingWritten: ChainEnd = { counter: 0, hash: new Uint8Array(32) };

export function verified(result: RosterResult): Roster {
  if (!result.ok) throw new Error(`${result.failure.code} at ${result.failure.index}`);
  return result.roster;
}

export function linkOf(text: string) {
  const parsed = parseInviteLink(text);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.link;
}

/** A device with the keys that it was given so far, epoch 1 first. */
export interface Holder {
  readonly keys: DeviceKeys;
  epochKeys: Bytes[];
}

export class Desk {
  now = 1_000;
  roster: Roster;
  readonly entries: Bytes[];
  readonly owner: Holder;

  private constructor(owner: Holder, entry: Bytes, roster: Roster) {
    this.owner = owner;
    this.entries = [entry];
    this.roster = roster;
  }

  static async found(): Promise<Desk> {
    const keys = await generateDeviceKeys();
    const { entry, epochKey } = await createDesk({ name: "Sample Owner" }, { keys, now: 1_000, random });
    return new Desk({ keys, epochKeys: [epochKey] }, entry, verified(await verifyRoster([entry])));
  }

  acting(by: Holder = this.owner) {
    return { keys: by.keys, now: this.now, random };
  }

  async take(entry: Bytes): Promise<void> {
    this.roster = verified(await extendRoster(this.roster, [entry]));
    this.entries.push(entry);
    this.now += 1_000;
  }

  async invite(role: Role, { until, expires = 1e9 }: { until?: number; expires?: number } = {}) {
    const { epochKeys } = this.owner;
    const offer = { server: "https://desk.example.com", role, until, expires, epochKeys };
    const invite = await makeInvite(this.roster, offer, this.acting());
    await this.take(invite.entry);
    return { link: linkOf(invite.link), id: invite.id };
  }

  async accept(link: ReturnType<typeof linkOf>): Promise<Holder> {
    const keys = await generateDeviceKeys();
    const joined = await acceptInvite(this.roster, link, { name: "" }, { ...this.acting(), keys });
    if (!joined.ok) throw new Error(joined.failure.code);
    await this.take(joined.entry);
    return { keys, epochKeys: joined.epochKeys };
  }

  async join(role: Role, until?: number): Promise<Holder> {
    return this.accept((await this.invite(role, { ...(until ? { until } : {}) })).link);
  }

  async remove({ keys }: Holder, end = nothingWritten): Promise<void> {
    await this.take(await removeDevice(this.roster, { device: keys.device, end }, this.acting()));
  }

  async renewKey(by: Holder = this.owner): Promise<void> {
    await this.take(await beginEpoch(this.roster, by.epochKeys, this.acting(by)));
    await this.learn(by);
  }

  /** Lets a device open what the roster has sealed for it. */
  async learn(holder: Holder): Promise<void> {
    const read = await keysFromRoster(this.roster, holder.keys, holder.epochKeys);
    if (!read.ok) throw new Error("the keys do not fit together");
    holder.epochKeys = read.keys;
  }
}
