import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseInviteLink } from "../../shared/desk/invite.ts";
import { acceptInvite, createDesk, makeInvite } from "../../shared/desk/membership.ts";
import { extendRoster, verifyRoster } from "../../shared/desk/roster.ts";
import { generateDeviceKeys, sha256 } from "../../shared/envelope/keys.ts";
import { type Bytes, toBase64url } from "../../shared/protocol/bytes.ts";
import { decodeFrame } from "../../shared/protocol/frames.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { DeskUnderTest, random, scratchFolder, serve, verified } from "./desk-under-test.ts";

const scratch = scratchFolder();
let server: Awaited<ReturnType<typeof serve>>;
let clockSkew = 0;

beforeAll(async () => {
  const limits = { requestsPerSecond: 30, desksPerMinute: 0.4 };
  server = await serve(scratch.folder, { now: () => Date.now() + clockSkew, limits });
});
afterAll(async () => {
  await server.close();
  scratch.remove();
});

const post = (path: string, body?: Uint8Array<ArrayBuffer> | string, headers = {}) =>
  fetch(`${server.url}${path}`, { method: "POST", headers, ...(body ? { body } : {}) });

test("says that it lives, what it speaks and what it counts", async () => {
  expect(await (await fetch(`${server.url}/health`)).text()).toBe("ok");
  expect(await (await fetch(`${server.url}/about`)).json()).toEqual({ name: "sidedesk", protocol: [1] });
  await DeskUnderTest.found(server.url);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain("# TYPE sidedesk_requests_total counter");
  expect(metrics).toMatch(/sidedesk_requests_total\{status="201"\} \d+/);
});

test("lets an extension of any origin ask, without credentials", async () => {
  const answer = await fetch(`${server.url}/desks`, {
    method: "OPTIONS",
    headers: { Origin: "moz-extension://0f0f", "Access-Control-Request-Headers": "expected-head" },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("access-control-allow-headers")).toContain("Expected-Head");
  expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
});

test("makes a desk once, from a create entry that is whole and signed", async () => {
  const keys = await generateDeviceKeys();
  const { entry, desk } = await createDesk({ name: "" }, { keys, now: Date.now(), random });
  const made = await post("/desks", entry);
  expect([made.status, await made.json()]).toEqual([201, { desk: toBase64url(desk) }]);
  expect((await post("/desks", entry)).status).toBe(200);
  const forged = await post("/desks", entry.with(-1, entry.at(-1)! ^ 1));
  expect([forged.status, await forged.json()]).toMatchObject([422, { code: "roster", reason: "signature" }]);
  expect((await post("/desks", new Uint8Array(70_000))).status).toBe(413);
  expect((await post("/desks")).status).toBe(422);
  const ahead = await createDesk({ name: "" }, { keys, now: Date.now() + 3_600_000, random });
  expect(await (await post("/desks", ahead.entry)).json()).toMatchObject({ code: "clock" });
});

test("shows a joiner the roster, and takes an entry only onto the head that it names", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const first = desk.roster;
  await desk.join("assistant");
  const frame = decodeFrame(new Uint8Array(await (await fetch(`${desk.address}/roster`)).arrayBuffer()));
  if (frame.type !== "roster") throw new Error(frame.type);
  expect(verified(await verifyRoster(frame.entries, { desk: desk.id })).head).toEqual(desk.roster.head);
  const rest = await (await fetch(`${desk.address}/roster?from=3`)).arrayBuffer();
  expect(decodeFrame(new Uint8Array(rest))).toEqual({ type: "roster", from: 3, entries: [] });

  const offer = {
    server: server.url,
    role: "viewer",
    expires: Date.now() + 60_000,
    epochKeys: desk.epochKeys,
  } as const;
  const invite = await makeInvite(first, offer, { keys: desk.owner.keys, now: Date.now(), random });
  const late = await desk.post(invite.entry, first.head);
  expect([late.status, await late.json()]).toMatchObject([409, { code: "moved" }]);
  // A resend of what is the head already is not an error: the first answer may have been lost.
  const again = await fetch(`${desk.address}/roster`, {
    method: "POST",
    body: new Uint8Array(frame.entries[2]!),
  });
  expect(again.status).toBe(200);
  expect((await fetch(`${desk.address}/roster?from=-1`)).status).toBe(400);
  expect((await post(`/desks/${toBase64url(desk.id)}/roster`, invite.entry)).status).toBe(409);
});

test("notices roster entries that another process appended, whichever head the next one names", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const listener = await desk.connect(desk.owner);
  const offer = {
    server: "https://desk.example.com",
    role: "viewer",
    expires: Date.now() + 60_000,
    epochKeys: desk.epochKeys,
  } as const;
  const invite = async () =>
    (await makeInvite(desk.roster, offer, { keys: desk.owner.keys, now: Date.now(), random })).entry;
  const other = openSqliteLog({
    file: join(scratch.folder, "sidedesk.sqlite"),
    now: Date.now,
    quotaBytes: 1e9,
  });
  const elsewhere = async (entry: Bytes) => {
    expect(await other.appendRoster(desk.id, desk.roster.head, entry, await sha256(entry))).toBe("appended");
    return verified(await extendRoster(desk.roster, [entry]));
  };
  const first = await invite();
  desk.roster = await elsewhere(first);
  const onNew = await invite();
  expect((await desk.post(onNew)).status).toBe(201);

  const onOld = await invite();
  const second = await invite();
  const roster = await elsewhere(second);
  expect((await desk.post(onOld)).status).toBe(409);
  expect(roster.length).toBe(4);
  for (const [index, entry] of [first, onNew, second].entries()) {
    expect(await listener.next()).toEqual({ type: "roster", from: index + 1, entries: [entry] });
  }
  await other.close();
});

test("refuses a join after its invite has expired by the server's clock, whatever the joiner's clock says", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const expires = Date.now() + 60_000;
  const offer = {
    server: "https://desk.example.com",
    role: "viewer",
    expires,
    epochKeys: desk.epochKeys,
  } as const;
  const invite = await makeInvite(desk.roster, offer, { keys: desk.owner.keys, now: Date.now(), random });
  await desk.post(invite.entry);
  const parsed = parseInviteLink(invite.link);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const keys = await generateDeviceKeys();
  const joined = await acceptInvite(
    desk.roster,
    parsed.link,
    { name: "" },
    { keys, now: Date.now(), random },
  );
  if (!joined.ok) throw new Error(joined.failure.message);
  clockSkew = 61_000;
  const answer = await desk.post(joined.entry);
  clockSkew = 0;
  expect([answer.status, await answer.json()]).toMatchObject([
    403,
    { code: "clock", reason: "invite-expired" },
  ]);
});

test("answers what it does not know plainly", async () => {
  const desk = toBase64url(random(16));
  expect((await fetch(`${server.url}/`)).status).toBe(404);
  expect(await (await fetch(`${server.url}/desks/${desk}/roster`)).json()).toMatchObject({
    code: "unknown-desk",
  });
  for (const id of ["__proto__", "constructor", "..", "%00", `${"A".repeat(21)}B`]) {
    expect((await fetch(`${server.url}/desks/${id}/roster`)).status).toBe(404);
  }
  const known = await DeskUnderTest.found(server.url);
  for (const body of ["", "[]", "null", "{}", '{"device":1}', '{"__proto__":{"device":"AA"}}', "{"]) {
    const answer = await fetch(`${known.address}/token`, { method: "POST", body });
    expect([answer.status, await answer.json()], body).toMatchObject([400, { code: "malformed" }]);
  }
});

test.each([
  ["nobody", { who: "nobody" }, undefined],
  ["whoever has the key", { who: "key", key: "key-of-the-office" }, "key-of-the-office"],
] as const)(
  "lets %s begin a desk where it is set so; desks that are there go on",
  async (_, creation, key) => {
    const folder = scratchFolder();
    const open = await serve(folder.folder);
    const there = await DeskUnderTest.found(open.url);
    await open.close();
    const strict = await serve(folder.folder, { creation });
    const begin = async (headers = {}) => {
      const keys = await generateDeviceKeys();
      const { entry } = await createDesk({ name: "" }, { keys, now: Date.now(), random });
      const answer = await fetch(`${strict.url}/desks`, { method: "POST", body: entry, headers });
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    expect(await begin()).toEqual([403, "closed"]);
    expect(await begin({ Authorization: "Bearer key-of-the-offic" })).toEqual([403, "closed"]);
    if (key) expect(await begin({ Authorization: `Bearer ${key}` })).toEqual([201, undefined]);
    there.url = strict.url;
    await there.join("assistant");
    const [first] = (
      decodeFrame(new Uint8Array(await (await fetch(`${there.address}/roster`)).arrayBuffer())) as {
        entries: Bytes[];
      }
    ).entries;
    expect(
      (await fetch(`${strict.url}/desks`, { method: "POST", body: new Uint8Array(first!) })).status,
    ).toBe(200);
    await strict.close();
    folder.remove();
  },
);

test("slows down an address that asks too much, and new desks more so", async () => {
  const codes: number[] = [];
  for (let n = 0; n < 15; n++) codes.push((await post("/desks", random(10))).status);
  expect(codes).toContain(429);
  const flood = await Promise.all(Array.from({ length: 200 }, () => fetch(`${server.url}/desks/x/roster`)));
  expect(flood.filter((answer) => answer.status === 429).length).toBeGreaterThan(20);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});
