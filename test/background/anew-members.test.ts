import { expect, test } from "vitest";
import { readEnvelope } from "../../shared/envelope/envelope.ts";
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
import { type Device, until } from "./world.ts";

const titlesOf = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "rows", desk, limit: 100 })).rows.map(({ title }) => title).sort();
const seen = (one: Device, desk: string, titles: readonly string[]) =>
  until(async () => (await titlesOf(one, desk)).join() === [...titles].sort().join());

test("a sync from the beginning reads what was sealed before a removal and a renewal, and sends nothing twice", async () => {
  const { owner, desk, others } = await office("assistant", "assistant");
  const [removed, colleague] = others as [Device, Device];
  for (const one of [removed, colleague]) {
    await write(one, "before");
    await written(one);
  }
  await seen(owner, desk, ["before", "before"]);
  await owner.engine.members.remove(desk, await idOf(owner, "Member 1"));
  await until(async () => (await epochOf(colleague)) === 4);
  await write(colleague, "after");
  await written(colleague);
  await owner.engine.members.rotate(desk);
  await until(async () => (await epochOf(colleague)) === 5);
  await write(owner, "later");
  await written(owner);
  const all = ["after", "before", "before", "later"];
  for (const one of [owner, colleague]) await seen(one, desk, all);
  const before = copied(desk).envelopes.length;
  for (const one of [owner, colleague]) {
    await one.engine.syncAnew(desk);
    await upToDate(one);
    await written(one);
    await seen(one, desk, all);
    expect(await one.db.count("unread")).toBe(0);
  }
  expect(copied(desk).envelopes).toHaveLength(before);
  await write(colleague, "and on");
  await seen(owner, desk, [...all, "and on"]);
});

test("who was removed gets no further by a sync from the beginning, and its waiting work goes nowhere", async () => {
  const { owner, desk, others } = await office("assistant");
  const [removed] = others as [Device];
  await write(removed, "before");
  await written(removed);
  await seen(owner, desk, ["before"]);
  await owner.engine.members.remove(desk, await idOf(owner, "Member 1"));
  await until(async () => (await infoOf(removed)).sync.phase === "stopped");
  await write(owner, "after");
  await written(owner);
  const kept = copied(desk).envelopes.length;
  await write(removed, "too late");
  const had = (await storedDesk(removed)).epochKeys;
  await removed.engine.syncAnew(desk);
  await until(async () => (await infoOf(removed)).sync.problem?.code === "not-a-member");
  expect(await titlesOf(removed, desk)).toEqual(["before", "too late"]);
  expect((await storedDesk(removed)).epochKeys).toEqual(had);
  expect(copied(desk).envelopes).toHaveLength(kept);
});

test("work sealed before a renewal and not yet kept is sealed anew after a sync from the beginning", async () => {
  const { owner, desk, others } = await office("assistant");
  const [away] = others as [Device];
  away.engine.close();
  const offline = await start({ profile: away.profile, start: false });
  await write(offline, "written while away");
  await offline.engine.settled();
  offline.engine.close();
  await owner.engine.members.rotate(desk);
  await until(async () => (await epochOf(owner)) === 3);
  const back = await start({ profile: away.profile });
  await back.engine.syncAnew(desk);
  await upToDate(back);
  await written(back);
  await seen(owner, desk, ["written while away"]);
  const epochs = copied(desk).envelopes.map(({ bytes }) => readEnvelope(bytes).header.epoch);
  expect(epochs).toEqual([3]);
});
