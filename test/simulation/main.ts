/**
 * `npm run simulate -- --seeds N [--from S]`: whole offices under faults, each from a seed. It ends with
 * `seeds N, operations M, lost 0, diverged 0`; a seed that fails says how to play it again. `--only` plays the seeds
 * that are named, `--seconds` begins no further one after so long.
 */
import "fake-indexeddb/auto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepare, runSeed } from "./run-seed.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    only: { type: "string" },
    seconds: { type: "string" },
  },
});
const [count, from] = [Number(values.seeds), Number(values.from)];
const seeds = values.only?.split(",").map(Number) ?? Array.from({ length: count }, (_, n) => from + n);
const seconds = values.seconds === undefined ? Number.POSITIVE_INFINITY : Number(values.seconds);
if (!seeds.every(Number.isSafeInteger) || !(seconds > 0)) {
  console.error("Usage: npm run simulate -- --seeds N [--from S] [--only S,S] [--seconds T]");
  process.exit(2);
}
// Every commit waits for the disk: in memory it waits for nothing, and the file behaves the same.
const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "sidedesk-simulation-"));
const began = performance.now();
const passed = () => (performance.now() - began) / 1000;
let [played, operations, lost, diverged] = [0, 0, 0, 0];
try {
  await prepare();
  for (const seed of seeds) {
    if (passed() >= seconds) break;
    const outcome = await runSeed(seed, folder);
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
console.log(`seeds ${played}, operations ${operations}, lost ${lost}, diverged ${diverged}`);
process.exit(lost + diverged === 0 && played > 0 ? 0 : 1);
