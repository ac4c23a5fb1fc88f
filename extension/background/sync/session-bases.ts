import type { Roster } from "../../../shared/desk/roster.ts";
import type { ServerFrame } from "../../../shared/protocol/frames.ts";
import { BaseKeeper } from "./base-keeper.ts";
import { BaseLine, LineEnded } from "./base-line.ts";
import type { SessionParts } from "./desk-sync.ts";
import { DistrustError } from "./distrust-error.ts";
import { UnusableBase } from "./fetch-base.ts";
import type { Line } from "./line.ts";
import { takeBase } from "./take-base.ts";

/** What bases need of the connection that they are spoken of over. */
export interface BaseTies {
  readonly desk: string;
  readonly line: Line;
  readonly roster: () => Roster;
  /** Up to where everything is applied and nothing is under way; undefined while something is. */
  readonly settledAt: () => number | undefined;
  /** How much of a base is there, 0 to 1. */
  readonly fetched: (done: number) => void;
  /** The desk was begun from a base: the log goes on behind this place. Gives the place to ask from. */
  readonly begun: (covers: number | undefined) => number;
}

/** Bases over one connection: one that is held out is taken in, and in step one is made or confirmed. */
export class SessionBases {
  readonly #parts: SessionParts;
  readonly #ties: BaseTies;
  readonly #asks: BaseLine;
  #keeper: BaseKeeper | undefined;
  #beginning: Promise<void> | undefined;
  #ended = false;

  constructor(parts: SessionParts, ties: BaseTies) {
    this.#parts = parts;
    this.#ties = ties;
    this.#asks = new BaseLine(ties.line.send);
  }

  /** Takes an answer in; false for a frame that is none to a question of here. */
  hear(frame: ServerFrame): boolean {
    return this.#asks.hear(frame);
  }

  /** The connection has caught up: from here on the desk's base is looked after. */
  live(): void {
    const { desk, line, roster, settledAt } = this.#ties;
    if (line.speaksBases())
      this.#keeper ??= new BaseKeeper(this.#parts, { desk, line: this.#asks, roster, settledAt });
  }

  /** The server told of a base, or holds one out instead of the log. */
  async told(frame: Extract<ServerFrame, { type: "base" }>, failed: (error: unknown) => void): Promise<void> {
    if (!frame.held) return this.#keeper?.heard(frame);
    // Chains that go on meanwhile would be put back to where it ends them.
    if (this.#keeper || this.#beginning)
      throw new DistrustError("forged", "The server held out a base where the log was being read.");
    this.#beginning = this.#begin(frame).catch(failed);
  }

  /** Resolves when nothing of it is under way any more. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#asks.end();
    await this.#keeper?.end();
    await this.#beginning;
  }

  /** The log goes on behind the base, or, where that cannot be used, from where it is known. */
  async #begin(held: Extract<ServerFrame, { type: "base" }>): Promise<void> {
    const { desk, line, roster, fetched, begun } = this.#ties;
    let covers: number | "overtaken" | undefined;
    try {
      covers = await takeBase(this.#parts, this.#asks, desk, roster(), held, fetched);
    } catch (error) {
      if (error instanceof LineEnded) return;
      if (!(error instanceof UnusableBase)) throw error;
      this.#parts.report(error);
    }
    if (covers === "overtaken") return this.#parts.onOwnLost(desk);
    if (!this.#ended) line.send({ type: "resume", cursor: begun(covers) });
  }
}
