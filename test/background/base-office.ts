/** An office on a server of its own whose bases come soon and often, and whose log is let go at once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach } from "vitest";
import type { World } from "../../extension/background/world.ts";
import { decodeFrame, encodeFrame, type ServerFrame } from "../../shared/protocol/frames.ts";
import type { RunningServer } from "../../sync-server/server.ts";
import { openServer } from "./server.ts";
import { creation, type Device, device, until } from "./world.ts";

/** What takes an office a week takes a moment here. */
const bases = { every: 5, wait: 20 };
/** Of a browser that makes and confirms none. */
export const never = { every: 1e9, wait: 1e9 };
const soon = { holdOutFrom: 1, pruneAfter: 0, pruneInterval: 20 };
const honest = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };

/** Of the test that runs. */
export let folder: string;
export let server: RunningServer;
export let open: Device[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sidedesk-bases-"));
  server = await openServer(folder, 0, Date.now, soon);
});
afterEach(async () => {
  for (const { engine } of open) engine.close();
  open = [];
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

export const online = async (options: Parameters<typeof device>[0] = {}) => {
  const made = await device({ network: honest, bases, ...options });
  open.push(made);
  return made;
};
export const found = async (options: Parameters<typeof device>[0] = {}) => {
  const owner = await online(options);
  const desk = await owner.engine.desks.create("Board office", "Owner", { server: server.url });
  return { owner, desk };
};
export const joined = async (
  from: Device,
  desk: string,
  name: string,
  options: Parameters<typeof device>[0] = {},
) => {
  const { link } = await from.engine.desks.invite(desk, "assistant");
  const made = await online(options);
  await made.engine.desks.join(link, name);
  return made;
};
export const sync = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
export const inStep = (...devices: Device[]) =>
  Promise.all(
    devices.map(async (one) => {
      await one.engine.settled();
      await until(async () => {
        const waiting = (await one.db.count("outbox")) + (await one.db.count("sealed"));
        return waiting === 0 && (await sync(one)).phase === "upToDate";
      }).catch(async ({ message }) => {
        throw new Error(`${message} ${JSON.stringify(await sync(one))} ${one.errors.join()}`);
      });
      await one.engine.settled();
    }),
  );
export const write = async (one: Device, desk: string, ...summaries: string[]) => {
  const ids: string[] = [];
  for (const summary of summaries) {
    const made = creation("task", { summary });
    await one.engine.submit(desk, [made.command]);
    ids.push(made.id);
    await inStep(one);
  }
  return ids;
};
export const titles = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "rows", desk, limit: 500 })).rows.map(({ title }) => title).sort();
export const named = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name} ${n}`);

/** What the server has of its one desk's log and bases. */
export function kept() {
  const database = new DatabaseSync(join(folder, "sidedesk.sqlite"), { readOnly: true });
  const row = database
    .prepare(`SELECT head, pruned, (SELECT min(seq) FROM envelopes) AS first,
    (SELECT count(*) FROM bases) AS bases, (SELECT count(*) FROM bases WHERE confirmed_at > 0) AS confirmed
    FROM desks`)
    .get() as Record<"head" | "pruned" | "first" | "bases" | "confirmed", number>;
  database.close();
  return row;
}
/** Parts of all bases that the server has. */
export function partsKept(): number {
  const database = new DatabaseSync(join(folder, "sidedesk.sqlite"), { readOnly: true });
  const row = database.prepare("SELECT count(*) AS count FROM parts").get() as { count: number };
  database.close();
  return row.count;
}
/** What a server does that is not honest: it changes what it keeps. */
export function tamper(...statements: readonly string[]): void {
  const database = new DatabaseSync(join(folder, "sidedesk.sqlite"));
  for (const statement of statements) database.exec(statement);
  database.close();
}
export const prunedTo = (least: number) => until(async () => kept().pruned >= least);

export type Meddle = (frame: ServerFrame) => ServerFrame;
/** A network whose server says something else than it was given. */
export const meddled = (meddle: Meddle): World["network"] => {
  class MeddledSocket extends WebSocket {
    override set onmessage(listener: ((event: MessageEvent) => void) | null) {
      super.onmessage = ({ data }) => {
        const frame = meddle(decodeFrame(new Uint8Array(data)) as ServerFrame);
        listener?.({ data: encodeFrame(frame).buffer } as MessageEvent);
      };
    }
  }
  return { fetch: globalThis.fetch, WebSocket: MeddledSocket as typeof WebSocket };
};
export const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, n) => (n === at ? byte ^ 1 : byte));
export const ofBase =
  (change: (frame: Extract<ServerFrame, { type: "base" }>) => ServerFrame): Meddle =>
  (frame) =>
    frame.type === "base" ? change(frame) : frame;
