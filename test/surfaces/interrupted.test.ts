import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "../../extension/background/change.ts";
import type { Engine } from "../../extension/background/engine-type.ts";
import type { PagePorts } from "../../extension/background/ports/page-port.ts";
import { type IncomingPort, serveSurfaces } from "../../extension/background/ports/surface-port.ts";
import { openPresence } from "../../extension/background/presence/presence.ts";
import { openBackground, type PortLike } from "../../extension/port/client.ts";
import { bindProse } from "../../extension/surfaces/state/use-prose.ts";
import type { Command } from "../../shared/documents/command.ts";
import { applySplice, rebase } from "../../shared/documents/splice.ts";
import { Area } from "./text-area.ts";

const DESK = "0123456789abcdef0123456789abcdef";
const RECORD = "2026-11.reply10000000000000000";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What outlives every worker: the text, and the commands that it has taken. */
interface Disk {
  text: string;
  readonly done: Set<string>;
}

/** One life of the background on a disk; after `die` nothing of it happens any more. */
function worker(disk: Disk, slow: () => Promise<void>) {
  const listeners = new Set<(change: Change) => void>();
  const ends: (() => void)[] = [];
  let alive = true;
  const step = async () => {
    await slow();
    // A worker that was ended goes no further, wherever it was.
    if (!alive) await new Promise(() => {});
  };
  const tell = () => {
    for (const listener of listeners) listener({ desk: DESK, what: "records" });
  };
  const engine = {
    lock: { isLocked: async () => false },
    async submit(_desk: string, commands: readonly Command[]) {
      await step();
      for (const { id, action } of commands) {
        if (disk.done.has(id) || action.do !== "edit") continue;
        disk.done.add(id);
        disk.text = applySplice(disk.text, rebase(action.splice, action.base, disk.text));
      }
      tell();
      await step();
      return { undo: [] };
    },
    async answer() {
      await step();
      const { text } = disk;
      await step();
      return { record: { fields: { body: text } }, history: [] };
    },
    onChange(listener: (change: Change) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Engine;
  const { serve } = serveSurfaces(
    engine,
    { onReport: () => () => {} } as unknown as PagePorts,
    openPresence({ now: () => 0, later: () => () => {} }),
    {
      active: async () => undefined,
      onActive: () => () => {},
      openDesk: async () => {},
      openOptions: async () => {},
      storage: async () => ({ used: null, quota: null, persisted: false }),
    },
    () => 0,
    () => {},
  );
  return {
    tell,
    connect(): PortLike {
      const hear: { surface: ((message: unknown) => void)[]; worker: ((message: unknown) => void)[] } = {
        surface: [],
        worker: [],
      };
      const ended: (() => void)[] = [];
      // A port keeps the order of what is said on it.
      const turns = { surface: Promise.resolve(), worker: Promise.resolve() };
      const deliver = (to: "surface" | "worker", message: unknown) => {
        turns[to] = turns[to].then(step).then(() => {
          for (const each of hear[to]) each(structuredClone(message));
        });
      };
      const incoming: IncomingPort = {
        name: "surface",
        postMessage: (message) => deliver("surface", message),
        disconnect() {},
        onMessage: { addListener: (listener) => void hear.worker.push(listener) },
        onDisconnect: { addListener() {} },
      };
      serve(incoming);
      ends.push(() => ended.forEach((each) => void each()));
      return {
        postMessage(message) {
          if (!alive) throw new Error("Attempting to use a disconnected port object");
          deliver("worker", message);
        },
        disconnect() {},
        onMessage: { addListener: (listener) => void hear.surface.push(listener) },
        onDisconnect: { addListener: (listener) => void ended.push(listener) },
      };
    },
    /** `silent` where the surface is not told yet: it learns of it by what it says next, or a moment later. */
    die(silent: boolean) {
      alive = false;
      const told = () => {
        for (const end of ends) end();
      };
      if (silent) setTimeout(told, 30);
      else told();
    },
  };
}

/** What stands in the text before: the colleague writes before it, the assistant behind it. */
const KNOWN = "Dear Ms Caller, ";

/** Types a text while workers die and a colleague writes; gives what is on screen and what is kept when all is quiet. */
async function typeThrough(seed: number, words: readonly string[], theirs: readonly string[]) {
  const random = chance(seed);
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const slow = () => pause(random() * random() * 40);
  const disk: Disk = { text: KNOWN, done: new Set() };
  let now = worker(disk, slow);
  const background = openBackground(
    () => now.connect(),
    (run, ms) => setTimeout(run, ms),
  );
  const area = new Area();
  let commands = 0;
  const binding = bindProse(area as unknown as HTMLTextAreaElement, KNOWN, (base, splice) => {
    const id = `command${String(seed).padStart(8, "0")}${String(++commands).padStart(8, "0")}`;
    const action = { do: "edit" as const, record: RECORD, field: "body", base, splice };
    const commandsToSend = [{ id, at: "2026-11-22T10:00:00.000Z", action }];
    return background.call({ call: "submit", desk: DESK, commands: commandsToSend }).then(
      () => true,
      () => false,
    );
  });
  let seen = KNOWN;
  area.setSelectionRange(KNOWN.length, KNOWN.length);
  background.watch({ q: "record", desk: DESK, id: RECORD }, (view) => {
    const text = String(view?.record.fields.body ?? "");
    if (text !== seen) binding.arrived(text);
    seen = text;
  });
  const assistant = async () => {
    for (const letter of words.join(" ")) {
      area.type(letter);
      await pause(random() * 60);
    }
  };
  const colleague = async () => {
    for (const word of theirs) {
      await pause(random() * 900);
      disk.text = `${word} ${disk.text}`;
      now.tell();
    }
  };
  const browser = async () => {
    for (let deaths = 0; deaths < 6; deaths++) {
      await pause(random() * 700);
      now.die(random() < 0.5);
      now = worker(disk, slow);
    }
  };
  const all = Promise.all([assistant(), colleague(), browser()]);
  await vi.advanceTimersByTimeAsync(30_000);
  await all;
  binding.stop();
  return { screen: area.value, kept: disk.text };
}

describe("A text that is typed while the background ends again and again", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const mine = Array.from({ length: 20 }, (_, n) => `w${n}`);

  it("is kept key for key, and nothing of it twice (200 seeds)", async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { screen, kept } = await typeThrough(seed, mine, []);
      expect({ seed, kept }).toEqual({ seed, kept: KNOWN + mine.join(" ") });
      expect({ seed, screen }).toEqual({ seed, screen: kept });
    }
  });

  it("and a colleague's words come in once each, the same on screen and on disk (200 seeds)", async () => {
    const theirs = ["first", "second", "third"];
    for (let seed = 1; seed <= 200; seed++) {
      const { screen, kept } = await typeThrough(seed, mine, theirs);
      const whole = `${theirs.toReversed().join(" ")} ${KNOWN}${mine.join(" ")}`;
      expect({ seed, kept }).toEqual({ seed, kept: whole });
      expect({ seed, screen }).toEqual({ seed, screen: kept });
    }
  });
});
