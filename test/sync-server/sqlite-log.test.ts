import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CheckedEnvelope } from "../../sync-server/log.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { scratchFolder } from "./desk-under-test.ts";
import { describeLog } from "./log.acceptance.ts";

describeLog("SQLite", () => {
  const { folder, remove } = scratchFolder();
  return {
    open: async (settings) => openSqliteLog({ file: join(folder, "log.sqlite"), ...settings }),
    remove: async () => remove(),
  };
});

let scratch: ReturnType<typeof scratchFolder>;
let file: string;
beforeEach(() => {
  scratch = scratchFolder();
  file = join(scratch.folder, "log.sqlite");
});
afterEach(() => scratch.remove());

const settings = { now: () => 1_000, quotaBytes: 1e9 };
const desk = new Uint8Array(16).fill(1);
const head = new Uint8Array(32);
const entry = new Uint8Array(100);

/** Envelope n of a device, of a given size; hashes are made up. */
function link(n: number, device: number, size: number): CheckedEnvelope {
  const hash = (k: number) => new Uint8Array(32).fill(k === 0 ? 0 : device).with(0, k);
  return {
    device: new Uint8Array(16).fill(device),
    counter: n,
    previous: hash(n - 1),
    hash: hash(n),
    bytes: new Uint8Array(size),
  };
}

test("a commit is on disk before it is acknowledged: WAL, synchronous FULL", () => {
  const log = openSqliteLog({ file, ...settings });
  const exec = DatabaseSync.prototype.exec;
  const seen: string[] = [];
  DatabaseSync.prototype.exec = function (sql: string) {
    seen.push(sql);
    return exec.call(this, sql);
  };
  const second = openSqliteLog({ file: join(scratch.folder, "second.sqlite"), ...settings });
  DatabaseSync.prototype.exec = exec;
  expect(seen.join(" ")).toMatch(/journal_mode = WAL.*synchronous = FULL/s);
  return Promise.all([log.close(), second.close()]);
});

test("appends that arrive together share one commit", async () => {
  const log = openSqliteLog({ file, ...settings });
  await log.createDesk(desk, entry, head);
  const exec = DatabaseSync.prototype.exec;
  let commits = 0;
  DatabaseSync.prototype.exec = function (sql: string) {
    if (sql === "COMMIT") commits++;
    return exec.call(this, sql);
  };
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, device) => log.append(desk, head, [link(1, device + 1, 10)])),
  );
  DatabaseSync.prototype.exec = exec;
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(commits).toBe(1);
  await log.close();
});

test("a full disk refuses what does not fit, keeps what does, and goes on when there is room again", async () => {
  const log = openSqliteLog({ file, ...settings, maxPages: 60 });
  await log.createDesk(desk, entry, head);
  const counterByDevice = new Map<number, number>();
  let refused = 0;
  for (let round = 0; round < 20; round++) {
    const outcomes = await Promise.all(
      [1, 2, 3].map((device) =>
        log.append(desk, head, [link((counterByDevice.get(device) ?? 0) + 1, device, device * 3_000)]),
      ),
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.ok) counterByDevice.set(index + 1, (counterByDevice.get(index + 1) ?? 0) + 1);
      else expect(outcome.code).toBe("storage-full");
      if (!outcome.ok) refused++;
    }
  }
  const kept = [...counterByDevice.values()].reduce((sum, count) => sum + count, 0);
  expect(refused).toBeGreaterThan(10);
  expect(kept).toBeGreaterThan(10);
  expect(await log.entriesAfter(desk, 0, 1e9)).toHaveLength(kept);
  expect(await log.createDesk(new Uint8Array(16).fill(9), new Uint8Array(15_000), entry)).toBe(
    "storage-full",
  );
  await log.close();

  const roomy = openSqliteLog({ file, ...settings });
  expect(await roomy.entriesAfter(desk, 0, 1e9)).toHaveLength(kept);
  expect(await roomy.append(desk, head, [link((counterByDevice.get(3) ?? 0) + 1, 3, 9_000)])).toMatchObject({
    ok: true,
    seqs: [kept + 1],
  });
  await roomy.close();
});

test("on a full disk a small append is kept beside a large one that does not fit", async () => {
  const log = openSqliteLog({ file, ...settings, maxPages: 40 });
  await log.createDesk(desk, entry, head);
  const outcomes = await Promise.all([
    log.append(desk, head, [link(1, 1, 500_000)]),
    log.append(desk, head, [link(1, 2, 100)]),
    log.append(desk, head, [link(1, 3, 500_000)]),
  ]);
  expect(outcomes).toMatchObject([
    { code: "storage-full" },
    { ok: true, seqs: [1] },
    { code: "storage-full" },
  ]);
  await log.close();
});

test("a fault within one transaction leaves the log fit for the next", async () => {
  const log = openSqliteLog({ file, ...settings });
  await log.createDesk(desk, entry, head);
  const broken = { ...link(1, 1, 10), hash: undefined as unknown as Uint8Array };
  await expect(log.append(desk, head, [link(1, 2, 10), link(2, 2, 10), broken])).rejects.toThrow();
  expect(await log.append(desk, head, [link(1, 2, 10)])).toMatchObject({ ok: true, seqs: [1] });
  await log.close();
});

test("data of a later Sidedesk is not touched", () => {
  const later = new DatabaseSync(file);
  later.exec("PRAGMA user_version = 99");
  later.close();
  expect(() => openSqliteLog({ file, ...settings })).toThrow("written by a later version");
});
