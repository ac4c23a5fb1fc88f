import { expect, test } from "vitest";
import { readEntry, signEntry } from "../../shared/desk/entry.ts";
import {
  commitmentOf,
  keysFromRoster,
  openEpochKey,
  sealEpochKey,
  unwindKeys,
  unwrapKey,
  wrapKey,
} from "../../shared/desk/epochs.ts";
import { inviteKeys } from "../../shared/desk/invite.ts";
import { acceptInvite, beginEpoch, revokeInvite } from "../../shared/desk/membership.ts";
import { nextOwed, owedBy } from "../../shared/desk/owed.ts";
import { extendRoster, verifyRoster } from "../../shared/desk/roster.ts";
import { generateDeviceKeys } from "../../shared/envelope/keys.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { Desk, random, verified } from "./desk-under-test.ts";

test("a sealed key opens for its device, desk and epoch alone, and not with any byte changed", async () => {
  const [keys, others] = [await generateDeviceKeys(), await generateDeviceKeys()];
  const [key, place] = [random(32), { desk: random(16), epoch: 2, id: keys.device }];
  const sealed = (await sealEpochKey(key, keys.sealPublic, place))!;
  expect(sealed).toHaveLength(80);
  expect(await openEpochKey(sealed, keys, place)).toEqual(key);
  expect(await openEpochKey(sealed, others, place)).toBeUndefined();
  for (const other of [{ desk: random(16) }, { epoch: 3 }, { id: others.device }])
    expect(await openEpochKey(sealed, keys, { ...place, ...other })).toBeUndefined();
  for (let at = 0; at < sealed.length; at++)
    expect(await openEpochKey(sealed.with(at, sealed[at]! ^ 1), keys, place), `byte ${at}`).toBeUndefined();
});

test("a wrapped key opens under the key, desk and epoch that it was wrapped for alone", async () => {
  const [previous, under, place] = [random(32), random(32), { desk: random(16), epoch: 2 }];
  const wrapped = await wrapKey(previous, under, place, random(12));
  expect(wrapped).toHaveLength(60);
  expect(await unwrapKey(wrapped, under, place)).toEqual(previous);
  expect(await unwrapKey(wrapped, random(32), place)).toBeUndefined();
  expect(await unwrapKey(wrapped, under, { ...place, epoch: 3 })).toBeUndefined();
  expect(await unwrapKey(wrapped, under, { ...place, desk: random(16) })).toBeUndefined();
  const start = {
    base: 1,
    wrappedKey: wrapped,
    commitment: await commitmentOf(under, place),
    by: random(16),
  };
  expect(await unwindKeys(place.desk, under, [start])).toEqual([previous, under]);
  expect(await unwindKeys(place.desk, random(32), [start])).toBeUndefined();
  expect(await unwindKeys(place.desk, under, [{ ...start, commitment: random(32) }])).toBeUndefined();
});

test("who joins after many epochs has the keys of all of them; a device that was away catches up at once", async () => {
  const desk = await Desk.found();
  const away = await desk.join("assistant");
  for (let n = 0; n < 10; n++) await desk.renewKey();
  const late = await desk.join("viewer");
  expect(late.epochKeys).toHaveLength(11);
  expect(late.epochKeys).toEqual(desk.owner.epochKeys);
  expect(away.epochKeys).toHaveLength(1);
  await desk.learn(away);
  expect(away.epochKeys).toEqual(desk.owner.epochKeys);
});

test("who is removed is given no newer key, whatever it kept of the roster and of its own keys", async () => {
  const desk = await Desk.found();
  const removed = await desk.join("assistant");
  await desk.renewKey();
  await desk.learn(removed);
  await desk.remove(removed);
  await desk.renewKey();
  await desk.learn(removed);
  expect(removed.epochKeys).toHaveLength(2);
  expect(desk.owner.epochKeys).toHaveLength(3);
  const place = { desk: desk.roster.desk, epoch: 3, id: removed.keys.device };
  for (const sealed of desk.roster.sealedKeys.values())
    expect(await openEpochKey(sealed, removed.keys, place)).toBeUndefined();
});

test("the link of an invite that was used opens no key that came after the joiner", async () => {
  const desk = await Desk.found();
  const { link, id } = await desk.invite("assistant");
  const secretKeys = await inviteKeys(link.secret);
  const opened = () => {
    const { keyEpoch, sealedKey } = desk.roster.invites.get(toHex(id))!;
    return openEpochKey(sealedKey, secretKeys, { desk: desk.roster.desk, epoch: keyEpoch, id });
  };
  await desk.accept(link);
  expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
  await desk.renewKey();
  expect(owedBy(desk.roster, desk.now).epoch).toBe(false);
  expect(await opened()).toEqual(desk.owner.epochKeys[0]);
  expect(desk.roster.invites.get(toHex(id))?.keyEpoch).toBe(1);
});

test("an invite that is still open lets its joiner in after new epochs too", async () => {
  const desk = await Desk.found();
  const { link } = await desk.invite("assistant");
  await desk.renewKey();
  await desk.renewKey();
  expect((await desk.accept(link)).epochKeys).toEqual(desk.owner.epochKeys);
});

test("an invite that was withdrawn or has expired is owed a new epoch, which is not sealed to it", async () => {
  const desk = await Desk.found();
  const expiring = await desk.invite("assistant", { expires: 50_000 });
  const withdrawn = await desk.invite("assistant");
  expect(nextOwed(desk.roster, 40_000)).toBe(50_000);
  expect(nextOwed(desk.roster, 50_000)).toBe(50_000);
  expect(owedBy(desk.roster, 50_000).epoch).toBe(false);
  expect(owedBy(desk.roster, 50_001).epoch).toBe(true);
  await desk.take(await revokeInvite(desk.roster, withdrawn.id, desk.acting()));
  expect(owedBy(desk.roster, desk.now).epoch).toBe(true);
  desk.now = 50_001;
  await desk.renewKey();
  expect(owedBy(desk.roster, desk.now)).toEqual({ removals: [], epoch: false });
  expect(nextOwed(desk.roster, desk.now)).toBeUndefined();
  for (const { id } of [expiring, withdrawn]) expect(desk.roster.invites.get(toHex(id))?.keyEpoch).toBe(1);
  const late = { keys: await generateDeviceKeys(), now: desk.now, random };
  expect(await acceptInvite(desk.roster, expiring.link, { name: "" }, late)).toMatchObject({
    failure: { code: "invite-expired" },
  });
});

test("a new epoch for anyone less, anyone more or another order of epochs is refused", async () => {
  const desk = await Desk.found();
  const assistant = await desk.join("assistant");
  const sound = await beginEpoch(desk.roster, desk.owner.epochKeys, desk.acting());
  const entry = readEntry(sound);
  const { body } = entry;
  if (body.kind !== "newEpoch") throw new Error(body.kind);
  const forged = async (changes: Partial<typeof body>, by = desk.owner) =>
    extendRoster(desk.roster, [
      await signEntry({ ...entry, signer: by.keys.device, body: { ...body, ...changes } }, by.keys.signKey),
    ]);
  const stranger = { id: new Uint8Array(16).fill(255), sealedKey: random(80) };
  expect(await forged({})).toMatchObject({ ok: true });
  expect(await forged({ recipients: body.recipients.slice(1) })).toMatchObject({
    failure: { code: "recipients" },
  });
  expect(await forged({ recipients: [...body.recipients, stranger] })).toMatchObject({
    failure: { code: "recipients" },
  });
  const swapped = [body.recipients[0]!, { ...stranger }];
  expect(await forged({ recipients: swapped })).toMatchObject({ failure: { code: "recipients" } });
  expect(await forged({ recipients: body.recipients.toReversed() })).toMatchObject({
    failure: { code: "malformed" },
  });
  expect(await forged({ epoch: 3 })).toMatchObject({ failure: { code: "out-of-order" } });
  expect(await forged({ epoch: 1 })).toMatchObject({ failure: { code: "out-of-order" } });
  expect(await forged({}, assistant)).toMatchObject({ failure: { code: "not-allowed" } });
});

test("a new key that does not lead back to the known ones is not taken", async () => {
  const desk = await Desk.found();
  const assistant = await desk.join("assistant");
  const wrong = [random(32)];
  await desk.take(await beginEpoch(desk.roster, wrong, desk.acting()));
  expect(await keysFromRoster(desk.roster, assistant.keys, assistant.epochKeys)).toMatchObject({ ok: false });
});

test("a member whose key nothing can be sealed to does not hold up a new epoch", async () => {
  const desk = await Desk.found();
  const { link } = await desk.invite("assistant");
  const keys = await generateDeviceKeys();
  const spoiler = { ...keys, sealPublic: new Uint8Array(32) };
  const joined = await acceptInvite(desk.roster, link, { name: "" }, { ...desk.acting(), keys: spoiler });
  if (!joined.ok) throw new Error(joined.failure.code);
  await desk.take(joined.entry);
  await desk.renewKey();
  expect(desk.roster.epoch).toBe(2);
  expect(await keysFromRoster(desk.roster, spoiler, joined.epochKeys)).toMatchObject({ ok: false });
});

test("whichever owner comes next finishes a renewal that is owed, however often one was interrupted", async () => {
  const desk = await Desk.found();
  const second = await desk.join("owner");
  const removed = await desk.join("assistant");
  await desk.renewKey();
  await desk.learn(second);
  await desk.remove(removed);
  // The first owner's device ends here: with the entry never sent, or sent and unheard of.
  await beginEpoch(desk.roster, desk.owner.epochKeys, desk.acting());
  const read = verified(await verifyRoster(desk.entries));
  expect(owedBy(read, desk.now).epoch).toBe(true);
  await desk.renewKey(second);
  expect(owedBy(desk.roster, desk.now).epoch).toBe(false);
  const stale = await beginEpoch(read, desk.owner.epochKeys, desk.acting());
  expect(await extendRoster(desk.roster, [stale])).toMatchObject({ failure: { code: "out-of-order" } });
  await desk.learn(desk.owner);
  expect(desk.owner.epochKeys).toEqual(second.epochKeys);
});
