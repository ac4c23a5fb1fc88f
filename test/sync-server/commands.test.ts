import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backUp, checkFile, restore } from "../../sync-server/commands/folder.ts";
import { runCommand } from "../../sync-server/commands/run.ts";
import { readSettings } from "../../sync-server/settings.ts";
import { databaseIn } from "../../sync-server/sqlite/folder.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { DeskUnderTest, scratchFolder, serve } from "./desk-under-test.ts";
import { ServerProcess } from "./server-process.ts";
import { Workload } from "./workload.ts";

let scratch: ReturnType<typeof scratchFolder>;
let data: string;
beforeEach(() => {
  scratch = scratchFolder();
  data = join(scratch.folder, "data");
});
afterEach(() => scratch.remove());

const fixture = readFileSync(new URL("../fixtures/server/sqlite-1.sql", import.meta.url), "utf8");

/** A data folder as a server of the first schema left it; `change` damages it. */
function folderOfFixture(change = ""): string {
  const folder = join(scratch.folder, `fixture ${change.length}`);
  mkdirSync(folder);
  const database = new DatabaseSync(databaseIn(folder));
  database.exec(fixture);
  database.close();
  // As this version's server leaves it.
  const log = openSqliteLog({ file: databaseIn(folder), now: Date.now, quotaBytes: 1e9 });
  void log.close();
  if (change) {
    const damaged = new DatabaseSync(databaseIn(folder));
    damaged.exec("PRAGMA foreign_keys = OFF");
    damaged.exec(change);
    damaged.close();
  }
  return folder;
}

describe("server check", () => {
  test("finds nothing wrong with what a server of the first schema kept", async () => {
    const report = await checkFile(databaseIn(folderOfFixture()));
    expect(report).toMatchObject({ desks: 1, envelopes: 6, problems: [] });
  });

  test.each([
    [
      "a byte of an envelope",
      "UPDATE envelopes SET envelope = CAST(substr(envelope, 1, 150) || x'00' || substr(envelope, 152) AS BLOB) WHERE seq = 3",
      "false signature",
    ],
    ["an envelope that is gone", "DELETE FROM envelopes WHERE seq = 2", "2 to 2 are missing"],
    ["the last envelope, gone", "DELETE FROM envelopes WHERE seq = 6", "last envelope is 5"],
    [
      "two envelopes in each other's place",
      "UPDATE envelopes SET seq = -1 WHERE seq = 1; UPDATE envelopes SET seq = 1 WHERE seq = 3; UPDATE envelopes SET seq = 3 WHERE seq = -1",
      "has counter 2 after 0",
    ],
    ["a hash", "UPDATE envelopes SET hash = zeroblob(32) WHERE seq = 4", "envelope 4 is filed under a hash"],
    ["the end of a chain", "UPDATE chains SET counter = counter - 1 WHERE counter = 2", "ends elsewhere"],
    ["the list of members", "DELETE FROM roster WHERE position = 3", "members is broken at entry 3"],
    ["its last entry", "UPDATE desks SET roster_length = roster_length - 1", "ends elsewhere than is noted"],
    ["the count of bytes", "UPDATE desks SET bytes = bytes + 1", "bytes are noted"],
    ["a desk that is gone", "DELETE FROM desks", "belongs to no desks"],
  ])("names what is wrong: %s", async (_, change, problem) => {
    const { problems } = await checkFile(databaseIn(folderOfFixture(change)));
    expect(problems.join("\n")).toContain(problem);
  });

  test("names a file whose pages are damaged, and one that is none", async () => {
    const file = databaseIn(folderOfFixture());
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 3, 4096 * 3 + 200);
    writeFileSync(file, bytes);
    const found = await checkFile(file).then(
      ({ problems }) => problems.join("\n"),
      (error: Error) => error.message,
    );
    expect(found).not.toBe("");
    writeFileSync(file, "no database");
    await expect(checkFile(file)).rejects.toThrow("cannot be read");
  });

  test("says what it looked at, and ends with 1 where something is wrong", async () => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const settings = (folder: string) => readSettings(["check", "--data", folder], {});
    expect(await runCommand(settings(folderOfFixture()), say)).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^1 desks, 6 envelopes, \d+ bytes, 0 problems$/)]);
    expect(await runCommand(settings(folderOfFixture("DELETE FROM envelopes WHERE seq = 2")), say)).toBe(1);
  });
});

describe("server backup and restore", () => {
  test("copy a folder that is being written to, and bring it up elsewhere with all that was acknowledged before", async () => {
    const server = await ServerProcess.start("--data", data, "--port", "0");
    const desk = await DeskUnderTest.found(server.url);
    const devices = [desk.owner, await desk.join("assistant"), await desk.join("assistant")];
    const work = new Workload(desk, devices, [server.url], 16);
    work.start();
    while (work.acknowledged < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = work.acknowledged;
    const copy = join(scratch.folder, "copy");
    const report = await backUp(data, copy);
    expect(report.problems).toEqual([]);
    expect(report.envelopes).toBeGreaterThanOrEqual(before);
    const after = work.acknowledged;
    while (work.acknowledged < after + 50) await new Promise((resolve) => setTimeout(resolve, 5));
    await work.stop();
    expect(await work.judge(server.url)).toMatchObject({ lost: 0, doubled: 0, gaps: 0, refused: [] });
    expect(await server.end("SIGTERM")).toBe(0);

    const elsewhere = join(scratch.folder, "elsewhere");
    expect(await restore(copy, elsewhere)).toEqual(report);
    const restored = await serve(elsewhere);
    const { caughtUp } = await desk.at(restored.url).connect(desk.owner, 0, 1e6);
    const kept = caughtUp.flatMap((frame) => (frame.type === "entries" ? frame.items : []));
    expect(kept.length).toBe(report.envelopes);
    await restored.close();
  }, 60_000);

  test("refuse a folder that a server uses, that has a database, or that has none", async () => {
    const fixtureFolder = folderOfFixture();
    const server = await ServerProcess.start("--data", data, "--port", "0");
    await expect(restore(fixtureFolder, data)).rejects.toThrow("A server is running");
    await expect(ServerProcess.start("--data", data, "--port", "0")).rejects.toThrow("A server is running");
    await server.end("SIGKILL");
    // A dead one holds nothing.
    await expect(restore(fixtureFolder, data)).rejects.toThrow("is there already");
    await expect(backUp(fixtureFolder, data)).rejects.toThrow("is there already");
    await expect(backUp(join(scratch.folder, "none"), join(scratch.folder, "copy"))).rejects.toThrow(
      "cannot be read",
    );
  });

  test("put nothing in place that is not whole", async () => {
    const damaged = folderOfFixture("DELETE FROM envelopes WHERE seq = 2");
    const { problems } = await restore(damaged, data);
    expect(problems.length).toBeGreaterThan(0);
    await expect(checkFile(databaseIn(data))).rejects.toThrow("cannot be read");
  });
});

test("what a server of the first schema kept is there with this one, and goes on", async () => {
  const folder = folderOfFixture();
  const server = await serve(folder);
  const { desk } = new DatabaseSync(databaseIn(folder), { readOnly: true })
    .prepare("SELECT desk FROM desks")
    .get() as { desk: Uint8Array };
  const id = Buffer.from(desk).toString("base64url");
  expect((await fetch(`${server.url}/desks/${id}/roster`)).status).toBe(200);
  expect((await DeskUnderTest.found(server.url)).roster.length).toBe(1);
  await server.close();
});
