/**
 * `npm run simulate -- --seeds N [--from S]`: whole offices under faults, each from a seed. It ends with
 * `seeds N, operations M, lost 0, diverged 0`; a seed that fails says how to play it again. `--only` plays the seeds
 * that are named, `--seconds` begins no further one after so long, `--first` none after one that failed, `--tally`
 * tells how often each fault and each way out of one was met. `--soak HOURS` instead plays ordinary days, and ends with
 * `hours H, operations M, lost 0, diverged 0, memory +N MB/h`.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { endWith, readArguments } from "../run/arguments.ts";
import { prepare, runSeed, soak } from "./run-seed.ts";
import { HAPPENINGS, Tally } from "./tally.ts";

/** What a process may grow by in an hour, MB. */
const MOST_GROWTH = 1;

const USAGE =
  "Usage: npm run simulate -- --seeds N [--from S] [--only S,S] [--seconds T] [--first] [--tally] | --soak HOURS";
const { values } = readArguments(USAGE, {
  options: {
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    only: { type: "string" },
    seconds: { type: "string" },
    first: { type: "boolean", default: false },
    tally: { type: "boolean", default: false },
    soak: { type: "string" },
  },
});
const [count, from] = [Number(values.seeds), Number(values.from)];
const seeds = values.only?.split(",").map(Number) ?? Array.from({ length: count }, (_, n) => from + n);
const seconds = values.seconds === undefined ? Number.POSITIVE_INFINITY : Number(values.seconds);
if (seeds.length === 0 || !seeds.every(Number.isSafeInteger) || !(seconds > 0))
  endWith(USAGE, "Seeds are whole numbers, one at least; seconds are more than 0.");
if (values.soak !== undefined && !(Number(values.soak) > 0)) endWith(USAGE, "Hours are more than 0.");
// Every commit waits for the disk: in memory it waits for nothing, and the file behaves the same.
const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "sidedesk-simulation-"));
const began = performance.now();
const passed = () => (performance.now() - began) / 1000;
if (values.soak !== undefined) await playDays(Number(values.soak));
const tally = new Tally();
let [played, operations, lost, diverged] = [0, 0, 0, 0];
try {
  await prepare();
  for (const seed of seeds) {
    if (passed() >= seconds || (values.first && lost + diverged > 0)) break;
    const outcome = await runSeed(seed, folder, tally);
    played++;
    operations += outcome.operations;
    lost += outcome.lost.length;
    diverged += outcome.diverged.length;
    if (outcome.lost.length + outcome.diverged.length > 0) {
      for (const fault of [...outcome.lost, ...outcome.diverged].slice(0, 10)) console.log(`  ${fault}`);
      console.log(`seed ${seed} failed; again: npm run simulate -- --seeds 1 --from ${seed}`);
    } else if (played % 50 === 0) console.log(`… ${played} seeds, ${passed().toFixed(0)} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.tally)
  for (const what of HAPPENINGS) console.log(`${String(tally.of(what)).padStart(7)}  ${what}`);
console.log(`seeds ${played}, operations ${operations}, lost ${lost}, diverged ${diverged}`);
process.exit(lost + diverged === 0 && played > 0 ? 0 : 1);

async function playDays(hours: number): Promise<never> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const memoryMb = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  await prepare();
  const { operations, lost, diverged, memoryMbPerHour } = await soak(hours, folder, memoryMb);
  rmSync(folder, { recursive: true, force: true });
  for (const fault of [...lost, ...diverged].slice(0, 10)) console.log(`  ${fault}`);
  const grown = `${memoryMbPerHour < 0 ? "" : "+"}${memoryMbPerHour.toFixed(2)} MB/h`;
  console.log(
    `hours ${hours}, operations ${operations}, lost ${lost.length}, diverged ${diverged.length}, memory ${grown}`,
  );
  process.exit(lost.length + diverged.length === 0 && memoryMbPerHour < MOST_GROWTH ? 0 : 1);
}
