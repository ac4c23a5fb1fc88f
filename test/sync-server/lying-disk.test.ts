/** A power cut on a disk that keeps only what was synced: what was acknowledged must be there. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { scratchFolder } from "./desk-under-test.ts";

const CRASHES = Number(process.env.SIDEDESK_CRASHES ?? 100);
/** Crashes of one writer; the next one goes on from what the last crash left. */
const OF_ONE = 50;

const scratch = scratchFolder();
const library = join(scratch.folder, "lying-disk.so");
const source = new URL("./lying-disk/lying-disk.c", import.meta.url).pathname;
const built =
  process.platform === "linux" &&
  spawnSync("cc", ["-O1", "-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"]).status === 0;
const why = built ? "" : ": no C compiler on this computer";

afterAll(() => scratch.remove());

/** A writer on the lying disk, once it has begun to write. */
async function startWriter(
  folder: string,
  ...more: string[]
): Promise<{ child: ChildProcess; noted: () => number }> {
  const note = join(folder, "..", "note");
  rmSync(note, { force: true });
  const writer = new URL("./lying-disk/writer.ts", import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", writer, join(folder, "log.sqlite"), note, ...more],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, LD_PRELOAD: library, SIDEDESK_LYING_DISK: folder },
    },
  );
  const noted = () => (existsSync(note) ? Number(readFileSync(note, "utf8")) : 0);
  while (noted() === 0) {
    if (child.exitCode !== null) throw new Error("the writer ended");
    await pause(5);
  }
  return { child, noted };
}

/** What a power cut at this moment leaves of a folder. */
function leftOf(folder: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to);
  for (const name of readdirSync(folder))
    if (name.endsWith(".synced")) copyFileSync(join(folder, name), join(to, name.replace(/\.synced$/, "")));
}

/** Crashes again and again; gives how often something acknowledged was not there, or what was there had a hole. */
async function crash(
  times: number,
  ...more: string[]
): Promise<{ lost: number; broken: number; acknowledged: number }> {
  const base = join(scratch.folder, more.join("") || "sound");
  const [folder, after] = [join(base, "disk"), join(base, "after")];
  mkdirSync(folder, { recursive: true });
  let [lost, broken, acknowledged] = [0, 0, 0];
  for (let done = 0; done < times; ) {
    const { child, noted } = await startWriter(folder, ...more);
    for (let n = 0; n < OF_ONE && done < times; n++, done++) {
      await pause(1 + ((done * 7) % 13));
      child.kill("SIGSTOP");
      // Stopped, not about to be: what is noted and what is on the disk are of one moment.
      while (!/\) [Tt] /.test(readFileSync(`/proc/${child.pid}/stat`, "utf8"))) await pause(1);
      acknowledged = noted();
      leftOf(folder, after);
      child.kill("SIGCONT");
      const log = openSqliteLog({ file: join(after, "log.sqlite"), now: () => 0, quotaBytes: 1e12 });
      const desk = new Uint8Array(16).fill(1);
      const head = await log.head(desk).catch(() => 0);
      const last = await log.entriesAfter(desk, Math.max(0, head - 3), 1e6).catch(() => []);
      await log.close().catch(() => undefined);
      if (head < acknowledged) lost++;
      if (last.at(-1)?.seq !== head || last.length !== Math.min(3, head)) broken++;
    }
    const gone = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    // The next writer finds the disk as the power cut left it.
    leftOf(folder, after);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    for (const name of readdirSync(after)) {
      copyFileSync(join(after, name), join(folder, name));
      copyFileSync(join(after, name), join(folder, `${name}.synced`));
    }
  }
  return { lost, broken, acknowledged };
}

describe.skipIf(!built)(`a disk that keeps only what was synced${why}`, () => {
  test(
    `has all that was acknowledged, after each of ${CRASHES} power cuts`,
    async () => {
      const { acknowledged, ...found } = await crash(CRASHES);
      expect(found).toEqual({ lost: 0, broken: 0 });
      expect(acknowledged).toBeGreaterThan(CRASHES);
    },
    60_000 + CRASHES * 500,
  );

  test("would show it if a server did not wait for the disk", async () => {
    expect((await crash(5, "--careless")).lost).toBeGreaterThan(0);
  }, 60_000);
});
