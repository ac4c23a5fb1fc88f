import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IDBFactory } from "fake-indexeddb";
import { openDB, unwrap } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../extension/background/storage/database.ts";
import type { Action } from "../../shared/documents/command.ts";
import { generateDeviceKeys } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { newItemId } from "../../shared/records/new-record.ts";
import { startServer } from "../../sync-server/server.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { onStorage } from "./faulty-storage.ts";
import { openServer } from "./server.ts";
import { automerge, command, creation, type Device, device, random, until } from "./world.ts";

const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
const ended: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  onStorage(() => "go");
  for (const end of ended.splice(0).toReversed()) await end();
});
const online = async (options: Parameters<typeof device>[0] = {}) => {
  const made = await device({ network, ...options });
  ended.push(() => made.engine.close());
  return made;
};
const scratch = () => {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-storage-"));
  ended.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const syncOf = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
/** Nothing more fits on this device's disk until the returned function is called. */
function fill(full: Device): () => void {
  const connection = unwrap(full.db) as unknown as object;
  onStorage((through) => (through === connection ? "full" : "go"));
  return () => onStorage(() => "go");
}

describe("a device's disk that is full", () => {
  test("refuses a command with the browser's own reason, keeps nothing of it, and takes it when there is room", async () => {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    const before = creation("task", { summary: "before" });
    await a.engine.submit(desk, [before.command]);
    await a.engine.settled();
    const task = creation("task", { summary: "Send annex" });
    const empty = fill(a);
    await expect(a.engine.submit(desk, [task.command])).rejects.toMatchObject({ name: "QuotaExceededError" });
    expect(await a.engine.answer({ q: "record", desk, id: task.id })).toBeNull();
    empty();
    await a.engine.submit(desk, [task.command]);
    await a.engine.settled();
    expect((await a.engine.answer({ q: "record", desk, id: task.id }))?.history).toHaveLength(1);
    expect(await a.db.count("outbox")).toBe(2);
  });

  test("keeps what is journaled and drains it by itself later", async () => {
    let ready!: () => void;
    const cold = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const a = await online({ automerge: () => cold.then(automerge) });
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    const task = creation("task", { summary: "Send annex" });
    await a.engine.submit(desk, [task.command]);
    const empty = fill(a);
    ready();
    await until(async () => a.errors.length > 0);
    expect(String(a.errors[0])).toContain("QuotaExceeded");
    expect((await a.engine.answer({ q: "record", desk, id: task.id }))?.record.fields.summary).toBe(
      "Send annex",
    );
    empty();
    // Nobody says anything more: it is tried again all the same.
    await until(async () => (await a.db.count("outbox")) === 1);
    expect(await a.db.count("journal")).toBe(0);
  });

  test("shows it while sealing and receiving, loses nothing, and goes on when there is room", async () => {
    const server = await openServer(scratch());
    ended.push(() => server.close());
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const { link } = await a.engine.desks.invite(desk, "assistant");
    const b = await online();
    await b.engine.desks.join(link, "Assistant 2");
    for (const one of [a, b]) await until(async () => (await syncOf(one)).phase === "upToDate");
    const empty = fill(b);
    const task = creation("task", { summary: "Send annex" });
    await a.engine.submit(desk, [task.command]);
    await until(async () => (await syncOf(b)).problem?.code === "disk-full");
    expect(await b.db.count("records")).toBe(0);
    empty();
    b.engine.reconnect();
    await until(async () => (await b.db.count("records")) === 1);
    await until(async () => (await syncOf(b)).problem === null);
    // And the other way round: what B wrote is drained, and then cannot be sealed.
    let held = true;
    const connection = unwrap(b.db) as unknown as object;
    await b.engine.submit(desk, [
      command({ do: "set", record: task.id, field: "summary", value: "Send signed annex" }),
    ]);
    onStorage((through) => (through === connection && held ? "full" : "go"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    held = false;
    b.engine.reconnect();
    const shown = async () =>
      (await a.engine.answer({ q: "record", desk, id: task.id }))?.record.fields.summary;
    await until(async () => (await shown()) === "Send signed annex", 20_000);
  });
});

describe("a server's disk that is full", () => {
  /** A server whose log refuses appends while `refuses` says so. */
  async function fullServer(refuses: () => boolean) {
    const folder = scratch();
    const log = openSqliteLog({ file: join(folder, "sidedesk.sqlite"), now: Date.now, quotaBytes: 1e9 });
    const full = new Proxy(log, {
      get: (target, name: keyof typeof log) =>
        name === "append" && refuses()
          ? async () => ({ ok: false, code: "storage-full", index: 0 })
          : name === "bases"
            ? target.bases
            : (target[name] as () => unknown).bind(target),
    });
    const settings = { host: "127.0.0.1", port: 0, now: Date.now, random, logger: () => {} };
    const server = await startServer({ ...settings, log: full });
    ended.push(() => server.close());
    return server;
  }

  test("is shown; what was not kept is sent again, all of it", async () => {
    let isFull = false;
    const server = await fullServer(() => isFull);
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    await until(async () => (await syncOf(a)).phase === "upToDate");
    isFull = true;
    for (let n = 0; n < 20; n++)
      await a.engine.submit(desk, [creation("task", { summary: `task ${n}` }).command]);
    await until(async () => (await syncOf(a)).problem?.code === "storage-full");
    expect(await syncOf(a)).toMatchObject({ phase: "upToDate" });
    isFull = false;
    await until(async () => (await syncOf(a)).unsent === 0 && (await a.db.count("sealed")) === 0, 30_000);
    expect((await syncOf(a)).problem).toBeNull();
  });

  test("for one group of a long backlog makes those behind it wait, and does not end the connection for good", async () => {
    let refusals = 0;
    const server = await fullServer(() => refusals++ === 0);
    let isOffline = false;
    const fetch: typeof globalThis.fetch = (...given) =>
      isOffline ? Promise.reject(new Error("offline")) : globalThis.fetch(...given);
    const a = await online({ network: { fetch, WebSocket: globalThis.WebSocket } });
    isOffline = true;
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    // An envelope for each month, and more of them than go into one group.
    const months = Array.from(
      { length: 150 },
      (_, n) => `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
    );
    const commands = months.map((month) => {
      const { command: one } = creation("task", { summary: month });
      return { ...one, action: { ...one.action, record: `${month}.${newItemId(random(16))}` } as Action };
    });
    await a.engine.submit(desk, commands);
    await a.engine.settled();
    isOffline = false;
    await a.engine.desks.setServer(desk, server.url);
    await until(async () => (await a.db.count("sealed")) > 0);
    await until(async () => (await syncOf(a)).unsent === 0 && (await a.db.count("sealed")) === 0, 30_000);
    expect(await syncOf(a)).toMatchObject({ phase: "upToDate", problem: null });
    const { link } = await a.engine.desks.invite(desk, "viewer");
    const b = await online();
    await b.engine.desks.join(link, "Viewer");
    await until(async () => (await b.db.count("records")) === 150, 20_000);
  });
});

describe("commands that a document refuses", () => {
  test("are set aside with the reason and hold nothing up, even those that make Automerge throw", async () => {
    const a = await online({ start: false });
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    const good = creation("task", { summary: "good" });
    const later = creation("task", { summary: "later" });
    // Written by an older version, or by a fault: past validation.
    const bad: Action[] = [
      { do: "set", record: "2026-11.nobody", field: "summary", value: "x" },
      { do: "create", record: "2026-11.strange", kind: "notAKind", fields: {} },
      {
        do: "create",
        record: "2026-11.odd",
        kind: "task",
        fields: { summary: { not: "a scalar" } as never },
      },
      { do: "create", record: "2026-11.worse", kind: "task", fields: { summary: undefined as never } },
      { do: "edit", record: good.id, field: "note", base: "", splice: { index: 5, remove: 5, insert: "" } },
    ];
    const entry = (one: ReturnType<typeof command>) => ({
      desk,
      document: one.action.record.split(".")[0]!,
      command: one,
    });
    await a.db.add("journal", entry(good.command));
    for (const action of bad) await a.db.add("journal", entry(command(action)));
    await a.db.add("journal", entry(later.command));
    await a.engine.settled();
    expect(await a.db.count("journal")).toBe(0);
    expect((await a.db.getAll("records")).map(({ id }) => id).sort()).toEqual(
      expect.arrayContaining([good.id, later.id].sort()),
    );
    const setAside = (await a.engine.answer({ q: "state" })).setAside;
    expect(setAside.map(({ what }) => JSON.parse(what).record)).toEqual(
      expect.arrayContaining(["2026-11.nobody", "2026-11.strange", "2026-11.worse", good.id]),
    );
    for (const { why } of setAside) expect(why.length).toBeGreaterThan(5);
  });

  test("leave no ghost of the record that they would have made", async () => {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    const ghost = creation("task", { summary: "ghost" });
    await a.engine.submit(desk, [ghost.command]);
    await a.engine.settled();
    const stored = (await a.db.get("records", [desk, ghost.id]))!;
    // Shown in advance by a version that knew the kind; this one does not.
    const id = ghost.id.slice(0, -1) + (ghost.id.endsWith("0") ? "4" : "0");
    await a.db.put("records", { ...stored, id, record: { ...stored.record, id } });
    const action: Action = { do: "create", record: id, kind: "notAKind", fields: {} };
    await a.db.add("journal", { desk, document: id.split(".")[0]!, command: command(action) });
    await a.engine.settled();
    expect(await a.engine.answer({ q: "record", desk, id })).toBeNull();
  });
});

describe("many documents at once", () => {
  test("are drained and received in one batch, more of them than stay open", async () => {
    const server = await openServer(scratch());
    ended.push(() => server.close());
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const months = Array.from({ length: 20 }, (_, n) => `20${10 + n}-03`);
    const commands = months.map((month) => {
      const { command: one } = creation("task", { summary: month });
      const record = `${month}.${newItemId(random(16))}`;
      return { ...one, action: { ...one.action, record } as Action };
    });
    await a.engine.submit(desk, commands);
    await a.engine.settled();
    expect(a.errors).toEqual([]);
    const { link } = await a.engine.desks.invite(desk, "assistant");
    const b = await online();
    await b.engine.desks.join(link, "Assistant 2");
    await until(async () => (await b.db.count("records")) === months.length);
    expect(b.errors).toEqual([]);
  });
});

type StoreOfVersion1 = [
  name: string,
  keyPath: string | string[],
  autoIncrement: boolean,
  indexes: [name: string, keyPath: string | string[], multiEntry: boolean][],
];
const VERSION_1: readonly StoreOfVersion1[] = [
  ["device", "id", false, []],
  ["settings", "key", false, []],
  ["desks", "id", false, []],
  ["journal", "seq", true, [["byDesk", "desk", false]]],
  ["done", "id", false, [["byTime", "at", false]]],
  ["setAside", "id", false, []],
  ["snapshots", ["desk", "document"], false, []],
  ["changes", "n", true, [["byDocument", ["desk", "document"], false]]],
  [
    "records",
    ["desk", "id"],
    false,
    [
      ["byKind", ["desk", "kind", "updatedAt"], false],
      ["byOpen", ["desk", "open"], false],
      ["byThread", "thread", false],
      ["byPerson", "people", true],
      ["byTerm", "terms", true],
    ],
  ],
  ["history", ["desk", "record", "change"], false, []],
  ["outbox", "n", true, [["byDesk", "desk", false]]],
  ["sealed", ["desk", "counter"], false, []],
  ["chains", ["desk", "device"], false, []],
  ["scratch", "key", false, []],
];

describe("the database", () => {
  test("of the first version opens in this one with everything in it", async () => {
    const profile = new IDBFactory();
    globalThis.indexedDB = profile;
    // What version 1 made, store by store: released once, it is never anything else.
    const first = await openDB("sidedesk", 1, {
      upgrade(db) {
        for (const [name, keyPath, autoIncrement, indexes] of VERSION_1) {
          const store = db.createObjectStore(name, { keyPath, autoIncrement });
          for (const [index, path, multiEntry] of indexes) store.createIndex(index, path, { multiEntry });
        }
      },
    });
    await first.put("scratch", { key: "capture", value: "half a sentence" });
    const keys = await generateDeviceKeys();
    await first.put("device", { id: "device", ...keys });
    await first.put("desks", { id: "aa".repeat(16), name: "Board office", server: null, roster: [] });
    const old = {
      desk: "aa".repeat(16),
      id: "2026-03.old",
      kind: "task",
      updatedAt: "",
      open: 0,
      people: [],
      record: {
        id: "2026-03.old",
        kind: "task",
        createdAt: "2026-03-02T09:00:00Z",
        createdBy: "",
        updatedAt: "2026-03-02T09:00:00Z",
        updatedBy: "",
        fields: { summary: "Signed annex", status: "completed" },
        lists: {},
        conflicts: [],
      },
      row: { id: "2026-03.old", title: "Signed annex", under: "" },
    };
    await first.put("records", { ...old, terms: [`${old.desk}|signed`, `${old.desk}|annex`] });
    first.close();
    const a = await device({ profile });
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    await a.engine.submit(desk, [creation("task", { summary: "kept" }).command]);
    await a.engine.settled();
    a.engine.close();
    const again = await device({ profile });
    expect(await again.engine.answer({ q: "rows", desk })).toMatchObject({ total: 1 });
    expect(await again.engine.answer({ q: "rows", desk, search: "kep" })).toMatchObject({ total: 1 });
    expect(await again.engine.scratchGet("capture")).toBe("half a sentence");
    // The index of words has become texts.
    expect(await again.db.get("words", [old.desk, "2026-03"])).toMatchObject({
      text: " signed annex \n",
    });
    expect(await again.db.get("facets", [old.desk, "2026-03"])).toMatchObject({
      columns: { ids: "2026-03.old", kinds: { texts: ["task"] } },
    });
    expect(await again.db.get("records", [old.desk, old.id])).toEqual(old);
    // The one set of keys stays that of the desks which know it, and of no other.
    expect(await again.engine.deviceOn(old.desk)).toBe(toHex(keys.device));
    expect((await again.db.getAllKeys("device")).sort()).toEqual([old.desk, desk].sort());
    expect(await again.engine.deviceOn(desk)).not.toBe(toHex(keys.device));
    expect(await again.engine.answer({ q: "rows", desk: old.desk, search: "annex sig" })).toMatchObject({
      total: 1,
    });
    again.engine.close();
  });

  test("gives way to a newer version of the extension and says so", async () => {
    const profile = new IDBFactory();
    globalThis.indexedDB = profile;
    let gone = 0;
    const { version } = await openDatabase(() => gone++);
    const newer = await openDB("sidedesk", version + 1, {});
    expect(gone).toBe(1);
    newer.close();
    // An older version is refused by the browser rather than let loose on what it does not know.
    await expect(openDatabase(() => {})).rejects.toMatchObject({ name: "VersionError" });
  });
});
