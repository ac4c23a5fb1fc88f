import { once } from "node:events";
import { statSync } from "node:fs";
import { connect } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOwnInvite } from "../../shared/desk/membership.ts";
import { sha256 } from "../../shared/envelope/keys.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { MAX_ROSTER_BYTES } from "../../shared/protocol/limits.ts";
import { network } from "../../sync-server/front/request.ts";
import { Room } from "../../sync-server/front/room.ts";
import type { ServerLimits } from "../../sync-server/limits.ts";
import type { Log } from "../../sync-server/log.ts";
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
  const connections = async () => (await fetch(`${desk.url}/metrics`)).text();
  while ((await connections()).includes("sidedesk_connections 2"))
    await new Promise((resolve) => setTimeout(resolve, 50));
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

test("whoever asks for parts of a base and does not read them makes the server hold one answer, not all", async () => {
  const desk = await deskWith({ messagesPerSecond: 1e6, bytesPerSecond: 1e9 });
  const line = await desk.connect(desk.owner);
  const part = new Uint8Array(900_000).fill(1);
  line.send({ type: "give", requestId: 1, part });
  await line.until("acked");
  line.socket.pause();
  const hash = await sha256(part);
  const before = process.memoryUsage().arrayBuffers;
  for (let requestId = 2; requestId <= 60; requestId++) line.send({ type: "want", requestId, hash });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  line.socket.resume();
  for (let n = 2; n <= 60; n++) expect(await line.next()).toMatchObject({ type: "part", requestId: n });
});

test("whoever is turned away and does not end its side is let go all the same", async () => {
  await deskWith({});
  const socket = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true });
  const ended = new Promise<void>((resolve) => socket.on("end", resolve));
  let failed = false;
  socket.on("error", () => {
    failed = true;
  });
  socket.write("GET /desks/x/sync HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
  socket.resume();
  await ended;
  // To a side that is closed nothing can be sent; where it were half open this would go on for ever.
  for (let tries = 0; tries < 200 && !failed; tries++) {
    socket.write("x");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(failed).toBe(true);
});

test("an address that is none is refused as such, and is no fault of the server's", async () => {
  await deskWith({});
  for (const [path, more] of [
    ["//", ""],
    ["//[", "Upgrade: websocket\r\nConnection: Upgrade\r\n"],
  ]) {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 40[04] /);
    socket.destroy();
  }
  expect(server.logged.filter((line) => line.includes("fault"))).toEqual([]);
});

test("a list of members grows no longer than whoever joins can read", async () => {
  const desk = await deskWith({});
  const entry = await makeOwnInvite(
    desk.roster,
    { use: "device", expires: Date.now() + 60_000, epochKeys: desk.epochKeys, secret: random(32) },
    { keys: desk.owner.keys, now: Date.now() },
  );
  const log = { appendRoster: async () => "appended" } as unknown as Log;
  const roomWith = (bytes: number) =>
    new Room(desk.roster, [new Uint8Array(bytes)], log, Date.now, () => undefined);
  const most = MAX_ROSTER_BYTES - entry.entry.length;
  expect(await roomWith(most).appendRoster(entry.entry)).toBe("appended");
  expect(await roomWith(most + 1).appendRoster(entry.entry)).toMatchObject({ code: "too-long" });
});

test("the rate of an address is that of its network, where anybody has as many addresses as they like", async () => {
  await deskWith({});
  expect(network("2001:db8:1:2:3:4:5:6")).toBe(network("2001:DB8:1:2::1"));
  expect(network("2001:db8::1")).toBe(network("2001:db8::ffff"));
  expect(network("2001:db8:1:2::1")).not.toBe(network("2001:db8:1:3::1"));
  expect(network("::1")).toBe("0:0:0:0::/64");
  expect(network("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(network("::ffff:192.0.2.1")).toBe("192.0.2.1");
  expect(network("192.0.2.1")).not.toBe(network("192.0.2.2"));
  for (const odd of ["", "unknown", "_hidden", "192.0.2.1:80"]) expect(network(odd)).toBe(odd);
});
