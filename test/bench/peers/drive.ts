// One system's devices, all in this process: `node drive.ts SYSTEM URL`. A burst of changes, then changes paced, then
// documents of many months. Prints JSON.
import { Socket } from "node:net";
import { quantile } from "../statistics.ts";

const DEVICES = 10;
const CHANGES = 1_000;
const PACED = 250;
const PER_SECOND = 50;
const MONTHS = 100;
const RECORDS_A_MONTH = 250;
const LONGEST_MS = 60_000;

interface Devices {
  change: (device: number, id: string, text: string) => unknown;
  months: (count: number, size: number) => Promise<void>;
}
type Open = (
  url: string,
  count: number,
  ids: readonly string[],
  seen: (device: number, id: string) => void,
) => Promise<Devices>;

const [system = "", url = ""] = process.argv.slice(2);
const file = system === "sidedesk" ? "./sidedesk.ts" : `./${system}.mjs`;
const { open } = (await import(file)) as { open: Open };

const sockets = new Set<Socket>();
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  sockets.add(this);
  return connect.apply(this, args as never);
} as typeof connect;
const bytesOut = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);

const ids = Array.from({ length: CHANGES }, (_, n) => `record${n}`);
let begun = new Map<string, number>();
let arrived = new Map<string, Set<number>>();
let waits: number[] = [];
let last = 0;
const devices = await open(url, DEVICES, ids, (device, id) => {
  const at = begun.get(id);
  const there = arrived.get(id);
  if (at === undefined || !there || there.has(device)) return;
  there.add(device);
  last = performance.now();
  waits.push(last - at);
});

/** Makes these changes, one after the other at a pace or all at once; resolves when every other device has each. */
async function run(count: number, pause: number) {
  [begun, arrived, waits] = [new Map(), new Map(), []];
  const began = performance.now();
  const bytes = bytesOut();
  const made: unknown[] = [];
  for (let n = 0; n < count; n++) {
    const id = ids[n]!;
    const due = began + n * pause;
    if (pause > 0 && performance.now() < due)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    begun.set(id, performance.now());
    arrived.set(id, new Set());
    made.push(devices.change(n % DEVICES, id, `${pause > 0 ? "paced" : "burst"} ${n}`));
  }
  await Promise.all(made);
  const due = count * (DEVICES - 1);
  while (waits.length < due && performance.now() - began < LONGEST_MS)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return {
    arrived: waits.length / due,
    seconds: (last - began) / 1000,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    bytes: (bytesOut() - bytes) / count,
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 1_500));
await pause();
process.stdout.write("ready\n");
const burst = await run(CHANGES, 0);
process.stdout.write("burst\n");
await pause();
const paced = await run(PACED, 1000 / PER_SECOND);
await devices.months(MONTHS, RECORDS_A_MONTH);
process.stdout.write(`${JSON.stringify({ changes: CHANGES, burst, paced })}\n`);
process.exit(0);
