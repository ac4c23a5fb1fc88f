import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../shared/desk/body.ts";
import { makeOwnInvite } from "../../shared/desk/membership.ts";
import { NO_PREVIOUS } from "../../shared/envelope/envelope.ts";
import { ByteWriter, toBase64url } from "../../shared/protocol/bytes.ts";
import { encodeFrame, type ServerFrame } from "../../shared/protocol/frames.ts";
import { MAX_FRAME_BYTES } from "../../shared/protocol/limits.ts";
import { SUBPROTOCOL } from "../../shared/protocol/token.ts";
import { DeskUnderTest, type Device, Line, random, scratchFolder, serve } from "./desk-under-test.ts";

const scratch = scratchFolder();
let server: Awaited<ReturnType<typeof serve>>;
let clockSkew = 0;

beforeAll(async () => {
  const now = () => Date.now() + clockSkew;
  server = await serve(scratch.folder, {
    now,
    limits: { helloTimeout: 300, socketsPerMember: 3, requestsPerSecond: 1_000 },
  });
});
afterAll(async () => {
  await server.close();
  scratch.remove();
});

const presence = { type: "presence", bytes: new Uint8Array([1]) } as const;
const lastOf = async (line: Line): Promise<ServerFrame> => {
  let last: ServerFrame | undefined;
  try {
    for (;;) last = await line.next();
  } catch {
    return last!;
  }
};

test.each<[Role, boolean]>([
  ["owner", true],
  ["assistant", true],
  ["principal", true],
  ["viewer", false],
])("a device whose role is %s may write: %s; and it may read and be present", async (role, mayWrite) => {
  const desk = await DeskUnderTest.found(server.url);
  const device = await desk.join(role);
  const [line, other] = [await desk.connect(device), await desk.connect(desk.owner)];
  const answer = await line.append(1, [await desk.seal(device, "x")]);
  expect(answer).toMatchObject(mayWrite ? { type: "acked", seqs: [1] } : { type: "refused", code: "role" });
  if (mayWrite) await other.until("entries");
  line.send({ type: "presence", sealed: await desk.seal(device, presence) });
  expect((await other.until("seen")).at(-1)).toMatchObject({ type: "seen", device: device.keys.device });
  await other.append(1, [await desk.seal(desk.owner, "y")]);
  expect((await line.until("entries")).at(-1)).toMatchObject({ type: "entries" });
});

test("only owners change the roster, and everyone but the removed hears of it", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const coup = await desk.removal(desk.owner, assistant.keys);
  const refused = await desk.post(coup);
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { code: "roster", reason: "not-allowed" },
  ]);

  const [removed, owner] = [await desk.connect(assistant), await desk.connect(desk.owner)];
  const removal = await desk.removal(assistant);
  expect((await desk.post(removal)).status).toBe(201);
  expect(await owner.next()).toMatchObject({ type: "roster", from: 3, entries: [removal] });
  expect(await lastOf(removed)).toMatchObject({ type: "refused", code: "not-a-member" });
  expect(await removed.closed).toBe(1008);
  expect((await desk.token(assistant)).status).toBe(403);
});

test("a device that is removed between its token and its socket is turned away", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const { token } = await desk.token(assistant);
  await desk.post(await desk.removal(assistant));
  const url = `${desk.address.replace("http", "ws")}/sync`;
  await expect(Line.open(url, [SUBPROTOCOL, token])).rejects.toThrow("turned away with 403");
});

test("a token opens one socket, on its own desk, for a minute; a challenge gives one token", async () => {
  const [desk, other] = [await DeskUnderTest.found(server.url), await DeskUnderTest.found(server.url)];
  const sync = (of: DeskUnderTest) => `${of.address.replace("http", "ws")}/sync`;
  const { token } = await desk.token(desk.owner);
  const line = await Line.open(sync(desk), [SUBPROTOCOL, token]);
  await expect(Line.open(sync(desk), [SUBPROTOCOL, token])).rejects.toThrow("401");
  await expect(Line.open(sync(desk), [SUBPROTOCOL])).rejects.toThrow("401");
  await expect(Line.open(sync(desk), [SUBPROTOCOL, toBase64url(random(24))])).rejects.toThrow("401");
  await expect(Line.open(sync(other), [SUBPROTOCOL, (await desk.token(desk.owner)).token])).rejects.toThrow(
    "401",
  );
  await expect(Line.open(`${desk.address}x/sync`.replace("http", "ws"), [SUBPROTOCOL, "x"])).rejects.toThrow(
    "404",
  );
  await expect(Line.open(sync(desk), ["sidedesk.v9", "x"])).rejects.toThrow("426");
  const late = await desk.token(desk.owner);
  clockSkew = 61_000;
  await expect(Line.open(sync(desk), [SUBPROTOCOL, late.token])).rejects.toThrow("401");
  clockSkew = 0;
  await line.close();
  // Another desk's member gets no token here.
  expect((await desk.token(other.owner)).status).toBe(403);
  // A signature by other keys than the device's.
  const impostor = { ...desk.owner, keys: { ...desk.owner.keys, signKey: other.owner.keys.signKey } };
  expect((await desk.token(impostor)).status).toBe(401);
});

test("an envelope that is forged, of another author, epoch, desk or chain is refused by name, and nothing is kept", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const other = await DeskUnderTest.found(server.url);
  const line = await desk.connect(desk.owner);
  const fresh = (keys = desk.owner.keys): Device => ({ keys, counter: 0, previous: NO_PREVIOUS });
  const forged = (await desk.seal(fresh(), "x")).with(-1, 0).with(-2, 0);
  const cases: [string, Uint8Array][] = [
    ["signature", forged],
    ["signature", await desk.seal(fresh({ ...desk.owner.keys, signKey: assistant.keys.signKey }), "x")],
    ["author", await desk.seal(fresh(assistant.keys), "x")],
    ["author", await other.seal(fresh(), "x")],
    ["counter", await desk.seal({ ...fresh(), counter: 1 }, "x")],
    ["previous-hash", await desk.seal({ ...fresh(), previous: random(32) }, "x")],
    ["epoch", (await desk.seal(fresh(), "x")).with(37, 2)],
    ["malformed", await desk.seal(fresh(), presence)],
    ["malformed", new Uint8Array(50)],
  ];
  const good = await desk.seal(fresh(), "good");
  for (const [code, envelope] of cases) {
    expect(await line.append(1, [envelope]), code).toMatchObject({ type: "refused", code, index: 0 });
  }
  expect(await line.append(2, [good, cases[0]![1]])).toMatchObject({
    type: "refused",
    code: "signature",
    index: 1,
  });
  const { caughtUp } = await desk.connect(assistant);
  expect(caughtUp.some((frame) => frame.type === "entries")).toBe(false);
});

test("a presence that is not the sender's own, or not signed by it, reaches nobody", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const [line, other] = [await desk.connect(assistant), await desk.connect(desk.owner)];
  line.send({ type: "presence", sealed: await desk.seal(desk.owner, presence) });
  expect(await line.next()).toMatchObject({ type: "refused", code: "author" });
  line.send({ type: "presence", sealed: (await desk.seal(assistant, presence)).with(-1, 0).with(-2, 0) });
  expect(await line.next()).toMatchObject({ type: "refused", code: "signature" });
  line.send({ type: "presence", sealed: await desk.seal(assistant, "no presence") });
  expect(await line.next()).toMatchObject({ type: "refused", code: "malformed" });
  other.send({ type: "ping", n: 1 });
  expect(await other.next()).toEqual({ type: "pong", n: 1 });
});

const hello = encodeFrame({ type: "hello", version: 1, cursor: 0, rosterLength: 0 });
test.each<[string, Uint8Array[] | string, number]>([
  ["an empty message", [new Uint8Array(0)], 1002],
  ["a frame that is cut short", [hello.subarray(0, 9)], 1002],
  ["a frame with a byte too many", [new Uint8Array([...hello, 0])], 1002],
  ["a frame of unknown number", [new Uint8Array([99])], 1002],
  ["text, even where its bytes are a frame,", new TextDecoder().decode(hello), 1002],
  ["anything before the hello", [encodeFrame({ type: "ping", n: 1 })], 1008],
  ["a second hello", [hello, hello], 1002],
  ["a frame that only the server sends", [hello, encodeFrame({ type: "pong", n: 1 })], 1002],
  ["a message over 1 MiB", [hello, new Uint8Array(MAX_FRAME_BYTES + 1)], 1009],
  ["nothing at all for too long", [], 1008],
])("%s ends the connection, and only that one", async (_, messages, code) => {
  const desk = await DeskUnderTest.found(server.url);
  const [line, honest] = [await desk.open(desk.owner), await desk.connect(desk.owner)];
  for (const message of typeof messages === "string" ? [messages] : messages) line.socket.send(message);
  expect(await line.closed).toBe(code);
  honest.send({ type: "ping", n: 3 });
  expect(await honest.next()).toEqual({ type: "pong", n: 3 });
});

test("a device of another version is told which versions are spoken", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const line = await desk.open(desk.owner);
  line.socket.send(new ByteWriter().u8(1).u16(2).u64(0).finish());
  expect(await line.next()).toEqual({
    type: "refused",
    requestId: 0,
    index: 0,
    code: "version",
    message: "Version 2 is not spoken here; version 1 is.",
  });
  expect(await line.closed).toBe(1008);
});

test("a member has so many sockets and no more, over all devices", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const open = [
    await desk.connect(desk.owner),
    await desk.connect(desk.owner),
    await desk.connect(await desk.further(desk.owner)),
  ];
  await expect(desk.open(desk.owner)).rejects.toThrow("429");
  const another = await desk.join("viewer");
  await desk.connect(another);
  await open[0]!.close();
  await desk.connect(desk.owner);
});

test("whoever's time is over adds nothing to the list of members by writing down an earlier one", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const soon = Date.now() + 300;
  const temp = await desk.join("assistant", "", soon);
  const offer = {
    use: "device",
    expires: soon + 60_000,
    epochKeys: desk.epochKeys,
    secret: random(32),
  } as const;
  const early = await makeOwnInvite(desk.roster, offer, { keys: temp.keys, now: Date.now() });
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, soon - Date.now() + 20)));
  const refused = await desk.post(early.entry);
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { code: "roster", reason: "not-allowed" },
  ]);
});

test("a removal counts only while its device's chain ends where the owner saw it end", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const line = await desk.connect(assistant);
  const early = await desk.removal(assistant);
  expect(await line.append(1, [await desk.seal(assistant, "x")])).toMatchObject({ type: "acked" });
  const refused = await desk.post(early);
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: "counter" }]);
  expect((await desk.post(await desk.removal(assistant))).status).toBe(201);
  const late = await desk.seal(assistant, "y");
  expect(await line.append(2, [late]).catch(() => undefined)).not.toMatchObject({ type: "acked" });
  expect(await line.closed).toBe(1008);
});

test("of a removal and an append at the same moment one is kept, whichever is first", async () => {
  for (let round = 0; round < 10; round++) {
    const desk = await DeskUnderTest.found(server.url);
    const assistant = await desk.join("assistant");
    const line = await desk.connect(assistant);
    const removal = await desk.removal(assistant);
    const envelope = await desk.seal(assistant, "x");
    const [posted, answer] = await Promise.all([
      desk.post(removal),
      line.append(1, [envelope]).catch(() => ({ type: "closed" })),
    ]);
    expect([posted.status, answer.type === "acked"]).toEqual(
      posted.status === 201 ? [201, false] : [409, true],
    );
  }
});

test("what is sealed under an older key is refused, but for a resend of what is kept already", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const line = await desk.connect(assistant);
  const kept = await desk.seal(assistant, "x");
  await line.append(1, [kept]);
  await desk.renewKey();
  expect(await line.append(2, [kept])).toMatchObject({ type: "acked", seqs: [1] });
  const { counter, previous } = assistant;
  const stale = await desk.seal(assistant, "y", 1);
  expect(await line.append(3, [kept, stale])).toMatchObject({ type: "refused", code: "epoch", index: 1 });
  Object.assign(assistant, { counter, previous });
  expect(await line.append(4, [await desk.seal(assistant, "y")])).toMatchObject({ type: "acked", seqs: [2] });
});

test("a role that has ended writes no more and opens no socket", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const temp = await desk.join("assistant", "", Date.now() + 60_000);
  const line = await desk.connect(temp);
  expect(await line.append(1, [await desk.seal(temp, "x")])).toMatchObject({ type: "acked" });
  clockSkew = 61_000;
  try {
    expect(await line.append(2, [await desk.seal(temp, "y")])).toMatchObject({ code: "not-a-member" });
    expect((await desk.token(temp)).status).toBe(403);
  } finally {
    clockSkew = 0;
  }
});
