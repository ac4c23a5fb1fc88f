import { statSync } from "node:fs";
import { connect } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import type { ServerLimits } from "../../sync-server/limits.ts";
import { DeskUnderTest, random, scratchFolder, serve } from "./desk-under-test.ts";

let scratch: ReturnType<typeof scratchFolder>;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(async () => {
  await server.close();
  scratch.remove();
});

async function deskWith(limits: Partial<ServerLimits>): Promise<DeskUnderTest> {
  server = await serve(scratch.folder, { limits: { requestsPerSecond: 1e6, ...limits } });
  return DeskUnderTest.found(server.url);
}

test("a device over its rate is read more slowly, and loses nothing by it", async () => {
  const desk = await deskWith({ messagesPerSecond: 40 });
  const line = await desk.connect(desk.owner);
  const began = performance.now();
  for (let n = 1; n <= 120; n++) line.send({ type: "ping", n });
  for (let n = 1; n <= 120; n++) expect(await line.next()).toEqual({ type: "pong", n });
  // What had arrived is answered at once; what is beyond the burst of 80 is paid back before more is read.
  for (const n of [121, 122, 123]) {
    line.send({ type: "ping", n });
    expect(await line.next()).toEqual({ type: "pong", n });
  }
  expect(performance.now() - began).toBeGreaterThan(700);
});

test("the rate is the device's own, over all its sockets; another device is not slowed", async () => {
  const desk = await deskWith({ messagesPerSecond: 5 });
  const assistant = await desk.join("assistant");
  const other = await desk.connect(assistant);
  const lines = [await desk.connect(desk.owner), await desk.connect(desk.owner)];
  for (const line of lines) for (let n = 1; n <= 10; n++) line.send({ type: "ping", n });
  const began = performance.now();
  other.send({ type: "ping", n: 1 });
  expect(await other.next()).toEqual({ type: "pong", n: 1 });
  expect(performance.now() - began).toBeLessThan(2_500);
  for (const line of lines) await line.until("pong");
});

test("bytes count towards a device's rate as well as messages do", async () => {
  const desk = await deskWith({ messagesPerSecond: 1e6, bytesPerSecond: 100_000 });
  const line = await desk.connect(desk.owner);
  const began = performance.now();
  for (let request = 1; request <= 5; request++)
    expect(await line.append(request, [await desk.seal(desk.owner, "x".repeat(80_000))])).toMatchObject({
      type: "acked",
    });
  // 200,000 at once; the rest is paid back.
  expect(performance.now() - began).toBeGreaterThan(900);
});

test("a desk's quota is refused by name before anything is written, and other desks go on", async () => {
  server = await serve(scratch.folder, { log: { quotaBytes: 30_000 } });
  const [desk, other] = [await DeskUnderTest.found(server.url), await DeskUnderTest.found(server.url)];
  const [line, beside] = [await desk.connect(desk.owner), await other.connect(other.owner)];
  expect(await line.append(1, [await desk.seal(desk.owner, "small")])).toMatchObject({ type: "acked" });
  const written = () => statSync(`${scratch.folder}/sidedesk.sqlite-wal`).size;
  const before = written();
  const large = await desk.seal({ ...desk.owner }, "x".repeat(40_000));
  expect(await line.append(2, [large])).toMatchObject({ type: "refused", code: "quota", index: 0 });
  expect(written()).toBe(before);
  expect(await line.append(3, [await desk.seal(desk.owner, "small")])).toMatchObject({
    type: "acked",
    seqs: [2],
  });
  expect(await beside.append(1, [await other.seal(other.owner, "small")])).toMatchObject({ type: "acked" });
});

test("a flood is refused and ended", async () => {
  const desk = await deskWith({ messagesPerSecond: 5, floodAfter: 1_000 });
  const line = await desk.connect(desk.owner);
  for (let n = 1; n <= 200; n++) line.send({ type: "ping", n });
  const refused = await line.until("refused");
  expect(refused.at(-1)).toMatchObject({ code: "rate" });
  expect(await line.closed).toBe(1008);
});

test("a reader that does not read is closed; the desk goes on", async () => {
  const desk = await deskWith({ maxBuffered: 300_000, bytesPerSecond: 1e9, messagesPerSecond: 1e6 });
  const assistant = await desk.join("assistant");
  const [slow, line] = [await desk.connect(assistant), await desk.connect(desk.owner)];
  slow.socket.pause();
  const content = "x".repeat(400_000);
  for (let request = 1; request <= 30; request++) {
    expect(await line.append(request, [await desk.seal(desk.owner, content)])).toMatchObject({
      type: "acked",
    });
  }
  slow.socket.resume();
  expect(await slow.closed).not.toBe(1000);
});

test("a socket that gives no sign of life is ended; one that does stays", async () => {
  const desk = await deskWith({ pingInterval: 50, deadAfter: 200 });
  const [dead, alive] = [await desk.connect(desk.owner), await desk.connect(desk.owner)];
  dead.socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 600));
  dead.socket.resume();
  expect(await dead.closed).toBe(1006);
  alive.send({ type: "ping", n: 1 });
  expect(await alive.next()).toEqual({ type: "pong", n: 1 });
});

test("headers that come too slowly end the connection", async () => {
  const desk = await deskWith({ headersTimeout: 300 });
  const socket = connect(server.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write("GET /health HTTP/1.1\r\nHost: x\r\n");
  const drip = setInterval(() => socket.write("X-A: b\r\n"), 50);
  const began = performance.now();
  await new Promise((resolve) => socket.on("close", resolve));
  clearInterval(drip);
  expect(performance.now() - began).toBeLessThan(30_000);
  expect((await fetch(`${desk.url}/health`)).status).toBe(200);
});

test("malformed frames by the thousand close their own sockets and nothing else, and leave no memory behind", async () => {
  const desk = await deskWith({ messagesPerSecond: 1e6, socketsPerMember: 1_000 });
  const honest = await desk.connect(desk.owner);
  const hello = encodeFrame({ type: "hello", version: 1, cursor: 0, rosterLength: 1 });
  const base = [
    encodeFrame({
      type: "append",
      requestId: 1,
      envelopes: [await desk.seal({ ...desk.owner }, "x"), random(300)],
    }),
    encodeFrame({ type: "presence", sealed: random(300) }),
    hello,
  ];
  const hostile = fc.sample(
    fc
      .tuple(fc.constantFrom(...base), fc.nat(700), fc.nat(255), fc.boolean())
      .map(([frame, at, value, cut]) => {
        const place = at % frame.length;
        return cut ? frame.slice(0, place) : frame.with(place, value);
      }),
    { numRuns: 400, seed: 12 },
  );
  const before = process.memoryUsage().heapUsed;
  for (let start = 0; start < hostile.length; start += 20) {
    const codes = await Promise.all(
      hostile.slice(start, start + 20).map(async (message) => {
        const line = await desk.open(desk.owner);
        line.socket.send(hello);
        // Many at a time; a message that happens to be well-formed is answered, the last one never is.
        for (let n = 0; n < 5; n++) line.socket.send(message);
        line.socket.send(new Uint8Array([200]));
        return line.closed;
      }),
    );
    for (const code of codes) expect([1002, 1008]).toContain(code);
  }
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50e6);
  honest.send({ type: "ping", n: 1 });
  expect(await honest.next()).toEqual({ type: "pong", n: 1 });
  expect(server.logged.filter((line) => line.includes("fault"))).toEqual([]);
});
