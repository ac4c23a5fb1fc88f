import { getHeads } from "@automerge/automerge/slim";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { deviceOfActor } from "../../shared/documents/actor.ts";
import type { Action } from "../../shared/documents/command.ts";
import { type HistoryRow, historyRows, readChange, tellHistory } from "../../shared/documents/history.ts";
import { placeOf } from "../../shared/documents/record-maps.ts";
import { cpuTime } from "../cpu-time.ts";
import { ANNA, BORIS, bringUpAutomerge, Copy, create, deviceId, set } from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const REPLY = "2026-11.reply";

/** The history of a record as the store gathers it, from changes in the order in which a device got them. */
function historyOf(copy: Copy, changes: readonly Uint8Array[], record = REPLY) {
  const rows: HistoryRow[] = changes.flatMap((bytes) =>
    historyRows(readChange(bytes), (id) => placeOf(copy.doc, id)),
  );
  return tellHistory(
    rows.filter((row) => row.record === record),
    deviceOfActor,
  );
}
const edit = (base: string, index: number, remove: number, insert: string): Action => ({
  do: "edit",
  record: REPLY,
  field: "body",
  base,
  splice: { index, remove, insert },
});

describe("history", () => {
  test("asks once where a text lies, however many letters were written there", () => {
    const anna = new Copy(ANNA);
    anna.do(
      create(REPLY, "reply", { body: "a".repeat(500) }),
      edit("a".repeat(500), 0, 500, "b".repeat(500)),
    );
    const asked: string[] = [];
    const change = readChange(anna.made[0]!);
    const [row] = historyRows(change, (object) => {
      asked.push(object);
      return placeOf(anna.doc, object);
    });
    expect(change.ops.length).toBeGreaterThan(1_000);
    expect(asked.length).toBeLessThan(20);
    expect(row?.operations.some((operation) => "text" in operation)).toBe(true);
  });

  test("says who, when, which field, from what to what, the newest first", () => {
    const anna = new Copy(ANNA);
    anna.do(create(REPLY, "reply", { subject: "Offer", body: "Dear Ms Caller" }));
    anna.do(set(REPLY, "subject", "Our offer"));
    anna.do({ do: "add", record: REPLY, list: "notes", item: "note1", fields: { text: "first" } });
    anna.do({ do: "setItem", record: REPLY, list: "notes", item: "note1", field: "text", value: "second" });
    const told = historyOf(anna, anna.made).map(({ id: _, at, ...entry }) => ({
      ...entry,
      at: at.slice(11, 19),
    }));
    expect(told).toEqual([
      { field: "notes/note1/text", before: "first", after: "second", by: ANNA, at: "10:04:00" },
      { field: "notes/note1/text", before: null, after: "first", by: ANNA, at: "10:03:00" },
      { field: "subject", before: "Offer", after: "Our offer", by: ANNA, at: "10:02:00" },
      { field: "", before: null, after: null, by: ANNA, at: "10:01:00" },
    ]);
  });

  test("tells of a text what was taken away and what was written, one sitting as one entry", () => {
    const anna = new Copy(ANNA);
    anna.do(create(REPLY, "reply", { body: "Dear Ms Caller" }));
    anna.do(edit("Dear Ms Caller", 5, 2, "Mrs"));
    anna.do(edit("Dear Mrs Caller", 15, 0, " ❤️"));
    const [entry, ...rest] = historyOf(anna, anna.made);
    expect(entry).toMatchObject({ field: "body", by: ANNA });
    // The letters that both have, "M" and "s", may count as kept.
    expect(String(entry?.after)).toContain(" ❤️");
    expect(String(entry?.before).length).toBeLessThanOrEqual(2);
    expect(rest).toHaveLength(1);
  });

  test("is read in time that grows with the text, not with its square", () => {
    const time = (length: number) => {
      const anna = new Copy(ANNA);
      anna.do(create(REPLY, "reply", { body: "x".repeat(length) }));
      const change = readChange(anna.made[0]!);
      let rows: ReturnType<typeof historyRows> = [];
      const time = cpuTime(() => {
        rows = historyRows(change, (id) => placeOf(anna.doc, id));
      });
      expect(rows[0]?.operations.at(-1)).toMatchObject({
        text: "body",
        came: [[expect.any(Number), "x".repeat(length)]],
      });
      return time;
    };
    time(2_000);
    // Ten times the text: a square would take a hundred times as long.
    expect(time(50_000)).toBeLessThan(40 * Math.max(time(5_000), 2));
  });

  test("is the same on every device, in whatever order the changes came", () => {
    const step = fc.tuple(fc.nat(2), fc.nat(4), fc.string({ unit: "grapheme", maxLength: 4 }));
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 15 }),
        fc.infiniteStream(fc.nat(1000)),
        (steps, dice) => {
          const authors = [new Copy(ANNA), new Copy(BORIS), new Copy(deviceId(0xc))];
          const first = authors[0]!;
          first.do(create(REPLY, "reply", { subject: "Offer", body: "text" }));
          for (const other of authors.slice(1)) other.take(...first.made);
          for (const [who, what, text] of steps) {
            const author = authors[who]!;
            const body = String(author.record(REPLY)?.fields.body);
            if (what === 0)
              author.do(edit(body, 0, body.length > 0 && body[0]!.isWellFormed() ? 1 : 0, text));
            else if (what === 1) author.do(set(REPLY, "subject", text));
            else if (what === 2)
              author.do({
                do: "add",
                record: REPLY,
                list: "notes",
                item: `i${text.length}`,
                fields: { text },
              });
            else if (what === 3) author.take(...authors[(who + 1) % 3]!.made);
            else author.do(edit(body, body.length, 0, text));
          }
          const all = authors.flatMap(({ made }) => made);
          const shuffled = all
            .map((change) => [dice.next().value as number, change] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, change]) => change);
          const [left, right] = [new Copy(deviceId(0xd)), new Copy(deviceId(0xe))];
          left.take(...all);
          for (const change of shuffled) right.take(change);
          expect(getHeads(right.doc)).toEqual(getHeads(left.doc));
          expect({ ...right.record(REPLY), updatedBy: "" }).toEqual({ ...left.record(REPLY), updatedBy: "" });
          expect(historyOf(right, shuffled)).toEqual(historyOf(left, all));
          expect(historyOf(left, all).at(-1)).toMatchObject({
            field: "",
            by: ANNA,
            at: "2026-11-22T10:01:00.000Z",
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
