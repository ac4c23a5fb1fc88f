import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../../sync-server/server.ts";
import { openServer } from "./server.ts";
import { command, creation, type Device, device, idHere, until } from "./world.ts";

let folder: string;
let server: RunningServer;
const open: Device[] = [];
const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-sync-"));
  server = await openServer(folder);
});
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

/** Two devices on one desk. */
async function pair() {
  const a = await online();
  const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
  const { link } = await a.engine.desks.invite(desk, "assistant");
  const b = await online();
  expect(await b.engine.desks.inspect(link)).toMatchObject({ deskName: "Board office", role: "assistant" });
  await b.engine.desks.join(link, "Assistant 2");
  const phase = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]?.sync.phase;
  for (const one of [a, b]) await until(async () => (await phase(one)) === "upToDate");
  return { a, b, desk };
}
const recordOn =
  (desk: string, id: string) =>
  ({ engine }: Device) =>
    engine.answer({ q: "record", desk, id });
const unsent = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]?.sync.unsent;

describe("two devices and a server", () => {
  test("one logs a call, the other sees it; both know each other by name", async () => {
    const { a, b, desk } = await pair();
    const call = creation("call", { caller: "Sample Caller" });
    await a.engine.submit(desk, [call.command]);
    const seen = await until(() => recordOn(desk, call.id)(b));
    expect(seen.record.createdBy).toBe(await idHere(a));
    const members = (await b.engine.answer({ q: "state" })).desks[0]!.members;
    expect(members.map(({ name, role, me }) => ({ name, role, me }))).toEqual([
      { name: "Assistant 1", role: "owner", me: false },
      { name: "Assistant 2", role: "assistant", me: true },
    ]);
    await until(async () => (await unsent(a)) === 0);
    expect(await a.db.count("sealed")).toBe(0);
  });

  test("what both wrote while the server was away meets when it is back", async () => {
    const { a, b, desk } = await pair();
    const reply = creation("reply", { body: "Dear Ms Caller,\n\nWith kind regards" });
    await a.engine.submit(desk, [reply.command]);
    await until(() => recordOn(desk, reply.id)(b));
    await server.close();
    const base = "Dear Ms Caller,\n\nWith kind regards";
    await a.engine.submit(desk, [
      command({
        do: "edit",
        record: reply.id,
        field: "body",
        base,
        splice: { index: 15, remove: 0, insert: "\nthank you." },
      }),
    ]);
    await b.engine.submit(desk, [
      command({
        do: "edit",
        record: reply.id,
        field: "body",
        base,
        splice: { index: base.length, remove: 0, insert: "\nAssistant 2" },
      }),
    ]);
    await b.engine.submit(desk, [
      command({ do: "set", record: reply.id, field: "subject", value: "From B" }),
    ]);
    await a.engine.submit(desk, [
      command({ do: "set", record: reply.id, field: "subject", value: "From A" }),
    ]);
    await until(async () => ((await unsent(a)) ?? 0) > 0);
    server = await openServer(folder, server.port);
    for (const { engine } of [a, b]) engine.reconnect();
    const text = "Dear Ms Caller,\nthank you.\n\nWith kind regards\nAssistant 2";
    for (const one of [a, b])
      await until(async () => (await recordOn(desk, reply.id)(one))?.record.fields.body === text, 20_000);
    await until(async () => (await recordOn(desk, reply.id)(a))?.record.conflicts.length === 1);
    const [left, right] = await Promise.all([recordOn(desk, reply.id)(a), recordOn(desk, reply.id)(b)]);
    expect(right).toEqual(left);
    expect(left?.record.conflicts[0]?.values.map(({ value }) => value).sort()).toEqual(["From A", "From B"]);
    // Whoever settles it, settles it for both.
    await b.engine.submit(desk, [
      command({ do: "set", record: reply.id, field: "subject", value: "From A" }),
    ]);
    await until(async () => (await recordOn(desk, reply.id)(a))?.record.conflicts.length === 0);
  });

  test("a device that is started again goes on where it was", async () => {
    const { a, b, desk } = await pair();
    b.engine.close();
    const calls = Array.from({ length: 20 }, (_, n) => creation("call", { caller: `Caller ${n}` }));
    for (const { command: one } of calls) await a.engine.submit(desk, [one]);
    const again = await online({ profile: b.profile });
    await until(async () => (await again.engine.answer({ q: "rows", desk, kinds: ["call"] })).total === 20);
    expect(again.errors).toEqual([]);
  });

  test("a burst on one device arrives whole on the other, however it is batched", async () => {
    const { a, b, desk } = await pair();
    const made = Array.from({ length: 300 }, (_, n) => creation("task", { summary: `Task ${n}` }));
    await a.engine.submit(
      desk,
      made.map(({ command: one }) => one),
    );
    await Promise.all(
      made.map(({ id }) =>
        a.engine.submit(desk, [command({ do: "set", record: id, field: "urgent", value: true })]),
      ),
    );
    await until(
      async () =>
        (await b.engine.answer({ q: "rows", desk, kinds: ["task"], open: true, limit: 500 })).rows.filter(
          ({ urgent }) => urgent,
        ).length === 300,
      20_000,
    );
    const states = await Promise.all(
      [a, b].map(({ engine }) => engine.answer({ q: "records", desk, kinds: ["task"] })),
    );
    expect(states[1]).toEqual(states[0]);
  });

  test("an invitation is good for one", async () => {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1", { server: server.url });
    const { link } = await a.engine.desks.invite(desk, "viewer");
    const [b, c] = [await online(), await online()];
    await b.engine.desks.join(link, "Viewer");
    await expect(c.engine.desks.join(link, "Another")).rejects.toMatchObject({ code: "invite-used" });
    await expect(c.engine.desks.join("hello", "Another")).rejects.toMatchObject({ code: "not-an-invite" });
  });

  test("a desk that was made alone is shared later with all that it holds", async () => {
    const a = await online();
    const desk = await a.engine.desks.create("Board office", "Assistant 1");
    const call = creation("call", { caller: "Before the server" });
    await a.engine.submit(desk, [call.command]);
    await a.engine.desks.setServer(desk, server.url);
    const { link } = await a.engine.desks.invite(desk, "assistant");
    const b = await online();
    await b.engine.desks.join(link, "Assistant 2");
    await until(() => recordOn(desk, call.id)(b));
  });
});

test("what arrives while Automerge is still loading waits for it", async () => {
  const { a, b, desk } = await pair();
  b.engine.close();
  const call = creation("call", { caller: "Sample Caller" });
  await a.engine.submit(desk, [call.command]);
  await until(async () => (await unsent(a)) === 0);
  let load!: () => void;
  const cold = new Promise<void>((resolve) => {
    load = resolve;
  });
  const again = await online({ profile: b.profile, automerge: () => cold });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const cursor = async () => (await again.db.get("desks", desk))?.cursor;
  const before = await cursor();
  // Nothing is read, and the place in the log is not passed, until it can be.
  expect(await again.db.count("records")).toBe(0);
  load();
  await until(() => recordOn(desk, call.id)(again));
  expect(await cursor()).toBeGreaterThan(before ?? 0);
});
