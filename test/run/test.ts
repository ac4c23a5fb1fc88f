// `npm test`: everything, on a fresh clone. The last line is "N passed, N failed".
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { isInstalled } from "../e2e/harness/installed.ts";
import { openEnding } from "../practice/ending.ts";
import { lackOfPostgres } from "../sync-server/postgres-under-test.ts";
import { CHECKS } from "./check.ts";
import { bin, type Ended, killRunning, run, step } from "./steps.ts";
import { installSystemPackages } from "./system.ts";
import { type FileOutcome, runVitest } from "./vitest.ts";

/** Lines of a failure that are said again at the end. */
const WHY_LINES = 6;
/** Where more files of browser tests fail than these, something is broken, and no second look is taken. */
const MOST_LOOKED_AT_AGAIN = 3;

let passed = 0;
let failed = 0;
let skipped = 0;
/** Files with tests that were skipped: each says what it lacks. */
const places: string[] = [];
const say = (line: string) => void process.stdout.write(`${line}\n`);
/** What failed, each with the beginning of why: said once more at the end, where it is looked for. */
const failures: string[] = [];
/** What failed and then passed: a fault of the test or of the product that shows seldom. */
const late: string[] = [];
const told = (what: string, why: string) =>
  [what, ...why.trim().split("\n").slice(0, WHY_LINES)].join("\n    ");
const fail = (what: string, why = "") => void failures.push(told(what, why));
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
  if (late.length > 0) say(`\nWhat passed only when it ran once more:\n  ${late.join("\n  ")}`);
  if (failures.length > 0) say(`\nWhat failed:\n  ${failures.join("\n  ")}`);
  if (skipped > 0) say(`${skipped} skipped: ${[...lacking(), ...places].join("; ")}`);
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
const builds = ["chrome", "firefox"].map((browser) => ({
  name: `build for ${browser}`,
  run: () => run(bin("wxt"), ["build", "-b", browser]),
}));
/** One after the other, each with how it ended. */
const inTurn = async (steps: typeof builds) => {
  const done: (readonly [string, Ended])[] = [];
  for (const { name, run: work } of steps) done.push([name, await during(name, work)]);
  return done;
};
// The builds share a folder; the checks need a processor each.
for (const done of await Promise.all([...checks.map((check) => inTurn([check])), inTurn(builds)]))
  for (const [name, ended] of done) count(name, ended);

const tests = async (project: "unit" | "e2e", name: string, args: readonly string[]) => {
  let files: readonly FileOutcome[] = [];
  await during(name, async () => {
    const outcome = await runVitest({ project, folder, temporary, args });
    files = outcome.files;
    return outcome.ended;
  });
  return files;
};
const chosen = process.argv.slice(2);
// Files of one project, chosen by name, are none of the other's.
if (chosen.length > 0) chosen.push("--passWithNoTests");
const outcomes = [...(await tests("unit", "unit tests", chosen))];
// A real browser on a busy computer can be later than any patience. A file that failed runs once more, alone and from
// its beginning; what passes only then is said.
const browsers = await tests("e2e", "browser tests", chosen);
const doubted = browsers.filter(({ file, failures }) => file !== "" && failures.length > 0);
if (doubted.length === 0 || doubted.length > MOST_LOOKED_AT_AGAIN) outcomes.push(...browsers);
else {
  const again = await tests("e2e", "browser tests that failed, once more", [
    "--no-file-parallelism",
    ...doubted.map(({ file }) => file),
  ]);
  outcomes.push(...browsers.filter((each) => !doubted.includes(each)), ...again);
  for (const { file, failures } of doubted)
    if (again.some((second) => second.file === file && second.failures.length === 0))
      for (const { what, why } of failures) late.push(told(what, why));
}
for (const outcome of outcomes) {
  passed += outcome.passed;
  skipped += outcome.skipped;
  if (outcome.skipped > 0) places.push(`${outcome.skipped} in ${relative(".", outcome.file)}`);
  failed += outcome.failures.length;
  for (const { what, why } of outcome.failures) fail(what, why);
}
await ending.end(failed === 0 ? 0 : 1);

/** What tests were skipped for. */
function lacking(): string[] {
  const names = { chrome: "Chromium, Chrome or Edge", firefox: "Firefox" } as const;
  const browsers = (["chrome", "firefox"] as const)
    .filter((kind) => !isInstalled(kind))
    .map((kind) => `no ${names[kind]} on this computer`);
  return [...browsers, lackOfPostgres()].filter((lack) => lack !== undefined);
}
