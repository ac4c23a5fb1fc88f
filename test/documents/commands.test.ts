import { getHeads, load } from "@automerge/automerge/slim";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { DeskDocument } from "../../shared/documents/genesis.ts";
import { materialize } from "../../shared/documents/materialize.ts";
import { inverse, project } from "../../shared/documents/project.ts";
import type { DeskRecord } from "../../shared/records/record.ts";
import {
  ANNA,
  AT,
  anyAction,
  bringUpAutomerge,
  Copy,
  command,
  create,
  planned,
  set,
} from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const told = (record: DeskRecord | null | undefined) =>
  record && { kind: record.kind, fields: record.fields, lists: record.lists, conflicts: record.conflicts };

/** Does every action on a document and on plain records; calls back after each with both. */
function replay(
  plans: readonly Parameters<typeof planned>[0][],
  each: (
    copy: Copy,
    before: DeskRecord | undefined,
    after: DeskRecord | undefined,
    action: Parameters<typeof inverse>[1],
  ) => void,
): Copy {
  const copy = new Copy(ANNA);
  const records = new Map<string, DeskRecord>();
  const older = new Map<string, string>();
  for (const plan of plans) {
    const before = records.get(plan.record);
    const field = "field" in plan ? plan.field : "";
    const text = before && Object.hasOwn(before.fields, field) ? String(before.fields[field] ?? "") : "";
    const action = planned(plan, (stale) => (stale ? (older.get(`${plan.record}/${field}`) ?? text) : text));
    if (action.do === "edit") older.set(`${plan.record}/${field}`, text);
    copy.do(action);
    const after = project(before, command(action), ANNA);
    if (after) records.set(plan.record, after);
    each(copy, before, after, action);
  }
  return copy;
}

describe("commands", () => {
  test("do to plain data what they do to a document, after every one of 50, whatever they ask for", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { minLength: 50, maxLength: 50, size: "max" }), (plans) => {
        replay(plans, (copy, _before, after, action) => {
          expect(told(copy.record(action.record)) ?? undefined).toEqual(told(after) ?? undefined);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("leave a document that is the same after saving and loading", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40, size: "max" }), (plans) => {
        const copy = replay(plans, () => {});
        const again = load<DeskDocument>(copy.saved());
        expect(getHeads(again)).toEqual(getHeads(copy.doc));
        for (const { record } of plans)
          expect(materialize(again, record, { at: AT, by: ANNA }, () => undefined)).toEqual(
            copy.record(record),
          );
      }),
      { numRuns: 300 },
    );
  });

  test("are taken back by their inverse; a creation becomes a deletion", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { minLength: 1, maxLength: 25, size: "max" }), (plans) => {
        replay(plans, (copy, before, after, action) => {
          const undo = inverse(before, action, AT);
          if (!before) {
            if (after) expect(undo).toEqual([set(action.record, "deletedAt", AT)]);
            return;
          }
          for (const back of undo) copy.do(back);
          expect(told(copy.record(action.record))).toEqual(told(before));
          copy.do(action);
          expect(told(copy.record(action.record))).toEqual(told(after));
        });
      }),
      { numRuns: 300 },
    );
  });

  test("keep kinds and fields of a later version", () => {
    const copy = new Copy(ANNA);
    expect(copy.do(create("2026-11.x", "parcel", { weight: 2 }))).toHaveLength(1);
    expect(copy.record("2026-11.x")).toBeNull();
    copy.do(create("2026-11.y", "task", { summary: "Send annex", ofALaterVersion: "kept" }));
    copy.do(set("2026-11.y", "summary", "Send signed annex"));
    expect(copy.record("2026-11.y")?.fields).toMatchObject({
      ofALaterVersion: "kept",
      summary: "Send signed annex",
    });
  });

  test("said twice change nothing the second time", () => {
    const copy = new Copy(ANNA);
    const made = create("2026-11.x", "task", { summary: "Send annex" });
    copy.do(made, set("2026-11.x", "urgent", true));
    const heads = getHeads(copy.doc);
    expect(copy.do(made, set("2026-11.x", "urgent", true))).toEqual([]);
    expect(getHeads(copy.doc)).toEqual(heads);
  });
});
