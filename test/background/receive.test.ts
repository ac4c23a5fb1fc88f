import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimStore, type Store } from "../../extension/background/storage/store.ts";
import { openDocuments } from "../../extension/background/work/documents.ts";
import { type ReceivedChanges, receiveChanges } from "../../extension/background/work/receive.ts";
import type { DeskRecord } from "../../shared/records/record.ts";
import { ANNA, BORIS, Copy, create, set } from "../documents/desk-document.ts";
import { automerge, device } from "./world.ts";

/** A device that takes changes in without a network; each has a store of its own. */
async function receiver() {
  await automerge();
  const { engine, db } = await device();
  const desk = await engine.desks.create("Board office", "Assistant 1");
  const store: Store = claimStore(db, "test");
  const me = await engine.deviceOn(desk);
  const documents = openDocuments(store, engine.deviceOn, automerge);
  let cursor = 0;
  const receive = (...received: ReceivedChanges[]) =>
    receiveChanges(store, documents, desk, me, {
      received,
      chains: [],
      unusable: [],
      cursor: ++cursor,
      at: "2026-11-23T08:00:00.000Z",
    });
  const record = async (id: string) => (await engine.answer({ q: "record", desk, id }))!;
  return { db, desk, receive, record };
}
const from = (device: string, ...changes: Uint8Array[]): ReceivedChanges => ({
  device,
  document: "2026-11",
  changes,
  acts: [],
});

/** A task that Anna makes and Boris goes on with. */
function story() {
  const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
  anna.do(create("2026-11.task", "task", { summary: "Offer" }));
  boris.take(...anna.made);
  boris.do(set("2026-11.task", "summary", "Our offer"));
  boris.do(set("2026-11.task", "urgent", true));
  anna.do(create("2026-11.other", "call", { caller: "Sample Caller" }));
  return { anna, boris };
}

describe("received changes", () => {
  test("in batches of any size leave the conflicts that the document has, told without asking for every field", async () => {
    await automerge();
    const step = fc.record({
      who: fc.nat(2),
      field: fc.constantFrom("summary", "note/text", "status"),
      value: fc.constantFrom("one", "two"),
      hears: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }),
        async (steps, sizes) => {
          const people = ["a", "b", "c"].map((letter) => new Copy(letter.repeat(32)));
          const told: ReceivedChanges[] = [];
          const say = (who: Copy, before: number) =>
            told.push(...who.made.slice(before).map((bytes) => from(who.device, bytes)));
          people[0]!.do(create("2026-11.task", "task", { summary: "Offer" }), {
            do: "add",
            record: "2026-11.task",
            list: "notes",
            item: "note",
            fields: { text: "none" },
          });
          say(people[0]!, 0);
          for (const who of people.slice(1)) who.take(...people[0]!.made);
          for (const { who, field, value, hears } of steps) {
            const copy = people[who]!;
            const before = copy.made.length;
            if (hears < people.length && hears !== who) copy.take(...people[hears]!.made);
            if (field === "note/text")
              copy.do({
                do: "setItem",
                record: "2026-11.task",
                list: "notes",
                item: "note",
                field: "text",
                value,
              });
            else copy.do(set("2026-11.task", field, value));
            say(copy, before);
          }
          const { receive, record } = await receiver();
          for (const size of [...sizes, told.length]) await receive(...told.splice(0, size));
          const whole = new Copy("d".repeat(32));
          whole.take(...people.flatMap(({ made }) => made));
          const plain = ({ conflicts }: DeskRecord) =>
            conflicts.map(({ field, values }) => [field, values.map(({ value }) => value).sort()]);
          expect(plain((await record("2026-11.task")).record)).toEqual(plain(whole.record("2026-11.task")!));
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("that come in the wrong order wait for one another and are told whole, history and all", async () => {
    await automerge();
    const { anna, boris } = story();
    const [right, wrong] = [await receiver(), await receiver()];
    await right.receive(from(ANNA, ...anna.made), from(BORIS, ...boris.made));
    const late = await wrong.receive(from(BORIS, boris.made[1]!));
    expect(late.unread).toMatchObject([{ why: "waiting", document: "2026-11", device: null }]);
    await wrong.receive(from(BORIS, boris.made[0]!));
    expect((await wrong.receive(from(ANNA, ...anna.made))).unread).toEqual([]);
    expect(await wrong.db.count("unread")).toBe(0);
    for (const id of ["2026-11.task", "2026-11.other"])
      expect(await wrong.record(id)).toEqual(await right.record(id));
    expect((await wrong.record("2026-11.task")).history).toHaveLength(3);
  });

  test("one bit of which is flipped are refused by themselves; the rest of the batch counts", async () => {
    await automerge();
    const { anna, boris } = story();
    const all = [
      ...anna.made.map((bytes) => ({ by: ANNA, bytes })),
      ...boris.made.map((bytes) => ({ by: BORIS, bytes })),
    ];
    const sound = await receiver();
    await sound.receive(...all.map(({ by, bytes }) => from(by, bytes)));
    await fc.assert(
      fc.asyncProperty(fc.nat(all.length - 1), fc.nat(1e6), async (which, bit) => {
        const { db, receive, record } = await receiver();
        const damaged = Uint8Array.from(all[which]!.bytes);
        const at = bit % (damaged.length * 8);
        damaged[at >> 3]! ^= 1 << (at & 7);
        const { unread } = await receive(
          ...all.map(({ by, bytes }, index) => from(by, index === which ? damaged : bytes)),
        );
        expect(unread.filter(({ why }) => why === "refused")).toHaveLength(1);
        expect(await db.count("changes")).toBe(all.length - 1);
        // What it was sent again, it takes; nothing of the batch is spoiled.
        await receive(from(all[which]!.by, all[which]!.bytes));
        for (const id of ["2026-11.task", "2026-11.other"])
          expect(await record(id)).toEqual(await sound.record(id));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("in another device's name are refused", async () => {
    await automerge();
    const { anna } = story();
    const { db, receive } = await receiver();
    const { unread } = await receive(from(BORIS, ...anna.made));
    expect(unread).toHaveLength(2);
    expect(await db.count("records")).toBe(0);
  });

  test("that are refused by the thousand are named by the first few hundred", async () => {
    const { db, desk, receive } = await receiver();
    const refused = from(ANNA, ...Array.from({ length: 400 }, () => new Uint8Array([1])));
    for (const kept of [400, 500, 500]) {
      await receive(refused);
      expect(await db.count("unread")).toBe(kept);
    }
    expect((await receive(refused)).unread).toEqual([]);
    await db.delete("unread", IDBKeyRange.bound([desk], [desk, []]));
    expect((await receive(refused)).unread).toHaveLength(400);
  });

  test("that use one number of an actor twice are refused; the rest of the batch counts", async () => {
    await automerge();
    const { anna } = story();
    // A device that was restored from an old copy and went on as the same actor.
    const twin = new Copy(ANNA);
    twin.do(create("2026-11.twin", "task", { summary: "written by the copy" }));
    const { db, receive, record } = await receiver();
    const { unread } = await receive(from(ANNA, anna.made[0]!, twin.made[0]!, anna.made[1]!));
    expect(unread).toHaveLength(1);
    expect(await db.count("records")).toBe(2);
    expect((await record("2026-11.other")).record.fields.caller).toBe("Sample Caller");
  });
});
