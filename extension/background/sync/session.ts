import type { Roster } from "../../../shared/desk/roster.ts";
import { authorOf } from "../../../shared/envelope/envelope.ts";
import { equalBytes, toHex } from "../../../shared/protocol/bytes.ts";
import { type LogItem, PROTOCOL_VERSION, type ServerFrame } from "../../../shared/protocol/frames.ts";
import { ExpectedError } from "../expected-error.ts";
import type { SealedEntry } from "../storage/database.ts";
import { acknowledgedCounter, deskWithChains, type Standing } from "./chains.ts";
import type { SessionParts } from "./desk-sync.ts";
import { growRoster } from "./grow-roster.ts";
import { DistrustError } from "./incoming.ts";
import { readFrame } from "./line.ts";
import { OwedWork } from "./owed-work.ts";
import { OwnSeqs } from "./own-seqs.ts";
import { RefusedError } from "./refused-error.ts";
import { Sender } from "./sender.ts";
import { SessionBases } from "./session-bases.ts";
import { SessionPresence } from "./session-presence.ts";
import type { SessionStart } from "./session-start.ts";

/** Envelopes applied in one batch; a larger backlog is taken in several, with its count shown. */
const BATCH = 500;
/** Between one try to do what is owed and the next. */
const OWED_AGAIN_MS = 60_000;

/** One connection to a desk's log, from the hello on: what comes in is applied, what waits goes out. */
export class Session {
  readonly #parts: SessionParts;
  readonly #start: SessionStart;
  readonly #deskId: string;
  readonly #me: string;
  readonly #sender: Sender;
  readonly #ownSeqs = new OwnSeqs();
  #roster: Roster;
  /** While it is set, nothing is applied and nothing sent: both wait for an epoch with a key for this device. */
  #badEpochBy: Uint8Array | undefined;
  #cursor: number;
  /** The counter of the latest envelope of this device that the server had when it was greeted. */
  #kept = 0;
  readonly #owed: OwedWork;
  #head = 0;
  #inbox: LogItem[] = [];
  /** As the last batch left it; undefined where it has to be read. */
  #standing: Standing | undefined;
  #applying: Promise<void> | undefined;
  readonly #bases: SessionBases;
  readonly #presence: SessionPresence;
  #handling: Promise<void> = Promise.resolve();
  #live = false;
  #ended = false;

  constructor(parts: SessionParts, start: SessionStart) {
    this.#parts = parts;
    this.#start = start;
    this.#deskId = start.desk.id;
    this.#me = toHex(parts.keys.device);
    this.#roster = start.roster;
    this.#badEpochBy = start.badEpochBy;
    this.#cursor = start.desk.cursor;
    const send = start.line.send;
    this.#owed = new OwedWork(parts, start.desk.id, () => (this.#live ? this.#roster : undefined));
    this.#bases = new SessionBases(parts, {
      desk: start.desk.id,
      line: start.line,
      roster: () => this.#roster,
      settledAt: () => {
        const isBusy = !this.#live || this.#applying || this.#inbox.length > 0;
        return isBusy || this.#ownSeqs.isAheadOf(this.#cursor) ? undefined : this.#cursor;
      },
      fetched: (done) =>
        start.show({ toFetch: Math.max(1, Math.round((this.#head - this.#cursor) * (1 - done))) }),
      begun: (covers = 0) => {
        this.#standing = undefined;
        this.#cursor = Math.max(this.#cursor, covers);
        return this.#cursor;
      },
    });
    this.#presence = new SessionPresence(parts, { desk: start.desk.id, send, roster: () => this.#roster });
    this.#sender = new Sender({ ...parts, send }, this.#deskId);
  }

  hello(): void {
    const { length } = this.#roster;
    const cursor = this.#cursor;
    this.#start.line.send({ type: "hello", version: PROTOCOL_VERSION, cursor, rosterLength: length });
  }

  /** Takes a message in; one after the other: a roster must be known before what its new member sent is looked at. */
  hear(bytes: Uint8Array): void {
    try {
      const frame = readFrame(bytes);
      // An answer is waited for by what may be under way here.
      if (this.#bases.hear(frame)) return;
      this.#handling = this.#handling
        .then(() => (this.#ended ? undefined : this.#handle(frame)))
        .catch((error) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Whether what is sealed now can be sent now: it has caught up, and knows the epoch that holds. */
  get isLive(): boolean {
    return this.#live;
  }

  /**
   * There is something to send. It is sealed once the connection has caught up, under the epoch that holds then.
   * @param sealed what of it is sealed already
   */
  flush(sealed?: readonly SealedEntry[]): void {
    if (this.#live)
      this.#sender
        .flush(sealed)
        .then(this.#start.countSoon)
        .catch((error) => this.#fail(error));
  }

  /** Takes nothing more in and sends nothing more; resolves when what was being applied is. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#live = false;
    this.#inbox = [];
    this.#owed.end();
    this.#presence.end();
    this.#sender.end();
    await this.#bases.end();
    await this.#handling;
    await this.#applying;
  }

  #fail(error: unknown): void {
    if (!this.#ended) this.#start.fail(error);
  }

  async #handle(frame: ServerFrame): Promise<void> {
    switch (frame.type) {
      case "welcome":
        return this.#welcomed(frame);
      case "roster":
        return this.#grow(frame.from, frame.entries);
      case "entries":
        this.#inbox.push(...frame.items);
        this.#head = Math.max(this.#head, frame.items.at(-1)?.seq ?? 0);
        this.#apply();
        return;
      case "caughtUp":
        if (this.#badEpochBy) return this.#stall(this.#badEpochBy);
        await this.#applying;
        if (this.#ended) return;
        await this.#sender.renew(this.#kept);
        if (this.#ended) return;
        this.#live = true;
        this.#start.thriving();
        this.#start.show({ phase: "upToDate", toFetch: 0, problem: null });
        this.#owed.look();
        this.#bases.live();
        this.#presence.live();
        return this.flush();
      case "base":
        return this.#bases.told(frame, (error) => this.#fail(error));
      case "seen":
        return this.#presence.hear(frame.sealed);
      case "acked":
        return this.#acknowledged(frame.requestId, frame.seqs);
      case "refused":
        return this.#refused(frame);
      default:
        return;
    }
  }

  async #welcomed(frame: Extract<ServerFrame, { type: "welcome" }>): Promise<void> {
    const { length, head } = this.#roster;
    if (frame.rosterLength < length)
      throw new DistrustError("rollback", "The server keeps an older list of members than this device.");
    if (frame.rosterLength === length && !equalBytes(frame.rosterHead, head))
      throw new DistrustError("forked", "The server keeps another list of members than this device.");
    const own = await acknowledgedCounter(this.#parts.store.db, this.#deskId, this.#me);
    // A server that lost its newest envelopes would give their numbers to others, which this device would never ask for.
    if (frame.head < this.#cursor || frame.counter < own.acknowledged)
      throw new DistrustError("rollback", "The server has lost work that it had acknowledged.");
    // This browser profile is an older copy of itself: what it writes from here on is by a new actor.
    if (frame.counter > own.sealed) await this.#parts.renewActor(this.#deskId);
    this.#head = frame.head;
    this.#kept = frame.counter;
    if (frame.head > this.#cursor)
      this.#start.show({ phase: "catchingUp", toFetch: frame.head - this.#cursor });
  }

  async #grow(from: number, entries: readonly Uint8Array[]): Promise<void> {
    const grown = await growRoster(this.#parts, this.#deskId, this.#roster, from, entries);
    // Not before: what is being applied meanwhile has read the desk as it was, without its new key.
    this.#standing = undefined;
    const wasBad = this.#badEpochBy !== undefined;
    this.#roster = grown.roster;
    this.#parts.onRoster(this.#deskId);
    if (grown.badEpochBy) return this.#stall(grown.badEpochBy);
    // What others cannot open any more is sent again, under the key that everybody has.
    if (grown.gaveUp) return this.#parts.onOwnLost(this.#deskId);
    if (wasBad) return this.#start.again();
    this.#owed.look();
  }

  /** An owner began an epoch with a key that is none here: what comes and goes waits until an owner mends it. */
  #stall(by: Uint8Array): void {
    this.#badEpochBy = by;
    this.#live = false;
    this.#start.show({ phase: "stopped", toFetch: 0, problem: { code: "bad-epoch", detail: toHex(by) } });
  }

  #apply(): void {
    if (this.#badEpochBy) return;
    this.#applying ??= this.#applyInbox()
      .catch((error) => this.#fail(error))
      .finally(() => {
        this.#applying = undefined;
        // What came in the very moment in which the last batch was done.
        if (this.#inbox.length > 0 && !this.#ended) this.#apply();
      });
  }

  async #applyInbox(): Promise<void> {
    const { show, incoming } = this.#start;
    while (this.#inbox.length > 0 && !this.#ended && !this.#badEpochBy) {
      const batch = this.#inbox.splice(0, BATCH);
      this.#ownSeqs.checkNoGap(batch, this.#cursor);
      const standing = await this.#standingFor(batch);
      this.#standing = standing;
      const { chains, desk } = standing;
      const opened = await incoming.open(batch, desk, this.#roster, chains, this.#me);
      if (this.#ended) return;
      const last = batch.at(-1)!.seq;
      await this.#parts.receive(this.#deskId, { ...opened, cursor: last });
      const known = [...chains, ...opened.chains.map((chain) => [chain.device, chain] as const)];
      if (this.#standing === standing)
        this.#standing = { desk: { ...desk, cursor: last }, chains: new Map(known) };
      this.#cursor = Math.max(this.#cursor, last);
      if (this.#ended) return;
      if (!this.#live) show({ toFetch: Math.max(0, this.#head - this.#cursor) });
    }
  }

  /**
   * The desk and its authors' chains. Only this device's own chain moves by other hands while a session goes on: it is
   * read again when something of it was kept.
   */
  async #standingFor(batch: readonly LogItem[]): Promise<Standing> {
    if (!this.#standing || batch.some(({ envelope }) => authorOf(envelope) === this.#me))
      return deskWithChains(this.#parts.store.db, this.#deskId);
    return this.#standing;
  }

  async #acknowledged(requestId: number, seqs: readonly number[]): Promise<void> {
    const group = this.#sender.acknowledged(requestId);
    if (!group) return;
    this.#ownSeqs.add(seqs);
    this.#standing = undefined;
    await this.#parts.inTurn(() =>
      this.#parts.store.write(
        ["sealed", "desks"],
        async (tx, also) => {
          for (const { counter } of group) also(tx.objectStore("sealed").delete([this.#deskId, counter]));
          const desk = await tx.objectStore("desks").get(this.#deskId);
          if (!desk || this.#applying || this.#inbox.length > 0) return;
          const next = this.#ownSeqs.takeFrom(this.#cursor);
          if (next <= desk.cursor) return;
          this.#cursor = next;
          await tx.objectStore("desks").put({ ...desk, cursor: next });
          // An envelope that is sent again is known by its counter.
        },
        "relaxed",
      ),
    );
    if (this.#badEpochBy) return;
    this.#start.thriving();
    this.#start.taken();
    await this.#sender.renewRefused();
    this.#owed.look(OWED_AGAIN_MS);
    this.#start.countSoon();
    await this.#sender.goOn();
  }

  async #refused({
    requestId,
    code,
    index,
    message,
  }: Extract<ServerFrame, { type: "refused" }>): Promise<void> {
    // Waiting helps: whoever is in step makes a base that can be begun from.
    if (code === "pruned") throw new ExpectedError(code, message);
    const meaning = this.#sender.refused(requestId, code, index);
    if (meaning === "final") throw new RefusedError(code, message);
    // Nothing is lost: it stays here, sealed, and is sent again.
    if (meaning === "later")
      this.#start.postpone({ code, detail: message }, () => {
        if (this.#live) this.#sender.resume().catch((error) => this.#fail(error));
      });
    if (!this.#badEpochBy) await this.#sender.renewRefused();
  }
}
