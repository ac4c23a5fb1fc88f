import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLine } from "../../extension/background/sync/line.ts";
import { serverApi } from "../../extension/background/sync/server-api.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { MAX_ROSTER_LENGTH } from "../../shared/protocol/limits.ts";

let asked: string[] = [];
const elsewhere = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  response.end("{}");
});
const server = createServer((_, response) => {
  const { port } = elsewhere.address() as AddressInfo;
  response
    .writeHead(307, { Location: `http://127.0.0.1:${port}/taken`, "Access-Control-Allow-Origin": "*" })
    .end();
});

beforeEach(async () => {
  asked = [];
  for (const each of [elsewhere, server])
    await new Promise<void>((resolve) => each.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  for (const each of [elsewhere, server]) {
    each.closeAllConnections();
    each.close();
  }
});

test("a server that sends a browser on to another one is no server: what was meant for it goes nowhere", async () => {
  const api = serverApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, fetch);
  const desk = "0".repeat(32);
  const entry = new Uint8Array([1]);
  for (const ask of [
    () => api.protocols(),
    () => api.createDesk(entry, "the-key-of-the-office"),
    () => api.roster(desk),
    () => api.appendRoster(desk, new Uint8Array(32), entry),
  ])
    await expect(ask()).rejects.toMatchObject({ code: "not-a-server" });
  expect(asked).toEqual([]);
});

test("a server that answers without end is read no further than any honest one answers", async () => {
  let given = 0;
  /** A megabyte each time that somebody reads on. */
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(to) {
          if (++given > 100) return to.error(new Error("It would be read for ever."));
          to.enqueue(new Uint8Array(1_000_000).fill(0x20));
        },
      }),
    );
  const api = serverApi("https://desk.example.com", async () => endless());
  const desk = "0".repeat(32);
  for (const ask of [() => api.protocols(), () => api.roster(desk)]) {
    given = 0;
    await expect(ask()).rejects.toMatchObject({ code: "not-a-server" });
    expect(given).toBeLessThan(5);
  }
});

test("a list of members without end, of entries that are nothing, is no list of members", async () => {
  let asks = 0;
  const api = serverApi("https://desk.example.com", async (address) => {
    if (++asks > 20) throw new Error("It would be asked for ever.");
    const from = Number(new URL(String(address)).searchParams.get("from"));
    const entries = Array.from({ length: MAX_ROSTER_LENGTH }, () => new Uint8Array());
    return new Response(encodeFrame({ type: "roster", from, entries }));
  });
  await expect(api.roster("0".repeat(32))).rejects.toMatchObject({ code: "not-a-server" });
  expect(asks).toBeLessThan(3);
});

test("a text where a frame belongs is no frame, and takes no more room than it has", () => {
  let socket: WebSocket | undefined;
  class Told extends EventTarget {
    constructor() {
      super();
      socket = this as unknown as WebSocket;
    }
  }
  const heard: number[] = [];
  openLine(
    { WebSocket: Told as unknown as typeof WebSocket, now: () => 0, later: () => () => {} },
    "wss://desk.example.com",
    "token",
    { opened() {}, message: (bytes) => heard.push(bytes.length), ended() {} },
  );
  // An array made of this number would be of two gigabytes.
  socket?.onmessage?.(new MessageEvent("message", { data: "2000000000" }));
  expect(heard).toEqual([0]);
});
