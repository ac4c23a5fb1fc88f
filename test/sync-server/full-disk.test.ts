/** Real disks of a few megabytes, filled to the brim: they can be made as root on Linux only. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CheckedEnvelope, Log } from "../../sync-server/log.ts";
import { openPostgresLog } from "../../sync-server/postgres/log.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { scratchFolder } from "./desk-under-test.ts";
import { lackOfPostgres, PostgresUnderTest } from "./postgres-under-test.ts";

const scratch = scratchFolder();
const disk = join(scratch.folder, "disk");
const mount = (megabytes: number) =>
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=777`, "tmpfs", disk]).status === 0;
const unmount = () => spawnSync("umount", [disk]);

mkdirSync(disk);
// PostgreSQL is another user, and goes through here.
chmodSync(scratch.folder, 0o711);
const canMount = process.platform === "linux" && process.getuid?.() === 0 && mount(1);
if (canMount) unmount();
const why = canMount ? "" : ": small disks are made as root on Linux only";

beforeEach(() => void mount(8));
afterEach(() => void unmount());
afterAll(() => scratch.remove());

const desk = new Uint8Array(16).fill(1);
const head = new Uint8Array(32);
const device = new Uint8Array(16).fill(11);
const hashOf = (n: number) =>
  new Uint8Array(32)
    .fill(n === 0 ? 0 : 1)
    .with(0, n & 255)
    .with(1, n >> 8);
const link = (n: number, size: number): CheckedEnvelope => ({
  device,
  counter: n,
  previous: hashOf(n - 1),
  hash: hashOf(n),
  bytes: crypto.getRandomValues(new Uint8Array(size)),
});

/** Fills the disk, then frees it: what was acknowledged is there, what was not was refused by name. */
async function fill(log: Log, ballast: string): Promise<void> {
  await log.createDesk(desk, new Uint8Array(50), head);
  // What is lacking in the end: a file of another program, which is then removed.
  writeFileSync(ballast, new Uint8Array(3_000_000));
  let [kept, refused] = [0, 0];
  for (let round = 0; round < 400 && refused < 20; round++) {
    const outcome = await log.append(desk, head, [link(kept + 1, 30_000)]);
    if (outcome.ok) kept++;
    else {
      expect(outcome.code).toBe("storage-full");
      refused++;
    }
  }
  expect(refused).toBe(20);
  expect(kept).toBeGreaterThan(10);
  expect(await log.head(desk)).toBe(kept);
  rmSync(ballast);
  expect(await log.append(desk, head, [link(kept + 1, 30_000)])).toMatchObject({
    ok: true,
    seqs: [kept + 1],
  });
  let seen = 0;
  for (;;) {
    const part = await log.entriesAfter(desk, seen, 1e6);
    if (part.length === 0) break;
    for (const { seq } of part) expect(seq).toBe(++seen);
  }
  expect(seen).toBe(kept + 1);
}

describe.skipIf(!canMount)(`a disk that is full${why}`, () => {
  test("refuses by name with SQLite, loses nothing, and goes on when there is room", async () => {
    const log = openSqliteLog({ file: join(disk, "sidedesk.sqlite"), now: Date.now, quotaBytes: 1e12 });
    await fill(log, join(disk, "ballast"));
    await log.close();
  });

  test.skipIf(lackOfPostgres())(
    `does so with PostgreSQL ${lackOfPostgres() ?? ""}`,
    async () => {
      const postgres = await PostgresUnderTest.begin("fsync=off");
      const url = await postgres.database();
      const { log } = await openPostgresLog({ url, now: Date.now, quotaBytes: 1e12, fault: () => undefined });
      const space = postgres.folderIn(disk);
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`CREATE TABLESPACE small LOCATION '${space}'`);
      await client.query("ALTER TABLE sidedesk.envelopes SET TABLESPACE small");
      await client.end();
      await fill(log, join(disk, "ballast"));
      await log.close();
      await postgres.remove();
    },
    120_000,
  );
});
