import { type Manifest, readConfirmation, readManifest } from "../../../shared/desk/base.ts";
import { isStoodFor, mayConfirmBase, mayMakeBase } from "../../../shared/desk/base-trust.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { type BaseLine, LineEnded } from "./base-line.ts";
import { confirmBase } from "./confirm-base.ts";
import type { SessionParts } from "./desk-sync.ts";
import { DistrustError } from "./distrust-error.ts";
import { UnusableBase } from "./fetch-base.ts";
import { makeBase } from "./make-base.ts";
import type { HeldBase } from "./take-base.ts";

/** When bases are made; tests have them made sooner. */
export interface BaseHabits {
  /** Envelopes behind the newest base that make another one worth its bytes. */
  readonly every: number;
  /** How long one waits, ms: another device may be about to do the same. */
  readonly wait: number;
  /** Content of one part of it, bytes, where it is otherwise than by habit. */
  readonly part?: number;
}

const BASE_HABITS: BaseHabits = { every: 2_000, wait: 60_000 };
/** Of what a base covers, as much as must have come behind it: a larger desk is sent whole less often. */
const SHARE = 8;
/** Before another is made where the server did not keep one: its disk or the desk's quota is full. */
const AFTER_FAILURE_MS = 3_600_000;

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
  #newest: { readonly manifest: Manifest; readonly confirmer: Uint8Array | undefined } | undefined;
  /** Of a base that was compared already. */
  #compared = "";
  /** When a base may be made, ms since 1970. */
  #notBefore = 0;
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
    const confirmer = confirmation.length > 0 ? readConfirmation(confirmation).device : undefined;
    this.#newest = { manifest: await readManifest(manifest), confirmer };
    this.#parts.given.newestIs(this.#newest.manifest.hash);
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
    const at = this.#start.settledAt();
    if (at === undefined) return;
    const { keys, now } = this.#parts;
    const roster = this.#start.roster();
    if (this.#isToCompare(roster, at)) await this.#compare(roster, this.#newest!.manifest, at);
    else if (
      now() >= this.#notBefore &&
      mayMakeBase(roster, keys.device, now()) &&
      (await this.#isDue(roster, at))
    )
      await this.#make(roster, at);
  }

  #isToCompare(roster: Roster, at: number): boolean {
    const { keys, now } = this.#parts;
    if (!this.#newest) return false;
    const { manifest, confirmer } = this.#newest;
    const { device, hash, covers } = manifest;
    if (confirmer && isStoodFor(roster, device, confirmer, now())) return false;
    const isNew = this.#compared !== toHex(hash) && covers <= at;
    return isNew && mayConfirmBase(roster, device, keys.device, now());
  }

  async #compare(roster: Roster, manifest: Manifest, at: number): Promise<void> {
    // Whatever comes of it, it is fetched once.
    this.#compared = toHex(manifest.hash);
    const came = await confirmBase(this.#parts, this.#start.line, roster, this.#start.desk, manifest, at);
    if (came === "later") this.#compared = "";
    else if (came !== "done") this.#parts.report(new Error(`A base is not what is here: ${came.differs}`));
  }

  async #make(roster: Roster, at: number): Promise<void> {
    const { now } = this.#parts;
    // What fails would fail again in a minute, after as much work.
    this.#notBefore = now() + AFTER_FAILURE_MS;
    const came = await makeBase(this.#parts, this.#start.line, roster, this.#start.desk, at);
    if (came === "made" || came === "later") this.#notBefore = 0;
  }

  async #isDue(roster: Roster, at: number): Promise<boolean> {
    const { every } = this.#parts.bases ?? BASE_HABITS;
    const covers = (await this.#isOfUse(roster)) ? this.#newest!.manifest.covers : 0;
    return at - covers >= Math.max(every, covers / SHARE);
  }

  /** Whether the newest base is, or may become, one that a newcomer can begin with. */
  async #isOfUse(roster: Roster): Promise<boolean> {
    if (!this.#newest) return false;
    const { manifest, confirmer } = this.#newest;
    if (!isStoodFor(roster, manifest.device, confirmer ?? manifest.device, this.#parts.now())) return false;
    // Of a key that was given up nobody who comes has anything.
    const desk = await this.#parts.store.db.get("desks", this.#start.desk);
    return Boolean(desk?.epochKeys[manifest.epoch - 1]?.length);
  }

  #failed(error: unknown): void {
    const isOver = error instanceof LineEnded || this.#ended;
    // Of a base that cannot be opened a newer one will be made; what a server forged is told by the device that begins.
    if (isOver || error instanceof UnusableBase || error instanceof DistrustError) return;
    this.#parts.report(error);
  }
}
