import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import type { ClientFrame } from "../../../shared/protocol/frames.ts";
import type { RefusalCode } from "../../../shared/protocol/refusals.ts";
import { ExpectedError } from "../expected-error.ts";
import type { SealedEntry } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { renewSealed, type Sealer, sealOutbox, unacknowledged } from "./outgoing.ts";

/** Envelopes in one append frame, and their bytes. */
const GROUP = 64;
const GROUP_BYTES = 700_000;
/** Appends on the wire at once: enough to fill it, far from what a server takes for a flood. */
const WINDOW = 8;
/** Refusals after which the same bytes may succeed later. */
const RETRY_LATER: ReadonlySet<RefusalCode> = new Set(["rate", "storage-full", "internal", "quota"]);
/** What an append meets whose forerunner was not kept. */
export const OUT_OF_TURN: ReadonlySet<RefusalCode> = new Set(["counter", "previous-hash"]);

export interface SenderParts {
  readonly store: Store;
  readonly keys: DeviceKeys;
  readonly random: (count: number) => Uint8Array;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly send: (frame: ClientFrame) => void;
}

/** Seals what waits and sends it over one connection: in order, a window at a time, again where that helps. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #deskId: string;
  /** Groups sent and not yet answered, by request. */
  readonly #asked = new Map<number, readonly SealedEntry[]>();
  #requestId = 0;
  #sentUpTo = 0;
  /** The first counter of a group that is to be sent again; what follows it on the wire cannot be kept either. */
  #heldFrom: number | undefined;
  /** The first counter that the server refused for its epoch: from it on all is to be sealed anew. */
  #staleFrom: number | undefined;
  /** What was refused is to be sent again as soon as everything on the wire is answered. */
  #resuming = false;
  /** The wire took no more: what is left goes when something on it is answered. */
  #full = false;
  #ended = false;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(parts: SenderParts, deskId: string) {
    this.#parts = parts;
    this.#deskId = deskId;
  }

  /**
   * Sends all that there is; resolves when the wire is full or nothing is left to send.
   * @param sealed the newest envelopes, where they were sealed just now and nothing was left unsealed before them
   */
  flush(sealed: readonly SealedEntry[] = []): Promise<void> {
    if (this.#ended) return Promise.resolve();
    if (this.#running) this.#again = true;
    this.#running ??= this.#run(sealed);
    return this.#running;
  }

  async #run(sealed: readonly SealedEntry[]): Promise<void> {
    const { store, inTurn } = this.#parts;
    let newest = sealed;
    try {
      let more = true;
      while (more && !this.#ended) {
        this.#again = false;
        const outbox =
          newest.length > 0
            ? { sealed: newest, more: false }
            : await inTurn(() => sealOutbox(store, this.#sealer()));
        newest = [];
        await this.#fillWire(outbox.sealed);
        more = this.#again || outbox.more;
      }
    } finally {
      // In the same moment in which it was seen that nothing is left: who asks after it is heard by a new run.
      this.#running = undefined;
    }
  }

  /** @param sealed the newest envelopes; where nothing else waits before them, they need not be read again */
  async #fillWire(sealed: readonly SealedEntry[]): Promise<void> {
    for (;;) {
      if (this.#heldFrom !== undefined || this.#sentUpTo === sealed.at(-1)?.counter) return;
      this.#full = this.#asked.size >= WINDOW;
      if (this.#full) return;
      const first = sealed.findIndex(({ counter }) => counter === this.#sentUpTo + 1);
      const next =
        first >= 0
          ? sealed.slice(first, first + GROUP)
          : await unacknowledged(this.#parts.store.db, this.#deskId, this.#sentUpTo, GROUP);
      if (next.length === 0 || this.#ended) return;
      let bytes = 0;
      const group = next.filter(({ envelope }, index) => {
        bytes += envelope.length;
        return index === 0 || bytes <= GROUP_BYTES;
      });
      this.#sentUpTo = group.at(-1)!.counter;
      this.#asked.set(++this.#requestId, group);
      const envelopes = group.map(({ envelope }) => envelope);
      this.#parts.send({ type: "append", requestId: this.#requestId, envelopes });
    }
  }

  #sealer(): Sealer {
    const { keys, random } = this.#parts;
    return { desk: this.#deskId, keys, random };
  }

  /** Before anything is sent: what waits under an older epoch is sealed anew. `kept`: the server's latest of this device. */
  async renew(kept: number): Promise<void> {
    const { store, inTurn } = this.#parts;
    await inTurn(() => renewSealed(store, this.#sealer(), kept));
  }

  /** The envelopes that an answer speaks of; undefined for an answer to nothing. */
  acknowledged(requestId: number): readonly SealedEntry[] | undefined {
    const group = this.#asked.get(requestId);
    this.#asked.delete(requestId);
    return group;
  }

  /**
   * What a refusal means: `later` the same again after a wait (then call `resume`), `covered` by an earlier one or
   * by sealing anew, `final` that it will never be kept. `index`: which of the group.
   */
  refused(requestId: number, code: RefusalCode, index: number): "later" | "covered" | "final" {
    const group = this.acknowledged(requestId);
    const first = group?.[0]?.counter;
    const held = this.#heldFrom;
    if (held !== undefined && first !== undefined && first > held && OUT_OF_TURN.has(code)) return "covered";
    const stale = code === "epoch" ? group?.[index]?.counter : undefined;
    if (stale !== undefined) this.#staleFrom = Math.min(stale, this.#staleFrom ?? stale);
    if (stale === undefined && !RETRY_LATER.has(code)) return "final";
    if (first === undefined) return "later";
    this.#heldFrom = Math.min(first, held ?? first);
    return held === undefined && stale === undefined ? "later" : "covered";
  }

  /** Once everything that was sent is answered: seals anew what was refused for its epoch, and sends what was refused. */
  async renewRefused(): Promise<void> {
    if (this.#asked.size > 0) return;
    const stale = this.#staleFrom;
    if (stale === undefined) return this.#resuming ? this.resume() : undefined;
    this.#staleFrom = undefined;
    const { store, inTurn } = this.#parts;
    const renewed = await inTurn(() => renewSealed(store, this.#sealer(), stale - 1));
    if (!renewed)
      throw new ExpectedError("epoch", "The server knows a newer key of the desk than this device.");
    return this.resume();
  }

  /** Sends what the wire had no room for, now that something on it was answered. */
  async goOn(): Promise<void> {
    if (this.#full) await this.flush();
  }

  /**
   * Sends again from the first envelope that was refused, once everything that was sent is answered: what lies behind it
   * on the wire is refused as well, for its forerunner is missing, and that would seem to be said of what is sent anew.
   */
  resume(): Promise<void> {
    this.#resuming = this.#asked.size > 0;
    if (this.#resuming) return Promise.resolve();
    if (this.#heldFrom !== undefined) this.#sentUpTo = this.#heldFrom - 1;
    this.#heldFrom = undefined;
    return this.flush();
  }

  end(): void {
    this.#ended = true;
  }
}
