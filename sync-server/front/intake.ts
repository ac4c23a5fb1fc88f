import type { WebSocket } from "ws";
import type { Shared } from "./shared.ts";

/** Messages that wait to be handled before the socket is read no further. */
const MAX_WAITING = 64;

/** How fast one socket is read: not while too much of it waits, and more slowly where its sender is over the rate. */
export class Intake {
  readonly #socket: Pick<WebSocket, "pause" | "resume">;
  readonly #shared: Shared;
  readonly #key: string;
  #waiting = 0;
  #throttled = false;

  /** @param key whose rate it counts towards */
  constructor(socket: Pick<WebSocket, "pause" | "resume">, shared: Shared, key: string) {
    this.#socket = socket;
    this.#shared = shared;
    this.#key = key;
  }

  /** A message of so many bytes has come, and waits until `done`; false where it is one of a flood, and is not taken. */
  take(length: number): boolean {
    const { messages, bytes, limits } = this.#shared;
    const now = this.#shared.now();
    const wait = Math.max(messages.of(this.#key).take(1, now), bytes.of(this.#key).take(length, now));
    if (wait > limits.floodAfter) return false;
    if (wait > 0 && !this.#throttled) {
      this.#throttled = true;
      setTimeout(() => {
        this.#throttled = false;
        this.#readOn();
      }, wait).unref();
    }
    this.#waiting++;
    if (this.#throttled || this.#waiting >= MAX_WAITING) this.#socket.pause();
    return true;
  }

  /** A message that was taken is handled. */
  done(): void {
    this.#waiting--;
    this.#readOn();
  }

  #readOn(): void {
    if (!this.#throttled && this.#waiting < MAX_WAITING / 2) this.#socket.resume();
  }
}
