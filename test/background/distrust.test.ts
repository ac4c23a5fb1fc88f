import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEnvelope } from "../../shared/envelope/envelope.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { decodeFrame, encodeFrame, type LogItem, type ServerFrame } from "../../shared/protocol/frames.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { openServer } from "./server.ts";
import { creation, type Device, device, idHere, until } from "./world.ts";

let folder: string;
let server: RunningServer;
const open: Device[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-distrust-"));
  server = await openServer(folder);
});
afterAll(async () => {
  for (const { engine } of open) engine.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

type Meddle = (frame: ServerFrame) => readonly ServerFrame[];

/** A network whose server is somebody else's: what it sends is changed on the way. */
function meddledNetwork(meddle: Meddle) {
  class MeddledSocket extends WebSocket {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      super.onmessage = ({ data }) => {
        for (const frame of meddle(decodeFrame(new Uint8Array(data)) as ServerFrame))
          listener?.({ data: encodeFrame(frame).buffer } as MessageEvent);
      };
    }
  }
  return { fetch: globalThis.fetch, WebSocket: MeddledSocket as typeof WebSocket };
}

const honest: Meddle = (frame) => [frame];
const entriesOf =
  (change: (items: LogItem[]) => LogItem[]): Meddle =>
  (frame) =>
    frame.type === "entries" ? [{ ...frame, items: change(frame.items) }] : [frame];
const flipped = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
/** The log's numbers without gaps, as a server would give them that left something out. */
const renumbered = (items: readonly LogItem[]) => items.map((item, index) => ({ ...item, seq: index + 1 }));

/** A desk with three envelopes of A on the server, and B, whose server meddles, about to fetch them. */
async function scene(meddle: Meddle = honest, meddleA: Meddle = honest) {
  const a = await device({ network: meddledNetwork(meddleA) });
  const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
  const sync = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
  await until(async () => (await sync(a)).phase === "upToDate");
  for (let n = 0; n < 3; n++) {
    await a.engine.submit(desk, [creation("task", { summary: `task ${n}` }).command]);
    await until(
      async () => (await a.db.getAll("chains"))[0]?.counter === n + 1 && (await a.db.count("sealed")) === 0,
    );
  }
  const { link } = await a.engine.desks.invite(desk, "assistant");
  const b = await device({ network: meddledNetwork(meddle) });
  open.push(a, b);
  await b.engine.desks.join(link, "Assistant 2");
  return {
    a,
    b,
    desk,
    sync: () => sync(b),
  };
}

describe("a server that is not to be trusted", () => {
  const cases: readonly { readonly what: string; readonly code: string; readonly meddle: Meddle }[] = [
    {
      what: "changes one bit of the content",
      code: "forged",
      meddle: entriesOf((items) => items.map((item) => ({ ...item, envelope: flipped(item.envelope, 130) }))),
    },
    {
      what: "changes one bit of a signature",
      code: "forged",
      meddle: entriesOf((items) =>
        items.map((item) => ({ ...item, envelope: flipped(item.envelope, item.envelope.length - 1) })),
      ),
    },
    {
      what: "puts another author's name on an envelope",
      code: "stranger",
      meddle: entriesOf((items) => items.map((item) => ({ ...item, envelope: flipped(item.envelope, 40) }))),
    },
    {
      what: "sends what is no envelope",
      code: "forged",
      meddle: entriesOf((items) => items.map((item) => ({ ...item, envelope: new Uint8Array(40) }))),
    },
    {
      what: "sends an envelope of another desk",
      code: "another-desk",
      meddle: entriesOf((items) => items.map((item) => ({ ...item, envelope: flipped(item.envelope, 3) }))),
    },
    {
      what: "turns the order round",
      code: "withheld",
      meddle: entriesOf((items) => renumbered(items.toReversed())),
    },
    {
      what: "withholds one in the middle",
      code: "withheld",
      meddle: entriesOf((items) => renumbered([items[0]!, items[2]!])),
    },
    {
      what: "withholds the first",
      code: "withheld",
      meddle: entriesOf((items) => renumbered(items.slice(1))),
    },
    {
      what: "sends one twice",
      code: "replayed",
      meddle: entriesOf((items) => renumbered([items[0]!, items[0]!, ...items.slice(1)])),
    },
    {
      what: "shows a shorter list of members",
      code: "rollback",
      meddle: (frame) =>
        frame.type === "welcome" ? [{ ...frame, rosterLength: frame.rosterLength - 1 }] : [frame],
    },
    {
      what: "shows another list of members",
      code: "forked",
      meddle: (frame) =>
        frame.type === "welcome" ? [{ ...frame, rosterHead: flipped(frame.rosterHead, 0) }] : [frame],
    },
    {
      what: "slips a member in",
      code: "roster",
      meddle: (frame) =>
        frame.type === "welcome"
          ? [
              { ...frame, rosterLength: frame.rosterLength + 1 },
              { type: "roster", from: frame.rosterLength, entries: [new Uint8Array(300)] },
            ]
          : [frame],
    },
    {
      what: "speaks another version on the wire",
      code: "version",
      meddle: (frame) =>
        frame.type === "welcome"
          ? [
              {
                type: "refused",
                requestId: 0,
                index: 0,
                code: "version",
                message: "Version 2 is spoken here.",
              },
            ]
          : [frame],
    },
  ];

  test.each(cases)(
    "that $what is left, with the reason, and nothing of it is applied",
    async ({ code, meddle }) => {
      const { b, sync } = await scene(meddle);
      await until(async () => (await sync()).phase === "stopped");
      expect((await sync()).problem?.code).toBe(code);
      // It stays left, and says why, whatever else arrives.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await sync()).toMatchObject({ phase: "stopped", problem: { code } });
      for (const store of ["records", "changes", "history", "chains"] as const)
        expect(await b.db.count(store)).toBe(0);
      expect((await b.db.getAll("desks"))[0]!.cursor).toBe(0);
    },
  );

  test("that leaves a hole in its log is asked again, and what it lacked arrives", async () => {
    let holes = 0;
    const hole = entriesOf((items) => (holes++ < 1 ? items.filter(({ seq }) => seq !== 2) : items));
    const { b, sync } = await scene(hole);
    await until(async () => (await sync()).phase === "upToDate");
    expect(await b.db.count("records")).toBe(3);
  });

  test("that shows two devices each its own half of the work leads neither astray: met again, both have all of it", async () => {
    let apart = false;
    const half: Meddle = (frame) => (apart && frame.type === "entries" ? [] : [frame]);
    const { a, b, desk, sync } = await scene(half, half);
    await until(async () => (await sync()).phase === "upToDate");
    await until(async () => (await b.db.count("records")) === 3);
    // What is sealed under the key of before would, held back, count as served under an old one.
    for (const { db } of [a, b])
      await until(async () => (await db.get("desks", desk))!.epochKeys.length === 2);
    apart = true;
    const write = (one: Device, summary: string) =>
      one.engine.submit(desk, [creation("task", { summary }).command]);
    const titles = async ({ engine }: Device) =>
      (await engine.answer({ q: "rows", desk })).rows.map(({ title }) => title).sort();
    const sent = (one: Device) => until(async () => (await one.db.count("sealed")) === 0);
    for (const one of [a, b]) {
      await write(one, one === a ? "of a" : "of b");
      await one.engine.settled();
      await sent(one);
    }
    // A server that says nothing of the newest work cannot be told from colleagues who do nothing.
    expect(await titles(a)).not.toContain("of b");
    expect(await titles(b)).not.toContain("of a");
    apart = false;
    for (const one of [a, b]) await write(one, one === a ? "later of a" : "later of b");
    await until(async () => (await titles(a)).length === 7 && (await titles(b)).length === 7);
    expect(await titles(a)).toEqual(await titles(b));
    expect((await sync()).problem).toBeNull();
  });

  test("that keeps a colleague's newest work back is found out by what another wrote behind it, until it has come", async () => {
    let keptBack = "";
    let given = 0;
    const held: LogItem[] = [];
    // B is given everything but what one device writes, under numbers that leave no gap.
    const keeping = entriesOf((items) => {
      if (given === 0) return items;
      const byIt = ({ envelope }: LogItem) => toHex(readEnvelope(envelope).header.device) === keptBack;
      held.push(...items.filter(byIt));
      const passed = items.filter((item) => !byIt(item));
      return [...(keptBack ? [] : held.splice(0)), ...passed].map((item) => ({ ...item, seq: ++given }));
    });
    const meddle: Meddle = (frame) =>
      keeping(frame).filter((passed) => passed.type !== "entries" || passed.items.length > 0);
    const { a, b, desk, sync } = await scene(meddle);
    await until(async () => (await sync()).phase === "upToDate");
    const { link } = await a.engine.desks.invite(desk, "assistant");
    const c = await device({ network: meddledNetwork(honest) });
    open.push(c);
    await c.engine.desks.join(link, "Assistant 3");
    for (const { db } of [a, b, c])
      await until(async () => (await db.get("desks", desk))!.epochKeys.length === 3);
    given = (await b.db.get("desks", desk))!.cursor;
    keptBack = await idHere(c);
    const has = ({ engine }: Device, { id }: { id: string }) => engine.answer({ q: "record", desk, id });
    const unread = async () => (await b.engine.answer({ q: "state" })).desks[0]!.unread;

    // Each in another document: nothing in the later ones needs what was kept back.
    const contact = creation("contact", { fn: "Sample Caller" });
    await c.engine.submit(desk, [contact.command]);
    await until(() => has(a, contact));
    expect(await unread()).toEqual([]);
    const behind = creation("task", { summary: "behind it" });
    await a.engine.submit(desk, [behind.command]);
    await until(() => has(b, behind));
    expect(await unread()).toEqual([{ device: keptBack, why: "withheld" }]);
    expect(await has(b, contact)).toBeNull();

    keptBack = "";
    const later = creation("task", { summary: "later" });
    await a.engine.submit(desk, [later.command]);
    await until(() => has(b, later));
    expect(await has(b, contact)).not.toBeNull();
    expect(await unread()).toEqual([]);
  });

  test("that has lost what it had acknowledged is left", async () => {
    const { b, desk, sync } = await scene();
    await until(async () => (await sync()).phase === "upToDate");
    await b.engine.submit(desk, [creation("task", { summary: "mine" }).command]);
    await until(
      async () => (await b.db.get("chains", [desk, await idHere(b)])) && (await b.db.count("sealed")) === 0,
    );
    await b.engine.settled();
    b.engine.close();
    const again = await device({
      profile: b.profile,
      network: meddledNetwork((frame) => (frame.type === "welcome" ? [{ ...frame, counter: 0 }] : [frame])),
    });
    open.push(again);
    const state = async () => (await again.engine.answer({ q: "state" })).desks[0]!.sync;
    await until(async () => (await state()).phase === "stopped");
    expect((await state()).problem?.code).toBe("rollback");
    expect(await again.db.count("records")).toBe(4);
  });

  test("whose frames are no frames is left for a while, and nothing is lost", async () => {
    const { b, desk, sync } = await scene();
    await until(async () => (await sync()).phase === "upToDate");
    await b.engine.submit(desk, [creation("task", { summary: "mine" }).command]);
    class Garbling extends WebSocket {
      override set onmessage(listener: ((event: MessageEvent) => void) | null) {
        super.onmessage = () => listener?.({ data: new Uint8Array([99, 1, 2]).buffer } as MessageEvent);
      }
    }
    await b.engine.settled();
    b.engine.close();
    const again = await device({
      profile: b.profile,
      network: { fetch: globalThis.fetch, WebSocket: Garbling as typeof WebSocket },
    });
    open.push(again);
    const state = async () => (await again.engine.answer({ q: "state" })).desks[0]!.sync;
    await until(async () => (await state()).problem !== null);
    expect(await state()).toMatchObject({ phase: "offline", problem: { code: "malformed" } });
    expect(await again.db.count("records")).toBe(4);
  });

  test("of another version is told apart from one that cannot be reached", async () => {
    const other = createServer((request, response) => {
      const about = request.url === "/about";
      response.writeHead(about ? 200 : 200, { "content-type": "application/json" });
      response.end(
        JSON.stringify(
          about ? { name: "sidedesk", protocol: [2] } : { token: "x".repeat(32), nonce: "A".repeat(43) },
        ),
      );
    });
    other.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 426 Upgrade Required\r\n\r\n"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { b, desk, sync } = await scene();
    await until(async () => (await sync()).phase === "upToDate");
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await expect(b.engine.desks.setServer(desk, address)).rejects.toMatchObject({ code: "version" });
    await b.engine.settled();
    b.engine.close();
    // The server was updated since this device was started last.
    await b.db.put("desks", { ...(await b.db.get("desks", desk))!, server: address });
    const again = await device({ profile: b.profile, network: { fetch, WebSocket } });
    open.push(again);
    const state = async () => (await again.engine.answer({ q: "state" })).desks[0]!.sync;
    await until(async () => (await state()).phase === "stopped");
    expect((await state()).problem).toMatchObject({ code: "version" });
    other.close();
  });

  test("with a key that is not the desk's shows that it cannot be read, and applies nothing", async () => {
    const { b, desk, sync } = await scene();
    await until(async () => (await sync()).phase === "upToDate");
    // The key that is renewed behind who joined must not come after what is damaged below.
    await until(async () => (await b.db.get("desks", desk))!.epochKeys.length === 2);
    await b.engine.settled();
    b.engine.close();
    // A profile that was damaged: the desk's key is another.
    const stored = (await b.db.get("desks", desk))!;
    await b.db.put("desks", { ...stored, cursor: 0, epochKeys: [new Uint8Array(32)] });
    for (const store of ["records", "changes", "history", "chains", "snapshots"] as const)
      await b.db.clear(store);
    const again = await device({
      profile: b.profile,
      network: { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket },
    });
    open.push(again);
    const state = async () => (await again.engine.answer({ q: "state" })).desks[0]!.sync;
    await until(async () => (await state()).phase === "stopped");
    expect((await state()).problem?.code).toBe("wrong-key");
    expect(await again.db.count("records")).toBe(0);
    expect((await again.db.get("desks", desk))!.cursor).toBe(0);
  });
});
