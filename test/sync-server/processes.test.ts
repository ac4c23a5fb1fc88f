/** Several server processes over one PostgreSQL. */
import "fake-indexeddb/auto";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { Client } from "pg";
import { Client as PgClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromHex } from "../../shared/protocol/bytes.ts";
import type { ServerFrame } from "../../shared/protocol/frames.ts";
import { SUBPROTOCOL } from "../../shared/protocol/token.ts";
import { checkLog } from "../../sync-server/commands/check.ts";
import { runCommand } from "../../sync-server/commands/run.ts";
import type { ServerLimits } from "../../sync-server/limits.ts";
import type { CheckedEnvelope } from "../../sync-server/log.ts";
import { Hints } from "../../sync-server/postgres/hints.ts";
import { openPostgresLog } from "../../sync-server/postgres/log.ts";
import { type RunningServer, startServer } from "../../sync-server/server.ts";
import { readSettings } from "../../sync-server/settings.ts";
import { setBackAndWhole } from "../background/set-back.ts";
import { DeskUnderTest, Line, random } from "./desk-under-test.ts";
import { lackOfPostgres, PostgresUnderTest } from "./postgres-under-test.ts";
import { ServerProcess } from "./server-process.ts";
import { Workload } from "./workload.ts";

/** Kills of a server process; every fourth time the database is killed instead. */
const KILLS = process.env.SIDEDESK_KILLS ? Math.ceil(Number(process.env.SIDEDESK_KILLS) / 2) : 10;

const seqsOf = (frames: ServerFrame[]) =>
  frames.flatMap((frame) => (frame.type === "entries" ? frame.items.map(({ seq }) => seq) : []));

/** A server of this test's process, as one of several. */
async function serveOver(
  url: string,
  port = 0,
  more: Partial<ServerLimits> = {},
): Promise<RunningServer & { faults: string[] }> {
  const faults: string[] = [];
  const now = () => Date.now();
  const fault = ({ message }: Error) => void faults.push(message);
  const { log, tokens } = await openPostgresLog({ url, now, quotaBytes: 1e9, fault });
  const logger = (event: string, fields = {}) => {
    if (event === "fault") faults.push(JSON.stringify(fields));
  };
  const limits = { requestsPerSecond: 1e4, messagesPerSecond: 1e4, ...more };
  const server = await startServer({
    host: "127.0.0.1",
    port,
    log,
    tokens,
    now,
    random,
    logger,
    limits,
  });
  return { ...server, faults };
}

describe.skipIf(lackOfPostgres())(`several processes over one PostgreSQL ${lackOfPostgres() ?? ""}`, () => {
  let postgres: PostgresUnderTest;
  let servers: Awaited<ReturnType<typeof serveOver>>[];
  beforeAll(async () => {
    postgres = await PostgresUnderTest.begin();
    const url = await postgres.database();
    // Both at once: each finds or makes the tables.
    servers = await Promise.all([serveOver(url), serveOver(url)]);
  }, 120_000);
  afterAll(async () => {
    expect(servers.flatMap(({ faults }) => faults)).toEqual([]);
    for (const server of servers) await server.close();
    await postgres.remove();
  }, 120_000);

  test("what a device appends at one process reaches the devices of the other, in order and once", async () => {
    const [a, b] = servers;
    const desk = await DeskUnderTest.found(a!.url);
    const assistant = await desk.join("assistant");
    const writer = await desk.connect(desk.owner);
    const reader = await desk.at(b!.url).connect(assistant, 0, 3);
    const seen: number[] = [];
    for (let n = 1; n <= 20; n++) {
      expect(await writer.append(n, [await desk.seal(desk.owner, `call ${n}`)])).toMatchObject({ seqs: [n] });
      while (seen.length < n) seen.push(...seqsOf([await reader.next()]));
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test("a database restored from PostgreSQL's own backup, with a base and a log that was let go, serves a newcomer equal heads, and is filled again by who knows more", async () => {
    const url = await postgres.database();
    const keptBy = (store: string) =>
      openPostgresLog({ url: store, now: Date.now, quotaBytes: 1e9, fault: () => undefined });
    await setBackAndWhole({
      store: url,
      serve: (store, port) =>
        serveOver(store, port, { holdOutFrom: 1, pruneAfter: 0, pruneInterval: 20, desksPerMinute: 1e4 }),
      backedUp: async () => postgres.restored(postgres.dump(url)),
      async pruned(desk) {
        const { log } = await keptBy(url);
        const { pruned } = await log.bases.of(fromHex(desk));
        await log.close();
        return pruned;
      },
      async problems(store) {
        const { log, desks } = await keptBy(store);
        const { problems } = await checkLog(log, await desks());
        await log.close();
        return problems;
      },
    });
  }, 60_000);

  test("devices that write at both processes at once are all given the whole log, without a gap", async () => {
    const desk = await DeskUnderTest.found(servers[0]!.url);
    const devices = [desk.owner, await desk.join("assistant"), await desk.join("assistant")];
    const lines = await Promise.all(
      devices.map((device, n) => desk.at(servers[n % 2]!.url).connect(device, 0, 1e6)),
    );
    const acked = await Promise.all(
      devices.map(async (device, n) => {
        const seqs: number[] = [];
        for (let request = 1; request <= 30; request++) {
          const answer = await lines[n]!.append(request, [await desk.seal(device, `${n} ${request}`)]);
          if (answer.type === "acked") seqs.push(...answer.seqs);
        }
        return seqs;
      }),
    );
    expect(acked.flat().toSorted((x, y) => x - y)).toEqual(Array.from({ length: 90 }, (_, n) => n + 1));
    // Whoever only reads is given all of it, as it happened.
    const { caughtUp } = await desk.at(servers[1]!.url).connect(devices[0]!, 0, 1e6);
    expect(seqsOf(caughtUp)).toEqual(Array.from({ length: 90 }, (_, n) => n + 1));
  });

  test("a device that joins at one process may connect to the other at once; one removed there is shown out here", async () => {
    const [a, b] = servers;
    const desk = await DeskUnderTest.found(a!.url);
    // The other process has the desk in memory, as it was.
    await desk
      .at(b!.url)
      .connect(desk.owner)
      .then((line) => line.close());
    const assistant = await desk.join("assistant");
    const line = await desk.at(b!.url).connect(assistant);
    expect(await line.append(1, [await desk.seal(assistant, "hello")])).toMatchObject({ type: "acked" });
    expect((await desk.post(await desk.removal(assistant))).status).toBe(201);
    expect((await line.until("refused")).at(-1)).toMatchObject({ code: "not-a-member" });
    expect(await line.closed).toBe(1008);
    expect((await desk.at(b!.url).token(assistant)).status).toBe(403);
  });

  test("a challenge of one process gives a token at the other, and opens one socket at one of them", async () => {
    const [a, b] = servers;
    const desk = await DeskUnderTest.found(a!.url);
    const { token } = await desk.token(desk.owner);
    const sync = (url: string) => `${desk.at(url).address.replace("http", "ws")}/sync`;
    const line = await Line.open(sync(b!.url), [SUBPROTOCOL, token]);
    for (const { url } of servers)
      await expect(Line.open(sync(url), [SUBPROTOCOL, token])).rejects.toThrow("401");
    await line.close();
  });

  test("what is sent again at the other process, for its answer was lost, counts once towards its person's share at either", async () => {
    const url = await postgres.database();
    const serve = () => serveOver(url, 0, { workPerDay: 30_000 });
    const [a, b] = await Promise.all([serve(), serve()]);
    const desk = await DeskUnderTest.found(a.url);
    const sealed = await inTurn(3, () => desk.seal(desk.owner, "x".repeat(8_000)));
    const at = async (server: RunningServer, group: Uint8Array[]) => {
      const line = await desk.at(server.url).connect(desk.owner);
      const answer = await line.append(1, group);
      await line.close();
      return answer;
    };
    const first = sealed.slice(0, 1);
    for (const server of [a, b, b, a, b]) expect(await at(server, first)).toMatchObject({ seqs: [1] });
    // At both at once: one of them keeps it, the other finds it kept.
    const next = sealed.slice(1, 2);
    expect(await Promise.all([at(a, next), at(b, next)])).toMatchObject([{ seqs: [2] }, { seqs: [2] }]);
    expect(await at(a, sealed)).toMatchObject({ seqs: [1, 2, 3] });
    expect(await at(b, sealed)).toMatchObject({ seqs: [1, 2, 3] });
    const more = await inTurn(2, () => desk.seal(desk.owner, "x".repeat(8_000)));
    // The one has counted two or three of five, the other one or two more than none.
    expect(await at(b, more)).toMatchObject({ seqs: [4, 5] });
    for (const server of [a, b]) await server.close();
  });

  test("where a colleague is goes from process to process, the newest of each device, to who has that desk open, and into no log", async () => {
    const [a, b] = servers;
    const [desk, elsewhere] = [await DeskUnderTest.found(a!.url), await DeskUnderTest.found(a!.url)];
    const assistant = await desk.join("assistant");
    const [said, beside, heard, other] = await Promise.all([
      desk.connect(desk.owner),
      desk.connect(assistant),
      desk.at(b!.url).connect(assistant),
      elsewhere.at(b!.url).connect(elsewhere.owner),
    ]);
    const presence = (n: number) =>
      desk.seal({ ...desk.owner, counter: Date.now() + n }, { type: "presence", bytes: random(900) });
    for (let n = 0; n < 5; n++) {
      const sealed = await presence(n);
      said.send({ type: "presence", sealed });
      const told = { type: "seen", device: desk.owner.keys.device, sealed };
      expect((await heard.until("seen")).at(-1)).toEqual(told);
      expect((await beside.until("seen")).at(-1)).toEqual(told);
    }
    // Behind it the work, at once, as what has come further is told, not looked for.
    const began = performance.now();
    await said.append(1, [await desk.seal(desk.owner, "and on")]);
    expect(seqsOf(await heard.until("entries"))).toEqual([1]);
    expect(performance.now() - began).toBeLessThan(900);
    other.send({ type: "ping", n: 1 });
    expect(await other.next(), "nothing of another desk").toEqual({ type: "pong", n: 1 });
    const { caughtUp } = await desk.at(b!.url).connect(assistant, 0, 1e6);
    expect(caughtUp.map(({ type }) => type)).toEqual(["welcome", "entries", "caughtUp"]);
    for (const line of [said, beside, heard, other]) await line.close();
  });

  test("appends of one desk that arrive together share a transaction", async () => {
    const url = await postgres.database();
    const fault = (error: Error) => {
      throw error;
    };
    const { log } = await openPostgresLog({ url, now: Date.now, quotaBytes: 1e9, fault });
    const [desk, head] = [random(16), new Uint8Array(32)];
    await log.createDesk(desk, random(50), head);
    const first = (n: number): CheckedEnvelope => ({
      device: random(16),
      counter: 1,
      previous: head,
      hash: random(32),
      bytes: random(100 + n),
    });
    await Promise.all(Array.from({ length: 100 }, (_, n) => log.append(desk, head, [first(n)])));
    const client = new PgClient({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("SELECT count(DISTINCT xmin::text) FROM sidedesk.envelopes");
    await client.end();
    await log.close();
    expect(Number(rows[0].count)).toBeLessThanOrEqual(2);
  });

  test("processes that start at once on an empty database all find its tables", async () => {
    for (let round = 0; round < 8; round++) {
      const url = await postgres.database();
      const open = () => openPostgresLog({ url, now: Date.now, quotaBytes: 1e9, fault: () => undefined });
      for (const { log } of await Promise.all([open(), open(), open(), open()])) await log.close();
    }
  });

  test("what processes of the first schema kept is there, whole", async () => {
    const url = await postgres.database();
    const client = new PgClient({ connectionString: url });
    await client.connect();
    await client.query(readFileSync(new URL("../fixtures/server/postgres-1.sql", import.meta.url), "utf8"));
    await client.end();
    const lines: string[] = [];
    const check = readSettings(["check", "--database", url], {});
    expect(await runCommand(check, (line) => lines.push(line))).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^1 desks, 6 envelopes, \d+ bytes, 0 problems$/)]);
  });

  test("a database of a later Sidedesk is not touched", async () => {
    const url = await postgres.database();
    const settings = { url, now: Date.now, quotaBytes: 1e9, fault: () => undefined };
    await (await openPostgresLog(settings)).log.close();
    const client = new PgClient({ connectionString: url });
    await client.connect();
    await client.query("UPDATE sidedesk.server SET number = 99 WHERE name = 'schema'");
    await client.end();
    await expect(openPostgresLog(settings)).rejects.toThrow("later version of Sidedesk (schema 99)");
  });

  test("two processes answer that they are well, and not while the database is gone; then they go on", async () => {
    const other = await PostgresUnderTest.begin();
    const server = await serveOver(await other.database());
    const desk = await DeskUnderTest.found(server.url);
    const line = await desk.connect(desk.owner);
    await line.append(1, [await desk.seal(desk.owner, "before")]);
    await other.kill();
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
    const lost = await desk.seal(desk.owner, "during");
    expect(await line.append(2, [lost]).catch(() => ({ type: "ended" }))).not.toMatchObject({
      type: "acked",
    });
    await other.start();
    const again = await desk.connect(desk.owner, 1, 1);
    expect(await again.append(1, [lost])).toMatchObject({ type: "acked", seqs: [2] });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await server.close();
    await other.remove();
  }, 90_000);

  test(
    `two processes and a database, one of them killed ${KILLS} times under load: nothing acknowledged is lost`,
    async () => {
      const database = await PostgresUnderTest.begin();
      const flags = ["--database", await database.database(), "--port"];
      const processes = [await ServerProcess.start(...flags, "0"), await ServerProcess.start(...flags, "0")];
      const urls = processes.map(({ url }) => url);
      const desk = await DeskUnderTest.found(urls[0]!);
      const devices = [desk.owner, ...(await inTurn(5, () => desk.join("assistant")))];
      const work = new Workload(desk, devices, urls, 16);
      work.start();
      for (let kill = 0; kill < KILLS; kill++) {
        const before = work.acknowledged;
        while (work.acknowledged < before + 100) await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 90));
        if (kill % 4 === 3) {
          await database.kill();
          await database.start();
        } else {
          const which = kill % 2;
          const { port } = processes[which]!;
          await processes[which]!.end("SIGKILL");
          processes[which] = await ServerProcess.start(...flags, String(port));
        }
      }
      await work.stop();
      const verdict = await work.judge(urls[1]!);
      expect(verdict).toMatchObject({ lost: 0, doubled: 0, gaps: 0, refused: [] });
      expect(verdict.acknowledged).toBeGreaterThan(KILLS * 100);
      for (const one of processes) expect(await one.end("SIGTERM")).toBe(0);
      await database.remove();
    },
    120_000 + KILLS * 15_000,
  );
});

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let n = 0; n < count; n++) made.push(await make());
  return made;
}

describe("hints between processes", () => {
  /** A connection on which LISTEN succeeds and nothing is ever heard, as behind a pooler. */
  class DeafClient extends EventEmitter {
    readonly processID = 1;
    readonly asked: string[] = [];
    async connect() {}
    async query(text: string) {
      this.asked.push(text);
    }
    async end() {}
  }

  test("desks are asked after once a second where hints are never heard", async () => {
    let head = 1;
    const heard: number[] = [];
    const hints = new Hints({
      client: () => new DeafClient() as unknown as Client,
      standing: async () => ({ head: head++, rosterLength: 1 }),
      fault: () => undefined,
    });
    const unwatch = hints.watch(
      random(16),
      (standing) => heard.push(standing.head),
      () => {},
    );
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    unwatch();
    await hints.close();
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(heard).toEqual(heard.map((_, index) => heard[0]! + index));
  });

  test("a presence is given to who has its desk open elsewhere, the newest of each device, behind the work", async () => {
    const payloads: string[] = [];
    const heard: Uint8Array[] = [];
    const other = new DeafClient();
    const open = (client: DeafClient) =>
      new Hints({
        client: () => client as unknown as Client,
        standing: async () => undefined,
        fault: (error) => expect.unreachable(error.message),
      });
    const client = new DeafClient();
    client.query = async (text: string, values?: string[]) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (!text.includes("pg_notify") || !values?.[1]) return;
      payloads.push(values[1]);
      other.emit("notification", { processId: 2, payload: values[1] });
    };
    const [here, there] = [open(client), open(other)];
    const [desk, device, colleague] = [random(16), random(16), random(16)];
    there.watch(
      desk,
      () => {},
      (sealed) => heard.push(sealed),
    );
    there.watch(
      random(16),
      () => {},
      () => expect.unreachable("of another desk"),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    const said = Array.from({ length: 20 }, () => random(4_096));
    here.tell(desk, { head: 1, rosterLength: 1 });
    for (const sealed of said) here.pass(desk, device, sealed);
    here.pass(desk, colleague, said[0]!);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await Promise.all([here.close(), there.close()]);
    expect(heard).toEqual([said.at(-1), said[0]]);
    expect(payloads[0]).toMatch(/\.1\.1$/);
    expect(Math.max(...payloads.map(({ length }) => length))).toBeLessThan(8_000);
  });

  test("what waits while a hint is on its way goes together with the next one", async () => {
    const client = new DeafClient();
    const payloads: string[] = [];
    client.query = async (text: string, values?: string[]) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (text.includes("pg_notify") && values?.[1]) payloads.push(values[1]);
    };
    const hints = new Hints({
      client: () => client as unknown as Client,
      standing: async () => undefined,
      fault: () => undefined,
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const desks = Array.from({ length: 10 }, () => random(16));
    for (let round = 1; round <= 10; round++)
      for (const desk of desks) hints.tell(desk, { head: round, rosterLength: 1 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await hints.close();
    expect(payloads.length).toBe(2);
    expect(
      payloads.flatMap((payload) => payload.split(",")).filter((hint) => hint.includes(".10.1")),
    ).toHaveLength(10);
  });
});
