import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEnvelope, readEnvelope } from "../../shared/envelope/envelope.ts";
import { importEpochKey } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import type { LogItem, ServerFrame } from "../../shared/protocol/frames.ts";
import type { Log } from "../../sync-server/log.ts";
import { startServer } from "../../sync-server/server.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { DeskUnderTest, random, scratchFolder, serve } from "./desk-under-test.ts";

let scratch: ReturnType<typeof scratchFolder>;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  scratch = scratchFolder();
  server = await serve(scratch.folder);
});
afterEach(async () => {
  await server.close();
  scratch.remove();
});

const itemsOf = (frames: ServerFrame[]): LogItem[] =>
  frames.flatMap((frame) => (frame.type === "entries" ? frame.items : []));

test("what one device appends is acknowledged, reaches the other live, and opens there", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const [sender, reader] = [await desk.connect(desk.owner), await desk.connect(assistant)];
  const envelope = await desk.seal(desk.owner, "Sample Caller rang");
  expect(await sender.append(7, [envelope])).toEqual({ type: "acked", requestId: 7, seqs: [1] });
  const arrived = await reader.next();
  expect(arrived).toMatchObject({ type: "entries", items: [{ seq: 1 }] });
  const read = readEnvelope(itemsOf([arrived])[0]!.envelope);
  const payload = await openEnvelope(read, await importEpochKey(desk.epochKeys[0]!));
  expect(payload).toEqual({
    type: "changes",
    document: "2026-11",
    changes: [new TextEncoder().encode("Sample Caller rang")],
  });
  // The sender is not told its own: the next thing it hears is the answer to what it asks next.
  sender.send({ type: "ping", n: 5 });
  expect(await sender.next()).toEqual({ type: "pong", n: 5 });
});

test("a device that comes back is sent what it missed after its cursor, and the roster entries that it lacks", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const sender = await desk.connect(desk.owner);
  for (let n = 1; n <= 5; n++) await sender.append(n, [await desk.seal(desk.owner, `call ${n}`)]);
  const assistant = await desk.join("assistant");
  const { caughtUp } = await desk.connect(assistant, 3, 1);
  expect(caughtUp.map((frame) => frame.type)).toEqual(["welcome", "roster", "entries", "caughtUp"]);
  expect(caughtUp[0]).toMatchObject({
    version: 1,
    head: 5,
    rosterLength: 3,
    rosterHead: desk.roster.head,
    counter: 0,
  });
  expect(caughtUp[1]).toMatchObject({ from: 1 });
  expect(itemsOf(caughtUp).map((item) => item.seq)).toEqual([4, 5]);
  const again = await desk.connect(desk.owner, 5, 3);
  expect(again.caughtUp).toMatchObject([
    { type: "welcome", counter: 5 },
    { type: "caughtUp", seq: 5 },
  ]);
});

test("a resend of the same bytes gets the same place; other bytes under the same counter are refused", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const line = await desk.connect(desk.owner);
  const first = await desk.seal(desk.owner, "first");
  const second = await desk.seal(desk.owner, "second");
  expect(await line.append(1, [first, second])).toMatchObject({ type: "acked", seqs: [1, 2] });
  expect(await line.append(2, [first])).toMatchObject({ type: "acked", seqs: [1] });
  const third = await desk.seal(desk.owner, "third");
  expect(await line.append(3, [second, third])).toMatchObject({ type: "acked", seqs: [2, 3] });
  desk.owner.counter = 1;
  const forked = await desk.seal(desk.owner, "another second");
  expect(await line.append(4, [forked])).toMatchObject({ type: "refused", code: "counter", index: 0 });
  const { caughtUp } = await desk.connect(desk.owner);
  expect(itemsOf(caughtUp).map(({ envelope }) => toHex(envelope))).toEqual([first, second, third].map(toHex));
});

/** A server over a log whose answers are late, as those of a database on another machine: all of these questions. */
async function lateServer(...questions: readonly string[]) {
  const now = () => Date.now();
  const log = openSqliteLog({ file: join(scratch.folder, "slow.sqlite"), now, quotaBytes: 1e9 });
  const late = <T extends object>(answering: T): T =>
    new Proxy(answering, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name === "bases") return late(value as object);
        if (typeof value !== "function") return value;
        const ask = value.bind(target) as (...asked: unknown[]) => unknown;
        if (!questions.includes(String(name))) return ask;
        return async (...asked: unknown[]) => {
          const answer = await ask(...asked);
          await new Promise((resolve) => setTimeout(resolve, 30));
          return answer;
        };
      },
    });
  const parts = { log: late<Log>(log), now, random, logger: () => undefined };
  return startServer({ host: "127.0.0.1", port: 0, ...parts });
}

// The log; and the base of which a device is told behind it.
test.for(["entriesAfter", "of"])(
  "what is kept while a device catches up reaches it too, however the moments fall (%s)",
  { timeout: 15_000 },
  async (question) => {
    const slow = await lateServer(question);
    const desk = await DeskUnderTest.found(slow.url);
    const assistant = await desk.join("assistant");
    const writer = await desk.connect(desk.owner);
    for (let round = 1; round <= 6; round++) {
      const reader = await desk.open(assistant);
      reader.send({ type: "hello", version: 1, cursor: 0, rosterLength: 3 });
      await new Promise((resolve) => setTimeout(resolve, round * 10));
      await writer.append(round, [await desk.seal(desk.owner, `call ${round}`)]);
      const seen: number[] = [];
      while (seen.length < round) {
        const frame = await reader.next();
        if (frame.type === "entries") seen.push(...frame.items.map((item) => item.seq));
      }
      expect(seen).toEqual(Array.from({ length: round }, (_, index) => index + 1));
      await reader.close();
    }
    await slow.close();
  },
);

test("who joins while a device says hello is known to that device, however the moments fall", async () => {
  const slow = await lateServer("of", "chain");
  const desk = await DeskUnderTest.found(slow.url);
  for (let round = 1; round <= 6; round++) {
    const reader = await desk.open(desk.owner);
    const { length } = desk.roster;
    reader.send({ type: "hello", version: 1, cursor: 0, rosterLength: length });
    await new Promise((resolve) => setTimeout(resolve, round * 12));
    await desk.join("assistant");
    let known = length;
    while (known < desk.roster.length) {
      const frame = await reader.next();
      if (frame.type === "roster") known = Math.max(known, frame.from + frame.entries.length);
    }
    expect(known).toBe(length + 2);
    await reader.close();
  }
  await slow.close();
}, 15_000);
