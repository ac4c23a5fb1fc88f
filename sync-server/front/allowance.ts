/**
 * What one member may take of a desk: its space, and its colleagues' time, which go into all that is kept. A person is
 * meant, with every device. It is counted in memory, by each process: whoever goes beyond it is told to come later.
 */
import { type Bytes, toHex } from "../../shared/protocol/bytes.ts";
import type { ServerLimits } from "../limits.ts";
import type { Refusal } from "./check.ts";
import type { Room } from "./room.ts";
import { type Throttle, Throttles } from "./throttle.ts";

const SECONDS_A_DAY = 86_400;

type Limits = Pick<
  ServerLimits,
  "workPerDay" | "partsPerDay" | "leastCost" | "presencePerSecond" | "holdFor"
>;

/** What was counted towards a person's share. */
interface Counted {
  /** Says which of it were kept as new. The rest is given back: nothing is paid twice because an answer was lost. */
  kept(envelopes: readonly Uint8Array[]): void;
}

export class Allowance {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #work: Throttles;
  readonly #parts: Throttles;
  readonly #presence: Throttles;
  /** Devices about which something is being decided, and until when nothing more is taken from them, ms. */
  readonly #heldUntil = new Map<string, number>();

  constructor(limits: Limits, now: () => number) {
    const { workPerDay, partsPerDay, presencePerSecond } = limits;
    this.#limits = limits;
    this.#now = now;
    this.#work = new Throttles(workPerDay / SECONDS_A_DAY, workPerDay, now);
    this.#parts = new Throttles(partsPerDay / SECONDS_A_DAY, partsPerDay, now);
    this.#presence = new Throttles(presencePerSecond, presencePerSecond * 5, now);
  }

  /** Why a device's envelopes are not taken now; where they are, they are counted, until it is known what was kept. */
  ofWork(room: Room, device: Bytes, envelopes: readonly Uint8Array[]): Refusal | Counted {
    if (this.#isHeld(room.desk, device)) return later("An owner is deciding about this device.");
    const cost = this.#costOf(envelopes);
    const throttle = this.#take(this.#work, room, device, cost);
    if (throttle && "code" in throttle) return throttle;
    return { kept: (kept) => throttle?.giveBack(cost - this.#costOf(kept)) };
  }

  /** Why a part of a base is not taken now; undefined where it is, and counted. */
  ofPart(room: Room, device: Bytes, part: Uint8Array): Refusal | undefined {
    const taken = this.#take(this.#parts, room, device, part.length);
    return taken && "code" in taken ? taken : undefined;
  }

  /** Whether a device's presence is passed on: one that comes oftener tells nobody more. */
  ofPresence(room: Room, device: Bytes): boolean {
    return this.#presence.of(nameOf(room.desk, device)).tryTake(1, this.#now());
  }

  /**
   * A removal, or another role, names the last envelope that counts, and is refused while the device writes on: whoever
   * is to be removed could so stay for good. For a moment nothing more is taken from it, and the owner decides anew.
   */
  hold(desk: Bytes, devices: readonly Uint8Array[]): void {
    const now = this.#now();
    for (const [name, until] of this.#heldUntil) if (until <= now) this.#heldUntil.delete(name);
    for (const device of devices) this.#heldUntil.set(nameOf(desk, device), now + this.#limits.holdFor);
  }

  #isHeld(desk: Bytes, device: Bytes): boolean {
    return (this.#heldUntil.get(nameOf(desk, device)) ?? 0) > this.#now();
  }

  #costOf(envelopes: readonly Uint8Array[]): number {
    return envelopes.reduce((sum, { length }) => sum + Math.max(length, this.#limits.leastCost), 0);
  }

  #take(throttles: Throttles, room: Room, device: Bytes, amount: number): Refusal | Throttle | undefined {
    // Who is no member is refused as such.
    const person = room.member(device)?.person;
    const throttle = person && throttles.of(nameOf(room.desk, person));
    if (!throttle || throttle.tryTake(amount, this.#now())) return throttle;
    return later("This person has used their share of the desk's space for now.");
  }
}

const later = (message: string): Refusal => ({ code: "rate", index: 0, message });

const nameOf = (desk: Uint8Array, id: Uint8Array): string => `${toHex(desk)}${toHex(id)}`;
