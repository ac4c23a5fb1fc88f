/** Somebody who is on the desk, with valid keys, and wants to keep the others from their work. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_PREVIOUS } from "../../shared/envelope/envelope.ts";
import type { Payload } from "../../shared/envelope/payload.ts";
import { DEFAULT_QUOTA_BYTES, SERVER_LIMITS, type ServerLimits, sharesOf } from "../../sync-server/limits.ts";
import { DeskUnderTest, type Device, type Line, random, scratchFolder, serve } from "./desk-under-test.ts";

let scratch: ReturnType<typeof scratchFolder>;
let server: Awaited<ReturnType<typeof serve>> | undefined;
let skew = 0;
const DAY = 86_400_000;

beforeEach(() => {
  scratch = scratchFolder();
  skew = 0;
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  scratch.remove();
});

async function deskWith(limits: Partial<ServerLimits>, quotaBytes = 1e9): Promise<DeskUnderTest> {
  server = await serve(scratch.folder, {
    now: () => Date.now() + skew,
    log: { quotaBytes },
    limits: { requestsPerSecond: 1e6, messagesPerSecond: 1e6, bytesPerSecond: 1e9, ...limits },
  });
  return DeskUnderTest.found(server.url);
}

/** Appends as many envelopes as are taken, at most so many; gives how many, and why no more. */
async function fill(desk: DeskUnderTest, line: Line, by: Device, content: string, most = 100) {
  for (let kept = 0; kept < most; kept++) {
    const before = { ...by };
    const answer = await line.append(kept + 1, [await desk.seal(by, content)]);
    if (answer.type === "acked") continue;
    Object.assign(by, before);
    return { kept, why: answer.type === "refused" ? answer.code : answer.type };
  }
  return { kept: most, why: "" };
}

test("who has filled a desk is removed from it all the same, and the key is renewed", async () => {
  const desk = await deskWith({}, 40_000);
  const assistant = await desk.join("assistant");
  expect(await fill(desk, await desk.connect(assistant), assistant, "x".repeat(3_000))).toMatchObject({
    why: "quota",
  });
  expect(await fill(desk, await desk.connect(assistant), assistant, "x")).toMatchObject({ why: "quota" });
  expect((await desk.post(await desk.removal(assistant))).status).toBe(201);
  await desk.renewKey();
  expect(desk.roster.epoch).toBe(2);
});

test("one person adds their share, over all devices, and no more until later; their colleagues go on", async () => {
  const desk = await deskWith({ workPerDay: 60_000 });
  const assistant = await desk.join("assistant");
  const second = await desk.further(assistant);
  const owner = await desk.connect(desk.owner);
  const lines = [await desk.connect(assistant), await desk.connect(second)];
  const one = await fill(desk, lines[0]!, assistant, "x".repeat(8_000), 4);
  const other = await fill(desk, lines[1]!, second, "x".repeat(8_000));
  expect(one).toEqual({ kept: 4, why: "" });
  expect(other).toEqual({ kept: 3, why: "rate" });
  expect(await owner.append(1, [await desk.seal(desk.owner, "x".repeat(8_000))])).toMatchObject({
    type: "acked",
  });
  skew = DAY / 2;
  expect((await fill(desk, lines[0]!, assistant, "x".repeat(8_000))).kept).toBe(3);
});

test("what is sent again because its answer was lost counts once, also where the share is used up since", async () => {
  const desk = await deskWith({ workPerDay: 30_000 });
  const assistant = await desk.join("assistant");
  let line = await desk.connect(assistant);
  const [first, second] = [
    await desk.seal(assistant, "x".repeat(8_000)),
    await desk.seal(assistant, "x".repeat(8_000)),
  ];
  for (let time = 0; time < 4; time++) {
    expect(await line.append(1, [first, second])).toMatchObject({ type: "acked", seqs: [1, 2] });
    await line.close();
    line = await desk.connect(assistant);
  }
  // What is refused costs nothing either: somebody else's name, or a place that is taken.
  expect(await line.append(2, [await desk.seal({ ...desk.owner }, "x".repeat(8_000))])).toMatchObject({
    code: "author",
  });
  const third = await desk.seal(assistant, "x".repeat(8_000));
  expect(await line.append(3, [second, third])).toMatchObject({ type: "acked", seqs: [2, 3] });
  const before = { ...assistant };
  const fourth = await desk.seal(assistant, "x".repeat(8_000));
  expect(await line.append(4, [third, fourth])).toMatchObject({ type: "refused", code: "rate" });
  expect(await line.append(5, [first, second, third])).toMatchObject({ type: "acked", seqs: [1, 2, 3] });
  Object.assign(assistant, before);
  expect(await fill(desk, line, assistant, "x".repeat(8_000))).toEqual({ kept: 0, why: "rate" });
});

test("small envelopes count as what they cost the others, who open each", async () => {
  const desk = await deskWith({ workPerDay: 10 * SERVER_LIMITS.leastCost });
  const assistant = await desk.join("assistant");
  const line = await desk.connect(assistant);
  const small = async (count: number) => {
    const group: Uint8Array[] = [];
    for (let n = 0; n < count; n++) group.push(await desk.seal(assistant, "x"));
    return group;
  };
  expect(await line.append(1, await small(9))).toMatchObject({ type: "acked" });
  expect(await line.append(2, await small(2))).toMatchObject({ type: "refused", code: "rate" });
});

test("a person's share is a day's, and far below a desk's space", () => {
  const { workPerDay, partsPerDay } = sharesOf(DEFAULT_QUOTA_BYTES);
  expect([SERVER_LIMITS.workPerDay, SERVER_LIMITS.partsPerDay]).toEqual([workPerDay, partsPerDay]);
  expect(workPerDay * 7).toBeLessThan(DEFAULT_QUOTA_BYTES);
  // A letter every second of a long day, each by itself in an envelope.
  expect(workPerDay / SERVER_LIMITS.leastCost).toBeGreaterThan(14 * 3_600);
});

test("parts of bases that nobody offers stop at a share as well", async () => {
  const desk = await deskWith({ partsPerDay: 25_000 });
  const assistant = await desk.join("assistant");
  const line = await desk.connect(assistant);
  const give = async (requestId: number, part = random(10_000)) => {
    line.send({ type: "give", requestId, part });
    return line.next();
  };
  const first = random(10_000);
  expect(await give(1, first)).toMatchObject({ type: "acked" });
  expect(await give(2)).toMatchObject({ type: "acked" });
  expect(await give(3)).toMatchObject({ type: "refused", requestId: 3, code: "rate" });
  expect(await give(4, first), "sent again").toMatchObject({ type: "acked", requestId: 4 });
});

test("who writes without a pause so that no removal fits is held still for a moment, and is removed", async () => {
  const desk = await deskWith({ holdFor: 2_000 });
  const [assistant, honest] = [await desk.join("assistant"), await desk.join("assistant")];
  const [line, beside] = [await desk.connect(assistant), await desk.connect(honest)];
  const early = await desk.removal(assistant);
  expect((await fill(desk, line, assistant, "x", 1)).kept).toBe(1);
  expect((await desk.post(early)).status).toBe(409);
  // From here on nothing more is taken from it, of the others everything, until the owner has decided anew.
  expect(await fill(desk, line, assistant, "x")).toEqual({ kept: 0, why: "rate" });
  expect((await fill(desk, beside, honest, "x", 3)).kept).toBe(3);
  expect((await desk.post(await desk.removal(assistant))).status).toBe(201);
  expect(await line.closed).toBe(1008);
});

test("who is held and not removed goes on afterwards, and nobody but an owner has somebody held", async () => {
  const desk = await deskWith({ holdFor: 2_000 });
  const [assistant, viewer] = [await desk.join("assistant"), await desk.join("viewer")];
  const line = await desk.connect(assistant);
  const forged = await desk.removal(assistant, viewer.keys);
  const early = await desk.removal(assistant);
  expect((await fill(desk, line, assistant, "x", 1)).kept).toBe(1);
  expect((await desk.post(forged)).status).toBe(422);
  expect((await fill(desk, line, assistant, "x", 1)).kept).toBe(1);
  expect((await desk.post(early)).status).toBe(409);
  expect((await fill(desk, line, assistant, "x", 1)).why).toBe("rate");
  skew = 2_001;
  expect((await fill(desk, line, assistant, "x", 1)).kept).toBe(1);
});

test("presence is passed on so often and no more, and ends nobody's connection", async () => {
  const desk = await deskWith({});
  const viewer = await desk.join("viewer");
  const [line, other] = [await desk.connect(viewer), await desk.connect(desk.owner)];
  const presence: Payload = { type: "presence", bytes: new Uint8Array(900) };
  for (let n = 0; n < 200; n++)
    line.send({ type: "presence", sealed: await desk.seal({ ...viewer, previous: NO_PREVIOUS }, presence) });
  line.send({ type: "ping", n: 1 });
  await line.until("pong");
  other.send({ type: "ping", n: 2 });
  const heard = await other.until("pong");
  expect(heard.length).toBeGreaterThan(5);
  expect(heard.length).toBeLessThan(40);
});
