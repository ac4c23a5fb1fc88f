// `npm test`: everything, on a fresh clone. The last line is "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKS } from "./check.ts";
import { bin, type Ended, run, step } from "./steps.ts";
import { installSystemPackages } from "./system.ts";

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

let passed = 0;
let failed = 0;
let skipped = 0;
const count = (ended: Ended) => {
  if (ended.code === 0) passed++;
  else {
    failed++;
    process.stdout.write(ended.output);
  }
};

count(await step("system packages (browsers, fonts)", installSystemPackages));
for (const check of CHECKS) count(await step(check.name, check.run));
for (const browser of ["chrome", "firefox"])
  count(await step(`build for ${browser}`, () => run(bin("wxt"), ["build", "-b", browser])));

const folder = mkdtempSync(join(tmpdir(), "sidedesk-test-"));
for (const project of ["unit", "e2e"]) {
  const file = join(folder, `${project}.json`);
  const args = [
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const ended = await step(`${project} tests`, () =>
    run(bin("vitest"), [...args, ...process.argv.slice(2)], { show: true }),
  );
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
    // A file that could not even be loaded counts no test of its own.
    if (ended.code !== 0 && report.numFailedTests === 0) failed++;
  } catch {
    failed++;
  }
}
rmSync(folder, { recursive: true, force: true });

process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exit(failed === 0 ? 0 : 1);
