import { type Manifest, readManifest } from "../../../shared/desk/base.ts";
import { mayConfirmBase, mayMakeBase } from "../../../shared/desk/base-trust.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { type BaseLine, LineEnded } from "./base-line.ts";
import { confirmBase } from "./confirm-base.ts";
import type { SessionParts } from "./desk-sync.ts";
import { UnusableBase } from "./fetch-base.ts";
import { DistrustError } from "./incoming.ts";
import { makeBase } from "./make-base.ts";
import type { HeldBase } from "./take-base.ts";

/** When bases are made; tests have them made sooner. */
export interface BaseHabits {
  /** Envelopes behind the newest base that make another one worth its bytes. */
  readonly every: number;
  /** How long one waits, ms: another device may be about to do the same. */
  readonly wait: number;
}

const BASE_HABITS: BaseHabits = { every: 2_000, wait: 60_000 };
/** Of what a base covers, as much as must have come behind it: a larger desk is sent whole less often. */
const SHARE = 8;

export interface KeeperStart {
  readonly desk: string;
  readonly line: BaseLine;
  readonly roster: () => Roster;
  /** Up to where everything is applied and nothing is under way; undefined while something is. */
  readonly settledAt: () => number | undefined;
}

/** While a connection is in step: sees that its desk has a base that is new enough, and that it is confirmed. */
export class BaseKeeper {
  readonly #parts: SessionParts;
  readonly #start: KeeperStart;
  #newest: { readonly manifest: Manifest; readonly isConfirmed: boolean } | undefined;
  /** Of a base that was compared already. */
  #compared = "";
  #ended = false;
  #cancel = () => {};
  #running: Promise<void> = Promise.resolve();

  constructor(parts: SessionParts, start: KeeperStart) {
    this.#parts = parts;
    this.#start = start;
    this.#waitForTurn();
  }

  /** The server told of its newest base. */
  async heard({ manifest, confirmation }: HeldBase): Promise<void> {
    this.#newest = { manifest: await readManifest(manifest), isConfirmed: confirmation.length > 0 };
  }

  /** Resolves when nothing of this is under way any more. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#cancel();
    await this.#running;
  }

  #waitForTurn(): void {
    const { later, random, bases } = this.#parts;
    const { wait } = bases ?? BASE_HABITS;
    this.#cancel = later(
      () => {
        if (this.#ended) return;
        this.#running = this.#look().catch((error) => this.#failed(error));
        void this.#running.then(() => {
          if (!this.#ended) this.#waitForTurn();
        });
      },
      Math.round(wait * (0.5 + random(1)[0]! / 255)),
    );
  }

  async #look(): Promise<void> {
    const { keys, now, report } = this.#parts;
    const { line, roster, desk, settledAt } = this.#start;
    const newest = this.#newest;
    const manifest = newest?.manifest;
    const at = settledAt();
    if (at === undefined) return;
    if (manifest && !newest.isConfirmed && this.#compared !== toHex(manifest.hash)) {
      if (!mayConfirmBase(roster(), manifest.device, keys.device, now()) || at < manifest.covers) return;
      const differs = await confirmBase(this.#parts, line, roster(), desk, manifest);
      this.#compared = toHex(manifest.hash);
      if (differs) report(new Error(`A base is not what is here: ${differs}`));
    } else if (this.#isDue(at) && mayMakeBase(roster(), keys.device, now()))
      await makeBase(this.#parts, line, roster(), desk, at);
  }

  #isDue(at: number): boolean {
    const { every } = this.#parts.bases ?? BASE_HABITS;
    const covers = this.#newest?.manifest.covers ?? 0;
    return at - covers >= Math.max(every, covers / SHARE);
  }

  #failed(error: unknown): void {
    const isOver = error instanceof LineEnded || this.#ended;
    // Of a base that cannot be opened a newer one will be made; what a server forged is told by the device that begins.
    if (isOver || error instanceof UnusableBase || error instanceof DistrustError) return;
    this.#parts.report(error);
  }
}
