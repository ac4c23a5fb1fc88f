import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Troubles } from "../../extension/background/sync/troubles.ts";
import { SERVER_LIMITS } from "../../sync-server/limits.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { openServer } from "./server.ts";
import { creation, type Device, device, until } from "./world.ts";

const DAY = 86_400_000;
const slower = { code: "rate", detail: "" };

describe("What a person is told of a sync that does not go on", () => {
  test("is nothing of what is gone at the next try, and all that lasts", () => {
    let now = 5 * DAY;
    const troubles = new Troubles(() => now);
    const fault = { code: "internal", detail: "" };
    const full = { code: "quota", detail: "" };
    expect([0, 1, 2].map((tries) => troubles.told(fault, tries))).toEqual([null, null, fault]);
    expect(troubles.told(full, 0)).toBe(full);
    expect(troubles.told(slower, 9)).toBeNull();
    now += 29_999;
    expect(troubles.told(slower, 0)).toBeNull();
    now += 1;
    expect(troubles.told(slower, 0)).toBe(slower);
    // Once something was taken, it begins again.
    troubles.taken();
    expect(troubles.told(slower, 9)).toBeNull();
  });

  test("is that the clock is wrong, where nothing else is to be told and the server has another time", () => {
    const now = 5 * DAY;
    const troubles = new Troubles(() => now);
    const apart = { code: "clock-apart", detail: "" };
    expect(troubles.beside(null)).toBeNull();
    for (const [ahead, told] of [
      [10 * 60_000, null],
      [10 * 60_000 + 1, apart],
      [-DAY, apart],
    ] as const) {
      troubles.serverTime(now - ahead);
      expect(troubles.beside(null), `${ahead}`).toEqual(told);
    }
    expect(troubles.beside(slower)).toBe(slower);
  });
});

describe("A server", () => {
  let folder: string;
  let server: RunningServer;
  const open: Device[] = [];
  let serverSkew = 0;
  let skew = 0;
  const start = async (options: Parameters<typeof device>[0] = {}) => {
    const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
    const one = await device({ network, now: () => Date.now() + skew, ...options });
    open.push(one);
    return one;
  };
  const syncOf = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
  const writes = async (one: Device, desk: string) => {
    await one.engine.submit(desk, [creation("task", { summary: "call back" }).command]);
    await one.engine.settled();
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sidedesk-troubles-"));
    const limits = { workPerDay: SERVER_LIMITS.leastCost * 1.5 };
    server = await openServer(folder, 0, () => Date.now() + serverSkew, limits);
  });
  afterAll(async () => {
    for (const { engine } of open) engine.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("that wants less at once is sent what waits as soon as it takes it; that this lasts is told, and is over then", async () => {
    const one = await start();
    const desk = await one.engine.desks.create("Board office", "Owner", { server: server.url });
    await until(async () => (await syncOf(one)).phase === "upToDate");
    await writes(one, desk);
    await until(async () => (await one.db.count("sealed")) === 0);
    await writes(one, desk);
    await until(async () => (await syncOf(one)).unsent === 1);
    expect(await syncOf(one)).toMatchObject({ phase: "upToDate", problem: null });
    skew = 31_000;
    await until(async () => (await syncOf(one)).problem?.code === "rate");
    expect(await syncOf(one)).toMatchObject({ phase: "upToDate", unsent: 1 });
    serverSkew = DAY;
    await until(async () => (await one.db.count("sealed")) === 0);
    await until(async () => (await syncOf(one)).unsent === 0);
    expect(await syncOf(one)).toMatchObject({ phase: "upToDate", problem: null });
  });

  test("that has another time than this computer is worked with all the same, and its person is told until they agree", async () => {
    skew = serverSkew = 0;
    const one = await start();
    const desk = await one.engine.desks.create("Board office", "Owner", { server: server.url });
    await until(async () => (await syncOf(one)).phase === "upToDate");
    expect((await syncOf(one)).problem).toBeNull();
    one.engine.close();
    skew = -DAY;
    const again = await start({ profile: one.profile });
    await until(async () => (await syncOf(again)).problem?.code === "clock-apart");
    await writes(again, desk);
    await until(async () => (await again.db.count("sealed")) === 0);
    expect(await syncOf(again)).toMatchObject({ phase: "upToDate", problem: { code: "clock-apart" } });
    skew = 0;
    again.engine.syncNow(desk);
    await until(async () => (await syncOf(again)).problem === null);
  });
});
