import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeFrame, type ServerFrame } from "../../shared/protocol/frames.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { openServer } from "./server.ts";
import { automerge, creation, type Device, device, until } from "./world.ts";

let folder: string;
let server: RunningServer;
const open: Device[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-at-once-"));
  server = await openServer(folder);
});
afterAll(async () => {
  for (const { engine } of open) engine.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A network on which what comes from the server can be held back, and then comes all in one moment. */
function heldNetwork() {
  const waiting: { readonly type: ServerFrame["type"]; readonly hand: () => void }[] = [];
  let isHeld = false;
  let hellos = 0;
  class HeldSocket extends WebSocket {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      super.onmessage = (event) => {
        const { type } = decodeFrame(new Uint8Array(event.data));
        if (type === "welcome") hellos++;
        if (isHeld) waiting.push({ type: type as ServerFrame["type"], hand: () => listener?.(event) });
        else listener?.(event);
      };
    }
  }
  return {
    network: { fetch: globalThis.fetch, WebSocket: HeldSocket as typeof WebSocket },
    hold() {
      isHeld = true;
    },
    held: () => waiting.map(({ type }) => type),
    hellos: () => hellos,
    letGo() {
      isHeld = false;
      for (const { hand } of waiting.splice(0)) hand();
    },
  };
}

const sync = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
const inStep = (one: Device) => until(async () => (await sync(one)).phase === "upToDate");
const total = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "rows", desk, limit: 1 })).total;
const write = async ({ engine }: Device, desk: string, summary: string) => {
  await engine.submit(desk, [creation("task", { summary }).command]);
};

/** An owner, and an assistant's browser behind a network of the test's. */
async function pair(options: Parameters<typeof device>[0] = {}) {
  const owner = await device({ network: { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket } });
  open.push(owner);
  const desk = await owner.engine.desks.create("Board office", "Owner", { server: server.url });
  await inStep(owner);
  const { link } = await owner.engine.desks.invite(desk, "assistant");
  const assistant = await device(options);
  open.push(assistant);
  await assistant.engine.desks.join(link, "Assistant");
  return { owner, assistant, desk };
}

describe("a browser that hears much in one moment", () => {
  test("reads what was written under a key that came in the middle of it", async () => {
    const { network, hold, held, letGo } = heldNetwork();
    const { owner, assistant, desk } = await pair({ network });
    await inStep(assistant);
    const epochs = async ({ db }: Device) => (await db.get("desks", desk))!.epochKeys.length;
    await until(async () => (await epochs(owner)) === 2 && (await epochs(assistant)) === 2);
    // What this browser keeps in memory of the desk is read anew after something of its own was kept.
    await write(assistant, desk, "first");
    await until(async () => (await total(owner, desk)) === 1 && (await assistant.db.count("sealed")) === 0);
    hold();
    await write(owner, desk, "under the old key");
    await until(async () => held().includes("entries"));
    await owner.engine.members.rotate(desk);
    await until(async () => (await epochs(owner)) === 3);
    await write(owner, desk, "under the new key");
    await until(async () => held().join() === "entries,roster,entries");
    letGo();
    await until(
      async () => (await total(assistant, desk)) === 3 || (await sync(assistant)).phase === "stopped",
    );
    expect(await sync(assistant)).toMatchObject({ phase: "upToDate", problem: null });
  });

  test("takes nothing for a repetition that an earlier connection of its own was still taking in", async () => {
    const { network, hold, hellos, letGo } = heldNetwork();
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let isReading = false;
    const slow = async () => {
      isReading = true;
      await asleep;
      return automerge();
    };
    const { owner, assistant, desk } = await pair({ network, automerge: slow });
    await write(owner, desk, "taken in slowly");
    await until(async () => isReading);
    const before = hellos();
    hold();
    await assistant.engine.policyChanged();
    // A connection that waits for the one before says nothing yet; one that does not has said where it stands by now.
    await Promise.race([
      until(async () => hellos() > before),
      new Promise((resolve) => setTimeout(resolve, 300)),
    ]);
    wake();
    await until(async () => (await assistant.db.get("desks", desk))!.cursor === 1);
    letGo();
    await until(async () => ["upToDate", "stopped"].includes((await sync(assistant)).phase));
    expect(await sync(assistant)).toMatchObject({ phase: "upToDate", problem: null });
    expect(await total(assistant, desk)).toBe(1);
  });
});
