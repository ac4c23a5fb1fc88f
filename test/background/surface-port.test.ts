import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "../../extension/background/change.ts";
import type { Engine } from "../../extension/background/engine-type.ts";
import type { PagePorts } from "../../extension/background/ports/page-port.ts";
import { type IncomingPort, serveSurfaces } from "../../extension/background/ports/surface-port.ts";
import { openPresence } from "../../extension/background/presence/presence.ts";
import { untilDone } from "../../extension/background/sync/backoff.ts";

const DESK = "0123456789abcdef0123456789abcdef";
const COUNTS = { id: 1, watch: { q: "counts", desk: DESK } };
const WRITE = { id: 2, request: { call: "scratchPut", key: "line", value: "typed" } };

/** A port of a surface, and an engine whose answers a test decides. */
function served(
  answer: (query: unknown) => Promise<unknown>,
  { dead = false, early = [] as unknown[], sender = undefined as IncomingPort["sender"] } = {},
) {
  const heard: unknown[] = [];
  const written: unknown[] = [];
  const listeners = new Set<(change: Change) => void>();
  const hear: ((message: unknown) => void)[] = [];
  const engine = {
    answer,
    lock: { isLocked: async () => false },
    scratchPut: async (key: string, value: string) => void written.push([key, value]),
    onChange(listener: (change: Change) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Engine;
  const port: IncomingPort = {
    name: "surface",
    sender,
    postMessage(message) {
      if (dead) throw new Error("Attempting to use a disconnected port object");
      heard.push(message);
    },
    disconnect() {},
    onMessage: { addListener: (listener) => void hear.push(listener) },
    onDisconnect: { addListener() {} },
  };
  const presence = openPresence({ now: Date.now, later: () => () => {} });
  const fronts = new Set<() => void>();
  const tab = { front: 1 };
  const told = new Set<(tab: number) => void>();
  const spoken = new Set<number>();
  const pages = {
    onReport(listener: (tab: number) => void) {
      told.add(listener);
      return () => told.delete(listener);
    },
    isHeard: (of: number) => spoken.has(of),
    report: (of: number) => ({ tab: of }),
  } as unknown as PagePorts;
  const tabs = {
    active: async () => tab.front,
    onActive(listener: () => void) {
      fronts.add(listener);
      return () => fronts.delete(listener);
    },
    openDesk: async () => {},
    openOptions: async () => {},
    storage: async () => ({ used: null, quota: null, persisted: false }),
  };
  serveSurfaces(engine, pages, presence, tabs, Date.now, () => {}).serve(port, early);
  return {
    heard,
    written,
    listeners,
    say: (message: unknown) => hear.forEach((each) => void each(message)),
    speak: (of: number) => {
      spoken.add(of);
      for (const each of told) each(of);
    },
    bringToFront: (other: number) => {
      tab.front = other;
      for (const each of fronts) each();
    },
    change: (records?: readonly string[]) =>
      listeners.forEach((each) => void each({ desk: DESK, what: "records", ...(records && { records }) })),
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("A surface's watched question", () => {
  it("is answered anew after a failure, also where the answer is what it was before", async () => {
    let works = true;
    const { heard, say, change } = served(async () => {
      if (!works) throw new Error("the disk did not answer");
      return { open: {} };
    });
    say(COUNTS);
    await settled();
    works = false;
    change();
    await settled();
    works = true;
    change();
    await settled();
    expect(heard).toEqual([
      { id: 1, value: { open: {} } },
      { id: 1, error: { code: "internal", detail: "the disk did not answer" } },
      { id: 1, value: { open: {} } },
    ]);
  });

  it("is asked again where something changed while it failed", async () => {
    const answers = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    let asked = 0;
    const { heard, say, change } = served(() => answers[asked++]!.promise);
    say(COUNTS);
    change();
    answers[0]?.reject(new Error("the disk did not answer"));
    answers[1]?.resolve({ open: { call: 1 } });
    await settled();
    expect(heard.at(-1)).toEqual({ id: 1, value: { open: { call: 1 } } });
  });
});

describe("A sidebar in a page, whose worker was ended and has begun anew", () => {
  it("is not told that no mail is open before its page was heard", async () => {
    const { heard, say, speak } = served(async () => null, { sender: { tab: { id: 5 }, frameId: 3 } });
    say({ id: 1, watch: { q: "mail" } });
    await settled();
    expect(heard).toEqual([]);
    speak(5);
    await settled();
    expect(heard).toEqual([{ id: 1, value: { tab: 5 } }]);
  });
});

describe("A surface beside the tabs", () => {
  it("shows the mail of the tab that comes to the front", async () => {
    const { heard, say, bringToFront } = served(async () => null);
    say({ id: 1, watch: { q: "mail" } });
    await settled();
    bringToFront(2);
    await settled();
    expect(heard).toEqual([
      { id: 1, value: { tab: 1 } },
      { id: 1, value: { tab: 2 } },
    ]);
  });
});

describe("A change", () => {
  it("is asked about by those questions alone whose answers it can change", async () => {
    const asked: string[] = [];
    const { say, change } = served(async (query) => {
      asked.push((query as { q: string }).q);
      return [];
    });
    say({ id: 1, watch: { q: "records", desk: DESK, kinds: ["principal", "template"] } });
    say({ id: 2, watch: { q: "record", desk: DESK, id: "2026-11.call1000000000000000" } });
    say({ ...COUNTS, id: 3 });
    await settled();
    const after = async (records?: readonly string[]) => {
      asked.length = 0;
      change(records);
      await settled();
      return asked.toSorted();
    };
    expect(await after(["2026-11.call1000000000000000"])).toEqual(["counts", "record"]);
    expect(await after(["2026-11.call2000000000000000"])).toEqual(["counts"]);
    expect(await after(["lasting.principal10000000000"])).toEqual(["counts", "records"]);
    expect(await after()).toEqual(["counts", "record", "records"]);
  });
});

describe("A surface that closed while the background was starting", () => {
  it("has its last words carried out, and nothing is kept for it", async () => {
    const { written, listeners } = served(async () => ({ open: {} }), { dead: true, early: [COUNTS, WRITE] });
    await settled();
    expect(written).toEqual([["line", "typed"]]);
    expect(listeners.size).toBe(0);
  });
});

describe("What everything else rests on", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is tried until it succeeds, and each failure is told", async () => {
    const told: unknown[] = [];
    let tries = 0;
    const opened = untilDone(
      async () => {
        if (++tries < 4) throw new Error(`try ${tries}`);
        return "open";
      },
      (error) => told.push(error),
      setTimeout,
      () => 1,
    );
    await vi.advanceTimersByTimeAsync(500 + 1_000 + 2_000);
    expect(await opened).toBe("open");
    expect(told.map(String)).toEqual(["Error: try 1", "Error: try 2", "Error: try 3"]);
  });
});
