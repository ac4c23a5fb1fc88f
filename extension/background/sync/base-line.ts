import type { Bytes } from "../../../shared/protocol/bytes.ts";
import type { ClientFrame, LogItem, ServerFrame } from "../../../shared/protocol/frames.ts";
import type { RefusalCode } from "../../../shared/protocol/refusals.ts";

/** Requests about bases are numbered from here; those of appends stay below. */
const FIRST_REQUEST = 0x8000_0000;

/** The connection ended before an answer came. */
export class LineEnded extends Error {
  override name = "LineEnded";
}

interface Asked {
  readonly resolve: (answer: ServerFrame) => void;
  readonly reject: (error: Error) => void;
}

/** Questions about bases over one connection, and their answers. */
export class BaseLine {
  readonly #send: (frame: ClientFrame) => void;
  readonly #asked = new Map<number, Asked>();
  #next = FIRST_REQUEST;
  #ended = false;

  constructor(send: (frame: ClientFrame) => void) {
    this.#send = send;
  }

  /** Takes an answer in; false for a frame that is none to a question of here. */
  hear(frame: ServerFrame): boolean {
    if (!("requestId" in frame) || frame.requestId < FIRST_REQUEST) return false;
    const asked = this.#asked.get(frame.requestId);
    this.#asked.delete(frame.requestId);
    asked?.resolve(frame);
    return true;
  }

  /** A sealed part by its hash; empty where the server does not have it. Nothing of it is checked here. */
  async want(hash: Uint8Array): Promise<Uint8Array> {
    const answer = await this.#ask((requestId) => ({ type: "want", requestId, hash }));
    return answer.type === "part" ? answer.part : new Uint8Array();
  }

  /** A stretch of the log behind a place; empty at its end. */
  async reread(after: number): Promise<readonly LogItem[]> {
    const answer = await this.#ask((requestId) => ({ type: "reread", requestId, after }));
    return answer.type === "stretch" ? answer.items : [];
  }

  /** Why the server did not keep it; undefined where it did. */
  give(part: Bytes): Promise<RefusalCode | undefined> {
    return this.#kept((requestId) => ({ type: "give", requestId, part }));
  }

  offer(manifest: Bytes): Promise<RefusalCode | undefined> {
    return this.#kept((requestId) => ({ type: "offer", requestId, manifest }));
  }

  confirm(confirmation: Bytes): Promise<RefusalCode | undefined> {
    return this.#kept((requestId) => ({ type: "confirm", requestId, confirmation }));
  }

  /** Throws LineEnded where nothing of this matters any more. */
  goOn(): void {
    if (this.#ended) throw new LineEnded();
  }

  end(): void {
    this.#ended = true;
    for (const { reject } of this.#asked.values()) reject(new LineEnded());
    this.#asked.clear();
  }

  async #kept(frame: (requestId: number) => ClientFrame): Promise<RefusalCode | undefined> {
    const answer = await this.#ask(frame);
    return answer.type === "refused" ? answer.code : undefined;
  }

  #ask(frame: (requestId: number) => ClientFrame): Promise<ServerFrame> {
    if (this.#ended) return Promise.reject(new LineEnded());
    const requestId = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(requestId, { resolve, reject });
      this.#send(frame(requestId));
    });
  }
}
