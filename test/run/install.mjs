// The one door of every npm script. It runs on whatever Node a machine has, brings node_modules up to the
// lockfile, then starts the named script with the Node that the project pins.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listKinds } from "./list-kinds.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scripts = {
  start: "test/practice/start.ts",
  test: "test/run/test.ts",
  "test:long": "test/run/long.ts",
  "test:mutation": "test/mutation/main.ts",
  check: "test/run/check.ts",
  demo: "test/practice/demo.ts",
  server: "sync-server/main.ts",
  build: "test/run/build.ts",
  zip: "test/run/zip.ts",
  bench: "test/bench/main.ts",
  simulate: "test/simulation/main.ts",
  extract: "test/run/extract.ts",
  audit: "test/run/audit.ts",
  capture: "test/run/capture.ts",
  gallery: "test/run/gallery.ts",
  looks: "test/run/looks.ts",
};
const [name, ...args] = process.argv.slice(2);
const script = scripts[name];
if (!script) {
  console.error(`Unknown script "${name}". One of: ${Object.keys(scripts).join(", ")}.`);
  process.exit(2);
}

process.chdir(root);
listKinds();
const pinned = process.platform === "win32" ? "node_modules/node/bin/node.exe" : "node_modules/.bin/node";
const stamp = "node_modules/.installed";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const installed = existsSync(stamp) && readFileSync(stamp, "utf8") === lock && existsSync(pinned);
if (!installed) {
  console.error("Installing the packages of the lockfile (once; about half a minute) …");
  // Not "ci": it refuses a lockfile whenever a registry lacks an optional package of another platform.
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const done = spawnSync(npm, ["install", "--no-save", "--loglevel=error"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error(
      "The packages could not be installed. Look at npm's message above, then run the same command again.",
    );
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

// What has been compiled is kept: a server that need not bring up the compiler of TypeScript is a third smaller.
const env = { NODE_COMPILE_CACHE: "node_modules/.cache/node", ...process.env };
const child = spawn(pinned, ["--disable-warning=ExperimentalWarning", script, ...args], {
  stdio: "inherit",
  ...(name === "server" ? { env } : {}),
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm hands a signal to its shell alone, which then leaves us behind: who has lost the parent is to end as well.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid === parent) return;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 30_000).unref();
  }, 1000).unref();
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
