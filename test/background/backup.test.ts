import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Way } from "../../extension/background/desks/restore.ts";
import { BACKUP_HEADER_BYTES } from "../../shared/desk/backup.ts";
import { type Bytes, concat } from "../../shared/protocol/bytes.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { headsOf as heads } from "./heads.ts";
import {
  copied,
  epochOf,
  idOf,
  infoOf,
  network,
  office,
  start,
  storedDesk,
  upToDate,
  write,
  written,
} from "./office.ts";
import { command, creation, type Device, idHere, until } from "./world.ts";

const PASSPHRASE = "correct horse battery staple";

// A passphrase is slow on purpose, and twenty files are made and opened here. That it is: test/desk/backup.test.ts.
const { subtle } = crypto;
const { deriveBits } = subtle;
const quick: typeof deriveBits = (algorithm, key, length) =>
  deriveBits.call(
    subtle,
    "iterations" in Object(algorithm) ? { ...(algorithm as Pbkdf2Params), iterations: 1 } : algorithm,
    key,
    length,
  );
beforeAll(() => {
  subtle.deriveBits = quick;
});
afterAll(() => {
  subtle.deriveBits = deriveBits;
});

/** The bytes of a backup file of the one desk that a device has. */
async function backUp(one: Device, passphrase = PASSPHRASE): Promise<Bytes> {
  const { backup } = one.engine.desks;
  const { id, documents } = await backup.begin((await storedDesk(one)).id, passphrase);
  const pieces: Bytes[] = [];
  let done = 0;
  for (let piece = await backup.next(id); piece; piece = await backup.next(id)) {
    pieces.push(piece.bytes);
    done = piece.done;
  }
  expect(done).toBe(documents);
  return concat((await backup.end(id)).bytes, ...pieces);
}

/** The beginning of a file, and its parts. */
function apart(file: Bytes): { head: Bytes; parts: Bytes[] } {
  const pieces: Bytes[] = [];
  for (let at = BACKUP_HEADER_BYTES; at < file.length; ) {
    const length = new DataView(file.buffer, file.byteOffset).getUint32(at);
    pieces.push(file.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const [head, ...parts] = pieces;
  return { head: file.slice(0, BACKUP_HEADER_BYTES + 4 + (head?.length ?? 0)), parts };
}

async function restore(
  one: Device,
  file: Bytes,
  { passphrase = PASSPHRASE, ...way }: Partial<Way> & { passphrase?: string } = {},
): Promise<string> {
  const { restore } = one.engine.desks;
  const { head, parts } = apart(file);
  const { id } = await restore.open(head, passphrase);
  await restore.begin(id, { key: null, alone: false, ...way });
  for (const part of parts) await restore.part(id, part);
  return restore.end(id);
}

const headsOf = async (one: Device) => heads(one, (await storedDesk(one)).id);
const summaries = async (one: Device): Promise<string[]> => {
  await one.engine.settled();
  return (await one.db.getAll("records")).map(({ record }) => String(record.fields.summary)).sort();
};

/** A device on its own desk without a server, with work in two documents. */
async function alone() {
  const one = await start();
  const desk = await one.engine.desks.create("Board office", "Assistant 1");
  const task = creation("task", { summary: "first" });
  await one.engine.submit(desk, [task.command, creation("contact", { fn: "Sample Caller" }).command]);
  await one.engine.submit(desk, [command({ do: "set", record: task.id, field: "summary", value: "mended" })]);
  await one.engine.settled();
  return { one, desk, task };
}

describe("a desk on one device alone, restored from its backup on an empty machine", () => {
  test("has equal heads, records and history, by its person on another device, and is worked on", async () => {
    const { one, desk, task } = await alone();
    const person = await one.engine.personOn(desk);
    const file = await backUp(one);
    expect((await infoOf(one)).backedUpAt).not.toBeNull();
    const before = await headsOf(one);
    const again = await start();
    expect(await restore(again, file, { device: "New laptop" })).toBe(desk);
    expect(await headsOf(again)).toEqual(before);
    expect(await summaries(again)).toEqual(await summaries(one));
    expect(await again.db.count("history")).toBe(await one.db.count("history"));
    expect(await again.engine.deviceOn(desk)).not.toBe(await one.engine.deviceOn(desk));
    expect(await again.engine.personOn(desk)).toBe(person);
    const info = await infoOf(again);
    expect(info).toMatchObject({ name: "Board office", server: null, keyOwed: false, paperKey: null });
    expect(info.members).toMatchObject([{ name: "Assistant 1", role: "owner", me: true }]);
    await again.engine.submit(desk, [
      command({ do: "set", record: task.id, field: "summary", value: "after it" }),
    ]);
    expect(await summaries(again)).toContain("after it");
    expect(again.errors).toEqual([]);
  });

  test("touches nothing of the desk where it came onto the device in another way after the file was opened", async () => {
    const { one } = await alone();
    const { head, parts } = apart(await backUp(one));
    const here = await storedDesk(one);
    const [row] = await one.db.getAll("records");
    for (const begun of [false, true]) {
      const again = await start();
      const { restore } = again.engine.desks;
      const { id } = await restore.open(head, PASSPHRASE);
      const way = { key: null, alone: false, device: "New laptop" };
      if (begun) await restore.begin(id, way);
      await again.db.put("desks", here);
      if (row) await again.db.put("records", row);
      const late = begun ? restore.part(id, parts[0] ?? head) : restore.begin(id, way);
      await expect(late).rejects.toMatchObject({ code: "already-here" });
      expect(await again.db.getAll("desks")).toHaveLength(1);
      expect(await again.db.getAll("records")).toEqual([row]);
    }
  });

  test("is spoken of from its second day, again a month after its last backup, and not for two weeks where that is put off", async () => {
    let now = Date.now();
    const one = await start({ now: () => now });
    const desk = await one.engine.desks.create("Board office", "Assistant 1");
    const wayBack = async () => (await infoOf(one)).wayBack;
    expect(await wayBack()).toBeNull();
    now += 2 * 86_400_000;
    expect(await wayBack()).toBe("backup");
    await one.engine.desks.remindLater(desk);
    expect(await wayBack()).toBeNull();
    now += 15 * 86_400_000;
    expect(await wayBack()).toBe("backup");
    await backUp(one);
    expect(await wayBack()).toBeNull();
    now += 31 * 86_400_000;
    expect(await wayBack()).toBe("backup");
  });

  test("is put on a server, and a colleague who joins has all of it, what the lost device wrote too", async () => {
    const { one } = await alone();
    const file = await backUp(one);
    const again = await start();
    const desk = await restore(again, file);
    await write(again, "by the next device");
    const { owner } = await office();
    await again.engine.desks.setServer(desk, (await storedDesk(owner)).server!);
    await upToDate(again);
    await written(again);
    const { link } = await again.engine.desks.invite(desk, "assistant");
    const colleague = await start();
    await colleague.engine.desks.join(link, "Assistant 2");
    await upToDate(colleague);
    expect(await summaries(colleague)).toEqual(await summaries(again));
    expect(await headsOf(colleague)).toEqual(await headsOf(again));
    expect((await infoOf(colleague)).unread).toEqual([]);
    expect(colleague.errors).toEqual([]);
  });

  test("lets nobody onto the desk by an older file, once it has a server", async () => {
    const { one, desk } = await alone();
    const file = await backUp(one);
    const { owner } = await office();
    const server = (await storedDesk(owner)).server!;
    await one.engine.desks.setServer(desk, server);
    await upToDate(one);
    await until(async () => (await epochOf(one)) === 2);
    const thief = await start();
    await restore(thief, file);
    await thief.engine.desks.setServer(desk, server);
    await until(async () => (await infoOf(thief)).sync.phase === "stopped");
    expect((await infoOf(one)).members[0]?.devices).toHaveLength(1);
  });
});

describe("a desk with a server, restored from a backup", () => {
  test("comes back with a paper key, catches up with what the server has since, and doubles nothing", async () => {
    const { owner, desk, others } = await office("assistant");
    const [lost] = others as [Device];
    await write(lost, "before the backup");
    await written(lost);
    await until(async () => (await owner.db.count("records")) === 1);
    const page = await lost.engine.desks.makePaperKey(desk);
    const file = await backUp(lost);
    const before = await headsOf(lost);
    lost.engine.close();
    await write(owner, "after it");
    await written(owner);

    const again = await start();
    await restore(again, file, { key: page.characters });
    await upToDate(again);
    expect(await summaries(again)).toEqual(["after it", "before the backup"]);
    expect(await headsOf(again)).toEqual(await headsOf(owner));
    expect(await headsOf(again)).not.toEqual(before);
    expect(await again.engine.personOn(desk)).toBe(await idOf(owner, "Member 1"));
    await write(again, "by the next device");
    await written(again);
    await until(async () => (await summaries(owner)).includes("by the next device"));
    expect(await headsOf(owner)).toEqual(await headsOf(again));
    expect([...owner.errors, ...again.errors]).toEqual([]);
  });

  test("goes by no list of members that is older than the one in its file, so that who was removed reads nothing of it", async () => {
    const { owner, desk, others } = await office("assistant", "assistant");
    const [lost] = others as [Device];
    const page = await lost.engine.desks.makePaperKey(desk);
    const whole = copied(desk).roster;
    await owner.engine.members.remove(desk, await idOf(owner, "Member 2"));
    await until(async () => (await epochOf(lost)) === 4);
    const file = await backUp(lost);
    lost.engine.close();

    /** A server that was set back to before the removal, with whoever was removed at its side. */
    const setBack = [...whole];
    const again = await start({
      network: {
        ...network,
        async fetch(...given) {
          const address = new URL(String(given[0]));
          if (!address.pathname.endsWith("/roster")) return fetch(...given);
          const from = Number(address.searchParams.get("from"));
          if (given[1]?.method !== "POST")
            return new Response(encodeFrame({ type: "roster", from, entries: setBack.slice(from) }));
          setBack.push(given[1].body as Uint8Array<ArrayBuffer>);
          return new Response("{}");
        },
      },
    });
    await expect(restore(again, file, { key: page.characters })).rejects.toMatchObject({ code: "roster" });
    expect(await again.db.count("desks")).toBe(0);
    expect(setBack, "nothing was signed upon it").toHaveLength(whole.length);
    // With what the file has it is still there.
    await restore(again, file, { key: page.characters, alone: true });
    const member = (await infoOf(again)).members.find(({ name }) => name === "Member 2");
    expect(member).toMatchObject({ removed: true });
  });

  test("brings what the lost device had not sent, to the colleagues too", async () => {
    const { owner, desk, others } = await office("assistant");
    const [lost] = others as [Device];
    const page = await lost.engine.desks.makePaperKey(desk);
    await write(lost, "sent");
    await written(lost);
    // From here on nothing leaves it.
    lost.engine.close();
    const offline = await start({
      database: lost.db,
      network: {
        fetch: () => Promise.reject(new Error("no network")),
        WebSocket: globalThis.WebSocket,
      },
    });
    await write(offline, "never sent");
    await offline.engine.settled();
    const file = await backUp(offline);
    offline.engine.close();

    // By another person's invitation it is nobody's to send, and is left out.
    const { link } = await owner.engine.desks.invite(desk, "assistant");
    const other = await start();
    await restore(other, file, { key: link });
    await upToDate(other);
    expect(await summaries(other)).toEqual(["sent"]);

    const again = await start();
    await restore(again, file, { key: page.link });
    await upToDate(again);
    await written(again);
    await until(async () => (await summaries(owner)).includes("never sent"));
    expect(await headsOf(owner)).toEqual(await headsOf(again));
    expect((await infoOf(owner)).unread).toEqual([]);
  });

  test("is there without its server as well, with equal heads, and is let onto no server by the file", async () => {
    const { owner, desk } = await office("assistant");
    await write(owner, "before the backup");
    await written(owner);
    const { server } = await storedDesk(owner);
    const file = await backUp(owner);
    const again = await start();
    await restore(again, file, { alone: true });
    expect(await headsOf(again)).toEqual(await headsOf(owner));
    expect(await infoOf(again)).toMatchObject({ server: null, keyOwed: false });
    await write(again, "on its own");
    await expect(again.engine.desks.setServer(desk, server!)).rejects.toMatchObject({ code: "owner-first" });
    expect((await infoOf(owner)).members[0]?.devices).toHaveLength(1);
  });

  test("goes onto a server again without a paper key where nobody else was ever on it: as a new desk, with all its work", async () => {
    const { owner, desk } = await office();
    const task = creation("task", { summary: "first", assignee: await owner.engine.personOn(desk) });
    await owner.engine.submit(desk, [task.command, creation("contact", { fn: "Sample Caller" }).command]);
    const mended = command({ do: "set", record: task.id, field: "summary", value: "mended" });
    await owner.engine.submit(desk, [mended]);
    await written(owner);
    const { server } = await storedDesk(owner);
    const file = await backUp(owner);
    // Its list of members goes on there without the file: a server that knows it, and one that does not.
    await owner.engine.desks.makePaperKey(desk);
    const again = await start();
    await restore(again, file, { alone: true });
    await write(again, "on its own");
    await again.engine.desks.setServer(desk, server!);
    await upToDate(again);
    await written(again);
    const next = await storedDesk(again);
    expect(next).toMatchObject({ server, published: true, name: "Board office" });
    expect(next.id).not.toBe(desk);
    expect((await again.db.getAll("desks")).map(({ id }) => id)).toEqual([next.id]);
    expect((await again.db.get("settings", "desk"))?.value).toBe(next.id);
    const info = await infoOf(again);
    expect(info).toMatchObject({ unread: [], keyOwed: false });
    expect(info.members).toMatchObject([{ name: "Owner", role: "owner", me: true }]);
    expect(info.members[0]?.devices).toHaveLength(1);
    expect(await summaries(again)).toEqual(["mended", "on its own", "undefined"]);
    const me = await again.engine.personOn(next.id);
    const moved = (await again.db.get("records", [next.id, task.id]))!.record;
    expect(moved).toMatchObject({
      createdBy: me,
      updatedBy: me,
      fields: { summary: "mended", assignee: me },
    });
    expect(await again.db.count("history")).toBe((await owner.db.count("history")) + 1);
    // A colleague has all of it; the desk that it was is as it was.
    const { link } = await again.engine.desks.invite(next.id, "assistant");
    const colleague = await start();
    await colleague.engine.desks.join(link, "Assistant 2");
    await upToDate(colleague);
    await until(async () => (await summaries(colleague)).length === 3);
    expect(await summaries(colleague)).toEqual(await summaries(again));
    expect(await headsOf(colleague)).toEqual(await headsOf(again));
    expect((await infoOf(colleague)).unread).toEqual([]);
    await write(again, "and on");
    await until(async () => (await summaries(colleague)).includes("and on"));
    expect((await infoOf(owner)).sync).toMatchObject({ phase: "upToDate", problem: null });
    expect((await infoOf(owner)).members[0]?.devices).toHaveLength(1);
    expect([...owner.errors, ...again.errors, ...colleague.errors]).toEqual([]);
  });

  test("stays as it is where the server does not take a new desk, and what an interrupted try left is taken away", async () => {
    const { owner, desk } = await office();
    await write(owner, "work");
    await written(owner);
    const { server } = await storedDesk(owner);
    const file = await backUp(owner);
    let closed = true;
    const again = await start({
      network: {
        ...network,
        fetch: (async (address, init) =>
          closed && init?.method === "POST" && String(address).endsWith("/desks")
            ? Promise.reject(new TypeError("no network"))
            : fetch(address, init)) as typeof fetch,
      },
    });
    await restore(again, file, { alone: true });
    const before = await headsOf(again);
    await expect(again.engine.desks.setServer(desk, server!)).rejects.toMatchObject({ code: "offline" });
    expect((await storedDesk(again)).id).toBe(desk);
    expect(await headsOf(again)).toEqual(before);
    await again.engine.submit(desk, [creation("task", { summary: "goes on" }).command]);
    closed = false;
    await again.engine.desks.setServer(desk, server!);
    await upToDate(again);
    await written(again);
    expect(await summaries(again)).toEqual(["goes on", "work"]);
    const { id } = await storedDesk(again);
    for (const name of ["snapshots", "records", "history", "facets", "past"] as const)
      expect(new Set((await again.db.getAll(name)).map((each) => each.desk)), name).toEqual(
        name === "past" ? new Set() : new Set([id]),
      );
  });

  test("asks for a key where it has a server, refuses one of another desk, and says that a member was removed", async () => {
    const { owner, desk, others } = await office("assistant");
    const [lost] = others as [Device];
    const page = await lost.engine.desks.makePaperKey(desk);
    await write(lost, "before");
    await written(lost);
    const file = await backUp(lost);
    await owner.engine.members.remove(desk, await idOf(owner, "Member 1"));
    const again = await start();
    await expect(restore(again, file)).rejects.toMatchObject({ code: "backup-key" });
    const elsewhere = await office("assistant");
    const { link } = await elsewhere.owner.engine.desks.addDevice(elsewhere.desk);
    await expect(restore(again, file, { key: link })).rejects.toMatchObject({ code: "backup-other-desk" });
    await expect(restore(again, file, { key: page.link })).rejects.toMatchObject({ code: "invite-revoked" });
    expect(await again.db.count("desks")).toBe(0);
    await restore(again, file, { alone: true });
    expect(await summaries(again)).toEqual(["before"]);
  });
});

describe("a file that is not as it was written", () => {
  test("is refused by what is wrong with it, and nothing of it stays", async () => {
    const { one } = await alone();
    const file = await backUp(one);
    await expect(one.engine.desks.backup.begin((await storedDesk(one)).id, "short")).rejects.toMatchObject({
      code: "short-passphrase",
    });
    const again = await start();
    const refused = (bytes: Bytes, passphrase?: string) =>
      restore(again, bytes, passphrase ? { passphrase } : {}).then(
        () => "restored",
        ({ code }) => code,
      );
    const changed = (at: number, value: number) => {
      const bytes = file.slice();
      bytes[at] = value;
      return bytes;
    };
    expect(await refused(file, "another passphrase")).toBe("backup-passphrase");
    expect(await refused(new TextEncoder().encode('{"format":"sidedesk-export"}'))).toBe("backup-foreign");
    expect(await refused(changed(16, 2))).toBe("backup-version");
    // A count that would keep the browser busy for hours.
    expect(await refused(changed(17, 0xff))).toBe("backup-foreign");
    expect(await refused(file.slice(0, 20))).toBe("backup-cut");
    expect(await refused(file.slice(0, BACKUP_HEADER_BYTES + 200))).toBe("backup-cut");
    const { head, parts } = apart(file);
    expect(await refused(head)).toBe("backup-cut");
    expect(await refused(changed(file.length - 1, file.at(-1)! ^ 1))).toBe("backup-damaged");
    const { restore: opening } = again.engine.desks;
    const { id } = await opening.open(head, PASSPHRASE);
    await opening.begin(id, { key: null, alone: false });
    await opening.part(id, parts[0]!);
    await expect(opening.part(id, parts[0]!)).rejects.toMatchObject({ code: "backup-damaged" });
    for (const name of ["desks", "device", "snapshots", "outbox", "acts"] as const)
      expect(await again.db.count(name), name).toBe(0);
    await restore(again, file);
    expect(await refused(file)).toBe("already-here");
    expect(await idHere(again)).not.toBe(await idHere(one));
  });
});
