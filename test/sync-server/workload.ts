import { createHash } from "node:crypto";
import type { DeskUnderTest, Device, Line } from "./desk-under-test.ts";

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("base64");

/** Refusals after which a device sends the same again. */
const LATER = new Set(["internal", "storage-full", "rate"]);

/** What is wrong with a log after everything: nothing, where all is well. */
interface Verdict {
  acknowledged: number;
  kept: number;
  lost: number;
  doubled: number;
  gaps: number;
  refused: readonly string[];
}

/** Devices that write without pause, over whichever server answers, and what they were told is kept. */
export class Workload {
  readonly #desk: DeskUnderTest;
  readonly #devices: readonly Device[];
  readonly #group: number;
  readonly #urls: readonly string[];
  readonly #acknowledged = new Map<number, string>();
  /** What each device has sealed and not yet seen acknowledged: it is sent again, as a device does. */
  readonly #outboxes: Uint8Array<ArrayBuffer>[][];
  readonly #refused: string[] = [];
  #stopped = false;
  #working: Promise<void>[] = [];

  constructor(desk: DeskUnderTest, devices: readonly Device[], urls: readonly string[], group: number) {
    this.#desk = desk;
    this.#devices = devices;
    this.#urls = urls;
    this.#group = group;
    this.#outboxes = devices.map(() => []);
  }

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  start(): void {
    this.#working = this.#devices.map((device, which) => this.#live(device, which));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#working);
  }

  async #live(device: Device, which: number): Promise<void> {
    for (let server = which; !this.#stopped; server++) {
      const desk = this.#desk.at(this.#urls[server % this.#urls.length]!);
      let line: Line | undefined;
      try {
        line = await desk.connect(device, Number.MAX_SAFE_INTEGER, 1e6);
        await this.#write(line, device, this.#outboxes[which]!);
      } catch {
        // The server is gone: the device goes to another.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      line?.socket.terminate();
    }
  }

  async #write(line: Line, device: Device, outbox: Uint8Array<ArrayBuffer>[]): Promise<void> {
    for (let request = 1; !this.#stopped; request++) {
      while (outbox.length < this.#group)
        outbox.push(await this.#desk.seal(device, `${"x".repeat(100)}${device.counter}`));
      const answer = await line.append(request, outbox);
      if (answer.type === "acked") {
        for (const [index, seq] of answer.seqs.entries()) this.#acknowledged.set(seq, hashOf(outbox[index]!));
        outbox.length = 0;
      } else if (answer.type === "refused") {
        if (!LATER.has(answer.code)) this.#refused.push(`${answer.code}: ${answer.message}`);
        throw new Error(answer.code);
      }
    }
  }

  /** Reads the whole log and holds it against what was acknowledged. */
  async judge(url: string): Promise<Verdict> {
    const { caughtUp, socket } = await this.#desk.at(url).connect(this.#devices[0]!, 0, 1e6);
    socket.terminate();
    const kept = caughtUp.flatMap((frame) => (frame.type === "entries" ? frame.items : []));
    const hashBySeq = new Map(kept.map(({ seq, envelope }) => [seq, hashOf(envelope)]));
    return {
      acknowledged: this.#acknowledged.size,
      kept: kept.length,
      lost: [...this.#acknowledged].filter(([seq, hash]) => hashBySeq.get(seq) !== hash).length,
      doubled: kept.length - new Set(hashBySeq.values()).size,
      gaps: kept.filter(({ seq }, index) => seq !== index + 1).length,
      refused: this.#refused,
    };
  }
}
