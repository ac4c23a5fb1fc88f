/** Messages that no honest device sends, against everything behind a socket but the network itself. */
import { EventEmitter } from "node:events";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { createDesk } from "../../shared/desk/membership.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { NO_PREVIOUS, sealEnvelope } from "../../shared/envelope/envelope.ts";
import { type DeviceKeys, generateDeviceKeys, importEpochKey } from "../../shared/envelope/keys.ts";
import { type Bytes, toHex } from "../../shared/protocol/bytes.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { Allowance } from "../../sync-server/front/allowance.ts";
import { Connection } from "../../sync-server/front/connection.ts";
import { type Room, Rooms } from "../../sync-server/front/room.ts";
import type { Shared } from "../../sync-server/front/shared.ts";
import { Throttles } from "../../sync-server/front/throttle.ts";
import { SERVER_LIMITS } from "../../sync-server/limits.ts";
import type { Log } from "../../sync-server/log.ts";
import { Metrics } from "../../sync-server/observe.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { Chance } from "../simulation/chance.ts";
import { random, scratchFolder, verified } from "./desk-under-test.ts";

/** Messages with a byte changed; a tenth as many are cut short. */
const MUTATED = Number(process.env.SIDEDESK_HOSTILE ?? 10_000);

/** The server's side of a socket, without a network. */
class Socket extends EventEmitter {
  readonly closed: Promise<number>;
  bufferedAmount = 0;
  #close: (code: number) => void = () => undefined;
  constructor() {
    super();
    this.closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }
  send(_: Uint8Array, done?: () => void) {
    done?.();
  }
  close(code: number) {
    this.#close(code);
    this.emit("close");
  }
  terminate() {
    this.close(1006);
  }
  ping() {}
  pause() {}
  resume() {}
}

const scratch = scratchFolder();
const faults: string[] = [];
let log: Log;
let room: Room;
let shared: Shared;
let keys: DeviceKeys;
let base: Bytes[];

beforeAll(async () => {
  const now = () => Date.now();
  log = openSqliteLog({ file: join(scratch.folder, "log.sqlite"), now, quotaBytes: 1e9 });
  keys = await generateDeviceKeys();
  const made = await createDesk({ name: "Sample Owner" }, { keys, now: now(), random });
  await log.createDesk(made.desk, made.entry, verified(await verifyRoster([made.entry])).head);
  room = (await new Rooms(log, now, (error) => faults.push(String(error))).of(made.desk))!;
  const wide = () => new Throttles(1e9, 1e9, now);
  const logger = (event: string, fields = {}) =>
    void (event === "fault" && faults.push(JSON.stringify(fields)));
  shared = {
    log,
    limits: SERVER_LIMITS,
    logger,
    metrics: new Metrics(),
    now,
    allowance: new Allowance(
      { ...SERVER_LIMITS, workPerDay: 1e12, partsPerDay: 1e12, presencePerSecond: 1e9 },
      now,
    ),
    messages: wide(),
    bytes: wide(),
  };
  const epochKey = await importEpochKey(made.epochKey);
  const seal = (counter: number, type: "changes" | "presence") =>
    sealEnvelope({
      desk: made.desk,
      epoch: 1,
      epochKey,
      device: keys.device,
      signKey: keys.signKey,
      counter,
      previous: NO_PREVIOUS,
      payload:
        type === "presence"
          ? { type, bytes: random(40) }
          : { type, document: "2026-11", changes: [random(60)] },
      nonce: random(12),
    });
  base = [
    encodeFrame({ type: "hello", version: 1, cursor: 0, rosterLength: 1 }),
    encodeFrame({
      type: "append",
      requestId: 1,
      envelopes: [await seal(1, "changes"), await seal(2, "changes")],
    }),
    encodeFrame({ type: "append", requestId: 2, envelopes: [random(300)] }),
    encodeFrame({ type: "presence", sealed: await seal(1, "presence") }),
    encodeFrame({ type: "ping", n: 7 }),
  ];
});
afterAll(async () => {
  await log.close();
  scratch.remove();
});

/** MB that are in use once nothing more can be let go. */
async function inUse(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    collect();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Sends a message after a hello, then what is never a frame; gives the code that the socket is closed with. */
async function codeFor(message: Uint8Array): Promise<number> {
  const socket = new Socket();
  new Connection(socket as unknown as WebSocket, room, keys.device, toHex(keys.device), shared);
  for (const bytes of [base[0]!, message, new Uint8Array([200])])
    socket.emit("message", Buffer.from(bytes), true);
  return socket.closed;
}

async function codesOf(
  count: number,
  make: (frame: Bytes, chance: Chance) => Uint8Array,
): Promise<Map<number, number>> {
  const chance = new Chance(12);
  const codes = new Map<number, number>();
  for (let done = 0; done < count; done += 100) {
    const some = Array.from({ length: 100 }, () => make(chance.pick(base), chance));
    for (const code of await Promise.all(some.map(codeFor))) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return codes;
}

test(
  `${MUTATED} messages with a byte changed and ${MUTATED / 10} cut short end their own sockets and leave nothing behind`,
  async () => {
    await codesOf(2_000, (frame) => frame);
    const before = await inUse();
    const mutated = await codesOf(MUTATED, (frame, chance) =>
      frame.with(chance.below(frame.length), chance.below(256)),
    );
    const cut = await codesOf(MUTATED / 10, (frame, chance) => frame.slice(0, chance.below(frame.length)));
    const grown = (await inUse()) - before;
    for (const codes of [mutated, cut])
      expect([...codes.keys()].filter((code) => code !== 1002 && code !== 1008)).toEqual([]);
    expect([...mutated.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(MUTATED);
    expect(faults).toEqual([]);
    expect(room.isEmpty).toBe(true);
    // What an honest device had kept before is all that is kept: nothing forged among it.
    expect(await log.head(room.desk)).toBeLessThanOrEqual(1);
    expect(grown).toBeLessThan(50);
  },
  60_000 + MUTATED * 5,
);
