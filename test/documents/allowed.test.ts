import { change, getLastLocalChange, ImmutableString } from "@automerge/automerge/slim";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { isPrincipals } from "../../shared/documents/allowed.ts";
import type { Action } from "../../shared/documents/command.ts";
import { readChange } from "../../shared/documents/history.ts";
import { bucketOf } from "../../shared/documents/layout.ts";
import { mayAct } from "../../shared/documents/may-act.ts";
import { ANNA, anyAction, BORIS, bringUpAutomerge, Copy, create, planned, set } from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const ID = "2026-11.first";
const edit = (index: number, insert: string, base: string, remove = 0): Action => ({
  do: "edit",
  record: ID,
  field: "note",
  base,
  splice: { index, remove, insert },
});
const add: Action = {
  do: "add",
  record: ID,
  list: "reservations",
  item: "item00001",
  fields: { type: "hotel" },
};

/** A copy of a document that holds a trip, made by somebody else. */
function copyOf() {
  const anna = new Copy(ANNA);
  anna.do(create(ID, "trip", { title: "Vienna", status: "open", note: "Ask about the hotel." }), add);
  const boris = new Copy(BORIS);
  boris.take(...anna.made);
  return boris;
}
const made = (...actions: Action[]) => {
  const copy = copyOf();
  expect(copy.do(...actions)).toEqual([]);
  return readChange(copy.made[0]!);
};

describe("a principal", () => {
  test("decides and comments: a record's status, words in what is written together", () => {
    const allowed = [set(ID, "status", "done"), edit(3, " again", "Ask about the hotel.", 2)];
    for (const action of allowed) {
      expect(mayAct("principal", action)).toBe(true);
      expect(isPrincipals(made(action))).toBe(true);
    }
    expect(isPrincipals(made(...allowed))).toBe(true);
  });

  const delegation = (record = "lasting.given", fields = {}): Action =>
    create(record, "delegation", { onBehalfOf: "lasting.a", delegate: "0".repeat(32), ...fields });

  test("gives authority: a delegation, made in one change with its terms", () => {
    expect(mayAct("principal", delegation())).toBe(true);
    expect(isPrincipals(made(delegation()))).toBe(true);
    expect(isPrincipals(made(delegation(), set(ID, "status", "done")))).toBe(true);
    expect(isPrincipals(made(delegation(), create("lasting.other", "task", {})))).toBe(false);
    expect(isPrincipals(made(delegation(), set(ID, "title", "Rome")))).toBe(false);
  });

  test("does nothing else, by itself or beside what is allowed", () => {
    const others: Action[] = [
      create("2026-11.second", "task", { summary: "more" }),
      set(ID, "title", "Rome"),
      set(ID, "deletedAt", "2026-11-22T10:00:00Z"),
      { ...add, item: "item00002" },
      { do: "setItem", record: ID, list: "reservations", item: "item00001", field: "type", value: "train" },
      { do: "removeItem", record: ID, list: "reservations", item: "item00001" },
    ];
    for (const action of others) {
      expect(mayAct("principal", action), action.do).toBe(false);
      expect(isPrincipals(made(action)), action.do).toBe(false);
      expect(isPrincipals(made(set(ID, "status", "done"), action)), action.do).toBe(false);
    }
  });

  test("gets nothing in by bytes that no command makes", () => {
    const bucket = bucketOf(ID);
    const hostile: ((root: Record<string, Record<string, unknown>>) => void)[] = [
      (root) => {
        root[bucket]!.status = new ImmutableString("a record that is none");
      },
      (root) => {
        (root as Record<string, unknown>).status = new ImmutableString("the root");
      },
      (root) => {
        delete root[bucket]![ID];
      },
      (root) => {
        (root[bucket]![ID] as Record<string, unknown>).status = "a text of its own";
      },
      (root) => {
        (root[bucket]![ID] as Record<string, unknown>).status = { a: "map" };
      },
      (root) => {
        delete (root[bucket]![ID] as Record<string, unknown>).status;
      },
      // What calls itself a delegation and is something else, or stands where something else stood.
      (root) => {
        root[bucket]![ID] = { kind: new ImmutableString("delegation") };
      },
      (root) => {
        (root[bucket]![ID] as Record<string, unknown>).kind = new ImmutableString("delegation");
      },
      (root) => {
        root[bucket]!.made = { kind: new ImmutableString("delegation") };
        (root[bucket]!.made as Record<string, unknown>).kind = new ImmutableString("task");
      },
      (root) => {
        root[bucket]!.made = { kind: new ImmutableString("delegation"), inside: { a: "map" } };
      },
      (root) => {
        root[bucket]!.made = { title: new ImmutableString("no kind") };
      },
    ];
    for (const write of hostile) {
      const after = change(copyOf().doc, (root) => write(root as never));
      expect(isPrincipals(readChange(getLastLocalChange(after)!)), String(write)).toBe(false);
    }
  });

  test("whatever is asked for, what may be asked makes a change that is taken, and nothing else does", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 6 }), anyAction, (before, plan) => {
        const copy = new Copy(ANNA);
        for (const one of before) copy.do(planned(one, () => ""));
        const action = planned(plan, () => "");
        const count = copy.made.length;
        copy.do(action);
        for (const bytes of copy.made.slice(count))
          expect(isPrincipals(readChange(bytes))).toBe(mayAct("principal", action));
      }),
      { numRuns: 300 },
    );
  });
});

test("an assistant gives nobody authority; an owner does", () => {
  const give = create("lasting.given", "delegation", {});
  expect(mayAct("assistant", give)).toBe(false);
  expect(mayAct("viewer", give)).toBe(false);
  expect(mayAct("owner", give)).toBe(true);
});

test("owners and assistants do everything else, viewers nothing", () => {
  for (const action of [add, set(ID, "status", "done"), edit(0, "x", "")]) {
    expect(mayAct("owner", action)).toBe(true);
    expect(mayAct("assistant", action)).toBe(true);
    expect(mayAct("viewer", action)).toBe(false);
  }
});
