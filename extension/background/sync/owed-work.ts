import { nextOwed, owedBy } from "../../../shared/desk/owed.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import type { SessionParts } from "./desk-sync.ts";

const DAY_MS = 86_400_000;

/** What owners owe the desk is finished by whichever owner's device is there; what failed is tried again later. */
export class OwedWork {
  readonly #parts: SessionParts;
  readonly #desk: string;
  readonly #live: () => Roster | undefined;
  /** When this device last set out to do it, ms since 1970. */
  #begun = 0;
  #cancel = () => {};

  /** @param live the desk's list of members; undefined while the connection is not in step */
  constructor(parts: SessionParts, desk: string, live: () => Roster | undefined) {
    this.#parts = parts;
    this.#desk = desk;
    this.#live = live;
  }

  /**
   * Does it, where there is any.
   * @param notBefore ms since it was last begun
   */
  look(notBefore = 0): void {
    const { now, keys, onOwed } = this.#parts;
    const roster = this.#live();
    if (roster?.members.get(toHex(keys.device))?.role !== "owner") return;
    const at = now();
    this.#waitFor(roster, at);
    if (at < this.#begun + notBefore || !owedBy(roster, at).epoch) return;
    this.#begun = at;
    onOwed(this.#desk);
  }

  end(): void {
    this.#cancel();
  }

  /** Looks again when a role or an invitation ends: nothing else may happen on a desk that evening. */
  #waitFor(roster: Roster, now: number): void {
    this.#cancel();
    const time = nextOwed(roster, now);
    if (time === undefined) return;
    this.#cancel = this.#parts.later(() => this.look(), Math.min(time - now + 1, DAY_MS));
  }
}
