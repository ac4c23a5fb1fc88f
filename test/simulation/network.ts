import { readEnvelope } from "../../shared/envelope/envelope.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { NUMBERS } from "../../shared/protocol/frame.ts";
import { type ClientFrame, decodeFrame, type ServerFrame } from "../../shared/protocol/frames.ts";
import type { RefusalCode } from "../../shared/protocol/refusals.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { ServerNode } from "./server-node.ts";
import type { Happening, Tally } from "./tally.ts";

const REFUSED: Partial<Record<RefusalCode, Happening>> = {
  epoch: "append refused for its epoch",
  counter: "append refused for its counter",
  "previous-hash": "append refused for its counter",
  "storage-full": "append refused for want of room",
  pruned: "catching up refused for a log that was let go",
};

type Listener = (...given: never[]) => void;

/** The server's end of a socket, as far as the server uses it. */
export interface ServerSide {
  on(event: string, listener: Listener): void;
  send(bytes: Uint8Array, sent?: () => void): void;
  close(): void;
  terminate(): void;
  ping(): void;
  pause(): void;
  resume(): void;
  readonly bufferedAmount: number;
  /** The process behind it is gone. */
  cut(): void;
}

/** One direction of a connection: what is sent arrives in order, after a while, or not at all once it is cut. */
class Wire {
  #last = 0;
  #cut = false;
  readonly #clock: Clock;
  readonly #delay: () => number;
  readonly #lost: () => void;

  /** `lost` hears of each message that does not arrive. */
  constructor(clock: Clock, delay: () => number, lost: () => void) {
    this.#clock = clock;
    this.#delay = delay;
    this.#lost = lost;
  }

  carry(arrive: () => void): void {
    const at = Math.max(this.#last, this.#clock.now + this.#delay());
    this.#last = at;
    this.#clock.later(() => {
      if (this.#cut) this.#lost();
      else arrive();
    }, at - this.#clock.now);
  }

  /** Loses what is under way from here on. */
  cut(): void {
    this.#cut = true;
  }
}

/** What lies between the devices and the server. Connections keep order, die at any time, and can hang silently. */
export class Network {
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #server: ServerNode;
  readonly #tally: Tally;
  readonly #cut = new Map<string, Set<() => void>>();
  readonly #partitioned = new Set<string>();

  constructor(clock: Clock, chance: Chance, server: ServerNode, tally: Tally) {
    this.#clock = clock;
    this.#chance = chance;
    this.#server = server;
    this.#tally = tally;
  }

  /** Nothing passes between a device and the server, and neither is told. */
  partition(device: string): void {
    this.#partitioned.add(device);
    this.#tally.add("device partitioned");
  }

  heal(device: string): void {
    this.#partitioned.delete(device);
  }

  /**
   * Cuts a device's connections; each side learns of it in its own time, and what is under way may still arrive. False
   * where it has none.
   */
  cutConnections(device: string): boolean {
    const cuts = this.#cut.get(device) ?? new Set();
    for (const cut of cuts) {
      this.#tally.add("connection cut");
      cut();
    }
    return cuts.size > 0;
  }

  /** Fair weather: nothing fails by chance. */
  isCalm = false;

  readonly #isBad = () => !this.isCalm && this.#chance.is(0.02);
  readonly #delay = () =>
    this.#chance.is(0.1) ? this.#chance.between(50, 3000) : this.#chance.between(1, 40);
  readonly #passes = (device: string) => !this.#partitioned.has(device) && this.#server.alive;

  /** `fetch` as a device has it; `isAlive` tells whether it still runs. */
  fetchOf(device: string, isAlive: () => boolean): typeof fetch {
    return ((address: string, init: RequestInit = {}) =>
      new Promise((resolve, reject) => {
        // Asked whether anything else answers: nothing else is in this network.
        if (init.mode === "no-cors") return reject(new TypeError("no answer"));
        const { pathname, search } = new URL(address);
        // The device gives up after ten seconds; its own timer for that keeps real time.
        this.#clock.later(() => isAlive() && reject(new TypeError("no answer")), 10_000);
        const fail = () => {
          this.#tally.add("request lost");
          this.#clock.later(() => isAlive() && reject(new TypeError("no network")), 5000);
        };
        this.#clock.later(() => {
          if (!this.#passes(device) || this.#isBad()) return fail();
          this.#server.request(pathname + search, init).then(({ status, body }) => {
            this.#clock.later(() => {
              if (!isAlive()) return;
              if (!this.#passes(device) || this.#isBad()) return fail();
              const pieces = [body.slice()];
              const read = async () => ({ done: pieces.length === 0, value: pieces.shift() });
              resolve({
                ok: status >= 200 && status < 300,
                status,
                headers: new Headers({ date: new Date(this.#clock.now).toUTCString() }),
                body: { getReader: () => ({ read, cancel: async () => {} }) },
              } as unknown as Response);
            }, this.#delay());
          });
        }, this.#delay());
      })) as typeof fetch;
  }

  /** `WebSocket` as a device has it. */
  webSocketOf(device: string, isAlive: () => boolean): typeof WebSocket {
    const { speaksBases } = this.#server;
    const connect = (address: string, token: string) => this.#connect(device, isAlive, address, token);
    return class {
      binaryType = "arraybuffer";
      onopen: (() => void) | null = null;
      onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
      onclose: (() => void) | null = null;
      readonly #ends: { send: (bytes: Uint8Array) => void; close: () => void };
      readonly protocol: string;
      constructor(address: string, [plain, token, withBases]: [string, string, string]) {
        this.protocol = speaksBases ? withBases : plain;
        this.#ends = connect(
          address,
          token,
        )({
          opened: () => this.onopen?.(),
          message: (bytes) => this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer }),
          closed: () => this.onclose?.(),
        });
      }
      send(bytes: Uint8Array) {
        this.#ends.send(bytes.slice());
      }
      close() {
        this.#ends.close();
      }
    } as unknown as typeof WebSocket;
  }

  /** Of each envelope that was sent, by author and counter, what it ended with: its signature. */
  readonly #sent = new Map<string, string>();

  /** Counts what a device says. */
  #noteSent(bytes: Uint8Array): void {
    if (bytes[0] === NUMBERS.resume) this.#tally.add("base begun from");
    if (bytes[0] !== NUMBERS.append) return;
    const frame = decodeFrame(bytes) as Extract<ClientFrame, { type: "append" }>;
    for (const envelope of frame.envelopes) {
      const { device, counter } = readEnvelope(envelope).header;
      const [name, signature] = [`${toHex(device)} ${counter}`, toHex(envelope.subarray(-64))];
      const before = this.#sent.get(name);
      this.#sent.set(name, signature);
      if (before === signature) this.#tally.add("envelope sent again");
      else if (before !== undefined) this.#tally.add("envelope sealed anew under its counter");
    }
  }

  /** Counts what the server says. */
  #note(bytes: Uint8Array): void {
    if (bytes[0] !== NUMBERS.refused && bytes[0] !== NUMBERS.base) return;
    const frame = decodeFrame(bytes) as ServerFrame;
    if (frame.type === "base" && frame.held) this.#tally.add("base held out");
    const refused = frame.type === "refused" && REFUSED[frame.code];
    if (refused) this.#tally.add(refused);
  }

  #connect(device: string, isAlive: () => boolean, address: string, token: string) {
    return (client: { opened(): void; message(bytes: Uint8Array): void; closed(): void }) => {
      const lost = () => this.#tally.add("bytes lost on the wire");
      const up = new Wire(this.#clock, this.#delay, lost);
      const down = new Wire(this.#clock, this.#delay, lost);
      const listeners = new Map<string, Listener>();
      const hear = (event: string, ...given: unknown[]) => listeners.get(event)?.(...(given as never[]));
      let clientOver = false;
      let serverOver = false;
      const toClient = (run: () => void) =>
        down.carry(() => {
          // As TCP has it: behind bytes that are lost nothing arrives any more.
          if (this.#partitioned.has(device)) down.cut();
          else if (!clientOver && isAlive()) run();
        });
      const toServer = (run: () => void) =>
        up.carry(() => {
          if (!this.#passes(device)) up.cut();
          else if (!serverOver) run();
        });
      const endClient = () => {
        if (clientOver) return;
        clientOver = true;
        if (isAlive()) client.closed();
      };
      const endServer = () => {
        if (serverOver) return;
        serverOver = true;
        this.#cut.get(device)?.delete(cut);
        hear("close");
      };
      const cut = () => {
        if (this.#chance.is(0.5)) up.cut();
        if (this.#chance.is(0.5)) down.cut();
        this.#clock.later(endClient, this.#chance.between(0, 2000));
        this.#clock.later(endServer, this.#chance.between(0, 70_000));
      };
      const cuts = this.#cut.get(device) ?? new Set();
      this.#cut.set(device, cuts);
      cuts.add(cut);
      const side: ServerSide = {
        on: (event, listener) => void listeners.set(event, listener),
        send: (bytes, sent) => {
          const copy = bytes.slice();
          this.#note(copy);
          toClient(() => client.message(copy));
          sent?.();
        },
        close: () => {
          toClient(endClient);
          this.#clock.later(endServer, 50);
        },
        terminate: () => {
          toClient(endClient);
          endServer();
        },
        ping: () => {},
        pause: () => {},
        resume: () => {},
        bufferedAmount: 0,
        cut: () => {
          serverOver = true;
          cuts.delete(cut);
          this.#clock.later(endClient, this.#chance.between(0, 5000));
        },
      };
      const refuse = () => this.#clock.later(endClient, this.#chance.between(1, 5000));
      up.carry(() => {
        if (clientOver || !this.#passes(device)) return refuse();
        this.#server.admit(new URL(address).pathname, token, side).then((admitted) => {
          if (!admitted) return refuse();
          toClient(client.opened);
        });
      });
      return {
        send: (bytes: Uint8Array) => {
          this.#noteSent(bytes);
          toServer(() => hear("message", Buffer.from(bytes), true));
        },
        close: () => {
          clientOver = true;
          up.carry(endServer);
        },
      };
    };
  }
}
