/** What the container file promises, as far as it can be tried without an engine for containers. */
import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { DeskUnderTest, scratchFolder } from "./desk-under-test.ts";

const file = readFileSync("sync-server/Containerfile", "utf8");
const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  dependencies: Record<string, string>;
};
const scratch = scratchFolder();
afterAll(() => scratch.remove());

/** The user and group of nobody. */
const NOBODY = 65_534;
const canEnter =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--mount", "true"]).status === 0;

test("the container starts the server itself, as an ordinary user, with its data in the volume", () => {
  const of = (word: string) => [...file.matchAll(new RegExp(`^${word} (.*)$`, "gm"))].map(([, rest]) => rest);
  expect(of("USER")).toEqual(["node"]);
  expect(of("VOLUME")).toEqual(["/data"]);
  expect(of("ENV").join(" ")).toContain("SIDEDESK_DATA=/data");
  expect(JSON.parse(of("ENTRYPOINT")[0]!)).toEqual([
    "node",
    "--disable-warning=ExperimentalWarning",
    "sync-server/main.ts",
  ]);
});

test("everything that the server imports is in the container", () => {
  const copied = ["shared", "sync-server"];
  const seen = new Set<string>();
  const packages = new Set<string>();
  const read = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    expect(
      copied.some((folder) => path.startsWith(`${folder}/`)),
      path,
    ).toBe(true);
    for (const [, from = ""] of readFileSync(path, "utf8").matchAll(/(?:from|import) "([^"]+)"/g)) {
      if (from.startsWith(".")) read(join(path, "..", from));
      else if (!from.startsWith("node:")) packages.add(from);
    }
  };
  read("sync-server/main.ts");
  expect(seen.size).toBeGreaterThan(30);
  for (const name of packages) expect(dependencies[name], name).toBeDefined();
});

describe.skipIf(!canEnter)(
  `on a read-only file system${canEnter ? "" : ": made as root on Linux only"}`,
  () => {
    test("the server runs as nobody, writes into its data folder alone, and ends with 0", async () => {
      const [app, data] = [join(scratch.folder, "app"), join(scratch.folder, "data")];
      mkdirSync(data);
      chownSync(data, NOBODY, NOBODY);
      mkdirSync(app);
      for (const name of ["shared", "sync-server"]) cpSync(name, join(app, name), { recursive: true });
      writeFileSync(join(app, "package.json"), readFileSync("package.json"));
      symlinkSync(realpathSync("node_modules"), join(app, "node_modules"));
      spawnSync("chmod", ["-R", "a+rX", scratch.folder]);
      // Everything becomes read only; the data folder is mounted onto itself before, and stays as it is.
      const script = `
      mount --make-rprivate / && mount --bind "$1" "$1" && mount -o remount,bind,ro / || exit 70
      for place in $(awk '$2 != "/" && $2 !~ /^\\/(proc|sys|dev)/ && $2 != "'"$1"'" { print $2 }' /proc/self/mounts); do
        mount -o remount,bind,ro "$place" 2> /dev/null
      done
      cd "$2" && exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --bounding-set=-all --no-new-privs \\
        "$3" --disable-warning=ExperimentalWarning sync-server/main.ts --data "$1" --port 0`;
      const child = spawn("unshare", ["--mount", "sh", "-c", script, "sh", data, app, process.execPath], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      const url = await new Promise<string>((resolve, reject) => {
        const hear = (part: Buffer) => {
          output += part;
          const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
          if (found) resolve(found[0]);
        };
        child.stdout.on("data", hear);
        child.stderr.on("data", hear);
        child.on("exit", (code) => reject(new Error(`it ended with ${code}: ${output}`)));
      });
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      expect(status).toMatch(new RegExp(`^Uid:\\s+${NOBODY}\\s+${NOBODY}`, "m"));
      expect(status).toMatch(/^CapEff:\s+0+$/m);
      // The process sees what it may write to: nothing but its data folder.
      const mounts = readFileSync(`/proc/${child.pid}/mounts`, "utf8")
        .split("\n")
        .map((line) => line.split(" "));
      expect(mounts.find(([, place]) => place === "/")?.[3]).toMatch(/^ro\b/);
      expect(mounts.find(([, place]) => place === data)?.[3]).toMatch(/^rw\b/);
      const desk = await DeskUnderTest.found(url);
      const line = await desk.connect(desk.owner);
      expect(await line.append(1, [await desk.seal(desk.owner, "x")])).toMatchObject({ type: "acked" });
      const code = new Promise((resolve) => child.on("exit", resolve));
      child.kill("SIGTERM");
      expect(await code).toBe(0);
    }, 60_000);
  },
);
