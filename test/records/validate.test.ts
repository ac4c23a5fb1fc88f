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
