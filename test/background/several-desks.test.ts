import { expect, test } from "vitest";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import { copied, office, start } from "./office.ts";
import { creation, type Device, until } from "./world.ts";

const infoOn = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "state" })).desks.find(({ id }) => id === desk)!;
const titlesOn = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "rows", desk, limit: 100 })).rows.map(({ title }) => title).sort();
const writeOn = (one: Device, desk: string, summary: string) =>
  one.engine.submit(desk, [creation("task", { summary }).command]);

test("two desks on one device are kept apart: members, keys, work, paper keys, and what is left when one goes", async () => {
  const [first, second] = [await office("assistant"), await office()];
  const both = first.others[0]!;
  const { link } = await second.owner.engine.desks.invite(second.desk, "viewer");
  await both.engine.desks.join(link, "Another name");
  for (const desk of [first.desk, second.desk])
    await until(async () => (await infoOn(both, desk)).sync.phase === "upToDate");
  await until(async () => (await both.db.get("desks", second.desk))!.epochKeys.length === 2);

  await writeOn(first.owner, first.desk, "of the first");
  await writeOn(second.owner, second.desk, "of the second");
  await until(async () => (await titlesOn(both, first.desk)).length === 1);
  await until(async () => (await titlesOn(both, second.desk)).length === 1);
  expect(await titlesOn(both, first.desk)).toEqual(["of the first"]);
  expect(await titlesOn(both, second.desk)).toEqual(["of the second"]);
  // The role is each desk's own.
  await writeOn(both, first.desk, "by both");
  await expect(writeOn(both, second.desk, "by both")).rejects.toMatchObject({ code: "role" });

  const keysOf = async (desk: string) =>
    (await both.db.get("desks", desk))!.epochKeys.map((key) => Buffer.from(key).toString("hex"));
  const shared = new Set(await keysOf(first.desk)).intersection(new Set(await keysOf(second.desk)));
  expect(shared.size).toBe(0);
  // What either server sees of this browser is in nothing that the other one sees.
  const seenOf = async (desk: string) => {
    const { device, signPublic, sealPublic } = await openKeyring(both.db).on(desk);
    return [device, signPublic, sealPublic].map((bytes) => Buffer.from(bytes).toString("hex"));
  };
  const entriesOf = (desk: string) =>
    copied(desk)
      .roster.map((entry) => Buffer.from(entry).toString("hex"))
      .join(" ");
  for (const [own, other] of [
    [first.desk, second.desk],
    [second.desk, first.desk],
  ] as const)
    for (const seen of await seenOf(own)) {
      if (seen !== (await seenOf(own))[0]) expect(entriesOf(own)).toContain(seen);
      expect(entriesOf(other)).not.toContain(seen);
    }
  expect((await infoOn(both, first.desk)).members.map(({ name }) => name)).toEqual(["Owner", "Member 1"]);
  expect((await infoOn(both, second.desk)).members.map(({ name }) => name)).toEqual([
    "Owner",
    "Another name",
  ]);

  // Shown together, each row says where it is, and the queue is what each desk's own person has.
  const all = await both.engine.answer({ q: "rows", desk: "all", open: true, grouped: true, limit: 2 });
  const everything = await both.engine.answer({ q: "rows", desk: "all", search: "of the" });
  expect(all).toMatchObject({ total: 3, groups: "never 3" });
  expect(all.rows).toHaveLength(2);
  expect(everything.rows.map(({ title, desk }) => [title, desk]).sort()).toEqual([
    ["of the first", first.desk],
    ["of the second", second.desk],
  ]);
  expect(await both.engine.answer({ q: "counts", desk: "all" })).toMatchObject({
    open: { task: 3 },
    queue: 3,
  });

  const paper = await both.engine.desks.makePaperKey(first.desk);
  await until(async () => (await infoOn(both, first.desk)).paperKey !== null);
  expect((await infoOn(both, second.desk)).paperKey).toBeNull();
  const restored = await start();
  await restored.engine.desks.join(paper.link, "");
  expect((await restored.engine.answer({ q: "state" })).desks.map(({ id }) => id)).toEqual([first.desk]);

  await both.engine.desks.remove(second.desk);
  const stores = [
    "records",
    "chains",
    "snapshots",
    "changes",
    "sealed",
    "words",
    "facets",
    "history",
  ] as const;
  for (const store of stores)
    for (const row of await both.db.getAll(store)) expect(row.desk, store).toBe(first.desk);
  expect(await both.db.getAllKeys("device")).toEqual([first.desk]);
  await writeOn(both, first.desk, "and on");
  await until(async () => (await titlesOn(first.owner, first.desk)).length === 3);
  expect(copied(second.desk).envelopes).toHaveLength(1);
});

test("a browser that was removed comes back by an invitation, as another device", async () => {
  const { owner, desk, others } = await office("assistant");
  const [removed] = others as [Device];
  const before = await removed.engine.deviceOn(desk);
  await owner.engine.members.remove(desk, before);
  await until(async () => (await infoOn(removed, desk)).sync.phase === "stopped");
  const early = await owner.engine.desks.invite(desk, "assistant");
  await expect(removed.engine.desks.join(early.link, "Back again")).rejects.toMatchObject({
    code: "already-member",
  });
  await removed.engine.desks.remove(desk);
  await expect(removed.engine.deviceOn(desk)).rejects.toMatchObject({ code: "no-desk" });
  const { link } = early;
  expect(await removed.engine.desks.inspect(link)).toMatchObject({ use: "member" });
  await removed.engine.desks.join(link, "Back again");
  await until(async () => (await infoOn(removed, desk)).sync.phase === "upToDate");
  expect(await removed.engine.deviceOn(desk)).not.toBe(before);
  await writeOn(removed, desk, "back again");
  await until(async () => (await titlesOn(owner, desk)).length === 1);
});
