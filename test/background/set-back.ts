/** A desk whose server was restored from a backup: the same is asked of every database. */
import { expect } from "vitest";
import type { RunningServer } from "../../sync-server/server.ts";
import { headsOf } from "./heads.ts";
import { creation, type Device, device, until } from "./world.ts";

/** What takes an office a week takes a moment here. */
const bases = { every: 5, wait: 20 };
const network = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };

/** One kind of database: where it is, is up to it. */
interface Keeper<Store> {
  /** A server over it, whose bases are held out and whose logs are let go at once. */
  serve(store: Store, port: number): Promise<RunningServer>;
  readonly store: Store;
  /** Backs it up while a server writes to it, and restores that in another place. */
  backedUp(): Promise<Store>;
  /** How far a desk's log is let go. */
  pruned(desk: string): Promise<number>;
  /** What `server check` finds wrong. */
  problems(store: Store): Promise<readonly string[]>;
}

/**
 * A desk with a base and a log that was let go is backed up, works on, and is set back: a newcomer gets what was backed
 * up, with equal heads; who knows more says so, loses nothing, and sends it again.
 */
export async function setBackAndWhole<Store>(keeper: Keeper<Store>): Promise<void> {
  const open: Device[] = [];
  const online = async () => {
    const made = await device({ network, bases });
    open.push(made);
    return made;
  };
  let server = await keeper.serve(keeper.store, 0);
  try {
    const owner = await online();
    const desk = await owner.engine.desks.create("Board office", "Owner", { server: server.url });
    const sync = async ({ engine }: Device) => (await engine.answer({ q: "state" })).desks[0]!.sync;
    const join = async (link: string, name: string) => {
      const made = await online();
      await made.engine.desks.join(link, name);
      return made;
    };
    const inStep = async (one: Device) => {
      await one.engine.settled();
      await until(async () => {
        const waiting = (await one.db.count("outbox")) + (await one.db.count("sealed"));
        return waiting === 0 && (await sync(one)).phase === "upToDate";
      });
      await one.engine.settled();
    };
    const write = async (one: Device, summary: string) => {
      await one.engine.submit(desk, [creation("task", { summary }).command]);
      await inStep(one);
    };
    const same = (...devices: Device[]) =>
      until(async () => {
        const all = await Promise.all(devices.map((one) => headsOf(one, desk)));
        return all.every((heads) => JSON.stringify(heads) === JSON.stringify(all[0]));
      });
    const other = await join((await owner.engine.desks.invite(desk, "assistant")).link, "Assistant 1");
    for (let n = 0; n < 4; n++) {
      await write(owner, `by the owner ${n}`);
      await write(other, `by the assistant ${n}`);
    }
    await until(async () => (await keeper.pruned(desk)) >= 5);
    const { link } = await owner.engine.desks.invite(desk, "assistant");
    await same(owner, other);
    const then = await headsOf(owner, desk);
    const restored = await keeper.backedUp();
    expect(await keeper.problems(restored)).toEqual([]);
    await write(owner, "acknowledged, and not in the backup");
    await write(other, "this neither");
    await same(owner, other);

    const { port } = new URL(server.url);
    await server.close();
    server = await keeper.serve(restored, Number(port));
    for (const one of [owner, other]) {
      one.engine.reconnect();
      await until(async () => (await sync(one)).problem?.code === "rollback");
    }
    const newcomer = await join(link, "Assistant 2");
    await inStep(newcomer);
    expect(await headsOf(newcomer, desk)).toEqual(then);
    for (const one of [owner, other]) await one.engine.syncAnew(desk);
    for (const one of [owner, other, newcomer]) await inStep(one);
    await same(owner, other, newcomer);
    expect(await headsOf(newcomer, desk)).not.toEqual(then);
    expect(await newcomer.db.count("records")).toBe(10);
    await write(newcomer, "and it goes on");
    await same(owner, other, newcomer);
    expect(await keeper.problems(restored)).toEqual([]);
    // What was sent again by one may have waited for what another had not sent again yet.
    for (const { db } of open) expect(await db.getAll("unread")).toEqual([]);
  } finally {
    for (const { engine } of open) engine.close();
    await server.close();
  }
}
