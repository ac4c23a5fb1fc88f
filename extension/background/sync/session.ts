import type { Roster } from "../../../shared/desk/roster.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { type LogItem, PROTOCOL_VERSION, type ServerFrame } from "../../../shared/protocol/frames.ts";
import { ExpectedError } from "../expected-error.ts";
import type { SealedEntry } from "../storage/database.ts";
import { Standings } from "./chains.ts";
import type { SessionParts } from "./desk-sync.ts";
import { growRoster } from "./grow-roster.ts";
import { readFrame } from "./line.ts";
import { forgetSealed } from "./outgoing.ts";
import { OwedWork } from "./owed-work.ts";
import { isOvertaken, type OwnEnd, OwnForkError } from "./own-chain.ts";
import { OwnSeqs } from "./own-seqs.ts";
import { RefusedError } from "./refused-error.ts";
import { OUT_OF_TURN, Sender } from "./sender.ts";
import { SessionBases } from "./session-bases.ts";
import { SessionPresence } from "./session-presence.ts";
import type { SessionStart } from "./session-start.ts";
import { checkWelcome } from "./welcome.ts";

/** Envelopes applied in one batch; a larger backlog is taken in several, with its count shown. */
const BATCH = 500;
/** Between one try to do what is owed and the next. */
const OWED_AGAIN_MS = 60_000;
/** For so long a refusal waits for what explains it. */
const EXPLAINED_MS = 5_000;

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
  readonly #standings: Standings;
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
    this.#standings = new Standings(parts.store.db, this.#deskId, this.#me);
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
        this.#standings.forget();
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
    await checkWelcome(this.#parts, frame, {
      desk: this.#deskId,
      me: this.#me,
      roster: this.#roster,
      cursor: this.#cursor,
    });
    this.#head = frame.head;
    this.#kept = frame.counter;
    if (frame.head > this.#cursor)
      this.#start.show({ phase: "catchingUp", toFetch: frame.head - this.#cursor });
  }

  async #grow(from: number, entries: readonly Uint8Array[]): Promise<void> {
    const grown = await growRoster(this.#parts, this.#deskId, this.#roster, from, entries);
    // Not before: what is being applied meanwhile has read the desk as it was, without its new key.
    this.#standings.forget();
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
      .catch(async (error) => {
        if (error instanceof OwnForkError && (await this.#isOvertaken([error.end]))) this.#beginAnew();
        else this.#fail(error);
      })
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
      const standing = await this.#standings.before(batch);
      const { chains, desk } = standing;
      const opened = await incoming.open(batch, desk, this.#roster, chains, this.#me);
      if (this.#ended) return;
      if (await this.#isOvertaken(opened.echoes)) return this.#beginAnew();
      const last = batch.at(-1)!.seq;
      await this.#parts.receive(this.#deskId, { ...opened, cursor: last });
      this.#standings.after(standing, opened.chains, last);
      this.#cursor = Math.max(this.#cursor, last);
      if (this.#ended) return;
      if (!this.#live) show({ toFetch: Math.max(0, this.#head - this.#cursor) });
    }
  }

  #isOvertaken(ends: readonly OwnEnd[]): Promise<boolean> {
    return isOvertaken(this.#parts.store.db, this.#deskId, ends);
  }

  /** Nothing more is taken in or sent by this connection: another one reads the log from its beginning. */
  #beginAnew(): void {
    this.#ended = true;
    this.#live = false;
    this.#inbox = [];
    this.#parts.onOwnLost(this.#deskId);
  }

  async #acknowledged(requestId: number, seqs: readonly number[]): Promise<void> {
    const group = this.#sender.acknowledged(requestId);
    if (!group) return;
    this.#ownSeqs.add(seqs);
    this.#standings.forget();
    // An envelope that is sent again is known by its counter.
    const moveOn = (cursor: number) => {
      if (this.#applying || this.#inbox.length > 0) return;
      const next = this.#ownSeqs.takeFrom(this.#cursor);
      if (next <= cursor) return;
      this.#cursor = next;
      return next;
    };
    const { inTurn, store } = this.#parts;
    await inTurn(() => forgetSealed(store, this.#deskId, group, moveOn));
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
    const refused = new RefusedError(code, message);
    // Whatever stands in that place instead is on its way here, where it is this device's own.
    if (meaning === "final" && OUT_OF_TURN.has(code))
      return void this.#parts.later(() => this.#fail(refused), EXPLAINED_MS);
    if (meaning === "final") throw refused;
    // Nothing is lost: it stays here, sealed, and is sent again.
    if (meaning === "later")
      this.#start.postpone({ code, detail: message }, () => {
        if (this.#live) this.#sender.resume().catch((error) => this.#fail(error));
      });
    if (!this.#badEpochBy) await this.#sender.renewRefused();
  }
}
