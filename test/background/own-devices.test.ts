import { describe, expect, test } from "vitest";
import {
  copied,
  epochOf,
  idOf,
  infoOf,
  office,
  start,
  storedDesk,
  upToDate,
  write,
  written,
} from "./office.ts";
import { command, creation, type Device, idHere, until } from "./world.ts";

const meOn = async (one: Device) => (await infoOf(one)).members.find(({ me }) => me)!;
const stoppedBy = async (one: Device) => {
  await until(async () => (await infoOf(one)).sync.phase === "stopped");
  return (await infoOf(one)).sync.problem?.code;
};
/** Another browser of somebody's, joined by a link that they made. */
async function secondOf(first: Device, desk: string, name: string) {
  const { link } = await first.engine.desks.addDevice(desk);
  const second = await start();
  expect(await second.engine.desks.inspect(link)).toMatchObject({ use: "device" });
  await second.engine.desks.join(link, "a name that is not asked for", { device: name });
  await upToDate(second);
  return second;
}

describe("a person with two browsers", () => {
  test("is one member with two named devices, and what is theirs is theirs on both", async () => {
    const { owner, desk, others } = await office("assistant");
    const [first] = others as [Device];
    const second = await secondOf(first, desk, "Chrome · Windows");
    await until(async () => (await epochOf(owner)) === 3);
    for (const one of [owner, first, second]) {
      const member = await until(async () =>
        (await infoOf(one)).members.find(({ name, devices }) => name === "Member 1" && devices.length === 2),
      );
      expect(member.role).toBe("assistant");
      expect(member.devices.map(({ name }) => name).sort()).toEqual(["", "Chrome · Windows"]);
      expect((await infoOf(one)).members).toHaveLength(2);
    }
    expect((await meOn(second)).devices.filter(({ me }) => me).map(({ name }) => name)).toEqual([
      "Chrome · Windows",
    ]);
    expect((await infoOf(owner)).invites).toEqual([]);

    const task = creation("task", { summary: "to be done" });
    await owner.engine.submit(desk, [task.command]);
    const person = await idOf(owner, "Member 1");
    await owner.engine.submit(desk, [
      command({ do: "set", record: task.id, field: "assignee", value: person }),
    ]);
    const mine = { q: "rows", desk, limit: 10, assignee: person, open: true } as const;
    for (const one of [first, second]) {
      await until(async () => (await one.engine.answer(mine)).rows.length === 1);
      expect(await one.engine.personOn(desk)).toBe(person);
      expect((await one.engine.answer({ q: "counts", desk })).queue).toBe(1);
    }
    await write(second, "by the second");
    await written(second);
    await until(async () => (await first.db.count("records")) === 2);
  });

  test("takes the lost one off from the other, whatever their role; it is told, and nothing new is sealed to it", async () => {
    const { owner, desk, others } = await office("viewer", "assistant");
    const [first, colleague] = others as [Device, Device];
    const second = await secondOf(first, desk, "Laptop");
    await until(async () => (await epochOf(owner)) === 4);
    await until(async () => (await epochOf(first)) === 4);
    const lost = await idHere(first);
    await expect(colleague.engine.members.removeDevice(desk, lost)).rejects.toMatchObject({ code: "role" });
    await second.engine.members.removeDevice(desk, lost);
    expect(await stoppedBy(first)).toBe("not-a-member");
    // The owner's device renews the key by itself.
    await until(async () => (await epochOf(owner)) === 5 && (await epochOf(second)) === 5);
    expect(await epochOf(first)).toBe(4);
    const member = (await infoOf(owner)).members.find(({ name }) => name === "Member 1")!;
    expect(member.removed).toBe(false);
    expect(member.devices.map(({ removed }) => removed).sort()).toEqual([false, true]);
    expect((await infoOf(second)).sync.phase).toBe("upToDate");
  });

  test("is given another role, and is removed, on both at once", async () => {
    const { owner, desk, others } = await office("assistant");
    const [first] = others as [Device];
    const second = await secondOf(first, desk, "Laptop");
    await until(async () => (await epochOf(owner)) === 3);
    for (const one of [first, second]) {
      await write(one, "written before");
      await written(one);
    }
    await until(async () => (await owner.db.count("records")) === 2);
    const person = await idOf(owner, "Member 1");
    await owner.engine.members.changeRole(desk, person, "viewer", 0);
    for (const one of [first, second])
      await until(
        async () => (await storedDesk(one)).role === "viewer" && (await meOn(one)).role === "viewer",
      );
    await owner.engine.members.remove(desk, person);
    for (const one of [first, second]) expect(await stoppedBy(one)).toBe("not-a-member");
    expect((await infoOf(owner)).members.find(({ id }) => id === person)?.removed).toBe(true);
    expect(await owner.db.count("records")).toBe(2);
  });
});

describe("a paper key", () => {
  test("restores a person on an empty machine, typed or scanned, and can then be withdrawn", async () => {
    const { owner, desk, others } = await office("assistant");
    const [lost] = others as [Device];
    await write(lost, "before the laptop was lost");
    await written(lost);
    const page = await lost.engine.desks.makePaperKey(desk);
    expect(page).toMatchObject({ deskName: "Board office", fingerprint: (await infoOf(owner)).fingerprint });
    await until(async () => (await infoOf(lost)).paperKey?.madeBy === (await idHere(lost)));
    expect((await infoOf(owner)).paperKey).toBeNull();
    lost.engine.close();
    await owner.engine.members.removeDevice(desk, await idHere(lost));
    await until(async () => (await epochOf(owner)) === 3);
    const member = (await infoOf(owner)).members.find(({ name }) => name === "Member 1")!;
    expect(member.removed).toBe(false);

    const typed = await start();
    const characters = page.characters.toLowerCase().replaceAll("-", " ");
    expect(await typed.engine.desks.inspect(characters, page.server)).toMatchObject({
      use: "recovery",
      person: "Member 1",
      deskName: "Board office",
      role: "assistant",
      expiresAt: null,
      fingerprint: page.fingerprint,
    });
    await typed.engine.desks.join(characters, "", { server: page.server, device: "New laptop" });
    await upToDate(typed);
    expect(await meOn(typed)).toMatchObject({ id: member.id, name: "Member 1", role: "assistant" });
    await until(async () => (await typed.db.count("records")) === 1);
    await write(typed, "from the new laptop");
    await until(async () => (await owner.db.count("records")) === 2);

    const scanned = await start();
    await scanned.engine.desks.join(page.link, "");
    await upToDate(scanned);
    const { invite } = (await infoOf(scanned)).paperKey!;
    await scanned.engine.members.revokeInvite(desk, invite);
    await until(async () => (await infoOf(scanned)).paperKey === null);
    const late = await start();
    await expect(late.engine.desks.inspect(page.link)).rejects.toMatchObject({ code: "invite-revoked" });
    await until(async () => !(await infoOf(owner)).keyOwed);
  });

  test("that is mistyped is refused before anything is asked, with the groups that are wrong", async () => {
    const { owner, desk } = await office();
    const { characters, server } = await owner.engine.desks.makePaperKey(desk);
    const groups = characters.split("-");
    const wrong = groups
      .with(
        3,
        groups[3]!.replace(/^./, (first) => (first === "7" ? "8" : "7")),
      )
      .join(" ");
    const asked: unknown[] = [];
    const fresh = await start({
      network: {
        fetch: (...given) => {
          asked.push(given);
          return fetch(...given);
        },
        WebSocket,
      },
    });
    await expect(fresh.engine.desks.inspect(wrong, server)).rejects.toMatchObject({
      code: "paper-key",
      message: "4",
    });
    expect(asked).toEqual([]);
  });

  test("opens nothing that the server could read: neither its characters nor its seed are there", async () => {
    const { owner, desk } = await office();
    const { characters } = await owner.engine.desks.makePaperKey(desk);
    const kept = copied(desk)
      .roster.map((entry) => Buffer.from(entry).toString("latin1"))
      .join();
    expect(kept).not.toContain(characters);
    expect(JSON.stringify(await owner.db.getAll("desks"))).not.toContain(characters);
    expect(JSON.stringify(await owner.db.getAll("settings"))).not.toContain(characters);
  });

  test("is asked for from the desk's second day, again two weeks after that was put off, and never once there is one", async () => {
    let later = 0;
    const now = () => Date.now() + later;
    const { owner, desk } = await office();
    owner.engine.close();
    const asking = await start({ profile: owner.profile, now });
    const wanted = async () => (await infoOf(asking)).wayBack === "paperKey";
    const DAY = 86_400_000;
    expect(await wanted()).toBe(false);
    later = DAY;
    expect(await wanted()).toBe(true);
    await asking.engine.desks.remindLater(desk);
    expect(await wanted()).toBe(false);
    later = 15 * DAY;
    expect(await wanted()).toBe(true);
    later = 0;
    await asking.engine.desks.makePaperKey(desk);
    await until(async () => (await infoOf(asking)).paperKey !== null);
    later = 16 * DAY;
    expect(await wanted()).toBe(false);
  });
});
