import { change, getHeads, getLastLocalChange, getMissingDeps, init } from "@automerge/automerge/slim";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type DeskDocument, emptyDocument, GENESIS } from "../../shared/documents/genesis.ts";
import { BUCKETS, bucketName } from "../../shared/documents/layout.ts";
import { materialize } from "../../shared/documents/materialize.ts";
import { openDocument, recordIds } from "../../shared/documents/open-document.ts";
import { ANNA, AT, anyAction, BORIS, bringUpAutomerge, Copy, create, planned, set } from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const TASK = "2026-11.task";

/** Two copies that both have what Anna made first. */
function two(...first: Parameters<Copy["do"]>): { anna: Copy; boris: Copy } {
  const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
  anna.do(...first);
  boris.take(...anna.made);
  return { anna, boris };
}
const exchange = (anna: Copy, boris: Copy) => {
  anna.take(...boris.made);
  boris.take(...anna.made);
};
const shown = ({ doc }: Copy, record: string, copy: Copy) => ({
  heads: getHeads(doc),
  record: copy.record(record),
});
const same = (anna: Copy, boris: Copy, record: string) => {
  const [left, right] = [shown(anna, record, anna), shown(boris, record, boris)];
  expect({ ...right.record, updatedBy: "" }).toEqual({ ...left.record, updatedBy: "" });
  expect(right.heads).toEqual(left.heads);
};

describe("two devices", () => {
  test("begin every document with the bytes that Automerge makes today", () => {
    const blank = init<DeskDocument>({ actor: "00".repeat(20) });
    const genesis = change(blank, { time: 0 }, (root) => {
      for (let n = 0; n < BUCKETS; n++) root[bucketName(n)] = {};
    });
    expect(getHeads(genesis)).toEqual(getHeads(emptyDocument(`${BORIS}00000001`)));
    expect(getLastLocalChange(genesis)).toEqual(GENESIS);
  });

  test("that make records offline in one document keep them all", () => {
    const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
    const ids = (who: string) => Array.from({ length: 300 }, (_, n) => `2026-11.${who}${n}`);
    for (const id of ids("anna")) anna.do(create(id, "task", { summary: id }));
    for (const id of ids("boris")) boris.do(create(id, "call", { caller: id }));
    exchange(anna, boris);
    const all = [...ids("anna"), ...ids("boris")].sort();
    for (const copy of [anna, boris]) expect(recordIds(copy.doc).sort()).toEqual(all);
  });

  test("that decide at once both see both decisions, and either choice settles it for both", () => {
    for (const choice of ["From Anna", "From Boris"]) {
      const { anna, boris } = two(create(TASK, "task", { summary: "Offer" }));
      anna.do(set(TASK, "summary", "From Anna"));
      boris.do(set(TASK, "summary", "From Boris"));
      exchange(anna, boris);
      for (const copy of [anna, boris]) {
        const [conflict, ...others] = copy.record(TASK)!.conflicts;
        expect(others).toEqual([]);
        expect(conflict?.field).toBe("summary");
        expect(conflict?.values.map(({ value, by }) => `${value} ${by}`).sort()).toEqual([
          `From Anna ${ANNA}`,
          `From Boris ${BORIS}`,
        ]);
        // What stands meanwhile comes first.
        expect(conflict?.values[0]?.value).toBe(copy.record(TASK)!.fields.summary);
      }
      anna.do(set(TASK, "summary", choice));
      boris.take(...anna.made);
      for (const copy of [anna, boris])
        expect(copy.record(TASK)).toMatchObject({ fields: { summary: choice }, conflicts: [] });
    }
  });

  test("that decide the same have no conflict", () => {
    const { anna, boris } = two(create(TASK, "task"));
    for (const copy of [anna, boris]) copy.do(set(TASK, "status", "completed"));
    exchange(anna, boris);
    for (const copy of [anna, boris]) expect(copy.record(TASK)!.conflicts).toEqual([]);
  });

  test("that write in one text keep the words of both", () => {
    const { anna, boris } = two(create(TASK, "task", { note: "one two" }));
    anna.do({
      do: "edit",
      record: TASK,
      field: "note",
      base: "one two",
      splice: { index: 0, remove: 3, insert: "1" },
    });
    boris.do({
      do: "edit",
      record: TASK,
      field: "note",
      base: "one two",
      splice: { index: 7, remove: 0, insert: " three" },
    });
    exchange(anna, boris);
    for (const copy of [anna, boris]) expect(copy.record(TASK)!.fields.note).toBe("1 two three");
  });

  test("one of which takes an item away while the other writes into it lose neither on undo", () => {
    const trip = "2026-11.trip";
    const item = { record: trip, list: "reservations", item: "flight01" } as const;
    const { anna, boris } = two(create(trip, "trip"), { do: "add", ...item, fields: { name: "RIX to VIE" } });
    anna.do({ do: "removeItem", ...item });
    boris.do({ do: "setItem", ...item, field: "name", value: "RIX to PRG" });
    exchange(anna, boris);
    same(anna, boris, trip);
    expect(anna.record(trip)!.lists).toEqual({});
    anna.do({ do: "add", ...item, fields: { name: "RIX to PRG" } });
    expect(anna.record(trip)!.lists.reservations).toEqual({ flight01: { name: "RIX to PRG" } });
  });

  test("show what a document opened anew shows, also of records that were read before the other's values came", () => {
    const { anna, boris } = two(create(TASK, "task", { summary: "Offer" }));
    const shows = (copy: Copy) => {
      const anew = openDocument(`${ANNA}00000002`, copy.saved());
      expect(copy.record(TASK)).toEqual(
        materialize(anew, TASK, { at: AT, by: copy.device }, () => undefined),
      );
    };
    for (const copy of [anna, boris]) shows(copy);
    // Each side's later values stand over its own earlier ones, and beside the other's.
    for (const text of ["From Anna", "Once more from Anna"]) anna.do(set(TASK, "summary", text));
    for (const text of ["From Boris", "Once more", "And again"]) boris.do(set(TASK, "summary", text));
    for (const copy of [anna, boris]) shows(copy);
    exchange(anna, boris);
    for (const copy of [anna, boris]) shows(copy);
    expect(anna.record(TASK)!.conflicts).toHaveLength(1);
    anna.do(set(TASK, "summary", "Settled"));
    boris.take(anna.made.at(-1)!);
    for (const copy of [anna, boris]) shows(copy);
    expect(boris.record(TASK)!.conflicts).toEqual([]);
  });

  test("are equal after everything that each did alone, in whatever order it is exchanged, and to a document opened anew", () => {
    const plans = fc.array(fc.tuple(fc.nat(1), anyAction), { minLength: 1, maxLength: 30, size: "max" });
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat(1000)), (steps, dice) => {
        const { anna, boris } = two(create("2026-11.first", "reply", { body: "Dear" }));
        for (const [who, plan] of steps) {
          const copy = [anna, boris][who]!;
          const record = copy.record(plan.record);
          const text =
            "field" in plan && record && Object.hasOwn(record.fields, plan.field)
              ? record.fields[plan.field]
              : "";
          copy.do(planned(plan, () => String(text)));
        }
        // Each change of the other alone and out of order: what depends on a later one waits for it.
        const mixed = (changes: readonly Uint8Array[]) =>
          changes
            .map((one) => [dice.next().value as number, one] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, one]) => one);
        for (const one of mixed(boris.made)) anna.take(one);
        for (const one of mixed(anna.made)) boris.take(one);
        for (const copy of [anna, boris]) expect(getMissingDeps(copy.doc, [])).toEqual([]);
        const anew = openDocument(`${ANNA}00000002`, anna.saved());
        for (const [, { record }] of steps) {
          same(anna, boris, record);
          expect(anna.record(record)).toEqual(
            materialize(anew, record, { at: AT, by: ANNA }, () => undefined),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
