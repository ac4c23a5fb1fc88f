/**
 * One device's socket, from the hello to the end. Messages are handled one after the other, in order. A sender
 * over its rate is read more slowly; a reader that does not read is closed; anything that is not a frame ends
 * the connection with 1002 or 1008.
 */
import type { WebSocket } from "ws";
import { type Bytes, concat } from "../../shared/protocol/bytes.ts";
import {
  type ClientFrame,
  decodeFrame,
  encodeFrame,
  PROTOCOL_VERSION,
  type ServerFrame,
} from "../../shared/protocol/frames.ts";
import { CATCH_UP_CHUNK_BYTES } from "../../shared/protocol/limits.ts";
import type { KeptEnvelope } from "../log.ts";
import { appendGroup } from "./append-group.ts";
import { BaseTalk, type BaseTalkFrame } from "./base-talk.ts";
import { checkPresence, type Refusal } from "./check.ts";
import { endingOf, POLICY_VIOLATION, PROTOCOL_ERROR, TRY_LATER } from "./ending.ts";
import { entryFrames } from "./entry-frames.ts";
import { Intake } from "./intake.ts";
import type { Listener, Room } from "./room.ts";
import { rosterFrames } from "./roster-frames.ts";
import type { Shared } from "./shared.ts";
import { readStanding } from "./standing.ts";

export class Connection implements Listener {
  readonly device: Bytes;
  readonly #socket: WebSocket;
  readonly #room: Room;
  readonly #shared: Shared;
  readonly #intake: Intake;
  readonly #bases: BaseTalk;
  #handling: Promise<void> = Promise.resolve();
  #greeted = false;
  #ended = false;
  /** ms without a sign of life, by the pings that were sent: a clock that jumps neither ends a socket nor keeps one. */
  #silence = 0;
  /** The latest seq that was sent, or that the device has by its own account. */
  #cursor = 0;
  #catching = false;
  /** Something was kept while catching up: look again before calling it done. */
  #behind = false;

  constructor(
    socket: WebSocket,
    room: Room,
    device: Bytes,
    key: string,
    shared: Shared,
    speaksBases = false,
  ) {
    this.#socket = socket;
    this.#room = room;
    this.device = device;
    this.#intake = new Intake(socket, shared, key);
    this.#shared = shared;
    this.#bases = new BaseTalk(room, shared, device, speaksBases);
    const hello = setTimeout(() => {
      if (!this.#greeted) this.#end(POLICY_VIOLATION, "no hello");
    }, shared.limits.helloTimeout);
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => {
      this.#silence = 0;
    });
    // ws itself answers frames that break RFC 6455 or the size limit with 1002, 1007 or 1009.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(hello);
      this.#ended = true;
      room.leave(this);
    });
    room.join(this);
  }

  /** Called at every ping interval: asks for a sign of life, and ends a socket that gave none or whose role has ended. */
  checkAlive(): void {
    const { pingInterval, deadAfter } = this.#shared.limits;
    if (!this.#room.member(this.device)) this.expel();
    else if (this.#silence > deadAfter) this.#socket.terminate();
    else this.#socket.ping();
    this.#silence += pingInterval;
  }

  deliver(kept: readonly KeptEnvelope[], frames: readonly Bytes[]): void {
    const [first, last] = [kept[0], kept.at(-1)];
    // What it has read from the log by itself is not for a second time.
    if (!this.#greeted || this.#bases.held || !first || !last || last.seq <= this.#cursor) return;
    if (this.#catching || first.seq !== this.#cursor + 1) this.lookAgain();
    else {
      this.#cursor = last.seq;
      for (const frame of frames) this.tell(frame);
    }
  }

  lookAgain(): void {
    if (!this.#greeted || this.#bases.held) return;
    this.#behind = true;
    if (!this.#catching) void this.#catchUp();
  }

  tell(frame: Bytes): void {
    if (this.#ended || !this.#greeted) return;
    if (this.#socket.bufferedAmount > this.#shared.limits.maxBuffered)
      this.#end(TRY_LATER, "reads too slowly");
    else this.#socket.send(frame);
  }

  tellBase(frame: Bytes): void {
    if (this.#bases.told) this.tell(frame);
  }

  expel(): void {
    this.#refuse(0, { code: "not-a-member", index: 0, message: "This device was removed from the desk." });
    this.#end(POLICY_VIOLATION, "removed");
  }

  #receive(data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean): void {
    if (this.#ended) return;
    this.#silence = 0;
    if (!isBinary) {
      this.#end(PROTOCOL_ERROR, "binary messages only");
      return;
    }
    const bytes = Array.isArray(data) ? concat(...data) : new Uint8Array(data);
    if (!this.#intake.take(bytes.length)) {
      this.#refuse(0, { code: "rate", index: 0, message: "Far too many messages." });
      this.#end(POLICY_VIOLATION, "flood");
      return;
    }
    this.#handling = this.#handling.then(() => this.#handleOne(bytes));
  }

  async #handleOne(bytes: Bytes): Promise<void> {
    try {
      if (!this.#ended) await this.#handle(decodeFrame(bytes) as ClientFrame);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#intake.done();
    }
  }

  async #handle(frame: ClientFrame): Promise<void> {
    if (!this.#greeted && frame.type !== "hello") return this.#end(POLICY_VIOLATION, "hello comes first");
    switch (frame.type) {
      case "hello":
        return this.#greet(frame.cursor, frame.rosterLength);
      case "append":
        return this.#append(frame.requestId, frame.envelopes);
      case "ping":
        return this.#send({ type: "pong", n: frame.n });
      case "presence": {
        if (!this.#shared.allowance.ofPresence(this.#room, this.device)) return;
        const refusal = await checkPresence(this.#room, this.device, frame.sealed);
        if (refusal) this.#refuse(0, { ...refusal, index: 0 });
        else this.#room.publishPresence(frame.sealed, this);
        return;
      }
      default:
        if (this.#bases.hears(frame)) return this.#ofBases(frame);
        return this.#end(PROTOCOL_ERROR, "a frame that is not for the server");
    }
  }

  async #ofBases(frame: BaseTalkFrame): Promise<void> {
    if (frame.type !== "resume") {
      const answer = await this.#bases.answer(frame);
      if ("code" in answer) return this.#refuse(frame.requestId, { ...answer, index: 0 });
      // A megabyte for each small question: the next one is heard once this has left.
      return this.#ended ? undefined : this.#sent(encodeFrame(answer));
    }
    if (!this.#bases.held) return this.#end(PROTOCOL_ERROR, "nothing was held out");
    if (!(await this.#bases.canGoOn(frame.cursor))) return this.#turnAway();
    this.#cursor = Math.min(frame.cursor, await this.#shared.log.head(this.#room.desk));
    // In one step: something new that comes between the two would have the log sent a second time.
    this.#bases.held = false;
    void this.#catchUp();
  }

  /** The log behind the device's place is gone, and it does not begin elsewhere. */
  #turnAway(): void {
    const code = this.#bases.whyGone;
    const message = "The log before this place is gone: it begins with a base.";
    this.#refuse(0, { code, index: 0, message });
    this.#end(POLICY_VIOLATION, code);
  }

  async #greet(cursor: number, rosterLength: number): Promise<void> {
    if (this.#greeted) return this.#end(PROTOCOL_ERROR, "a second hello");
    const { log } = this.#shared;
    const head = await log.head(this.#room.desk);
    const begins = await this.#bases.begin(cursor);
    if (begins === "gone") return this.#turnAway();
    // Last: a roster that grew behind this would be told to nobody who is not greeted.
    const { entries, counter } = await readStanding(log, this.#room, this.device, rosterLength);
    const { roster } = this.#room;
    // From here on everything new is delivered, so nothing between this and the catch-up is missed.
    this.#greeted = true;
    this.#cursor = Math.min(cursor, head);
    this.#send({
      type: "welcome",
      version: PROTOCOL_VERSION,
      head,
      rosterLength: roster.length,
      rosterHead: roster.head,
      counter,
    });
    for (const frame of rosterFrames(rosterLength, entries)) this.tell(frame);
    if (begins) this.tell(begins);
    else void this.#catchUp();
  }

  async #append(requestId: number, envelopes: Uint8Array[]): Promise<void> {
    const outcome = await appendGroup(this.#shared, this.#room, this.device, envelopes);
    if (!outcome.ok) return this.#refuse(requestId, outcome.refusal);
    this.#send({ type: "acked", requestId, seqs: outcome.seqs });
    this.#room.publish(outcome.kept, this);
  }

  /** Sends what was kept after the cursor, a chunk at a time, each once the one before has left. */
  async #catchUp(): Promise<void> {
    this.#catching = true;
    try {
      for (;;) {
        this.#behind = false;
        const kept = await this.#shared.log.entriesAfter(this.#room.desk, this.#cursor, CATCH_UP_CHUNK_BYTES);
        if (this.#ended) return;
        this.#cursor = kept.at(-1)?.seq ?? this.#cursor;
        for (const frame of entryFrames(kept)) await this.#sent(frame);
        if (kept.length === 0 && !this.#behind) break;
      }
      this.#send({ type: "caughtUp", seq: this.#cursor });
      // What is kept from here on is delivered as it comes, also while the base is looked up.
      this.#catching = false;
      const newest = await this.#bases.newest();
      if (newest) this.tell(newest);
    } catch (error) {
      this.#fail(error);
    }
  }

  #sent(frame: Bytes): Promise<void> {
    // A failed send means that the socket is closing, which its own event tells.
    return new Promise((resolve) => this.#socket.send(frame, () => resolve()));
  }

  #send(frame: ServerFrame): void {
    if (!this.#ended) this.#socket.send(encodeFrame(frame));
  }

  #refuse(requestId: number, { code, index, message }: Refusal): void {
    this.#shared.metrics.add("sidedesk_refusals_total", 1, `code="${code}"`);
    this.#send({ type: "refused", requestId, index, code, message });
  }

  #fail(error: unknown): void {
    if (this.#ended) return;
    const { code, end, message } = endingOf(error);
    if (code === "internal") {
      this.#shared.metrics.add("sidedesk_faults_total");
      const text = error instanceof Error ? error.message : "unknown";
      this.#shared.logger("fault", { where: "connection", error: text });
    }
    this.#refuse(0, { code, index: 0, message });
    this.#end(end, code);
  }

  #end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket.resume();
    this.#socket.close(code, reason);
    // A peer that does not answer the close must not hold the socket.
    const socket = this.#socket;
    setTimeout(() => socket.terminate(), 2_000).unref();
  }
}
