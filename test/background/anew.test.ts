import "fake-indexeddb/auto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NUMBERS } from "../../shared/protocol/frame.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { openServer } from "./server.ts";
import { command, creation, type Device, device, idHere, until } from "./world.ts";

const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
let folder: string;
let server: RunningServer;
let open: Device[] = [];

const places = () => ({ now: join(folder, "now"), backup: join(folder, "backup") });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-anew-"));
  cpSync(mkdtempSync(join(tmpdir(), "sidedesk-empty-")), places().now, { recursive: true });
  server = await openServer(places().now);
});
afterEach(async () => {
  for (const { engine } of open) engine.close();
  open = [];
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const online = async (options: Parameters<typeof device>[0] = {}) => {
  const made = await device({ network, ...options });
  open.push(made);
  return made;
};
const join2 = async (from: Device, desk: string, name: string) => {
  const { link } = await from.engine.desks.invite(desk, "assistant");
  const made = await online();
  await made.engine.desks.join(link, name);
  return made;
};
const sync = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
const inStep = (...devices: Device[]) =>
  Promise.all(
    devices.map(async (one) => {
      await one.engine.settled();
      return until(async () => {
        const waiting = (await one.db.count("outbox")) + (await one.db.count("sealed"));
        return waiting === 0 && (await sync(one)).phase === "upToDate";
      });
    }),
  );
const task = async ({ engine }: Device, desk: string, summary: string) => {
  const made = creation("task", { summary });
  await engine.submit(desk, [made.command]);
  return made.id;
};
const titles = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "rows", desk, limit: 500 })).rows.map(({ title }) => title).sort();
const stoppedBy = (one: Device, code: string) =>
  until(async () => {
    const { phase, problem } = await sync(one);
    return phase === "stopped" && problem?.code === code;
  });

/** Takes the server down, puts what is in a folder (or nothing) in its place, and starts it again on the same port. */
async function restart(from: string | null, now = Date.now) {
  const { port } = server;
  await server.close();
  rmSync(places().now, { recursive: true });
  cpSync(from ?? mkdtempSync(join(tmpdir(), "sidedesk-empty-")), places().now, { recursive: true });
  server = await openServer(places().now, port, now);
}
/** A copy of what the server keeps now. */
async function backUp() {
  const { port } = server;
  await server.close();
  cpSync(places().now, places().backup, { recursive: true });
  server = await openServer(places().now, port);
}

describe("after its server was set back to a backup, a desk", () => {
  test("is whole again everywhere once each device has begun anew, with nothing lost and nothing twice", async () => {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const b = await join2(a, desk, "Assistant 2");
    const before = await task(a, desk, "before the backup");
    await inStep(a, b);
    await until(async () => (await titles(b, desk)).length === 1);
    await backUp();
    for (const one of [a, b]) one.engine.reconnect();
    await inStep(a, b);
    // What each does now is acknowledged, and lost with the backup's return.
    await task(b, desk, "by B, lost");
    await b.engine.submit(desk, [
      command({ do: "set", record: before, field: "summary", value: "changed by B" }),
    ]);
    await until(async () => (await titles(a, desk)).includes("changed by B"));
    await task(a, desk, "by A, lost");
    await until(async () => (await titles(b, desk)).length === 3);
    await inStep(a, b);
    await restart(places().backup);
    for (const one of [a, b]) one.engine.syncNow(desk);
    await Promise.all([stoppedBy(a, "rollback"), stoppedBy(b, "rollback")]);

    await task(a, desk, "while it is stopped");
    await until(async () => (await sync(a)).unsent === 1);
    await a.engine.syncAnew(desk);
    await inStep(a);
    await b.engine.syncAnew(desk);
    const all = ["by A, lost", "by B, lost", "changed by B", "while it is stopped"];
    for (const one of [a, b]) await until(async () => (await titles(one, desk)).length === all.length);
    await inStep(a, b);
    for (const one of [a, b]) {
      expect(await titles(one, desk)).toEqual(all);
      expect(await one.db.count("unread")).toBe(0);
    }
    // The server has all of it: a device that was never here is given it.
    const c = await join2(a, desk, "Assistant 3");
    await until(async () => (await titles(c, desk)).length === all.length);
    expect(await titles(c, desk)).toEqual(all);
    const histories = await Promise.all(
      [a, b, c].map(async ({ engine }) => (await engine.answer({ q: "record", desk, id: before }))?.history),
    );
    expect(histories[1]).toEqual(histories[0]);
    expect(histories[2]).toEqual(histories[0]);
    await task(c, desk, "and it goes on");
    for (const one of [a, b]) await until(async () => (await titles(one, desk)).includes("and it goes on"));
  });

  test("sends no more than what the server lacks", async () => {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const envelopes = async () => (await a.db.get("chains", [desk, await idHere(a)]))?.counter ?? 0;
    for (let n = 0; n < 4; n++) {
      await task(a, desk, `kept ${n}`);
      await inStep(a);
    }
    await backUp();
    const kept = await envelopes();
    a.engine.reconnect();
    await task(a, desk, "lost");
    await inStep(a);
    const changes = await a.db.count("changes");
    await restart(places().backup);
    a.engine.syncNow(desk);
    await stoppedBy(a, "rollback");
    await a.engine.syncAnew(desk);
    await inStep(a);
    expect(await envelopes()).toBe(kept + 1);
    expect(await a.db.count("changes")).toBe(changes);
  });
});

/** A network on which a device's last words over a connection that it has given up can come late. */
function late() {
  const sockets: { held: (() => void)[]; end?: () => void; isHeld: boolean }[] = [];
  class LateSocket extends WebSocket {
    readonly #mine: (typeof sockets)[number] = { held: [], isHeld: false };
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      this.#mine.isHeld = sockets.length > 0 && sockets.some(({ isHeld }) => isHeld);
      sockets.push(this.#mine);
    }
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      const isAppend = (data as Uint8Array)[0] === NUMBERS.append;
      if (this.#mine.isHeld && isAppend) this.#mine.held.push(() => super.send(data));
      else super.send(data);
    }
    override close(): void {
      // Its words arrive before its end: the server hears nothing more of who has gone.
      if (this.#mine.isHeld) this.#mine.end = () => super.close();
      else super.close();
    }
  }
  return { sockets, network: { fetch: globalThis.fetch, WebSocket: LateSocket as typeof WebSocket } };
}

describe("what a device said before it began anew, and what comes to the server only afterwards,", () => {
  test.each([1, 2])("is not taken for another's, nor lost, nor there twice: %i envelopes", async (count) => {
    const { sockets, network: slow } = late();
    const a = await online({ network: slow });
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const b = await join2(a, desk, "Assistant 2");
    await task(b, desk, "by B");
    await until(async () => (await titles(a, desk)).length === 1);
    await inStep(a, b);
    const before = sockets.at(-1)!;
    before.isHeld = true;
    for (let n = 1; n <= count; n++) {
      await task(a, desk, `by A ${n}`);
      await a.engine.settled();
      await until(async () => (await a.db.count("sealed")) === n && before.held.length === n);
    }
    await a.engine.syncAnew(desk);
    const isAfter = (each: (typeof sockets)[number]) => each !== before && each.held.length > 0;
    await until(async () => sockets.some(isAfter));
    for (const say of before.held.splice(0)) say();
    await until(async () => (await titles(b, desk)).length === 1 + count);
    for (const each of sockets) each.isHeld = false;
    // It may have begun anew between the one and the other.
    for (const each of sockets) for (const say of each.held.splice(0)) say();
    for (const { end } of sockets) end?.();
    await inStep(a, b);
    const all = ["by A 1", "by A 2"].slice(0, count);
    for (const one of [a, b]) expect(await titles(one, desk)).toEqual([...all, "by B"]);
  });
});

describe("after its server was emptied, a desk", () => {
  /** Two devices on one desk, some work of each, and a server that knows nothing of it. */
  async function emptied(now = Date.now) {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const b = await join2(a, desk, "Assistant 2");
    await task(a, desk, "by A");
    await task(b, desk, "by B");
    for (const one of [a, b]) await until(async () => (await titles(one, desk)).length === 2);
    await inStep(a, b);
    await restart(null, now);
    for (const one of [a, b]) one.engine.syncNow(desk);
    await Promise.all([stoppedBy(a, "unknown-desk"), stoppedBy(b, "unknown-desk")]);
    return { a, b, desk };
  }

  test("is filled again by its devices, members and all", async () => {
    const { a, b, desk } = await emptied();
    // Even one who joined by an invitation puts the list of members back while the invitation holds.
    await b.engine.syncAnew(desk);
    await inStep(b);
    await a.engine.syncAnew(desk);
    await inStep(a, b);
    const c = await join2(a, desk, "Assistant 3");
    await until(async () => (await titles(c, desk)).length === 2);
    expect((await c.engine.answer({ q: "state" })).desks[0]?.members.map(({ name }) => name)).toEqual([
      "Assistant 1",
      "Assistant 2",
      "Assistant 3",
    ]);
  });

  test("whose invitations have expired since is filled again by an owner first", async () => {
    const { a, b, desk } = await emptied(() => Date.now() + 8 * 86_400_000);
    await b.engine.syncAnew(desk);
    await stoppedBy(b, "owner-first");
    await a.engine.syncAnew(desk);
    await inStep(a);
    await b.engine.syncAnew(desk);
    await inStep(a, b);
    for (const one of [a, b]) expect(await titles(one, desk)).toEqual(["by A", "by B"]);
  });
});
