/** A server in a process of its own, under siege from many addresses, and an honest device beside it. */
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeskUnderTest, type Line, scratchFolder } from "./desk-under-test.ts";
import { ServerProcess } from "./server-process.ts";

const LONG = Number(process.env.SIDEDESK_HOSTILE ?? 0) >= 100_000;
const [IDLE, CONNECTS] = LONG ? [1_000, 10_000] : [300, 1_000];

const scratch = scratchFolder();
let server: ServerProcess;
let desk: DeskUnderTest;
let honest: Line;
let request = 0;

beforeAll(async () => {
  server = await ServerProcess.start("--data", scratch.folder, "--port", "0", "--proxied");
  desk = await DeskUnderTest.found(server.url);
  honest = await desk.connect(desk.owner);
}, 60_000);
afterAll(async () => {
  await server.end("SIGTERM");
  scratch.remove();
});

/** A plain connection on which nothing, or this text, is sent. */
function open(text = ""): Promise<Socket> {
  const socket = connect(server.port, "127.0.0.1");
  socket.on("error", () => undefined);
  // What is not read never ends.
  socket.resume();
  return new Promise((resolve) =>
    socket.on("connect", () => {
      if (text) socket.write(text);
      resolve(socket);
    }),
  );
}

/** How long an honest device waits for its work to be kept, in ms: of 40 appends all but the slowest. */
async function honestWait(): Promise<number> {
  const waits: number[] = [];
  for (let n = 0; n < 40; n++) {
    const envelope = await desk.seal(desk.owner, `call ${request}`);
    const began = performance.now();
    expect(await honest.append(++request, [envelope])).toMatchObject({ type: "acked" });
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return waits.toSorted((a, b) => a - b).at(-2)!;
}

/** Resident memory of the server, MB. */
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024;
const linux = process.platform === "linux";

test(`${IDLE} connections that say nothing, and as many whose headers drip, hold nobody up`, async () => {
  const sockets = await Promise.all(
    Array.from({ length: IDLE * 2 }, (_, n) => open(n % 2 ? "GET /health HTTP/1.1\r\nX-A: " : "")),
  );
  const drip = setInterval(() => {
    for (const [n, socket] of sockets.entries()) if (n % 2) socket.write("b");
  }, 1_000);
  const ends = sockets.map((socket) => new Promise((resolve) => socket.on("close", resolve)));
  const wait = await honestWait();
  // By themselves: headers have ten seconds.
  await Promise.all(ends);
  clearInterval(drip);
  expect(wait).toBeLessThan(500);
  if (linux) expect(memory()).toBeLessThan(512);
}, 60_000);

test(`${CONNECTS} connections that come and go hold nobody up`, async () => {
  let left = CONNECTS;
  const come = async () => {
    while (left-- > 0)
      (
        await open(
          "GET /desks/x/sync HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        )
      ).destroy();
  };
  const [wait] = await Promise.all([honestWait(), ...Array.from({ length: 20 }, come)]);
  expect(wait).toBeLessThan(500);
  if (linux) expect(memory()).toBeLessThan(512);
}, 120_000);

test("readers that do not read cost the server no more than they may, and hold nobody up", async () => {
  const assistant = await desk.join("assistant");
  const slow = [];
  for (let n = 0; n < 10; n++) {
    const line = await desk.connect(assistant, Number.MAX_SAFE_INTEGER, 3);
    line.socket.pause();
    slow.push(line);
  }
  const content = "x".repeat(200_000);
  for (let n = 0; n < 80; n++)
    expect(await honest.append(++request, [await desk.seal(desk.owner, content)])).toMatchObject({
      type: "acked",
    });
  expect(await honestWait()).toBeLessThan(500);
  if (linux) expect(memory()).toBeLessThan(512);
  for (const line of slow) line.socket.terminate();
}, 120_000);

test("compression is not agreed upon, and a compressed message ends its connection: nothing is inflated here", async () => {
  const line = await desk.connect(desk.owner, Number.MAX_SAFE_INTEGER, 3);
  expect(line.socket.extensions, "what is agreed upon").toBe("");
  const raw = (line.socket as unknown as { _socket: Socket })._socket;
  // Final, compressed (RSV1), binary; masked, of four bytes: RFC 6455 section 5.2, RFC 7692.
  raw.write(Buffer.from([0b1100_0010, 0b1000_0100, 0, 0, 0, 0, 1, 2, 3, 4]));
  expect(await line.closed).toBe(1002);
  honest.send({ type: "ping", n: 1 });
  expect((await honest.until("pong")).at(-1)).toEqual({ type: "pong", n: 1 });
});
