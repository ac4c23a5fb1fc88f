import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import type { DeskMemory } from "../../extension/background/desks/remembered.ts";
import { createEngine } from "../../extension/background/engine.ts";
import { openDatabase } from "../../extension/background/storage/database.ts";
import { automerge, keptLook, keptMark, random } from "./world.ts";

function memory(): DeskMemory {
  let kept: unknown;
  return {
    get: async () => kept,
    set: async (desks) => {
      kept = structuredClone(desks);
    },
  };
}

/** A browser with a store of its own, and what it remembers beside it. */
async function browser(profile: IDBFactory, deskMemory: DeskMemory) {
  globalThis.indexedDB = profile;
  const engine = createEngine({
    db: await openDatabase(() => {}),
    automerge,
    network: { fetch: () => Promise.reject(new Error("no network")), WebSocket: globalThis.WebSocket },
    now: Date.now,
    later: () => () => {},
    random,
    managed: async () => ({}),
    look: keptLook(),
    session: keptMark(),
    deskMemory,
    origin: "chrome-extension://self",
    begin: () => {},
    report: () => {},
  });
  await engine.start();
  return engine;
}
const lost = async (engine: Awaited<ReturnType<typeof browser>>) =>
  (await engine.answer({ q: "state" })).lost;

describe("a browser whose store was taken away", () => {
  test("names the desks that were in it, until its person has read that", async () => {
    const kept = memory();
    const first = await browser(new IDBFactory(), kept);
    await first.desks.create("Board office", "Assistant 1");
    await first.desks.create("Sample", "Assistant 1", { sample: true });
    expect(await lost(first)).toEqual([]);
    first.close();
    const again = await browser(new IDBFactory(), kept);
    expect(await lost(again)).toEqual([{ name: "Board office", server: null }]);
    await again.desks.create("Another", "Assistant 1");
    expect(await lost(again)).toHaveLength(1);
    await again.dismissLost();
    expect(await lost(again)).toEqual([]);
    again.close();
  });

  test("misses no desk that its person took off it, or erased", async () => {
    const kept = memory();
    const profile = new IDBFactory();
    const first = await browser(profile, kept);
    const desk = await first.desks.create("Board office", "Assistant 1");
    await first.desks.create("Another", "Assistant 1");
    await first.desks.remove(desk);
    expect(await lost(first)).toEqual([]);
    await first.eraseAll();
    const again = await browser(new IDBFactory(), kept);
    expect(await lost(again)).toEqual([]);
    again.close();
  });
});
