import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serverApi } from "../../extension/background/sync/server-api.ts";

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
