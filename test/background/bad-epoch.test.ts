import { expect, test } from "vitest";
import { openKeyring } from "../../extension/background/desks/keyring.ts";
import { serverApi } from "../../extension/background/sync/server-api.ts";
import { readEntry, signEntry } from "../../shared/desk/entry.ts";
import { keysFromRoster } from "../../shared/desk/epochs.ts";
import { beginEpoch } from "../../shared/desk/membership.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { equalBytes, fromHex } from "../../shared/protocol/bytes.ts";
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
import { type Device, idHere, random, until } from "./world.ts";

/**
 * A new epoch by an owner who means ill, put onto the server: a key that leads nowhere, or, for the devices that are
 * named, something else than everybody has.
 */
async function badEpoch(owner: Device, desk: string, victims: readonly string[] | "everybody") {
  const keys = await openKeyring(owner.db).on(desk);
  const verified = await verifyRoster(copied(desk).roster);
  if (!verified.ok) throw new Error(verified.failure.message);
  const { roster } = verified;
  const read = await keysFromRoster(roster, keys, (await storedDesk(owner)).epochKeys);
  if (!read.ok) throw new Error("the owner has no key");
  const known = victims === "everybody" ? read.keys.map(() => random(32)) : read.keys;
  const sound = await beginEpoch(roster, known, { keys, now: Date.now(), random });
  const entry = readEntry(sound);
  const { body } = entry;
  if (body.kind !== "newEpoch") throw new Error(body.kind);
  const recipients = body.recipients.map((one) =>
    victims !== "everybody" && victims.some((id) => equalBytes(fromHex(id), one.id))
      ? { ...one, sealedKey: random(80) }
      : one,
  );
  const made = await signEntry({ ...entry, body: { ...body, recipients } }, keys.signKey);
  await serverApi((await storedDesk(owner)).server!, fetch).appendRoster(desk, roster.head, made);
}
const problemOf = async (one: Device) => (await infoOf(one)).sync.problem;
const accused = (one: Device) => until(async () => (await problemOf(one))?.code === "bad-epoch");
const titlesOf = async ({ engine }: Device, desk: string) =>
  (await engine.answer({ q: "rows", desk, limit: 100 })).rows.map(({ title }) => title).sort();
const seen = (one: Device, desk: string, count: number) =>
  until(async () => (await titlesOf(one, desk)).length === count);

test("a key that leads nowhere is taken by nobody, its maker is named, and an owner's removal of them mends the desk", async () => {
  const { owner: malicious, desk, others } = await office("owner", "assistant");
  const [honest, assistant] = others as [Device, Device];
  await badEpoch(malicious, desk, "everybody");
  for (const one of [malicious, honest, assistant]) {
    await accused(one);
    expect(await problemOf(one)).toEqual({ code: "bad-epoch", detail: await idHere(malicious) });
    expect(await epochOf(one)).toBe(3);
  }
  // Work goes on here; nothing is sealed under either key.
  await write(assistant, "meanwhile");
  await assistant.engine.settled();
  expect(copied(desk).envelopes).toHaveLength(0);
  await expect(honest.engine.desks.invite(desk, "viewer")).rejects.toMatchObject({ code: "wrong-key" });

  await honest.engine.members.remove(desk, await idOf(honest, "Owner"));
  for (const one of [honest, assistant]) {
    await until(async () => (await epochOf(one)) === 5);
    await upToDate(one);
  }
  await seen(honest, desk, 1);
  expect(copied(desk).envelopes.map(({ header }) => header.epoch)).toEqual([5]);
  const { link } = await honest.engine.desks.invite(desk, "viewer");
  const late = await start();
  await late.engine.desks.join(link, "Late");
  await seen(late, desk, 1);
});

test("one who alone was given another key stands still and says who did it; a renewal by any other owner brings all", async () => {
  const { owner: malicious, desk, others } = await office("owner", "assistant");
  const [honest, victim] = others as [Device, Device];
  await write(victim, "before");
  await written(victim);
  await badEpoch(malicious, desk, [await idHere(victim)]);
  await accused(victim);
  await until(async () => (await epochOf(honest)) === 4);
  await write(honest, "under the key that the victim lacks");
  await write(victim, "by the victim");
  await written(honest);
  expect(await titlesOf(victim, desk)).toEqual(["before", "by the victim"]);
  // It stays so over a restart: the accused is known from the roster.
  victim.engine.close();
  const again = await start({ profile: victim.profile });
  await accused(again);
  await honest.engine.members.rotate(desk);
  await upToDate(again);
  for (const one of [again, honest]) await seen(one, desk, 3);
  expect(await again.db.count("unread")).toBe(0);
});

test("an owner who was given another key begins again from the last sound one: others send anew what only they can read", async () => {
  const { owner: malicious, desk, others } = await office("owner", "assistant");
  const [victim, assistant] = others as [Device, Device];
  await write(assistant, "before");
  await written(assistant);
  await badEpoch(malicious, desk, [await idHere(victim)]);
  await accused(victim);
  await until(async () => (await epochOf(assistant)) === 4);
  await write(assistant, "under the bad epoch");
  await written(assistant);
  const bad = copied(desk).envelopes.filter(({ header }) => header.epoch === 4);
  expect(bad).toHaveLength(1);

  await victim.engine.members.rotate(desk);
  await upToDate(victim);
  for (const one of [victim, assistant, malicious]) await seen(one, desk, 2);
  await written(assistant);
  const { link } = await victim.engine.desks.invite(desk, "viewer");
  const late = await start();
  await late.engine.desks.join(link, "Late");
  await seen(late, desk, 2);
  expect((await storedDesk(late)).epochKeys.map(({ length }) => length)).toEqual([32, 32, 32, 0, 32]);
});
