import { describe, expect, it } from "vitest";
import type { Action, Scalar } from "../../shared/documents/command.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { recordOf } from "./sample-record.ts";

const call = recordOf(KINDS.call!, { caller: "Sample Caller", status: "callBack", note: "ab" });
const trip = recordOf(KINDS.trip!, {}, { reservations: { item0001: { title: "BT617" } } });
const reply = recordOf(KINDS.reply!, { status: "inReview" });
const set = (field: string, value: Scalar, record = call) =>
  validateAction({ do: "set", record: record.id, field, value }, record)?.code ?? null;
const edit = (index: number, remove: number, insert: string, base = "ab", field = "note") =>
  validateAction({ do: "edit", record: call.id, field, base, splice: { index, remove, insert } }, call)
    ?.code ?? null;
const HOSTILE = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

describe("an action on a record", () => {
  it.each<[string, string, Scalar, string | null]>([
    ["a line", "caller", "Sample Caller", null],
    ["two lines in a line", "caller", "Sample\nCaller", "not-one-line"],
    ["a number in a line", "caller", 5, "wrong-type"],
    ["half a character", "caller", "\ud83d", "wrong-type"],
    ["501 characters", "caller", "x".repeat(501), "too-long"],
    ["500 characters", "caller", "x".repeat(500), null],
    ["a number as typed", "phone", "26 123 456 (ask)", null],
    ["a choice", "direction", "inbound", null],
    ["no choice", "direction", "sideways", "not-allowed"],
    ["a choice by inheritance", "direction", "constructor", "not-allowed"],
    ["an instant", "callBackBy", "2026-11-22T15:00:00Z", null],
    ["an instant with a fraction", "startedAt", "2026-11-22T15:00:00.123Z", null],
    ["an instant with an offset", "callBackBy", "2026-11-22T15:00:00+02:00", "not-a-date"],
    ["a day where one is allowed", "callBackBy", "2026-11-23", null],
    ["a day where none is allowed", "startedAt", "2026-11-23", "not-a-date"],
    ["30 February", "callBackBy", "2026-02-30", "not-a-date"],
    ["25 o'clock", "callBackBy", "2026-11-22T25:00:00Z", "not-a-date"],
    ["a negative duration is a number", "durationSeconds", -1, null],
    ["infinity", "durationSeconds", Number.POSITIVE_INFINITY, "wrong-type"],
    ["a flag", "urgent", true, null],
    ["a flag in words", "urgent", "true", "wrong-type"],
    ["nothing", "caller", null, null],
    ["no status", "status", null, "unknown-state"],
    ["a member", "assignee", "0123456789abcdef0123456789abcdef", null],
    ["a name for a member", "assignee", "me", "not-allowed"],
    ["a principal", "principal", "lasting.0123456789abcdef", null],
    ["a path for a record", "principal", "../x", "not-allowed"],
    ["a Gmail thread", "thread", "gmail:18c2f0a1b2c3d4e5", null],
    ["a link for a thread", "thread", "https://example.com", "not-allowed"],
    ["an unknown field", "colour", "teal", "unknown-field"],
  ])("sets %s", (_, field, value, code) => expect(set(field, value)).toBe(code));

  it("sets an address that has a mailbox and a domain", () => {
    const contact = recordOf(KINDS.contact!, {});
    for (const email of ["a.sample@example.com", "piešķirts@example.lv"])
      expect(set("email", email, contact)).toBeNull();
    for (const email of ["sample", "a@b@c", "a b@example.com", "<a@example.com>", "@example.com"])
      expect(set("email", email, contact)).toBe("not-allowed");
  });

  it("takes only JSON where a program writes JSON", () => {
    const item = (value: string) =>
      validateAction(
        {
          do: "setItem",
          record: trip.id,
          list: "reservations",
          item: "item0001",
          field: "reservation",
          value,
        },
        trip,
      )?.code ?? null;
    expect(item('{"@type":"FlightReservation"}')).toBeNull();
    expect(item("{")).toBe("wrong-type");
  });

  it("follows the states, and undo goes back", () => {
    expect(set("status", "approved", reply)).toBeNull();
    expect(set("status", "inReview", reply)).toBeNull();
    expect(set("status", "sent", reply)).toBe("transition");
    expect(set("status", "toString", reply)).toBe("unknown-state");
    expect(
      validateAction({ do: "set", record: reply.id, field: "status", value: "sent" }, reply, { undo: true }),
    ).toBeNull();
    const newer = recordOf(KINDS.reply!, { status: "stateOfANewerVersion" });
    expect(set("status", "sent", newer)).toBeNull();
  });

  it("creates a record of a known kind in its own document, once", () => {
    const create = (
      kind: string,
      record = call.id,
      fields: Record<string, Scalar> = {},
      there = undefined as typeof call | undefined,
    ) => validateAction({ do: "create", record, kind, fields }, there)?.code ?? null;
    expect(create("call")).toBeNull();
    expect(create("call", call.id, { status: "callBack", caller: "Sample Caller" })).toBeNull();
    expect(create("call", call.id, { status: "lost" })).toBe("unknown-state");
    expect(create("call", call.id, { startedAt: "today" })).toBe("not-a-date");
    expect(create("call", call.id, {}, call)).toBe("already-there");
    expect(create("call", "lasting.0123456789abcdef")).toBe("wrong-document");
    expect(create("contact", call.id)).toBe("wrong-document");
    expect(create("contact", "lasting.0123456789abcdef")).toBeNull();
  });

  it("edits a text inside its bounds and between its characters", () => {
    expect(edit(0, 2, "cd")).toBeNull();
    expect(edit(2, 0, "cd")).toBeNull();
    expect(edit(2, 1, "")).toBe("splice");
    expect(edit(-1, 1, "")).toBe("splice");
    expect(edit(0.5, 1, "")).toBe("splice");
    expect(edit(1, 0, "x", "😀")).toBe("splice");
    expect(edit(0, 0, "x".repeat(100_000))).toBe("too-long");
    expect(edit(0, 1, "", "x".repeat(150_000))).toBeNull();
    expect(edit(0, 0, "x", "ab", "caller")).toBe("not-prose");
    expect(edit(0, 0, "x", "ab", "nothing")).toBe("unknown-field");
  });

  it("adds, changes and removes items that are there", () => {
    const on = (action: Action) => validateAction(action, trip)?.code ?? null;
    const base = { record: trip.id, list: "reservations" } as const;
    expect(on({ do: "add", ...base, item: "item0002", fields: { type: "FlightReservation" } })).toBeNull();
    expect(on({ do: "add", ...base, item: "item0001", fields: {} })).toBe("already-there");
    expect(on({ do: "add", ...base, item: "item0002", fields: { type: "Rocket" } })).toBe("not-allowed");
    expect(on({ do: "setItem", ...base, item: "item0001", field: "seat", value: "12A" })).toBeNull();
    expect(on({ do: "setItem", ...base, item: "item0009", field: "seat", value: "12A" })).toBe(
      "unknown-item",
    );
    expect(on({ do: "setItem", ...base, item: "item0001", field: "smell", value: "x" })).toBe(
      "unknown-field",
    );
    expect(on({ do: "removeItem", ...base, item: "item0009" })).toBeNull();
    expect(on({ do: "removeItem", ...base, list: "guests", item: "item0001" })).toBe("unknown-list");
  });

  it("is refused on no record, or one of a newer kind", () => {
    expect(validateAction({ do: "set", record: call.id, field: "caller", value: "x" }, undefined)?.code).toBe(
      "unknown-record",
    );
    expect(
      validateAction(
        { do: "set", record: call.id, field: "caller", value: "x" },
        { ...call, kind: "hologram" },
      )?.code,
    ).toBe("unknown-kind");
  });

  it("says which field it is and why", () => {
    const why = (action: Action, record: typeof call | null = call) =>
      validateAction(action, record ?? undefined);
    const id = { record: call.id } as const;
    const item = { record: trip.id, list: "reservations", item: "item0001" } as const;
    const splice = { index: 3, remove: 0, insert: "" };
    expect(why({ do: "set", ...id, field: "caller", value: 5 })).toEqual({
      code: "wrong-type",
      field: "caller",
      detail: "caller: the value is not of the field's type",
    });
    expect(why({ do: "set", ...id, field: "caller", value: "a\nb" })?.detail).toBe(
      "caller: the field takes one line",
    );
    expect(why({ do: "set", ...id, field: "caller", value: "x".repeat(501) })?.detail).toBe(
      "caller: the text is too long",
    );
    expect(why({ do: "set", ...id, field: "direction", value: "x" })?.detail).toBe(
      "direction: the value is not one that the field takes",
    );
    expect(why({ do: "set", ...id, field: "startedAt", value: "x" })?.detail).toBe(
      "startedAt: the value is not a date or time as RFC 3339 writes it",
    );
    expect(why({ do: "set", ...id, field: "colour", value: "x" })).toEqual({
      code: "unknown-field",
      field: "colour",
      detail: 'a call has no field "colour"',
    });
    expect(why({ do: "set", ...id, field: "status", value: "lost" })).toEqual({
      code: "unknown-state",
      field: "status",
      detail: 'a call has no state "lost"',
    });
    expect(why({ do: "set", record: reply.id, field: "status", value: "sent" }, reply)).toEqual({
      code: "transition",
      field: "status",
      detail: 'a reply does not go from "inReview" to "sent"',
    });
    expect(why({ do: "create", ...id, kind: "lost", fields: {} }, null)).toEqual({
      code: "unknown-kind",
      detail: 'there is no kind "lost"',
    });
    expect(why({ do: "create", ...id, kind: "call", fields: {} })).toEqual({
      code: "already-there",
      detail: `${call.id} exists`,
    });
    expect(why({ do: "create", ...id, kind: "contact", fields: {} }, null)).toEqual({
      code: "wrong-document",
      detail: "a contact does not live in 2026-11",
    });
    expect(why({ do: "edit", ...id, field: "colour", base: "ab", splice })).toEqual({
      code: "unknown-field",
      field: "colour",
      detail: 'a call has no field "colour"',
    });
    expect(why({ do: "edit", ...id, field: "caller", base: "ab", splice })).toEqual({
      code: "not-prose",
      field: "caller",
      detail: "caller is set as a whole",
    });
    expect(why({ do: "edit", ...id, field: "note", base: "ab", splice })).toEqual({
      code: "splice",
      field: "note",
      detail: "the splice lies outside the text that it was made on",
    });
    expect(
      why({ do: "edit", ...id, field: "note", base: "😀", splice: { index: 1, remove: 0, insert: "x" } }),
    ).toEqual({ code: "splice", field: "note", detail: "the splice cuts a character in two" });
    const long = { index: 0, remove: 0, insert: "x".repeat(100_001) };
    expect(why({ do: "edit", ...id, field: "note", base: "", splice: long })).toEqual({
      code: "too-long",
      field: "note",
      detail: "note: the text is too long",
    });
    expect(why({ do: "add", ...item, fields: {} }, trip)).toEqual({
      code: "already-there",
      detail: "reservations/item0001 exists",
    });
    for (const action of [
      { do: "add", ...item, list: "guests", fields: {} },
      { do: "setItem", ...item, list: "guests", field: "seat", value: "1" },
      { do: "removeItem", ...item, list: "guests" },
    ] as const)
      expect(why(action, trip)).toEqual({
        code: "unknown-list",
        field: "guests",
        detail: 'a trip has no list "guests"',
      });
    expect(why({ do: "removeItem", ...id, list: "guests", item: "item0001" })?.code).toBe("unknown-list");
    expect(why({ do: "add", ...id, list: "guests", item: "item0001", fields: {} })?.code).toBe(
      "unknown-list",
    );
    expect(why({ do: "setItem", ...item, field: "smell", value: "x" }, trip)).toEqual({
      code: "unknown-field",
      field: "reservations/smell",
      detail: 'an item of reservations has no field "smell"',
    });
    expect(why({ do: "setItem", ...item, field: "seat", value: 5 }, trip)).toEqual({
      code: "wrong-type",
      field: "reservations/seat",
      detail: "reservations/seat: the value is not of the field's type",
    });
    expect(why({ do: "setItem", ...item, item: "item0009", field: "seat", value: "1" }, trip)).toEqual({
      code: "unknown-item",
      field: "reservations",
      detail: "reservations has no item item0009",
    });
    expect(validateAction({ do: "set", ...id, field: "caller", value: "x" }, undefined)).toEqual({
      code: "unknown-record",
      detail: `there is no record ${call.id}`,
    });
    expect(why({ do: "set", ...id, field: "caller", value: "x" }, { ...call, kind: "hologram" })).toEqual({
      code: "unknown-kind",
      detail: 'this version does not know the kind "hologram"',
    });
    const delegation = recordOf(KINDS.delegation!, {});
    expect(why({ do: "set", record: delegation.id, field: "scope", value: "all" }, delegation)).toEqual({
      code: "fixed",
      field: "scope",
      detail: "scope is set when a delegation is made, and never again",
    });
    // The first decision is taken back to none, and a state stays what it is.
    expect(
      validateAction({ do: "set", ...id, field: "status", value: null }, call, { undo: true }),
    ).toBeNull();
    expect(set("status", "callBack")).toBeNull();
  });

  it("finds nothing by the names that every object has", () => {
    for (const name of HOSTILE) {
      const fields = Object.fromEntries([[name, "x"]]);
      expect(set(name, "x")).toBe("unknown-field");
      expect(edit(0, 0, "x", "ab", name)).toBe("unknown-field");
      for (const action of [
        { do: "create", record: call.id, kind: name, fields: {} },
        { do: "create", record: call.id, kind: "call", fields },
      ] as const)
        expect(validateAction(action, undefined)).not.toBeNull();
      for (const action of [
        { do: "add", record: trip.id, list: name, item: "item0002", fields: {} },
        { do: "add", record: trip.id, list: "reservations", item: "item0002", fields },
        { do: "setItem", record: trip.id, list: "reservations", item: name, field: "seat", value: "x" },
        { do: "setItem", record: trip.id, list: "reservations", item: "item0001", field: name, value: "x" },
        { do: "removeItem", record: trip.id, list: name, item: "item0001" },
      ] as const)
        expect(validateAction(action, trip)).not.toBeNull();
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
