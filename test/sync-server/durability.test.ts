import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toHex } from "../../shared/protocol/bytes.ts";
import { DeskUnderTest, scratchFolder, serve } from "./desk-under-test.ts";
import { ServerProcess } from "./server-process.ts";
import { Workload } from "./workload.ts";

const KILLS = Number(process.env.SIDEDESK_KILLS ?? 20);
/** Envelopes that are acknowledged between two kills at least: 100,000 in the long run of 200. */
const PER_KILL = KILLS >= 200 ? 500 : 50;
const GROUP = KILLS >= 200 ? 64 : 8;

let scratch: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

test("a restart keeps desks, rosters, envelopes, and where each device's chain stands", async () => {
  const first = await serve(scratch.folder);
  const desk = await DeskUnderTest.found(first.url);
  const assistant = await desk.join("assistant");
  const line = await desk.connect(desk.owner);
  await line.append(1, [await desk.seal(desk.owner, "before")]);
  await first.close();
  expect(await line.closed).toBe(1001);

  const second = await serve(scratch.folder);
  desk.url = second.url;
  const again = await desk.connect(desk.owner, 0, 3);
  expect(again.caughtUp.map((frame) => frame.type)).toEqual(["welcome", "entries", "caughtUp"]);
  expect(again.caughtUp[0]).toMatchObject({ head: 1, counter: 1, rosterHead: desk.roster.head });
  expect(await again.append(2, [await desk.seal(desk.owner, "after")])).toMatchObject({
    type: "acked",
    seqs: [2],
  });
  const other = await desk.connect(assistant);
  expect(await other.append(1, [await desk.seal(assistant, "theirs")])).toMatchObject({ seqs: [3] });
  await second.close();
});

test(
  `kill -9 under load, ${KILLS} times: everything that was acknowledged is there, once and in order`,
  async () => {
    const flags = ["--data", scratch.folder, "--port"];
    let server = await ServerProcess.start(...flags, "0");
    const { url, port } = server;
    const desk = await DeskUnderTest.found(url);
    const devices = [desk.owner, await desk.join("assistant"), await desk.join("principal")];
    const work = new Workload(desk, devices, [url], GROUP);
    work.start();
    for (let kill = 0; kill < KILLS; kill++) {
      const before = work.acknowledged;
      while (work.acknowledged < before + PER_KILL) await new Promise((resolve) => setTimeout(resolve, 2));
      // Spread the moments of the kills over the phases of a commit.
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 90));
      await server.end("SIGKILL");
      server = await ServerProcess.start(...flags, String(port));
    }
    await work.stop();
    const verdict = await work.judge(url);
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, gaps: 0, refused: [] });
    expect(verdict.acknowledged).toBeGreaterThanOrEqual(KILLS * PER_KILL);
    expect(await server.end("SIGTERM")).toBe(0);
  },
  60_000 + KILLS * 5_000,
);

test("SIGTERM under load ends the server with 0, and nothing that was acknowledged is lost", async () => {
  const flags = ["--data", scratch.folder, "--port"];
  let server = await ServerProcess.start(...flags, "0");
  const desk = await DeskUnderTest.found(server.url);
  const work = new Workload(desk, [desk.owner, await desk.join("assistant")], [server.url], 16);
  work.start();
  for (let round = 1; round <= 3; round++) {
    while (work.acknowledged < round * 200) await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await server.end("SIGTERM")).toBe(0);
    // It ended of itself: nothing is left to be recovered.
    expect(existsSync(join(scratch.folder, "sidedesk.sqlite-wal"))).toBe(false);
    server = await ServerProcess.start(...flags, String(server.port));
  }
  await work.stop();
  expect(await work.judge(server.url)).toMatchObject({ lost: 0, doubled: 0, gaps: 0, refused: [] });
  await server.end("SIGTERM");
}, 60_000);

test("a clock that jumps a day, either way, ends no connection and holds nobody up", async () => {
  let skew = 0;
  const now = () => Date.now() + skew;
  const server = await serve(scratch.folder, { now, limits: { pingInterval: 50, deadAfter: 5_000 } });
  const desk = await DeskUnderTest.found(server.url);
  const line = await desk.connect(desk.owner);
  const day = 24 * 3_600_000;
  let request = 0;
  for (const jump of [day, -2 * day, day, -day, 2 * day]) {
    skew += jump;
    await new Promise((resolve) => setTimeout(resolve, 120));
    const answer = await line.append(++request, [await desk.seal(desk.owner, `call ${request}`)]);
    expect(answer).toMatchObject({ type: "acked", seqs: [request] });
    const { caughtUp } = await desk.connect(desk.owner);
    expect(caughtUp.flatMap((frame) => (frame.type === "entries" ? frame.items : []))).toHaveLength(request);
  }
  await server.close();
});

test("a full disk refuses by name, loses nothing, and the server lives on for reading and for others", async () => {
  const server = await serve(scratch.folder, { log: { maxPages: 80 } });
  const desk = await DeskUnderTest.found(server.url);
  const line = await desk.connect(desk.owner);
  const kept: string[] = [];
  for (let request = 1; request <= 30; request++) {
    const before = { ...desk.owner };
    const envelope = await desk.seal(desk.owner, "x".repeat(20_000));
    const answer = await line.append(request, [envelope]);
    if (answer.type === "acked") kept.push(toHex(envelope));
    else {
      expect(answer).toMatchObject({ type: "refused", code: "storage-full" });
      Object.assign(desk.owner, before);
    }
  }
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.length).toBeLessThan(20);
  const { caughtUp } = await desk.connect(desk.owner);
  const items = caughtUp.flatMap((frame) => (frame.type === "entries" ? frame.items : []));
  expect(items.map((item) => toHex(item.envelope))).toEqual(kept);
  await server.close();
});

test("nothing that members write or are called is in any file, answer or log line of the server", async () => {
  const canaries = [
    "Canary-Document",
    "Canary-Change",
    "Canary-Owner",
    "Canary-Assistant",
    "Canary-Snapshot",
    "Canary-Presence",
  ];
  const bytes = (text: string) => new TextEncoder().encode(text.repeat(20));
  const server = await serve(scratch.folder);
  const desk = await DeskUnderTest.found(server.url, "Canary-Owner");
  const assistant = await desk.join("assistant", "Canary-Assistant");
  const [line, other] = [await desk.connect(desk.owner), await desk.connect(assistant)];
  const envelopes = [
    await desk.seal(desk.owner, {
      type: "changes",
      document: "Canary-Document",
      changes: [bytes("Canary-Change")],
    }),
    await desk.seal(desk.owner, {
      type: "snapshot",
      document: "x",
      covers: 1,
      heads: [],
      bytes: bytes("Canary-Snapshot"),
    }),
  ];
  expect(await line.append(1, envelopes)).toMatchObject({ type: "acked" });
  line.send({
    type: "presence",
    sealed: await desk.seal(desk.owner, { type: "presence", bytes: bytes("Canary-Presence") }),
  });
  await other.until("seen");
  // What provokes log lines and error messages.
  await fetch(`${server.url}/desks/Canary-Document`);
  other.socket.send("Canary-Change");
  await other.closed;
  const places = new Map<string, Buffer>();
  for (const name of readdirSync(scratch.folder)) places.set(name, readFileSync(join(scratch.folder, name)));
  expect([...places.keys()].toSorted()).toEqual([
    "sidedesk.sqlite",
    "sidedesk.sqlite-shm",
    "sidedesk.sqlite-wal",
  ]);
  expect(places.get("sidedesk.sqlite-wal")!.includes(envelopes[0]!.subarray(0, 100))).toBe(true);
  places.set("log lines", Buffer.from(server.logged.join("")));
  places.set("metrics", Buffer.from(await (await fetch(`${server.url}/metrics`)).text()));
  places.set("roster", Buffer.from(await (await fetch(`${desk.address}/roster`)).arrayBuffer()));
  await server.close();
  places.set("database after closing", readFileSync(join(scratch.folder, "sidedesk.sqlite")));
  expect(existsSync(join(scratch.folder, "sidedesk.sqlite-wal"))).toBe(false);
  const secrets: [string, Uint8Array][] = canaries.map((canary) => [canary, Buffer.from(canary)]);
  secrets.push(["the epoch's key", desk.epochKeys[0]!]);
  for (const [place, content] of places) {
    for (const [name, secret] of secrets) expect(content.includes(secret), `${name} in ${place}`).toBe(false);
  }
});
