// `npm test`: everything, on a fresh clone. The last line is "N passed, N failed".
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isInstalled } from "../e2e/harness/installed.ts";
import { openEnding } from "../practice/ending.ts";
import { lackOfPostgres } from "../sync-server/postgres-under-test.ts";
import { CHECKS } from "./check.ts";
import { bin, type Ended, killRunning, run, step } from "./steps.ts";
import { installSystemPackages } from "./system.ts";

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

/** Lines of a failure that are said again at the end. */
const WHY_LINES = 6;

let passed = 0;
let failed = 0;
let skipped = 0;
const say = (line: string) => void process.stdout.write(`${line}\n`);
/** What failed, each with the beginning of why: said once more at the end, where it is looked for. */
const failures: string[] = [];
const fail = (what: string, why = "") =>
  failures.push([what, ...why.trim().split("\n").slice(0, WHY_LINES)].join("\n    "));
const count = (name: string, ended: Ended) => {
  if (ended.code === 0) passed++;
  else {
    failed++;
    fail(name, ended.output.trim().split("\n").slice(-WHY_LINES).join("\n"));
    process.stdout.write(ended.output);
  }
};

// What tests leave behind for a moment lies in one folder, which goes with this program, however it ends.
const folder = mkdtempSync(join(tmpdir(), "sidedesk-test-"));
const temporary = join(folder, "tmp");
mkdirSync(temporary);
// A PostgreSQL that a test starts runs as another user than root, and has its folder in here.
for (const way of [folder, temporary]) chmodSync(way, 0o711);
const ending = openEnding(say, 130);
ending.also(() => {
  if (failures.length > 0) say(`\nWhat failed:\n  ${failures.join("\n  ")}`);
  if (skipped > 0) say(`${skipped} skipped: ${lacking() || "as their files say"}`);
  say(`${passed} passed, ${failed} failed`);
});
ending.also(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
ending.also(killRunning);

/** One step; a signal meanwhile ends everything instead of beginning the next one. */
const during = async (name: string, work: () => Promise<Ended>): Promise<Ended> => {
  const ended = await step(name, work);
  return ending.begun ? ending.end(130) : ended;
};

const system = await during("system packages (browsers, fonts, PostgreSQL)", installSystemPackages);
if (system.code === 0) process.stdout.write(system.output);
count("system packages", system);
// The first one writes the types that the others read.
const [types, ...checks] = CHECKS;
if (types) count(types.name, await during(types.name, types.run));
const checked = await Promise.all(checks.map((check) => during(check.name, check.run)));
for (const [index, ended] of checked.entries()) count(checks[index]?.name ?? "", ended);
for (const browser of ["chrome", "firefox"])
  count(
    `build for ${browser}`,
    await during(`build for ${browser}`, () => run(bin("wxt"), ["build", "-b", browser])),
  );

for (const project of ["unit", "e2e"]) {
  const file = join(folder, `${project}.json`);
  const args = ["run", "--config", "test/vitest.config.ts", "--project", project];
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ended = await during(`${project} tests`, () =>
    run(bin("vitest"), [...args, ...reports, ...process.argv.slice(2)], {
      show: true,
      env: { TMPDIR: temporary },
    }),
  );
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
    for (const { name, message, assertionResults } of report.testResults) {
      const tests = assertionResults.filter(({ status }) => status === "failed");
      for (const test of tests) fail(`${name}: ${test.fullName}`, test.failureMessages[0]);
      if (tests.length === 0 && message) fail(name, message);
    }
    // A file that could not even be loaded counts no test of its own.
    if (ended.code !== 0 && report.numFailedTests === 0) failed++;
  } catch {
    failed++;
    fail(`${project} tests`, "They wrote no report.");
  }
}
await ending.end(failed === 0 ? 0 : 1);

/** What tests were skipped for. */
function lacking(): string {
  const names = { chrome: "Chromium, Chrome or Edge", firefox: "Firefox" } as const;
  const browsers = (["chrome", "firefox"] as const)
    .filter((kind) => !isInstalled(kind))
    .map((kind) => `no ${names[kind]} on this computer`);
  return [...browsers, lackOfPostgres()].filter((lack) => lack !== undefined).join("; ");
}
