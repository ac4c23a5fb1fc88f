import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { decodeChange, encodeChange, load, save } from "@automerge/automerge/slim";
import { beforeAll, describe, expect, test } from "vitest";
import { actorOf } from "../../shared/documents/actor.ts";
import { Admission } from "../../shared/documents/admission.ts";
import { MOST_ASSIGNED, MOST_MADE, MOST_OPERATIONS } from "../../shared/documents/change-size.ts";
import { GENESIS } from "../../shared/documents/genesis.ts";
import { type DecodedChange, readChange } from "../../shared/documents/history.ts";
import { atMost, inflateUpTo, OversizedError } from "../../shared/documents/inflate.ts";
import { bucketObject } from "../../shared/documents/record-maps.ts";
import { concat } from "../../shared/protocol/bytes.ts";
import type { FieldDefinition } from "../../shared/records/define.ts";
import { kindOf } from "../../shared/records/kinds.ts";
import { maxLength } from "../../shared/records/value.ts";
import { ANNA, BORIS, bringUpAutomerge, Copy, create, set } from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const NAME = "2026-11";
const TASK = `${NAME}.task`;
const BEHIND_GENESIS = 33;
const ACTOR = actorOf(BORIS, "00000001");
type Made = Parameters<typeof encodeChange>[0];

/** A change of Boris's, made by hand: what no program of ours makes. */
const crafted = (ops: readonly object[], more: Partial<Made> = {}) =>
  readChange(
    encodeChange({
      actor: actorOf(BORIS, "00000001"),
      seq: 1,
      startOp: BEHIND_GENESIS,
      time: 0,
      deps: [decodeChange(GENESIS).hash],
      ops: ops.map((op) => ({ insert: false, pred: [], ...op })),
      ...more,
    } as unknown as Made),
  );
const making = (record: string, bucket = record) => ({
  action: "makeMap",
  obj: bucketObject(bucket),
  key: record,
});
const refusalOf = (copy: Copy, change: ReturnType<typeof readChange>) =>
  new Admission(copy.doc, NAME).refusal(change);

describe("A change is let into a document", () => {
  test("where it is one that is made here", () => {
    const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
    anna.do(create(TASK, "task", { summary: "Offer", note: "Dear Ms Caller" }));
    anna.do(set(TASK, "urgent", true));
    const admission = new Admission(boris.doc, NAME);
    for (const bytes of anna.made) expect(admission.refusal(readChange(bytes))).toBeNull();
    boris.take(...anna.made);
    boris.do(set(TASK, "urgent", false));
    expect(refusalOf(anna, readChange(boris.made[0]!))).toBeNull();
  });

  test("where it settles what was decided twice, for the value that stands as for the other", () => {
    for (const value of ["one", "two", null]) {
      const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
      anna.do(create(TASK, "task", { summary: "Offer" }));
      boris.take(...anna.made);
      anna.do(set(TASK, "assignee", "one"));
      boris.do(set(TASK, "assignee", value === null ? null : "two"));
      anna.take(...boris.made);
      boris.take(...anna.made);
      anna.do(set(TASK, "assignee", value));
      expect(refusalOf(boris, readChange(anna.made[2]!))).toBeNull();
      boris.take(anna.made[2]!);
      for (const copy of [anna, boris]) {
        expect(copy.record(TASK)?.conflicts).toEqual([]);
        expect(copy.record(TASK)?.fields.assignee).toBe(value ?? undefined);
      }
    }
  });

  test("not where it puts a record of another document there, or one into another bucket", () => {
    const copy = new Copy(ANNA);
    expect(refusalOf(copy, crafted([making(TASK)]))).toBeNull();
    for (const op of [
      making("lasting.task"),
      making("2026-10.task"),
      making("task"),
      making(TASK, "2026-11.another"),
      { action: "set", obj: bucketObject(TASK), key: TASK, value: 1 },
      { action: "makeMap", obj: "_root", key: "b00" },
      { action: "set", obj: "_root", key: "b00", value: 1 },
    ])
      expect(refusalOf(copy, crafted([op])), JSON.stringify(op)).toContain("no record of its document");
  });

  test("not where it takes a record out, or puts another one in its place as if there were none", () => {
    const copy = new Copy(ANNA);
    copy.do(create(TASK, "task", { summary: "Offer" }));
    const [honest] = copy.made.map(readChange);
    const over = `${honest!.startOp}@${honest!.actor}`;
    const behind = { deps: [honest!.hash], startOp: honest!.startOp + honest!.ops.length };
    expect(
      refusalOf(copy, crafted([{ action: "del", obj: bucketObject(TASK), key: TASK, pred: [over] }], behind)),
    ).toContain("no record of its document");
    expect(refusalOf(copy, crafted([making(TASK)]))).toContain("in the place of another's");
    // In one batch with the change that made it, too.
    const admission = new Admission(new Copy(BORIS).doc, NAME);
    expect(admission.refusal(honest!)).toBeNull();
    expect(admission.refusal(crafted([making(TASK)]))).toContain("in the place of another's");
  });

  test("not where it does what history would not show: takes a value or an item away, or changes what a record is", () => {
    const copy = new Copy(ANNA);
    copy.do(create(TASK, "task", { summary: "Offer", note: "Dear Ms Caller" }));
    copy.do({ do: "add", record: TASK, list: "attendees", item: "one", fields: { name: "Sample Caller" } });
    const [made, added] = copy.made.map(readChange) as [DecodedChange, DecodedChange];
    const idOf = (change: DecodedChange, key: string) =>
      `${change.startOp + change.ops.findIndex((op) => op.key === key)}@${change.actor}`;
    const record = idOf(made, TASK);
    const item = idOf(added, "attendees/one");
    const behind = { deps: [added.hash], startOp: added.startOp + added.ops.length };
    const refusal = (op: object) => refusalOf(copy, crafted([op], behind));
    const field = (key: string, more: object) => ({ action: "set", obj: record, key, value: "x", ...more });
    const over = { pred: [idOf(made, "summary")] };
    expect(refusal(field("summary", over))).toBeNull();
    expect(refusal({ ...field("name", {}), obj: item })).toBeNull();
    const another = { action: "makeMap", obj: record, key: "attendees/two" };
    expect(refusal(another)).toBeNull();
    // An item in another's place, which is then as good as taken away: in the document, or in the same batch.
    const again = { action: "makeMap", obj: record, key: "attendees/one" };
    expect(refusal(again)).toContain("in the place of another's");
    const admission = new Admission(new Copy(BORIS).doc, NAME);
    for (const change of [made, added]) expect(admission.refusal(change)).toBeNull();
    expect(admission.refusal(crafted([again], behind))).toContain("in the place of another's");
    const character = { obj: idOf(made, "note"), elemId: `${made.startOp + 40}@${made.actor}` };
    expect(refusal({ action: "set", ...character, insert: true, value: "x" })).toBeNull();
    expect(refusal({ action: "del", ...character, pred: [character.elemId] })).toBeNull();
    for (const op of [
      field("kind", { pred: [idOf(made, "kind")] }),
      field("createdAt", { pred: [idOf(made, "createdAt")] }),
      field("createdBy", { pred: [idOf(made, "createdBy")] }),
      { action: "del", obj: record, key: "summary", ...over },
      { action: "del", obj: record, key: "attendees/one", pred: [item] },
      { action: "del", obj: item, key: "name", pred: [idOf(added, "name")] },
      { action: "makeText", obj: record, key: "summary", ...over },
      { action: "makeText", obj: record, key: "summary" },
      { action: "makeList", obj: record, key: "attendees/two" },
      { action: "makeMap", obj: record, key: "summary" },
      { action: "makeMap", obj: record, key: "attendees/one", pred: [item] },
      { action: "makeMap", obj: item, key: "name" },
      field("attendees/one", { pred: [item] }),
      { action: "inc", obj: record, key: "summary", value: 1, ...over },
      { action: "set", ...character, value: "x", pred: [character.elemId] },
      { action: "makeMap", ...character, insert: true },
    ])
      expect(refusal(op), JSON.stringify(op)).toContain("history would not show");
  });

  test("not where it counts its operations from anywhere but the end of those before it", () => {
    const copy = new Copy(ANNA);
    for (const startOp of [1, BEHIND_GENESIS - 1, BEHIND_GENESIS + 1, 2 ** 25, 2 ** 31])
      expect(refusalOf(copy, crafted([making(TASK)], { startOp })), String(startOp)).toContain("follow");
    const waiting = { deps: ["00".repeat(32)] };
    expect(refusalOf(copy, crafted([making(TASK)], waiting))).toBeNull();
    expect(refusalOf(copy, crafted([making(TASK)], { ...waiting, startOp: 2 ** 25 }))).toContain("follow");
  });

  test("(for Automerge itself takes such a change, and cannot load what it has saved then)", () => {
    const copy = new Copy(ANNA);
    const change = encodeChange({
      actor: actorOf(BORIS, "00000001"),
      seq: 1,
      startOp: 2 ** 31,
      time: 0,
      message: null,
      deps: [decodeChange(GENESIS).hash],
      ops: [{ ...making(TASK), insert: false, pred: [] }],
    } as unknown as Made);
    copy.take(change);
    const saved = save(copy.doc);
    expect(() => load(saved)).toThrow();
  });

  test("not where it had waited and turns out not to follow what it waited for", () => {
    const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
    anna.do(create(TASK, "task", { summary: "Offer" }));
    const [made] = anna.made.map(readChange);
    const late = encodeChange({
      actor: actorOf(ANNA, "00000002"),
      seq: 1,
      startOp: made!.startOp + made!.ops.length + 1_000,
      time: 0,
      message: null,
      deps: [made!.hash],
      ops: [{ ...making("2026-11.another"), insert: false, pred: [] }],
    } as unknown as Made);
    expect(refusalOf(boris, readChange(late))).toBeNull();
    boris.take(late);
    expect(() => boris.take(...anna.made)).toThrow("had waited");
  });
});

describe("A change is read", () => {
  test("as of an instant that has a name, whatever its author wrote there", () => {
    for (const time of [-9e15, 9e15]) {
      const read = crafted([making(TASK)], { time });
      expect(() => new Date(read.time * 1000).toISOString()).not.toThrow();
    }
    expect(crafted([making(TASK)], { time: 1_700_000_000 }).time).toBe(1_700_000_000);
  });

  test("where a whole text takes another's place, of the longest that a field takes", () => {
    const copy = new Copy(ANNA);
    const [length, longest] = [1_000, maxLength({ type: "prose" } as FieldDefinition)];
    const splice = { index: 0, remove: length, insert: "b".repeat(length) };
    copy.do(create(TASK, "task", { note: "a".repeat(length) }));
    copy.do({ do: "edit", record: TASK, field: "note", base: "a".repeat(length), splice });
    const { ops } = readChange(copy.made[1]!);
    expect(ops).toHaveLength(2 * length);
    expect((ops.length / length) * longest).toBeLessThan(MOST_OPERATIONS);
  });

  test("not where a hundred bytes stand for more operations than anybody makes", () => {
    expect(readChange(runs(3)).ops).toHaveLength(3);
    for (const ops of [MOST_OPERATIONS + 1, 2 ** 31, 2 ** 52])
      expect(() => readChange(runs(ops))).toThrow("than anybody makes");
    for (const column of [0x15, 0x34, 0x42, 0x56, 0x70])
      expect(() => readChange(runs(1, column)), String(column)).toThrow("than anybody makes");
  });

  test("not where it makes more records, or assigns more, than anybody does at once", () => {
    const records = (count: number) =>
      Array.from({ length: count }, (_, n) => making(`${NAME}.${String(n).padStart(20, "0")}`));
    expect(crafted(records(MOST_MADE)).ops).toHaveLength(MOST_MADE);
    expect(() => crafted(records(MOST_MADE + 1))).toThrow("than anybody makes");
    const fields = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        action: "set",
        obj: `33@${ACTOR}`,
        key: `f${n}`,
        value: n,
      }));
    expect(crafted([making(TASK), ...fields(MOST_ASSIGNED - 1)]).ops).toHaveLength(MOST_ASSIGNED);
    expect(() => crafted([making(TASK), ...fields(MOST_ASSIGNED)])).toThrow("than anybody makes");
  });

  test("where it is of as many commands as are ever drained at once, with every field of theirs", () => {
    const copy = new Copy(ANNA);
    const { fields } = kindOf("trip")!;
    const all = Object.fromEntries(Object.keys(fields).map((name) => [name, "x"]));
    copy.do(
      ...Array.from({ length: 500 }, (_, n) => create(`${NAME}.${String(n).padStart(20, "0")}`, "trip", all)),
    );
    expect(readChange(copy.made[0]!).ops.length).toBeGreaterThan(500 * Object.keys(all).length);
  });

  test("not where its content is deflated from more than anybody makes", async () => {
    const deflated = deflateRawSync(new Uint8Array(16 * 1024 * 1024));
    expect(deflated.length).toBeLessThan(20_000);
    expect(() => readChange(chunk(2, deflated))).toThrow("than anybody makes");
    expect(inflateUpTo(16 * 1024 * 1024, deflated)).toHaveLength(16 * 1024 * 1024);
    expect(() => inflateUpTo(16 * 1024 * 1024 - 1, deflated)).toThrow(OversizedError);
    const through = (most: number) =>
      new Response(new Blob([new Uint8Array(100_000)]).stream().pipeThrough(atMost(most))).bytes();
    expect(await through(100_000)).toHaveLength(100_000);
    await expect(through(99_999)).rejects.toThrow(OversizedError);
  });
});

const leb = (value: number): number[] => {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push((left % 128) + (left >= 128 ? 128 : 0));
    if (left < 128) return bytes;
  }
};
/** Of a positive number; one more byte keeps its sign. */
const signed = (value: number): number[] => [...leb(value).with(-1, leb(value).at(-1)! | 128), 0];

function chunk(type: number, content: Uint8Array): Uint8Array {
  const rest = concat(new Uint8Array([type, ...leb(content.length)]), content);
  const checksum = createHash("sha256").update(rest).digest().subarray(0, 4);
  return concat(new Uint8Array([0x85, 0x6f, 0x4a, 0x83]), checksum, rest);
}

/** A change that sets one key so many times, each column a run of one value; or one column of it that is longer. */
function runs(ops: number, longer?: number): Uint8Array {
  const many = (column: number) => (column === longer ? 2 ** 40 : ops);
  const columns: [number, number[]][] = [
    [0x15, [...signed(many(0x15)), 1, "k".charCodeAt(0)]],
    [0x34, leb(many(0x34))],
    [0x42, [...signed(many(0x42)), 1]],
    [0x56, [...signed(many(0x56)), 0]],
    [0x70, [...signed(many(0x70)), 0]],
  ];
  const actor = actorOf(BORIS, "00000001")
    .match(/../g)!
    .map((hex) => Number.parseInt(hex, 16));
  const dep = decodeChange(GENESIS)
    .hash.match(/../g)!
    .map((hex) => Number.parseInt(hex, 16));
  return chunk(
    1,
    new Uint8Array([
      ...[1, ...dep, actor.length, ...actor, 1, BEHIND_GENESIS, 0, 0, 0, columns.length],
      ...columns.flatMap(([spec, data]) => [...leb(spec), ...leb(data.length)]),
      ...columns.flatMap(([, data]) => data),
    ]),
  );
}
