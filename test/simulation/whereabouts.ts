import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { DeviceNode, Life } from "./device-node.ts";
import type { Network } from "./network.ts";
import type { Tally } from "./tally.ts";

/** A colleague who is heard of no more has gone after a minute; what was said last may have been so long on its way, ms. */
const SEEN_AT_MOST_MS = 60_000 + 10_000;
/** A clock that is right again is believed once what it said before is so old, ms. */
const CLOCKS_AGREE_AFTER_MS = 11 * 60_000;
/** A connection that has caught up tells within a second, and it arrives, ms. */
const TOLD_WITHIN_MS = 10_000;
/** As long as anything is seen that is not said again, and one connects anew meanwhile, ms. */
const SAID_AGAIN_WITHIN_MS = 75_000;

interface Parts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly network: Network;
}

/** What people have in front of them, and what each sees of the others: nothing that nobody shows, and all that is shown. */
export class Whereabouts {
  readonly #parts: Parts;
  readonly #faults: string[] = [];
  readonly #shown = new Map<Life, { readonly device: DeviceNode; readonly place: string }>();
  /** Of each place that ever was shown: by whom, and when it was last. */
  readonly #last = new Map<string, { readonly device: DeviceNode; at: number }>();
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A person opens something, or closes what they had open. */
  move(device: DeviceNode, desk: string): void {
    if (this.#parts.chance.is(0.25)) this.#show(device, desk, undefined);
    else this.#show(device, desk, `gmail:${(++this.#count).toString(16)}`);
  }

  #show(device: DeviceNode, desk: string, place: string | undefined): void {
    const { life } = device;
    if (!life) return;
    const writing = this.#parts.chance.is(0.3);
    life.presence.show(life, place ? [{ desk, place, writing }] : []);
    if (place) {
      this.#shown.set(life, { device, place });
      this.#last.set(place, { device, at: this.#parts.clock.now });
    } else this.#shown.delete(life);
  }

  /** Looks at what everybody sees; at least before and after time passes. */
  look(devices: readonly DeviceNode[], desk: string): void {
    const { clock, tally } = this.#parts;
    for (const [life, { place }] of this.#shown) {
      this.#last.get(place)!.at = clock.now;
      if (!life.alive) this.#shown.delete(life);
    }
    for (const device of devices)
      for (const { place } of device.life?.presence.of(desk) ?? []) {
        const last = this.#last.get(place);
        if (last && last.device !== device && clock.now - last.at <= SEEN_AT_MOST_MS)
          tally.add("colleague seen");
        else
          this.#faults.push(`${device.name}: it sees ${place}, which ${last?.device.name ?? "nobody"} left`);
      }
  }

  /** In fair weather everybody sees where every colleague is, and soon after nobody is seen any more. */
  async judge(staying: readonly DeviceNode[], desk: string): Promise<string[]> {
    const { chance, clock, network } = this.#parts;
    for (const device of staying) {
      device.skew = 0;
      this.#show(device, desk, undefined);
    }
    await clock.runUntil(clock.now + CLOCKS_AGREE_AFTER_MS);
    for (const device of staying) this.move(device, desk);
    await clock.runUntil(clock.now + TOLD_WITHIN_MS);
    network.cutConnections(chance.pick(staying).name);
    await clock.runUntil(clock.now + SAID_AGAIN_WITHIN_MS);
    this.look(staying, desk);
    const persons = new Map<DeviceNode, string>();
    for (const device of staying)
      persons.set(device, await clock.awaited(device.life!.engine.personOn(desk), 1000));
    for (const device of staying) {
      const expected = staying
        .filter((other) => persons.get(other) !== persons.get(device))
        .flatMap(({ life }) => this.#shown.get(life!)?.place ?? []);
      const seen = device.life!.presence.of(desk).map(({ place }) => place);
      if (`${expected.toSorted()}` !== `${seen.toSorted()}`)
        this.#faults.push(`${device.name}: it sees ${seen} where colleagues are at ${expected}`);
    }
    for (const device of staying) this.#show(device, desk, undefined);
    await clock.runUntil(clock.now + TOLD_WITHIN_MS);
    for (const device of staying)
      if (device.life!.presence.of(desk).length > 0)
        this.#faults.push(`${device.name}: it sees who has gone`);
    return this.#faults;
  }
}
