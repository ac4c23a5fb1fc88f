// `npm run test:long [minutes of simulation]`: the same guards as in `npm test`, for as long as it takes to be sure of them.
import { bin, type Ended, run, step } from "./steps.ts";

const tests = (project: "unit-alone" | "e2e", ...files: string[]) => [
  "run",
  "--config",
  "test/vitest.config.ts",
  "--project",
  project,
  ...files,
];
const env = {
  // Kills of a server (half as many of two over one PostgreSQL), power cuts, hostile messages.
  SIDEDESK_KILLS: "200",
  SIDEDESK_CRASHES: "1000",
  SIDEDESK_HOSTILE: "100000",
};
const seconds = String(60 * Number(process.argv[2] ?? 30));
const simulation = ["--disable-warning=ExperimentalWarning", "test/simulation/main.ts"];

const STEPS: readonly { readonly name: string; readonly run: () => Promise<Ended> }[] = [
  {
    name: "the server under kills, power cuts and hostile messages",
    run: () => run(bin("vitest"), tests("unit-alone", "test/sync-server"), { show: true, env }),
  },
  {
    name: "every surface in every language, all colours, beside both webmails, at both widths and sizes",
    run: () =>
      run(bin("vitest"), tests("e2e", "test/e2e/everyone.test.ts"), {
        show: true,
        env: { SIDEDESK_MATRIX: "whole" },
      }),
  },
  {
    name: "an ordinary day of 24 hours",
    run: () => run(process.execPath, [...simulation, "--soak", "24"], { show: true }),
  },
  {
    name: "offices under faults",
    run: () =>
      run(process.execPath, [...simulation, "--seeds", "10000", "--seconds", seconds], { show: true }),
  },
];

let failed = 0;
for (const { name, run: work } of STEPS) if ((await step(name, work)).code !== 0) failed++;
process.stdout.write(`${STEPS.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
