/** Who may do what: every kind of actor with every message and request, each answer by its name. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readManifest, signConfirmation, signManifest } from "../../shared/desk/base.ts";
import type { Role } from "../../shared/desk/body.ts";
import { readEntry, signEntry } from "../../shared/desk/entry.ts";
import { inviteKeys, parseInviteLink } from "../../shared/desk/invite.ts";
import {
  beginEpoch,
  changeRole,
  createDesk,
  makeInvite,
  makeOwnInvite,
  removeDevice,
  removePerson,
  revokeInvite,
} from "../../shared/desk/membership.ts";
import { NO_PREVIOUS } from "../../shared/envelope/envelope.ts";
import { generateDeviceKeys } from "../../shared/envelope/keys.ts";
import type { Payload } from "../../shared/envelope/payload.ts";
import { type Bytes, toHex } from "../../shared/protocol/bytes.ts";
import { NUMBERS } from "../../shared/protocol/frame.ts";
import type { ClientFrame, ServerFrame } from "../../shared/protocol/frames.ts";
import { DeskUnderTest, type Device, type Line, random, scratchFolder, serve } from "./desk-under-test.ts";

const scratch = scratchFolder();
let server: Awaited<ReturnType<typeof serve>>;
let skew = 0;
beforeAll(async () => {
  const limits = { requestsPerSecond: 1e4, desksPerMinute: 1e4 };
  server = await serve(scratch.folder, { now: () => Date.now() + skew, limits });
});
afterAll(async () => {
  await server.close();
  scratch.remove();
});

type Actor = Role | "removed" | "ended" | "stranger";
const ACTORS: readonly Actor[] = [
  "owner",
  "assistant",
  "principal",
  "viewer",
  "removed",
  "ended",
  "stranger",
];

/** What each actor is answered, in the order of ACTORS. "-": there is no connection to ask over. */
type Row = readonly [string, (asked: Asked) => Promise<string>, ...string[]];

interface Asked {
  desk: DeskUnderTest;
  device: Device;
  line: Line | undefined;
}

const noted = async (answer: Response): Promise<string> => {
  if (answer.ok) return "ok";
  const { code, reason } = (await answer.json()) as { code: string; reason?: string };
  return reason ?? code;
};

/** Every kind of entry that some row posts. */
const postedEntries = new Set<string>();

/** Posts an entry as the actor, on the newest roster. */
const decide =
  (make: (asked: Asked) => Promise<Bytes>) =>
  async (asked: Asked): Promise<string> => {
    const entry = await make(asked);
    postedEntries.add(readEntry(entry).body.kind);
    return noted(await asked.desk.post(entry));
  };

const acting = ({ device }: Asked) => ({ keys: device.keys, now: Date.now(), random });
const offer = ({ desk }: Asked) => ({
  server: "https://desk.example.com",
  role: "assistant" as const,
  expires: Date.now() + 60_000,
  epochKeys: desk.epochKeys,
});
/** A link or a paper key of the actor's own. */
const ownLink = async ({ desk, device }: Asked, use: "device" | "recovery") => {
  const expires = use === "device" ? Date.now() + 60_000 : 0;
  const terms = { use, expires, epochKeys: desk.epochKeys, secret: random(32) };
  return (await makeOwnInvite(desk.roster, terms, { keys: device.keys, now: Date.now() })).entry;
};
/** The entry with which the actor joins by an invitation's secret. */
const joining = async ({ desk, device }: Asked, secret: Bytes, invite: Bytes) => {
  const { signPublic, sealPublic, signKey, device: signer } = device.keys;
  const place = { desk: desk.id, index: desk.roster.length, previous: desk.roster.head, at: Date.now() };
  const body = { kind: "join", invite, signPublic, sealPublic, sealedProfile: random(64) } as const;
  return signEntry({ ...place, signer, body }, signKey, (await inviteKeys(secret)).signKey);
};
const NOTHING = { counter: 0, hash: NO_PREVIOUS };
/** Somebody on the desk whom a decision is about. */
const someone = async ({ desk }: Asked) => {
  const later = skew;
  skew = 0;
  const device = await desk.join("assistant");
  skew = later;
  return { device: device.keys.device, end: NOTHING };
};
/** The person of a device, with what was seen of the device's work. */
const personOf = ({ desk }: Asked, { device, end }: Awaited<ReturnType<typeof someone>>) => ({
  person: desk.roster.members.get(toHex(device))?.person ?? device,
  ends: [{ device, end }],
});

const upon = async (asked: Asked, make: (who: Awaited<ReturnType<typeof someone>>) => Promise<Bytes>) =>
  make(await someone(asked));

/** Every kind of frame that some row sends. */
const sentFrames = new Set<string>();

/** Sends a frame; gives how it was answered, or the code that ended the connection. */
const send =
  (make: (asked: Asked) => Promise<ClientFrame | ServerFrame>) =>
  async (asked: Asked): Promise<string> => {
    const { line } = asked;
    if (!line) return "-";
    const made = await make(asked);
    sentFrames.add(made.type);
    line.send(made as ClientFrame);
    line.send({ type: "ping", n: 99 });
    for (;;) {
      const frame = await line.next().catch(() => undefined);
      if (!frame) return String(await line.closed);
      if (frame.type === "acked") return "ok";
      if (frame.type === "refused" && frame.code !== "malformed") return frame.code;
      if (frame.type === "pong") return frame.n === 99 ? "ok" : "pong";
    }
  };
const sealed =
  (payload: Parameters<DeskUnderTest["seal"]>[1]) =>
  async ({ desk, device }: Asked) =>
    desk.seal(device, payload);
const snapshot: Payload = {
  type: "snapshot",
  document: "2026-11",
  covers: 0,
  heads: [],
  bytes: new Uint8Array(9),
};
const presence: Payload = { type: "presence", bytes: new Uint8Array(9) };
const append = (envelopes: (asked: Asked) => Promise<Bytes[]>) =>
  send(async (asked) => ({ type: "append", requestId: 1, envelopes: await envelopes(asked) }));
const serverFrame = (frame: ServerFrame) => send(async () => frame);

/** A base of nothing, as this device would sign it. */
const base = ({ desk, device }: Asked, covers: number) =>
  signManifest(
    {
      ...atHead(desk),
      device: device.keys.device,
      covers,
      epoch: desk.roster.epoch,
      ends: [],
      parts: [],
    },
    device.keys.signKey,
  );
const atHead = ({ roster }: DeskUnderTest) => ({
  desk: roster.desk,
  at: Date.now(),
  rosterLength: roster.length,
  rosterHead: roster.head,
});
/** Offers a base of the first envelope, which it appends. */
const offered = async (asked: Asked) => {
  await asked.line?.append(7, [await sealed("a call")(asked)]);
  return base(asked, 1);
};

const allowed = ["ok", "ok", "ok"] as const;
const gone = ["-", "-", "-"] as const;
const ended = ["1002", "1002", "1002", "1002"] as const;
const outside = ["not-allowed", "not-allowed", "not-allowed"] as const;
const refusedAll = (why: string) => [why, why, why, why] as const;
const onlyOwner = ["ok", "not-allowed", "not-allowed", "not-allowed"] as const;

const ROWS: readonly Row[] = [
  [
    "reads the list of members",
    async ({ desk }) => noted(await fetch(`${desk.address}/roster`)),
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
  ],
  [
    "is given a challenge",
    async ({ desk }) => noted(await fetch(`${desk.address}/challenge`, { method: "POST" })),
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
    "ok",
  ],
  [
    "is given a token",
    async ({ desk, device }) => ((await desk.token(device)).status === 200 ? "ok" : "refused"),
    "ok",
    "ok",
    "ok",
    "ok",
    "refused",
    "refused",
    "refused",
  ],
  [
    "says hello a second time",
    send(async () => ({ type: "hello", version: 1, cursor: 0, rosterLength: 0 })),
    ...ended,
    ...gone,
  ],
  ["pings", send(async () => ({ type: "ping", n: 1 })), "pong", "pong", "pong", "pong", ...gone],
  ["writes", append(async (asked) => [await sealed("a call")(asked)]), ...allowed, "role", ...gone],
  [
    "puts down a snapshot",
    append(async (asked) => [await sealed(snapshot)(asked)]),
    ...allowed,
    "role",
    ...gone,
  ],
  [
    "keeps a presence",
    append(async (asked) => [await sealed(presence)(asked)]),
    "ok",
    "ok",
    "ok",
    "role",
    ...gone,
  ],
  [
    "shows itself",
    send(async (asked) => ({ type: "presence", sealed: await sealed(presence)(asked) })),
    "ok",
    "ok",
    "ok",
    "ok",
    ...gone,
  ],
  [
    "writes in another's name",
    append(async ({ desk }) => [await desk.seal({ ...desk.owner, keys: await generateDeviceKeys() }, "x")]),
    "author",
    "author",
    "author",
    "role",
    ...gone,
  ],
  [
    "writes with a gap",
    append(async ({ desk, device }) => [await desk.seal({ ...device, counter: 7 }, "x")]),
    "counter",
    "counter",
    "counter",
    "role",
    ...gone,
  ],
  [
    "writes upon another past",
    append(async ({ desk, device }) => [await desk.seal({ ...device, previous: random(32) }, "x")]),
    "previous-hash",
    "previous-hash",
    "previous-hash",
    "role",
    ...gone,
  ],
  [
    "writes to another desk",
    append(async ({ device }) => [await (await DeskUnderTest.found(server.url)).seal(device, "x")]),
    "author",
    "author",
    "author",
    "role",
    ...gone,
  ],
  [
    "gives a part of a base",
    send(async () => ({ type: "give", requestId: 1, part: random(9) })),
    ...allowed,
    "role",
    ...gone,
  ],
  [
    "offers a base",
    send(async (asked) => ({ type: "offer", requestId: 1, manifest: await offered(asked) })),
    ...allowed,
    "role",
    ...gone,
  ],
  [
    "offers a base beyond the log",
    send(async (asked) => ({ type: "offer", requestId: 1, manifest: await base(asked, 9) })),
    "base",
    "base",
    "base",
    "role",
    ...gone,
  ],
  [
    "offers a base in another's name",
    send(async (asked) => {
      const device = { ...asked.desk.owner, keys: await generateDeviceKeys() };
      return { type: "offer", requestId: 1, manifest: await base({ ...asked, device }, 1) };
    }),
    "author",
    "author",
    "author",
    "role",
    ...gone,
  ],
  [
    "confirms its own base",
    send(async (asked) => {
      const manifest = await offered(asked);
      asked.line?.send({ type: "offer", requestId: 2, manifest });
      for (let answered = false; asked.line && !answered; ) {
        const frame = await asked.line.next();
        answered = "requestId" in frame && frame.requestId === 2;
      }
      const { device, signKey } = asked.device.keys;
      const terms = { ...atHead(asked.desk), base: (await readManifest(manifest)).hash, device };
      return { type: "confirm", requestId: 1, confirmation: await signConfirmation(terms, signKey) };
    }),
    "ok",
    "role",
    "role",
    "role",
    ...gone,
  ],
  [
    "asks for a part",
    send(async () => ({ type: "want", requestId: 1, hash: random(32) })),
    ...allowed,
    "ok",
    ...gone,
  ],
  [
    "reads the log again",
    send(async () => ({ type: "reread", requestId: 1, after: 0 })),
    ...allowed,
    "ok",
    ...gone,
  ],
  [
    "resumes where nothing was held out",
    send(async () => ({ type: "resume", cursor: 0 })),
    ...ended,
    ...gone,
  ],
  [
    "sends base",
    serverFrame({ type: "base", held: false, manifest: new Uint8Array(9), confirmation: new Uint8Array() }),
    ...ended,
    ...gone,
  ],
  ["sends part", serverFrame({ type: "part", requestId: 1, part: new Uint8Array(9) }), ...ended, ...gone],
  ["sends stretch", serverFrame({ type: "stretch", requestId: 1, items: [] }), ...ended, ...gone],
  [
    "sends what only the server says: welcome",
    serverFrame({
      type: "welcome",
      version: 1,
      head: 0,
      rosterLength: 0,
      rosterHead: new Uint8Array(32),
      counter: 0,
    }),
    ...ended,
    ...gone,
  ],
  ["sends entries", serverFrame({ type: "entries", items: [] }), ...ended, ...gone],
  ["sends a roster", serverFrame({ type: "roster", from: 0, entries: [] }), ...ended, ...gone],
  ["sends acked", serverFrame({ type: "acked", requestId: 1, seqs: [1] }), ...ended, ...gone],
  [
    "sends refused",
    serverFrame({ type: "refused", requestId: 1, index: 0, code: "role", message: "" }),
    ...ended,
    ...gone,
  ],
  ["sends pong", serverFrame({ type: "pong", n: 1 }), ...ended, ...gone],
  [
    "sends seen",
    serverFrame({ type: "seen", device: new Uint8Array(16), sealed: new Uint8Array(9) }),
    ...ended,
    ...gone,
  ],
  ["sends caughtUp", serverFrame({ type: "caughtUp", seq: 1 }), ...ended, ...gone],
  [
    "invites",
    decide(async (asked) => (await makeInvite(asked.desk.roster, offer(asked), acting(asked))).entry),
    ...onlyOwner,
    ...outside,
  ],
  [
    "withdraws an invitation",
    decide(async (asked) => {
      const by = { keys: asked.desk.owner.keys, now: Date.now(), random };
      const { entry } = await makeInvite(asked.desk.roster, offer(asked), by);
      await asked.desk.post(entry);
      const invite = [...asked.desk.roster.invites.values()].at(-1)!;
      return revokeInvite(asked.desk.roster, invite.id, acting(asked));
    }),
    ...onlyOwner,
    ...outside,
  ],
  [
    "removes a colleague",
    decide(async (asked) => upon(asked, (who) => removeDevice(asked.desk.roster, who, acting(asked)))),
    ...onlyOwner,
    ...outside,
  ],
  [
    "removes a person",
    decide(async (asked) =>
      upon(asked, (who) => removePerson(asked.desk.roster, personOf(asked, who), acting(asked))),
    ),
    ...onlyOwner,
    ...outside,
  ],
  [
    "gives another role",
    decide(async (asked) =>
      upon(asked, (who) =>
        changeRole(asked.desk.roster, { ...personOf(asked, who), role: "viewer", until: 0 }, acting(asked)),
      ),
    ),
    ...onlyOwner,
    ...outside,
  ],
  [
    "makes itself an owner",
    decide(async (asked) =>
      changeRole(
        asked.desk.roster,
        { ...personOf(asked, { device: asked.device.keys.device, end: NOTHING }), role: "owner", until: 0 },
        acting(asked),
      ),
    ),
    "ok",
    "not-allowed",
    "not-allowed",
    "not-allowed",
    ...outside,
  ],
  [
    "makes a link for a browser of its own",
    decide(async (asked) => ownLink(asked, "device")),
    ...allowed,
    "ok",
    ...outside,
  ],
  ["makes a paper key", decide(async (asked) => ownLink(asked, "recovery")), ...allowed, "ok", ...outside],
  [
    "withdraws a link of its own",
    decide(async (asked) => {
      const posted = await asked.desk.post(await ownLink(asked, "device"));
      const invite = posted.ok ? [...asked.desk.roster.invites.values()].at(-1)!.id : random(16);
      return revokeInvite(asked.desk.roster, invite, acting(asked));
    }),
    ...allowed,
    "ok",
    ...outside,
  ],
  [
    "withdraws a colleague's link",
    decide(async (asked) => {
      const later = skew;
      skew = 0;
      const colleague = { ...asked, device: await asked.desk.join("assistant") };
      await asked.desk.post(await ownLink(colleague, "device"));
      skew = later;
      const invite = [...asked.desk.roster.invites.values()].at(-1)!;
      return revokeInvite(asked.desk.roster, invite.id, acting(asked));
    }),
    ...onlyOwner,
    ...outside,
  ],
  [
    "takes a lost browser of its own off the desk",
    decide(async (asked) => {
      const lost = await asked.desk.further(asked.device).catch(() => asked.device);
      const { device } = lost.keys;
      return removeDevice(asked.desk.roster, { device, end: NOTHING }, acting(asked));
    }),
    ...allowed,
    "ok",
    ...outside,
  ],
  [
    "joins by an invitation that it made up",
    decide((asked) => joining(asked, random(32), random(16))),
    ...refusedAll("invite-unknown"),
    "invite-unknown",
    "not-allowed",
    "invite-unknown",
  ],
  [
    "joins by an invitation",
    decide(async (asked) => {
      const by = { keys: asked.desk.owner.keys, now: Date.now(), random };
      const { entry, link, id } = await makeInvite(asked.desk.roster, offer(asked), by);
      await asked.desk.post(entry);
      const parsed = parseInviteLink(link);
      return joining(asked, parsed.ok ? parsed.link.secret : random(32), id);
    }),
    ...refusedAll("already-member"),
    "already-member",
    "not-allowed",
    "ok",
  ],
  [
    "founds the desk anew",
    decide(
      async ({ device }) =>
        (await createDesk({ name: "" }, { keys: device.keys, now: Date.now(), random })).entry,
    ),
    ...refusedAll("another-desk"),
    "another-desk",
    "not-allowed",
    "another-desk",
  ],
  [
    "begins a new key",
    decide(async (asked) => beginEpoch(asked.desk.roster, asked.desk.epochKeys, acting(asked))),
    ...onlyOwner,
    ...outside,
  ],
];

async function asActor(actor: Actor): Promise<Asked> {
  skew = 0;
  const desk = await DeskUnderTest.found(server.url);
  if (actor === "owner") return { desk, device: desk.owner, line: await desk.connect(desk.owner) };
  if (actor === "stranger")
    return { desk, device: (await DeskUnderTest.found(server.url)).owner, line: undefined };
  if (actor === "ended") {
    const device = await desk.join("assistant", "", Date.now() + 60_000);
    skew = 61_000;
    return { desk, device, line: undefined };
  }
  const device = await desk.join(actor === "removed" ? "owner" : actor);
  if (actor !== "removed") return { desk, device, line: await desk.connect(device) };
  const removal = await desk.post(await desk.removal(device));
  expect(removal.status).toBe(201);
  return { desk, device, line: undefined };
}

describe.each(ROWS.map(([what, ask, ...answers]) => ({ what, ask, answers })))(
  "who $what",
  ({ ask, answers }) => {
    test.each(ACTORS.map((actor, index) => [actor, answers[index]!] as const))(
      "%s: %s",
      async (actor, answer) => {
        const asked = await asActor(actor);
        expect(await ask(asked)).toBe(answer);
        asked.line?.socket.terminate();
        skew = 0;
      },
    );
  },
);

/** What a role that ends meanwhile leaves of a connection: it may say that it is there, and hears why nothing is taken. */
const afterItsEnd = (asOwner: string) => (["1002", "pong"].includes(asOwner) ? asOwner : "not-a-member");

describe.each(
  ROWS.filter(([, , ...answers]) => answers[4] === "-").map(([what, ask, asOwner = ""]) => ({
    what,
    ask,
    asOwner,
  })),
)("on a connection that was there before, who $what", ({ ask, asOwner }) => {
  test("and has been removed: is let go, unheard", async () => {
    const desk = await DeskUnderTest.found(server.url);
    const device = await desk.join("owner");
    const line = await desk.connect(device);
    expect((await desk.post(await desk.removal(device))).status).toBe(201);
    expect(["not-a-member", "1008"]).toContain(await ask({ desk, device, line }).catch(() => "1008"));
    expect(await line.closed).toBe(1008);
    const { caughtUp } = await desk.connect(desk.owner);
    expect(caughtUp.some(({ type }) => type === "entries" || type === "base")).toBe(false);
  });

  test(`and has a role that is over: ${afterItsEnd(asOwner)}`, async () => {
    const desk = await DeskUnderTest.found(server.url);
    const device = await desk.join("assistant", "", Date.now() + 60_000);
    const line = await desk.connect(device);
    skew = 61_000;
    expect(await ask({ desk, device, line })).toBe(afterItsEnd(asOwner));
    line.socket.terminate();
    skew = 0;
  });
});

test("every kind of frame and every kind of entry is in one of the rows", () => {
  expect([...sentFrames].sort()).toEqual(Object.keys(NUMBERS).sort());
  expect([...postedEntries].sort()).toEqual([
    "create",
    "invite",
    "join",
    "newEpoch",
    "ownInvite",
    "remove",
    "removePerson",
    "revokeInvite",
    "setRole",
  ]);
});

test("an old envelope that is sent again, by its author or another, is kept once", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const assistant = await desk.join("assistant");
  const [line, other] = [await desk.connect(desk.owner), await desk.connect(assistant)];
  const kept = await desk.seal(desk.owner, "x");
  expect(await line.append(1, [kept])).toMatchObject({ seqs: [1] });
  expect(await line.append(2, [kept])).toMatchObject({ seqs: [1] });
  expect(await other.append(1, [kept])).toMatchObject({ code: "author" });
  const { caughtUp } = await desk.connect(assistant);
  expect(caughtUp.filter((frame) => frame.type === "entries")).toHaveLength(1);
});

test("a list of members cannot be put back to an earlier one", async () => {
  const desk = await DeskUnderTest.found(server.url);
  const before = desk.roster;
  const assistant = await desk.join("assistant");
  const older = await makeInvite(before, offer({ desk } as Asked), {
    keys: desk.owner.keys,
    now: Date.now(),
    random,
  });
  expect(await noted(await desk.post(older.entry, before.head))).toBe("moved");
  expect(await noted(await desk.post(older.entry))).not.toBe("ok");
  expect((await desk.token(assistant)).status).toBe(200);
});
