import type { Bytes } from "../../shared/protocol/bytes.ts";
import type { ClientFrame, ServerFrame } from "../../shared/protocol/frames.ts";
import { answerBaseFrame, type BaseFrame, baseMessage, newestBase } from "./bases.ts";
import type { Refusal } from "./check.ts";
import type { Room } from "./room.ts";
import type { Shared } from "./shared.ts";

export type BaseTalkFrame = BaseFrame | Extract<ClientFrame, { type: "resume" }>;

const OF_BASES = new Set<ClientFrame["type"]>(["resume", "give", "offer", "confirm", "want", "reread"]);

/** What one connection and the server say to each other about bases. */
export class BaseTalk {
  /** A base was held out: nothing of the log goes until the device says from where. */
  held = false;
  /** The device has been told of the newest base, and is to hear of the next. */
  told = false;
  readonly #room: Room;
  readonly #shared: Shared;
  readonly #device: Bytes;
  readonly #speaks: boolean;

  constructor(room: Room, shared: Shared, device: Bytes, speaks: boolean) {
    this.#room = room;
    this.#shared = shared;
    this.#device = device;
    this.#speaks = speaks;
  }

  hears(frame: ClientFrame): frame is BaseTalkFrame {
    return this.#speaks && OF_BASES.has(frame.type);
  }

  /**
   * What a device begins with that has seen the log up to a place: the base to be held out to it, as a message;
   * undefined for the log; `gone` where the log is not there any more, and no base that the device understands.
   */
  async begin(cursor: number): Promise<Bytes | "gone" | undefined> {
    const { log, limits } = this.#shared;
    const { confirmed, pruned } = await log.bases.of(this.#room.desk);
    const isBehind = cursor < pruned;
    if (!this.#speaks || !confirmed) return isBehind ? "gone" : undefined;
    if (!isBehind && confirmed.covers - cursor < limits.holdOutFrom) return undefined;
    this.held = true;
    return baseMessage(confirmed, true);
  }

  /** Whether the log can go on behind this place. */
  async canGoOn(cursor: number): Promise<boolean> {
    const { pruned } = await this.#shared.log.bases.of(this.#room.desk);
    return cursor >= pruned;
  }

  /** Why a device is turned away whose log is gone: another version begins with a base, or waits until there is one. */
  get whyGone(): "pruned" | "version" {
    return this.#speaks ? "pruned" : "version";
  }

  answer(frame: BaseFrame): Promise<ServerFrame | Omit<Refusal, "index">> {
    return answerBaseFrame(this.#room, this.#shared, this.#device, frame);
  }

  /** The newest base, told once; later ones are told as they come. */
  async newest(): Promise<Bytes | undefined> {
    if (!this.#speaks || this.told) return undefined;
    this.told = true;
    return newestBase(this.#room, this.#shared.log);
  }
}
