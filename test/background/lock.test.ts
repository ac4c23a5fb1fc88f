import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { pagePorts } from "../../extension/background/ports/page-port.ts";
import { type IncomingPort, serveSurfaces } from "../../extension/background/ports/surface-port.ts";
import { openPresence } from "../../extension/background/presence/presence.ts";
import { callSchema } from "../../extension/port/calls.ts";
import { querySchema } from "../../extension/port/queries.ts";
import type { Results } from "../../extension/port/surface.ts";
import { softwareAuthenticator } from "../envelope/software-authenticator.ts";
import { command, creation, type Device, device, keptMark, ORIGIN, until } from "./world.ts";

const RIGHT = "right horse battery";
const SECRET = "Canary of the locked desk";

const open: Device[] = [];
afterEach(() => {
  for (const { engine } of open.splice(0)) engine.close();
});
const start = async (options: Parameters<typeof device>[0] = {}) => {
  const one = await device(options);
  open.push(one);
  return one;
};

/** A surface's port to a device's background: what it hears, in order. */
function surfaceOf({ engine }: Device) {
  const heard: { id: number; value?: unknown; result?: unknown; error?: { code: string } }[] = [];
  const hear: ((message: unknown) => void)[] = [];
  const port: IncomingPort = {
    name: "surface",
    sender: { id: "self", url: "chrome-extension://self/desk.html", tab: { id: 1 } },
    postMessage: (message) => heard.push(message as (typeof heard)[number]),
    disconnect() {},
    onMessage: { addListener: (listener) => void hear.push(listener) },
    onDisconnect: { addListener() {} },
  };
  const mails = pagePorts(() => () => {});
  const page: ((message: unknown) => void)[] = [];
  mails.serve({
    ...port,
    name: "page",
    postMessage() {},
    onMessage: { addListener: (listener) => void page.push(listener) },
  });
  const mail = { messageId: null, from: null, to: [], date: null, text: SECRET, textCut: false };
  page[0]?.({
    type: "page",
    provider: "gmail",
    account: null,
    recognised: true,
    thread: {
      threadId: "1",
      idKind: "gmail-hex",
      subject: SECRET,
      messages: [{ ...mail, collapsed: false, clipped: false, attachments: [] }],
      messagesLeftOut: 0,
      url: "https://mail.google.com/",
    },
    composeBoxes: [],
  });
  const tabs = {
    active: async () => 1,
    onActive: () => () => {},
    openDesk: async () => {},
    openOptions: async () => {},
    storage: async () => ({ used: null, quota: null, persisted: false }),
  };
  const presence = openPresence({ now: Date.now, later: () => () => {} });
  serveSurfaces(engine, mails, presence, tabs, Date.now, () => {}).serve(port);
  let last = 0;
  const say = (message: object) => {
    const id = ++last;
    for (const each of hear) each({ id, ...message });
    return id;
  };
  return {
    heard,
    watch: (query: object) => say({ watch: query }),
    async call<C extends keyof Results>(request: { call: C } & Record<string, unknown>): Promise<Results[C]> {
      const id = say({ request });
      const reply = await until(async () => heard.find((each) => each.id === id));
      if (reply.error) throw Object.assign(new Error(reply.error.code), reply.error);
      return reply.result as Results[C];
    },
    newest: (id: number) => heard.findLast((each) => each.id === id),
  };
}

/** A desk with a call on it, and a passphrase. */
async function lockedDesk(options: Parameters<typeof start>[0] = {}) {
  const one = await start(options);
  const desk = await one.engine.desks.create(SECRET, SECRET);
  const { id, command: create } = creation("call", { caller: SECRET, note: SECRET });
  await one.engine.submit(desk, [create]);
  await one.engine.settled();
  await one.engine.lock.set(RIGHT, null);
  await one.engine.lock.lock();
  return { one, desk, record: id };
}

/** Each question of the port, asked about this desk. */
const questions = (desk: string, record: string): Record<string, object> => ({
  state: {},
  rows: { desk, search: "canary" },
  people: { desk },
  records: { desk, kinds: ["call", "principal"] },
  record: { desk, id: record },
  person: { desk, name: SECRET },
  counts: { desk },
  delegations: { desk },
  viewing: { record },
  mail: {},
  showing: { desk, place: record, writing: false },
  presence: { desk },
});

/** Each call of the port that could tell or do something with what is on the desk; the others are named in the test. */
const calls = (desk: string, record: string): Record<string, object> => ({
  submit: { desk, commands: [command({ do: "set", record, field: "caller", value: "Sample Caller" })] },
  createDesk: { name: "x", memberName: "y" },
  createSampleDesk: { memberName: "y", locale: "en" },
  removeDesk: { desk },
  chooseDesk: { desk },
  setServer: { desk, server: "http://localhost:1" },
  invite: { desk, role: "viewer" },
  addDevice: { desk },
  makePaperKey: { desk },
  backupBegin: { desk, passphrase: "a passphrase" },
  backupNext: { id: desk },
  backupEnd: { id: desk },
  restoreOpen: { start: "", passphrase: "a passphrase" },
  restoreBegin: { id: desk, key: null, alone: true },
  restorePart: { id: desk, part: "" },
  restoreEnd: { id: desk },
  remindLater: { desk },
  removeDevice: { desk, device: desk },
  removeMember: { desk, member: desk },
  changeRole: { desk, member: desk, role: "viewer", until: null },
  revokeInvite: { desk, invite: desk },
  rotate: { desk },
  inspectInvite: { link: "x" },
  join: { link: "x", memberName: "y" },
  scratchGet: { key: `popup.${desk}` },
  insertDraft: { body: "x" },
  openDesk: {},
  setLocale: { locale: "lv" },
  setLook: { look: { theme: "dark", accent: "page", density: "dense", size: "usual" } },
  checkServer: { server: "http://localhost:1" },
  kept: {},
  exportRecords: { desk, after: null },
  audit: { desk, principal: record, limit: 20 },
  auditFile: { desk, principal: record, words: "all" },
  openOptions: {},
  renameDesk: { desk, name: "x" },
  setSingleKeys: { on: false },
  setPresence: { on: true },
  syncNow: { desk },
  prepareSearch: { desk },
  syncAnew: { desk },
  dismissLost: {},
  dismissUnread: { desk },
  dismissSetAside: { command: "x" },
  removePassphrase: { current: "not this one" },
  setAuthenticator: {
    current: RIGHT,
    id: "AA",
    publicKey: "AA",
    algorithm: -7,
    authenticatorData: "AA",
    clientData: "AA",
  },
  removeAuthenticator: {},
  setLockAfter: { minutes: 0 },
});
/** What a locked background does all the same: none of it tells anything. */
const ALLOWED = [
  ...["lock", "unlock", "authenticatorChallenge", "unlockByAuthenticator", "setPassphrase", "eraseAll"],
  ...["submit", "scratchPut", "closeSidebar"],
];

describe("While it is locked", () => {
  it("no question of any surface is answered with what a desk holds", async () => {
    const { one, desk, record } = await lockedDesk();
    const asked = questions(desk, record);
    expect(Object.keys(asked).sort()).toEqual(
      querySchema.options.map((each) => each.entries.q.literal).sort(),
    );
    const surface = surfaceOf(one);
    for (const [q, rest] of Object.entries(asked)) surface.watch({ q, ...rest });
    await until(async () => surface.newest(1)?.value);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(JSON.stringify(surface.heard).includes(SECRET)).toBe(false);
    // What only says what a surface shows is answered with nothing.
    const empty = ["viewing", "showing"].map((q) => Object.keys(asked).indexOf(q) + 1);
    expect(surface.heard.map(({ id }) => id).filter((id) => id > 1 && !empty.includes(id))).toEqual([]);
  });

  it("the same questions are answered with it once it is unlocked, and no more when it locks again", async () => {
    const { one, desk, record } = await lockedDesk();
    const surface = surfaceOf(one);
    for (const [q, rest] of Object.entries(questions(desk, record))) surface.watch({ q, ...rest });
    await surface.call({ call: "unlock", passphrase: RIGHT });
    for (const id of [1, 2, 3, 4, 5, 6, 10])
      await until(async () => JSON.stringify(surface.newest(id))?.includes(SECRET));
    await surface.call({ call: "lock" });
    await until(async () => (surface.newest(1)?.value as { lock?: { locked: boolean } })?.lock?.locked);
    surface.heard.length = 0;
    await one.engine.submit(desk, [command({ do: "set", record, field: "organization", value: SECRET })]);
    await one.engine.settled();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(JSON.stringify(surface.heard)).not.toContain(SECRET);
  });

  it("every call is refused but those that only lock, unlock, or take in", async () => {
    const { one, desk, record } = await lockedDesk();
    const every = callSchema.options.map((each) => each.entries.call.literal);
    const tried = calls(desk, record);
    expect([...Object.keys(tried), ...ALLOWED.filter((name) => !(name in tried))].sort()).toEqual(
      [...every].sort(),
    );
    const surface = surfaceOf(one);
    const codes: Record<string, string> = {};
    for (const [call, rest] of Object.entries(tried))
      await surface.call({ call: call as "lock", ...rest }).then(
        () => (codes[call] = "done"),
        (error: { code: string }) => (codes[call] = error.code),
      );
    expect(Object.entries(codes).filter(([, code]) => code !== "locked")).toEqual([["submit", "done"]]);
  });

  it("what was still on its way is taken, and what it replaced is not told", async () => {
    const { one, desk, record } = await lockedDesk();
    const surface = surfaceOf(one);
    const set = command({ do: "set", record, field: "caller", value: "Sample Caller" });
    expect(await surface.call({ call: "submit", desk, commands: [set] })).toEqual({ undo: [] });
    await one.engine.lock.unlock(RIGHT);
    expect((await one.engine.answer({ q: "record", desk, id: record }))?.record.fields.caller).toBe(
      "Sample Caller",
    );
  });

  it("a line that is typed is kept and stands in the popup once it is unlocked, behind what stood there", async () => {
    const { one, desk } = await lockedDesk();
    const surface = surfaceOf(one);
    const half = { line: "half a line", text: "", chosen: null, corrected: {} };
    await one.engine.scratchPut(`popup.${desk}`, JSON.stringify(half));
    for (const [key, value] of [
      ["locked.2026-11-23T08:00:00.000Z.1", "first ring"],
      ["locked.2026-11-23T08:00:05.000Z.2", "second ring"],
    ] as const)
      await surface.call({ call: "scratchPut", key, value });
    await surface.call({ call: "unlock", passphrase: RIGHT });
    const { value } = await surface.call({ call: "scratchGet", key: `popup.${desk}` });
    expect(JSON.parse(value ?? "").line).toBe("half a line first ring second ring");
    expect(await one.db.count("scratch")).toBe(1);
  });
});

describe("The lock", () => {
  it("opens by its passphrase and by no other", async () => {
    const { one } = await lockedDesk();
    await expect(one.engine.lock.unlock("right horse batterz")).rejects.toMatchObject({
      code: "wrong-passphrase",
    });
    expect(await one.engine.lock.isLocked()).toBe(true);
    await one.engine.lock.unlock(RIGHT);
    expect(await one.engine.lock.isLocked()).toBe(false);
  });

  it("stays as it was where the worker is ended, and is on when the browser begins", async () => {
    const session = keptMark();
    const { one } = await lockedDesk({ session });
    await one.engine.lock.unlock(RIGHT);
    one.engine.close();
    const again = await start({ profile: one.profile, session });
    expect(await again.engine.lock.isLocked()).toBe(false);
    await again.engine.lock.lock();
    again.engine.close();
    const locked = await start({ profile: one.profile, session });
    expect(await locked.engine.lock.isLocked()).toBe(true);
    await locked.engine.lock.unlock(RIGHT);
    locked.engine.close();
    const begun = await start({ profile: one.profile });
    expect(await begun.engine.lock.isLocked()).toBe(true);
  });

  it("makes who guesses wait longer and longer, over an end of the browser too, and then hears the right one", async () => {
    let clock = Date.parse("2026-11-23T08:00:00Z");
    const now = () => clock;
    const { one } = await lockedDesk({ now });
    for (let tries = 0; tries < 5; tries++)
      await expect(one.engine.lock.unlock(`guess ${tries}`)).rejects.toMatchObject({
        code: "wrong-passphrase",
      });
    await expect(one.engine.lock.unlock(RIGHT)).rejects.toMatchObject({ code: "too-soon" });
    expect((await one.engine.lock.state()).retryAt).toBe("2026-11-23T08:00:30.000Z");
    one.engine.close();
    const again = await start({ profile: one.profile, now });
    clock += 29_000;
    await expect(again.engine.lock.unlock(RIGHT)).rejects.toMatchObject({ code: "too-soon" });
    clock += 1_000;
    await expect(again.engine.lock.unlock("guess 6")).rejects.toMatchObject({ code: "wrong-passphrase" });
    clock += 59_000;
    await expect(again.engine.lock.unlock(RIGHT)).rejects.toMatchObject({ code: "too-soon" });
    clock += 1_000;
    await again.engine.lock.unlock(RIGHT);
    expect(await again.engine.lock.state()).toMatchObject({ locked: false, retryAt: null });
  });

  it("counts two guesses made at once as two", async () => {
    const { one } = await lockedDesk();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => one.engine.lock.unlock(`guess ${n}`)),
    );
    expect(tries.map((each) => (each as { reason: { code: string } }).reason.code)).toEqual([
      ...Array(5).fill("wrong-passphrase"),
      ...Array(3).fill("too-soon"),
    ]);
  });

  it("is not changed and not taken off without the present passphrase, even where it is open", async () => {
    const { one } = await lockedDesk();
    await one.engine.lock.unlock(RIGHT);
    await expect(one.engine.lock.set("another passphrase", null)).rejects.toMatchObject({
      code: "wrong-passphrase",
    });
    await expect(one.engine.lock.remove("not this one")).rejects.toMatchObject({ code: "wrong-passphrase" });
    await one.engine.lock.set("another passphrase", RIGHT);
    await one.engine.lock.lock();
    await expect(one.engine.lock.unlock(RIGHT)).rejects.toMatchObject({ code: "wrong-passphrase" });
    await one.engine.lock.unlock("another passphrase");
    await one.engine.lock.remove("another passphrase");
    await one.engine.lock.lock();
    expect(await one.engine.lock.state()).toMatchObject({ locked: false, set: false });
  });

  it("is wanted by an organisation: nothing is shown before there is one, and it is not taken off or put off", async () => {
    let lockAfter: number | undefined;
    const one = await start({ managed: async () => ({ lockAfter }) });
    const desk = await one.engine.desks.create(SECRET, SECRET);
    lockAfter = 5;
    await one.engine.policyChanged();
    await expect(one.engine.answer({ q: "counts", desk })).rejects.toMatchObject({ code: "locked" });
    expect(JSON.stringify(await one.engine.answer({ q: "state" }))).not.toContain(SECRET);
    await one.engine.lock.set(RIGHT, null);
    expect(await one.engine.lock.state()).toMatchObject({ locked: false, set: true, after: 5 });
    await expect(one.engine.lock.setAfter(15)).rejects.toMatchObject({ code: "policy" });
    await expect(one.engine.lock.setAfter(0)).rejects.toMatchObject({ code: "policy" });
    await one.engine.lock.setAfter(1);
    await expect(one.engine.lock.remove(RIGHT)).rejects.toMatchObject({ code: "policy" });
  });

  it("whose words on the disk are damaged stays shut", async () => {
    const { one, desk } = await lockedDesk();
    one.engine.close();
    await one.db.put("settings", { key: "lock", value: '{"salt":"","after":15}' });
    const again = await start({ profile: one.profile });
    await expect(again.engine.answer({ q: "counts", desk })).rejects.toThrow();
    await expect(again.engine.answer({ q: "state" })).rejects.toThrow();
  });

  it("whose passphrase is forgotten leaves one way: everything of Sidedesk is erased here, keys too", async () => {
    let begun = 0;
    const { one } = await lockedDesk({ begin: () => begun++ });
    await surfaceOf(one).call({ call: "eraseAll" });
    expect(begun).toBe(1);
    for (const store of one.db.objectStoreNames) expect(await one.db.count(store), store).toBe(0);
  });
});

describe("A computer that recognises its person", () => {
  /** A locked desk whose lock this computer may open. */
  const recognised = async (options: Parameters<typeof start>[0] = {}) => {
    const made = await lockedDesk(options);
    const { lock } = made.one.engine;
    await lock.unlock(RIGHT);
    const authenticator = await softwareAuthenticator(ORIGIN);
    await lock.setAuthenticator(await authenticator.make((await lock.challenge()).challenge), RIGHT);
    await lock.lock();
    return { ...made, lock, authenticator };
  };

  it("opens the lock, over the end of the worker too, and the passphrase goes on opening it", async () => {
    const { one, lock, authenticator } = await recognised();
    await lock.unlockBy(await authenticator.answer((await lock.challenge()).challenge));
    expect(await lock.isLocked()).toBe(false);
    one.engine.close();
    const again = (await start({ profile: one.profile })).engine.lock;
    expect(await again.state()).toMatchObject({ locked: true, authenticator: true });
    await again.unlockBy(await authenticator.answer((await again.challenge()).challenge));
    expect(await again.isLocked()).toBe(false);
    await again.lock();
    await again.unlock(RIGHT);
    expect(await again.isLocked()).toBe(false);
  });

  it("opens it once for each challenge, in time, and for the last one alone", async () => {
    let now = Date.now();
    const { lock, authenticator } = await recognised({ now: () => now });
    const refused = { code: "not-recognised" };
    const first = (await lock.challenge()).challenge;
    const second = (await lock.challenge()).challenge;
    await expect(lock.unlockBy(await authenticator.answer(first))).rejects.toMatchObject(refused);
    await expect(lock.unlockBy(await authenticator.answer(second))).rejects.toMatchObject(refused);
    const late = await authenticator.answer((await lock.challenge()).challenge);
    now += 6 * 60_000;
    await expect(lock.unlockBy(late)).rejects.toMatchObject(refused);
    const answer = await authenticator.answer((await lock.challenge()).challenge);
    await lock.unlockBy(answer);
    await lock.lock();
    await expect(lock.unlockBy(answer)).rejects.toMatchObject(refused);
    expect(await lock.isLocked()).toBe(true);
  });

  it("is set by nobody who does not know the passphrase, and a wrong one counts as tried", async () => {
    const { one } = await lockedDesk();
    const { lock } = one.engine;
    await lock.unlock(RIGHT);
    const authenticator = await softwareAuthenticator(ORIGIN);
    for (let n = 0; n < 5; n++) {
      const made = await authenticator.make((await lock.challenge()).challenge);
      await expect(lock.setAuthenticator(made, "not this one")).rejects.toMatchObject({
        code: "wrong-passphrase",
      });
    }
    const made = await authenticator.make((await lock.challenge()).challenge);
    await expect(lock.setAuthenticator(made, RIGHT)).rejects.toMatchObject({ code: "too-soon" });
    expect(await lock.state()).toMatchObject({ authenticator: false });
  });

  it("still does when the passphrase is another, no more when that was wished or the lock was taken off", async () => {
    const { lock, authenticator } = await recognised();
    await lock.unlockBy(await authenticator.answer((await lock.challenge()).challenge));
    await lock.set("another horse battery", RIGHT);
    await lock.lock();
    await lock.unlockBy(await authenticator.answer((await lock.challenge()).challenge));
    await lock.removeAuthenticator();
    await lock.lock();
    const { challenge, key } = await lock.challenge();
    expect(key).toBe(null);
    await expect(lock.unlockBy(await authenticator.answer(challenge))).rejects.toMatchObject({
      code: "not-recognised",
    });
  });
});
