import "fake-indexeddb/auto";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import { readPolicy } from "../../extension/background/policy.ts";
import { callSchema } from "../../extension/port/calls.ts";
import { readKept } from "../../extension/port/kept-line.ts";
import { readOpening } from "../../extension/port/last-opening.ts";
import { readLook } from "../../extension/port/look.ts";
import { pageMessageSchema, pageRequestSchema } from "../../extension/port/page.ts";
import { querySchema } from "../../extension/port/queries.ts";
import { readView } from "../../extension/surfaces/desk/view.ts";
import { verifyAudit } from "../../shared/audit/verify.ts";
import type { Action } from "../../shared/documents/command.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { command, creation, type Device, device } from "./world.ts";

/** Names that every object answers to, whether or not somebody put something there. */
const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];

/** `Object.prototype` and its like, property by property. */
const untouched = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype].map((each) =>
    Object.getOwnPropertyNames(each)
      .map((name) => {
        const { value, get } = Object.getOwnPropertyDescriptor(each, name)!;
        return `${name} ${typeof value} ${typeof get}`;
      })
      .join(),
  );

/** Everything that a command names, with one of these names in that place; the others as they should be. */
function actionsWith(name: string, record: string): Action[] {
  const kinds = Object.keys(KINDS);
  const fields = JSON.parse(`{"${name}": "x", "summary": {"${name}": "x"}}`);
  const item = "item00000001";
  return [
    ...kinds.map((kind): Action => ({ do: "create", record: name, kind, fields: {} })),
    { do: "create", record: "2026-11.fresh0000000000000000", kind: name, fields: {} },
    ...kinds.map((kind): Action => ({ do: "create", record: "2026-11.other000000000000000", kind, fields })),
    { do: "set", record: name, field: "summary", value: "x" },
    { do: "set", record, field: name, value: "x" },
    { do: "set", record, field: `${name}.${name}`, value: "x" },
    { do: "set", record, field: "status", value: name },
    { do: "set", record, field: "classification", value: name },
    { do: "set", record, field: "priority", value: name },
    { do: "edit", record, field: name, base: "", splice: { index: 0, remove: 0, insert: "x" } },
    { do: "add", record, list: name, item, fields: {} },
    { do: "add", record, list: "reservations", item: name, fields: {} },
    { do: "add", record, list: "reservations", item, fields },
    { do: "setItem", record, list: name, item, field: "title", value: "x" },
    { do: "setItem", record, list: "reservations", item: name, field: "title", value: "x" },
    { do: "setItem", record, list: "reservations", item: "booking00001", field: name, value: "x" },
    { do: "removeItem", record, list: name, item },
    { do: "removeItem", record, list: "reservations", item: name },
  ];
}

describe("A name that every object has", () => {
  const open: Device[] = [];
  afterEach(() => {
    for (const { engine } of open.splice(0)) engine.close();
  });

  it.each(INHERITED)(
    "%s as every id and field of every command changes no prototype, and nothing else",
    async (name) => {
      const before = untouched();
      const one = await device();
      open.push(one);
      const desk = await one.engine.desks.create("Board office", "Assistant 1");
      const task = creation("task", { summary: "as it was" });
      const trip = creation("trip", { title: "as it was" });
      const booking = command({
        do: "add",
        record: trip.id,
        list: "reservations",
        item: "booking00001",
        fields: { title: "as it was" },
      });
      await one.engine.submit(desk, [task.command, trip.command, booking]);
      await one.engine.settled();
      // Refused, or taken for what it is: a name. Some are an item's own id, which may be any word.
      for (const record of [task.id, trip.id])
        for (const action of actionsWith(name, record))
          await one.engine.submit(desk, [command(action)]).catch(() => {});
      await one.engine.settled();
      const now = async (id: string) => (await one.engine.answer({ q: "record", desk, id }))?.record;
      expect((await now(task.id))?.fields).toEqual({ summary: "as it was", note: "" });
      const journey = await now(trip.id);
      expect(journey?.fields).toEqual({ title: "as it was", note: "" });
      expect(Object.keys(journey?.lists ?? {})).toEqual(["reservations"]);
      expect(journey?.lists.reservations?.booking00001).toEqual({ title: "as it was" });
      expect(untouched()).toEqual(before);
      expect(({} as Record<string, unknown>).x).toBe(undefined);
    },
  );

  it.each(INHERITED)("%s as every id of every question finds nothing", async (name) => {
    const before = untouched();
    const one = await device();
    open.push(one);
    const desk = await one.engine.desks.create("Board office", "Assistant 1");
    await one.engine.submit(desk, [creation("task", { summary: "as it was" }).command]);
    await one.engine.settled();
    expect(await one.engine.answer({ q: "record", desk, id: name })).toBe(null);
    expect(await one.engine.answer({ q: "record", desk: name, id: name })).toBe(null);
    expect(await one.engine.answer({ q: "records", desk, kinds: [name] })).toEqual([]);
    for (const asked of [
      { kinds: [name] },
      { principal: name },
      { assignee: name },
      { thread: name },
      { person: name },
    ])
      expect((await one.engine.answer({ q: "rows", desk, ...asked })).rows, JSON.stringify(asked)).toEqual(
        [],
      );
    expect((await one.engine.answer({ q: "person", desk, name, email: name, phone: name })).contact).toBe(
      null,
    );
    expect((await one.engine.answer({ q: "rows", desk: name })).rows).toEqual([]);
    expect(await one.engine.scratchGet(name)).toBe(null);
    expect(untouched()).toEqual(before);
  });

  it.each(INHERITED)(
    "%s in a page's report, or in what was noted, set or handed on as text, adds nothing",
    (name) => {
      const before = untouched();
      const said = (rest: string) => JSON.parse(`{"${name}": {"polluted": true}${rest}}`) as object;
      const text = JSON.stringify(said(""));
      const thread = {
        threadId: name,
        idKind: "gmail-hex",
        subject: name,
        messages: [],
        messagesLeftOut: 0,
        url: name,
      };
      const page = {
        type: "page",
        provider: "gmail",
        account: name,
        recognised: true,
        thread,
        composeBoxes: [],
      };
      expect(v.is(pageMessageSchema, page)).toBe(true);
      // Of the few names that a parser cannot see, nothing comes through.
      for (const message of [
        said(`, "type": "page"`),
        said(`, ${JSON.stringify(page).slice(1, -1)}`),
        { ...page, type: name },
        { ...page, provider: name },
        { ...page, thread: said(`, ${JSON.stringify(thread).slice(1, -1)}`) },
        { type: "reply", id: 1, ok: false, reason: name, detail: "" },
        said(`, "type": "insertDraft", "id": 1, "body": ""`),
        { type: name, id: 1, action: "open" },
      ])
        for (const schema of [pageMessageSchema, pageRequestSchema]) {
          const read = v.safeParse(schema, message);
          if (read.success) expect(Object.keys(read.output)).not.toContain(name);
          if (read.success) expect("polluted" in Object.getPrototypeOf(read.output)).toBe(false);
        }
      expect(readPolicy(said(`, "language": "${name}", "lockAfter": "${name}"`), () => {})).toEqual(
        readPolicy({}, () => {}),
      );
      expect(readLook(name)).toEqual(readLook(null));
      const noted = readOpening(`{"locale": "en", "lists": ${text}}`);
      expect(Object.getPrototypeOf(noted.lists)).toBe(Object.prototype);
      expect(readKept(text)).toBe(null);
      expect(readView(`#${name}/${name}`, { person: name }).record).toBe(null);
      expect(untouched()).toEqual(before);
      expect(({} as Record<string, unknown>).polluted).toBe(undefined);
    },
  );

  it.each(INHERITED)("%s as everything in a log that was handed on is refused", async (name) => {
    const before = untouched();
    for (const file of [
      JSON.parse(`{"${name}": {"polluted": true}}`),
      JSON.parse(`{"format": "${name}", "version": 1, "acts": [{"${name}": 1}], "roster": ["${name}"]}`),
      name,
      [name],
    ])
      expect((await verifyAudit(file)).failure).not.toBe(null);
    expect(untouched()).toEqual(before);
  });

  it.each(INHERITED)("%s is neither a call nor a question, nor the name of a field in one", (name) => {
    const before = untouched();
    const fields = JSON.parse(`{"${name}": "x"}`);
    const create = { do: "create", record: "2026-11.fresh0000000000000000", kind: "task", fields };
    const at = "2026-11-23T08:00:00.000Z";
    for (const message of [
      { call: name },
      { call: "chooseDesk", desk: name },
      JSON.parse(`{"call": "openOptions", "${name}": {"polluted": true}}`),
      JSON.parse(`{"call": "submit", "desk": "${name}", "commands": []}`),
    ])
      expect(v.safeParse(callSchema, message).success, JSON.stringify(message)).toBe(false);
    for (const message of [{ q: name }, { q: "rows", desk: name }])
      expect(v.safeParse(querySchema, message).success, JSON.stringify(message)).toBe(false);
    const read = v.safeParse(callSchema, {
      call: "submit",
      desk: "0".repeat(32),
      commands: [{ id: "0".repeat(26), at, action: create }],
    });
    if (read.success) expect(JSON.stringify(read.output)).not.toContain("polluted");
    expect(untouched()).toEqual(before);
  });
});
