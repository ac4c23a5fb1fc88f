/**
 * `npm run test:mutation [-- records|crypto|protocol …]`: changes the code of a room in one place after the other, and
 * looks whether a test notices. It prints each change that none noticed and, for each file, how many in a hundred were
 * noticed. What is read once, before there is a test (a kind's labels, a table's order), is left out, and properties are
 * played with a twentieth of their runs.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { endWith, readArguments } from "../run/arguments.ts";
import { run, step } from "../run/steps.ts";

/** The list that every script makes from the folder: a test compares it with what would be made. */
const MADE = "!shared/records/all.ts";

/** What is changed, and the tests that are to notice: of its own room, and of those nearby what is about it. */
const ROOMS: Readonly<Record<string, { readonly changed: string; readonly tests: readonly string[] }>> = {
  records: {
    changed: "shared/records",
    tests: ["test/records/*", "test/documents/commands*", "test/replies/*"],
  },
  crypto: { changed: "shared/envelope", tests: ["test/envelope/*", "test/desk/base*"] },
  protocol: { changed: "shared/protocol", tests: ["test/protocol/*", "test/envelope/*"] },
};
const USAGE = `Usage: npm run test:mutation [-- ${Object.keys(ROOMS).join(" | ")} …]`;
const HERE = fileURLToPath(new URL(".", import.meta.url));

const { positionals } = readArguments(USAGE, { options: {}, allowPositionals: true });
const asked = positionals.length > 0 ? positionals : Object.keys(ROOMS);
for (const name of asked) if (!Object.hasOwn(ROOMS, name)) endWith(USAGE, `There is no room "${name}".`);

if (!existsSync(`${HERE}node_modules`)) {
  // Without what they would bring along: Vitest is the project's own.
  const alone = ["--legacy-peer-deps", "--no-package-lock"];
  const args = ["install", ...alone, "--no-audit", "--no-fund", "--loglevel=error"];
  if (spawnSync("npm", args, { cwd: HERE, stdio: ["ignore", 2, 2] }).status !== 0)
    endWith(USAGE, "The packages of test/mutation could not be installed.");
}
const stryker = `${HERE}node_modules/@stryker-mutator/core/bin/stryker.js`;
let failed = 0;
for (const name of asked) {
  const { changed, tests } = ROOMS[name]!;
  const args = [stryker, "run", `${HERE}stryker.config.json`, "--mutate", `${changed}/**/*.ts,${MADE}`];
  const env = { NOTICING_TESTS: tests.join() };
  const ended = await step(name, () => run(process.execPath, args, { show: true, env }));
  if (ended.code !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
