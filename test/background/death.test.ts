import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrap } from "idb";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../extension/background/storage/database.ts";
import type { Command } from "../../shared/documents/command.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { abortOpenTransactions, onStorage } from "./faulty-storage.ts";
import { openServer } from "./server.ts";
import { command, creation, type Device, device, until } from "./world.ts";

const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
let folder: string;
let server: RunningServer;
const open: Device[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-death-"));
  server = await openServer(folder);
});
afterEach(() => onStorage(() => "go"));
afterAll(async () => {
  for (const { engine } of open) engine.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const online = async (options: Parameters<typeof device>[0] = {}) => {
  const made = await device({ network, ...options });
  open.push(made);
  return made;
};
const connectionOf = ({ db }: Device) => unwrap(db) as unknown as object;

/** The worker of a device ends before its n-th operation on the store from now; true where it came to that. */
function dieAt(victim: Device, n: number): () => boolean {
  const connection = connectionOf(victim);
  let left = n;
  onStorage((through) => {
    if (through !== connection) return "go";
    if (left-- > 0) return "go";
    if (left === -1) {
      abortOpenTransactions(connection);
      victim.engine.close();
    }
    return "hang";
  });
  return () => left < 0;
}

/** How often each text was written on a device, by its history. */
async function written(db: Database): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { operations } of await db.getAll("history"))
    for (const operation of operations) {
      const texts = "set" in operation ? [String(operation.value)] : operation.came.map(([, run]) => run);
      for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  return counts;
}

/** The same profile through a connection of its own: it counts no operation and dies with nobody. */
async function observe({ profile }: Device): Promise<Database> {
  globalThis.indexedDB = profile;
  return openDatabase(() => {});
}
const unsent = async (db: Database) => {
  const counts = await Promise.all(
    (["journal", "outbox", "sealed"] as const).map((store) => db.count(store)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};
const upToDate = async ({ engine }: Device) =>
  (await engine.answer({ q: "state" })).desks[0]?.sync.phase === "upToDate";

async function pair() {
  const a = await online();
  const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
  const { link } = await a.engine.desks.invite(desk, "assistant");
  const b = await online();
  await b.engine.desks.join(link, "Assistant 2");
  for (const one of [a, b]) await until(() => upToDate(one));
  return { a, b, desk };
}

describe("a worker that dies", () => {
  test("before any of the operations of writing loses nothing that it acknowledged and doubles nothing, here and there", async () => {
    let { a, b, desk } = await pair();
    const [seen, there] = [await observe(a), await observe(b)];
    let deaths = 0;
    for (let n = 0; ; n++) {
      const acknowledged = new Set<Command>();
      const task = creation("task", { summary: "made" });
      const [first, second] = [`first ${n}`, `second ${n}`].map((value) =>
        command({ do: "set", record: task.id, field: "summary", value }),
      ) as [Command, Command];
      const submit = async (one: Command) => {
        await a.engine.submit(desk, [one]);
        acknowledged.add(one);
      };
      const isDead = dieAt(a, n);
      const work = [task.command, first, second].reduce(
        (before, one) => before.then(() => submit(one)),
        Promise.resolve(),
      );
      work.catch(() => {});
      await until(async () => isDead() || (acknowledged.size === 3 && (await unsent(seen)) === 0), 20_000);
      if (!isDead()) break;
      deaths++;
      a = await online({ profile: a.profile });
      // Whoever heard no answer says it again: once is enough all the same.
      for (const one of [task.command, first, second]) if (!acknowledged.has(one)) await submit(one);
      await until(async () => (await unsent(seen)) === 0, 20_000);
      await until(async () => (await there.count("history")) === (await seen.count("history")), 20_000);
      for (const db of [seen, there]) {
        const counts = await written(db);
        expect([counts.get(`first ${n}`), counts.get(`second ${n}`)], `death ${n}`).toEqual([1, 1]);
      }
    }
    expect(deaths).toBeGreaterThan(60);
    onStorage(() => "go");
    await until(async () => (await there.count("history")) === (await seen.count("history")), 20_000);
    expect(await there.getAll("history")).toEqual(await seen.getAll("history"));
    expect(await there.count("records")).toBe(deaths + 1);
    expect(await there.getAll("records")).toEqual(await seen.getAll("records"));
  }, 120_000);

  test("before any of the operations of receiving takes everything in once when it is started again", async () => {
    let { a, b, desk } = await pair();
    const [seen, there] = [await observe(a), await observe(b)];
    let deaths = 0;
    for (let n = 0; ; n++) {
      await until(() => upToDate(b));
      const isDead = dieAt(b, n);
      const task = creation("task", { summary: `task ${n}` });
      await a.engine.submit(desk, [task.command]);
      const arrived = async () => (await there.get("records", [desk, task.id])) !== undefined;
      // It dies at the latest in what follows, or not at all.
      await until(async () => isDead() || (await arrived()), 20_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (!isDead()) break;
      deaths++;
      onStorage(() => "go");
      b = await online({ profile: b.profile });
      await until(arrived, 20_000);
    }
    expect(deaths).toBeGreaterThan(8);
    expect(await there.getAll("history")).toEqual(await seen.getAll("history"));
    expect(await there.count("changes")).toBe(await seen.count("changes"));
    expect(await there.getAll("records")).toEqual(await seen.getAll("records"));
  }, 120_000);
});

describe("a worker and its successor on one profile", () => {
  test("do no harm to each other: the elder stops writing, and what it took in is kept", async () => {
    const elder = await online();
    const desk = await elder.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const task = creation("task", { summary: "first" });
    await elder.engine.submit(desk, [task.command]);
    await elder.engine.settled();
    const successor = await online({ profile: elder.profile });
    // Both have the document open as the same actor: one change number must not be used twice.
    const set = (value: string) => command({ do: "set", record: task.id, field: "summary", value });
    await elder.engine.submit(desk, [set("by the elder")]);
    await until(async () => elder.errors.length > 0);
    expect(String(elder.errors[0])).toContain("Another worker writes this database now");
    await successor.engine.submit(desk, [set("by the successor")]);
    await successor.engine.settled();
    const counts = await written(successor.db);
    expect([counts.get("by the elder"), counts.get("by the successor")]).toEqual([1, 1]);
    await until(async () => (await unsent(successor.db)) === 0);
    expect(await successor.engine.answer({ q: "record", desk, id: task.id })).toMatchObject({
      record: { fields: { summary: "by the successor" } },
    });
  });
});
