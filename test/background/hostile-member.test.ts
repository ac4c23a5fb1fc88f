/** A member whose program was changed: it seals and signs as it should, and sends what no program of ours makes. */
import { change, decodeChange, encodeChange, getLastLocalChange } from "@automerge/automerge/slim";
import { beforeAll, describe, expect, test } from "vitest";
import type { Query } from "../../extension/port/surface.ts";
import { actorOf } from "../../shared/documents/actor.ts";
import { GENESIS } from "../../shared/documents/genesis.ts";
import { bucketOf } from "../../shared/documents/layout.ts";
import { openDocument } from "../../shared/documents/open-document.ts";
import { bucketObject } from "../../shared/documents/record-maps.ts";
import { toHex } from "../../shared/protocol/bytes.ts";
import { COMMON_FIELDS } from "../../shared/records/define.ts";
import { KINDS, kindOf } from "../../shared/records/kinds.ts";
import { documentOf, newRecordId } from "../../shared/records/new-record.ts";
import { infoOf, office, upToDate, write, written } from "./office.ts";
import { command, creation, type Device, random, until } from "./world.ts";

type Op = Record<string, unknown> & { action: string };
const AT = "2026-11-22T10:00:00.000Z";
/** What a field is not made for, whatever it is made for. */
const ODD = [
  "",
  "\u202egnp.exe",
  "9".repeat(400),
  "2026-99-99",
  "-000001-01-01T00:00:00Z",
  "{",
  -1,
  1e308,
  true,
];

/** What Automerge keeps and no program of ours writes. */
const ODD_TYPES = [
  { value: 7, datatype: "counter" },
  { value: 9e15, datatype: "timestamp" },
  { value: -9e15, datatype: "timestamp" },
  { value: 2 ** 53, datatype: "uint" },
  { value: -(2 ** 60), datatype: "int" },
];

/** Names that every object answers to. */
const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];

let owner: Device;
let colleague: Device;
let hostile: Device;
let desk: string;
let me: string;

beforeAll(async () => {
  const made = await office("assistant", "assistant");
  [colleague, hostile] = made.others as [Device, Device];
  ({ owner, desk } = made);
  me = await hostile.engine.deviceOn(desk);
}, 120_000);

/** A change of the hostile member's, by an actor of its own, behind what every document begins with or something else. */
const crafted = (ops: readonly Op[], more: Record<string, unknown> = {}) => {
  const actor = actorOf(me, toHex(random(4)));
  const told = ops.map((op) => ({
    insert: false,
    pred: [],
    ...op,
    ...(op.obj === "made" ? { obj: `33@${actor}` } : {}),
  }));
  const { hash } = decodeChange(GENESIS);
  const said = { actor, seq: 1, startOp: 33, time: 0, message: null, deps: [hash], ops: told, ...more };
  return encodeChange(said as unknown as Parameters<typeof encodeChange>[0]);
};
/** A record with what only Automerge itself writes into a change: bytes, numbers that are none, lists. */
function madeByAutomerge(record: string, kind: string, names: readonly string[]): Uint8Array {
  const doc = openDocument(actorOf(me, toHex(random(4))));
  const odd = [
    new Uint8Array([1, 2, 3]),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    ["x"],
    new Date(8.64e15),
    "text",
  ];
  const values = Object.fromEntries(names.map((name, n) => [name, odd[n % odd.length]]));
  const made = change(doc, (draft) => {
    (draft as Record<string, Record<string, unknown>>)[bucketOf(record)]![record] = { ...values, kind };
  });
  return getLastLocalChange(made)!;
}
const making = (record: string): Op => ({ action: "makeMap", obj: bucketObject(record), key: record });
const setting = (key: string, value: unknown): Op => ({ action: "set", obj: "made", key, value });
const fresh = (kind: string) => newRecordId(documentOf(kindOf(kind)!, AT), random(16));

/** Sends changes as they are, and waits until the owner has made something of the last of them. */
async function send(document: string, changes: readonly Uint8Array[]): Promise<void> {
  for (const change of changes) await hostile.db.add("outbox", { desk, document, change });
  await write(hostile, `behind ${toHex(random(4))}`);
  await written(hostile);
  const counter = (await hostile.db.get("chains", [desk, me]))!.counter;
  for (const one of [owner, colleague])
    await until(async () => (await one.db.get("chains", [desk, me]))?.counter === counter);
}

/** Every question that a surface asks of a desk, each answered with something that a port carries. */
async function answersAll({ engine, db }: Device): Promise<void> {
  const kinds = Object.keys(KINDS);
  const rows = { q: "rows", desk } as const;
  const questions: Query[] = [
    { q: "state" },
    ...(["due", "at", "updated"] as const).map((order): Query => ({ ...rows, order, grouped: true })),
    { ...rows, open: true, dueBefore: AT },
    { ...rows, search: "gnp" },
    { ...rows, desk: "all", grouped: true },
    { q: "people", desk },
    { q: "records", desk, kinds },
    { q: "counts", desk },
    { q: "delegations", desk },
    { q: "person", desk, name: "gnp", phone: "999999999", email: "a@example.com" },
    ...(await db.getAll("records")).map(({ id }): Query => ({ q: "record", desk, id })),
  ];
  for (const query of questions)
    if (query.q !== "mail" && query.q !== "viewing" && query.q !== "showing" && query.q !== "presence")
      expect(JSON.stringify(await engine.answer(query)), JSON.stringify(query)).toBeTypeOf("string");
}

describe("What a member sends whose program was changed", () => {
  test("takes no colleague's record out or its place, in its own document or in another, and is refused by name", async () => {
    const task = creation("task", { summary: "as it was" });
    await owner.engine.submit(desk, [task.command]);
    await until(async () => (await hostile.db.get("records", [desk, task.id])) !== undefined);
    const [document = ""] = task.id.split(".");
    const honest = (await hostile.db.getAll("changes"))
      .map(({ bytes }) => decodeChange(bytes))
      .find(({ ops }) => ops.some(({ key }) => key === task.id))!;
    const made = `${honest.startOp + honest.ops.findIndex(({ key }) => key === task.id)}@${honest.actor}`;
    const behind = { deps: [honest.hash], startOp: honest.startOp + honest.ops.length };
    const before = (await infoOf(owner)).unread.length;
    const other = [making(task.id), setting("kind", "call"), setting("summary", "taken over")];
    await send(document, [
      crafted(other),
      crafted([{ action: "del", obj: bucketObject(task.id), key: task.id, pred: [made] }], behind),
      crafted([{ action: "set", obj: "_root", key: "b00", value: 1 }]),
    ]);
    await send("lasting", [crafted(other), crafted([{ ...making(task.id), obj: `1@${"0".repeat(40)}` }])]);
    for (const one of [owner, colleague]) {
      const stored = await one.db.get("records", [desk, task.id]);
      expect(stored?.record).toMatchObject({ kind: "task", fields: { summary: "as it was" } });
    }
    const unread = (await infoOf(owner)).unread.slice(before);
    expect(unread).toHaveLength(5);
    for (const each of unread) expect(each).toMatchObject({ why: "refused", device: me });
  });

  test("takes nothing of a record away without a trace, nor makes it another's or something else", async () => {
    const task = creation("task", { summary: "as it was", classification: "privileged" });
    await owner.engine.submit(desk, [task.command]);
    await until(async () => (await hostile.db.get("records", [desk, task.id])) !== undefined);
    const [document = ""] = task.id.split(".");
    const honest = (await hostile.db.getAll("changes"))
      .map(({ bytes }) => decodeChange(bytes))
      .find(({ ops }) => ops.some(({ key }) => key === task.id))!;
    const idOf = (key: string) =>
      `${honest.startOp + honest.ops.findIndex((op) => op.key === key)}@${honest.actor}`;
    const behind = { deps: [honest.hash], startOp: honest.startOp + honest.ops.length };
    const inRecord = (op: Op) => crafted([{ obj: idOf(task.id), pred: [idOf(`${op.key}`)], ...op }], behind);
    await send(document, [
      inRecord({ action: "del", key: "classification" }),
      inRecord({ action: "del", key: "summary" }),
      inRecord({ action: "set", key: "kind", value: "no kind" }),
      inRecord({ action: "makeText", key: "summary" }),
    ]);
    const own = fresh("task");
    await send(documentOf(kindOf("task")!, AT), [
      crafted([
        making(own),
        setting("kind", "task"),
        setting("createdAt", AT),
        setting("createdBy", await owner.engine.deviceOn(desk)),
      ]),
    ]);
    for (const one of [owner, colleague]) {
      const stored = await one.db.get("records", [desk, task.id]);
      expect(stored?.record).toMatchObject({
        kind: "task",
        fields: { summary: "as it was", classification: "privileged" },
      });
      expect((await one.db.get("records", [desk, own]))?.record.createdBy, "whose it is").toBe(me);
    }
  });

  test("ends nobody's work by numbers without end: of times, operations, sequences", async () => {
    const long = (time: number, ops: readonly Op[], more = {}) => crafted(ops, { time, ...more });
    const record = (n: number) => `lasting.${String(n).padStart(20, "0")}`;
    const ofKind = (n: number) => [making(record(n)), setting("kind", "contact"), setting("fn", `No. ${n}`)];
    await send("lasting", [
      long(9e15, ofKind(1)),
      long(-9e15, ofKind(2)),
      ...[2 ** 25, 2 ** 31, 2 ** 32 - 1, 2 ** 52].map((startOp, n) =>
        long(0, [making(record(n + 3))], { startOp }),
      ),
      ...[0, 2, 2 ** 31].map((seq, n) => long(0, [making(record(n + 7))], { seq })),
      long(0, ofKind(10), { startOp: 2 ** 23, deps: ["00".repeat(32)] }),
    ]);
    await write(colleague, "goes on");
    await written(colleague);
    const contact = creation("contact", { fn: "Sample Caller" });
    await owner.engine.submit(desk, [contact.command]);
    await until(async () => (await colleague.db.get("records", [desk, contact.id])) !== undefined);
    for (const one of [owner, colleague]) {
      await upToDate(one);
      expect(await one.db.get("records", [desk, record(1)])).toBeDefined();
      expect(await one.db.get("records", [desk, record(2)])).toBeDefined();
      await answersAll(one);
    }
  });

  test("ends nobody's work by values that no field is made for", async () => {
    for (const kind of Object.values(KINDS)) {
      const fields = { ...COMMON_FIELDS, ...kind.fields, status: null, deletedAt: null };
      const changes = ODD.map((odd) =>
        crafted([
          making(fresh(kind.kind)),
          setting("kind", kind.kind),
          ...(typeof odd === "string" ? [setting("createdAt", odd), setting("createdBy", odd)] : []),
          ...Object.keys(fields)
            .filter((name) => name !== "deletedAt")
            .map((name) => setting(name, odd)),
          setting("reservations/odd000000000", odd),
        ]),
      );
      for (const { value, datatype } of ODD_TYPES)
        changes.push(
          crafted([
            making(fresh(kind.kind)),
            setting("kind", kind.kind),
            ...Object.keys(fields).map((name) => ({ ...setting(name, value), datatype })),
            { action: "makeMap", obj: "made", key: "reservations/odd000000001" },
          ]),
        );
      changes.push(madeByAutomerge(fresh(kind.kind), kind.kind, Object.keys(fields)));
      await send(documentOf(kind, AT), changes);
    }
    for (const one of [owner, colleague]) {
      expect((await one.db.getAll("records")).length).toBeGreaterThan(Object.keys(KINDS).length * ODD.length);
      await answersAll(one);
      expect(one.errors.filter((error) => !String(error).includes("is not in the desk"))).toEqual([]);
    }
    await owner.engine.submit(desk, [
      command({ do: "create", record: fresh("task"), kind: "task", fields: {} }),
    ]);
    await written(owner);
  });

  test("reaches nothing by names that every object has: as document, record, kind, field, list, item and value", async () => {
    const before = [Object.prototype, Array.prototype, Map.prototype].map(Object.getOwnPropertyNames);
    const [document = ""] = fresh("trip").split(".");
    const changes = INHERITED.flatMap((name) => [
      crafted([
        making(fresh("trip")),
        setting("kind", "trip"),
        ...["title", "status", "classification", "assignee", "principal", name].map((field) =>
          setting(field, name),
        ),
        { action: "makeMap", obj: "made", key: `reservations/${name}` },
        { action: "makeMap", obj: "made", key: `${name}/${name}` },
      ]),
      crafted([making(fresh("trip")), setting("kind", name), setting(name, name)]),
      crafted([making(`${document}.${name}`), setting("kind", "trip"), setting("title", name)]),
    ]);
    for (const name of INHERITED)
      await hostile.db.add("outbox", { desk, document: name, change: crafted([making(`${name}.${name}`)]) });
    await send(document, changes);
    for (const one of [owner, colleague]) {
      for (const name of INHERITED)
        expect(await one.db.get("records", [desk, `${document}.${name}`])).toBeDefined();
      await answersAll(one);
    }
    expect([Object.prototype, Array.prototype, Map.prototype].map(Object.getOwnPropertyNames)).toEqual(
      before,
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    await write(owner, "goes on");
    await written(owner);
  });
});
