import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { openDatabase } from "../../extension/background/storage/database.ts";
import { claimStore } from "../../extension/background/storage/store.ts";
import type { SessionParts } from "../../extension/background/sync/desk-sync.ts";
import { DistrustError } from "../../extension/background/sync/distrust-error.ts";
import { growRoster } from "../../extension/background/sync/grow-roster.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { Desk, random, verified } from "../desk/desk-under-test.ts";

test("entries of which one is not sound are not taken in, neither those before it nor a key", async () => {
  globalThis.indexedDB = new IDBFactory();
  const db = await openDatabase(() => {});
  const store = claimStore(db, toHex(random(16)));
  await store.claimed();
  const [desk, other] = [await Desk.found(), await Desk.found()];
  const member = await desk.join("assistant");
  const known = desk.entries.slice();
  const roster = verified(await verifyRoster(known));
  await desk.invite("viewer");
  await desk.renewKey();
  await other.invite("viewer");
  const fresh = desk.entries.slice(known.length);
  const [invited, renewed] = fresh as [Uint8Array, Uint8Array];
  const id = toHex(roster.desk);
  const stored = { name: "Office", sample: false, server: null, incarnation: "", published: true };
  await db.put("desks", {
    id,
    ...stored,
    cursor: 3,
    addedAt: "",
    roster: known,
    epochKeys: member.epochKeys,
  });
  const before = await db.get("desks", id);
  const parts = { store, keys: member.keys, inTurn: <T>(work: () => Promise<T>) => work() } as SessionParts;
  const grow = (entries: readonly Uint8Array[], from = known.length) =>
    growRoster(parts, id, roster, from, entries);

  const changed = (at: number) => renewed.with(at, renewed[at]! ^ 1);
  const BODY = 82;
  const cases: readonly (readonly [how: string, entries: readonly Uint8Array[], from?: number])[] = [
    ["a commitment", [invited, changed(BODY + 8)]],
    ["a wrapped key", [invited, changed(BODY + 40)]],
    ["a sealed key", [invited, changed(renewed.length - 65)]],
    ["a signature", [invited, changed(renewed.length - 1)]],
    ["cut", [invited, renewed.slice(0, -1)]],
    ["longer", [invited, new Uint8Array([...renewed, 0])]],
    ["left out", [renewed]],
    ["twice", [invited, invited]],
    ["the other way round", [renewed, invited]],
    ["of another desk", [invited, other.entries[1]!]],
    ["with a gap in front", [invited, renewed], known.length + 1],
  ];
  for (const [how, entries, from] of cases) {
    await expect(grow(entries, from), how).rejects.toThrow(DistrustError);
    expect(await db.get("desks", id), how).toEqual(before);
  }
  expect(await grow(fresh)).toMatchObject({ badEpochBy: undefined, roster: { epoch: 2 } });
  expect(await db.get("desks", id)).toMatchObject({ epochKeys: desk.owner.epochKeys, roster: desk.entries });
});
