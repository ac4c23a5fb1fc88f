import "fake-indexeddb/auto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { random } from "../../extension/background/random.ts";
import { readEnvelope } from "../../shared/envelope/envelope.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { type ClientFrame, decodeFrame } from "../../shared/protocol/frames.ts";
import { openServer } from "./server.ts";
import { creation, device, until } from "./world.ts";

test("A million nonces have no repeats", () => {
  // That their first eight bytes differ is more than enough, and fits into numbers that can be sorted.
  const nonces = BigUint64Array.from({ length: 1_000_000 }, () =>
    new DataView(random(12).buffer).getBigUint64(0),
  ).sort();
  expect(nonces.findIndex((nonce, at) => nonce === nonces[at - 1])).toBe(-1);
});

test("Each envelope that a device sends has a nonce of its own", async () => {
  const sent: string[] = [];
  class Heard extends WebSocket {
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      const frame = decodeFrame(new Uint8Array(data as ArrayBuffer)) as ClientFrame;
      if (frame.type === "append")
        for (const envelope of frame.envelopes) sent.push(toHex(readEnvelope(envelope).header.nonce));
      super.send(data);
    }
  }
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-nonces-"));
  const server = await openServer(folder);
  const { engine } = await device({ network: { fetch, WebSocket: Heard } });
  const desk = await engine.desks.create("Board office", "Assistant 1", { server: server.url });
  for (let n = 1; n <= 20; n++) {
    await engine.submit(desk, [creation("task", { summary: `Task ${n}` }).command]);
    await until(async () => sent.length >= n);
  }
  engine.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  expect(new Set(sent).size).toBe(sent.length);
});
