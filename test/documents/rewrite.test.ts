import { free, getAllChanges, getMissingDeps } from "@automerge/automerge/slim";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { deviceOfActor } from "../../shared/documents/actor.ts";
import { Admission } from "../../shared/documents/admission.ts";
import { isOfGenesis, readChange } from "../../shared/documents/history.ts";
import { recordIds } from "../../shared/documents/open-document.ts";
import { rewriteChanges } from "../../shared/documents/rewrite.ts";
import { ANNA, anyAction, BORIS, bringUpAutomerge, Copy, deviceId, planned } from "./desk-document.ts";

beforeAll(bringUpAutomerge);

const NEXT = deviceId(0xc);
const ANYBODY = new RegExp(`${ANNA}|${BORIS}|${NEXT}`, "g");

/** A record without whom it names and which operations did it; numbers as far as they are the same (`rewrite.ts`). */
const content = (copy: Copy, id: string) =>
  JSON.stringify(copy.record(id), (key, value) => {
    if (key === "operation") return "";
    return typeof value === "number" ? value.toPrecision(14) : value;
  }).replaceAll(ANYBODY, "who");
const changesOf = (copy: Copy) =>
  getAllChanges(copy.doc).filter((bytes) => !isOfGenesis(`@${readChange(bytes).actor}`));

describe("changes of several devices, rewritten as one device's", () => {
  test("come to the same in every field, list, text and conflict, are let in one by one, and are its own", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1), anyAction), { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(4), { maxLength: 30 }),
        (steps, dice) => {
          const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
          for (const [n, [who, plan]] of steps.entries()) {
            const copy = [anna, boris][who]!;
            const record = copy.record(plan.record);
            const text = "field" in plan && record && Object.hasOwn(record.fields, plan.field);
            copy.do(planned(plan, () => String(text ? record.fields[plan.field] : "")));
            if (dice[n] === 0) boris.take(...anna.made);
            if (dice[n] === 1) anna.take(...boris.made);
          }
          anna.take(...boris.made);
          const before = changesOf(anna);
          const persons = new Map([ANNA, BORIS].map((id) => [id, NEXT]));
          const changes = rewriteChanges(before, NEXT, persons);
          const next = new Copy(NEXT);
          const admission = new Admission(next.doc, "2026-11");
          const first = new Admission(new Copy(NEXT).doc, "2026-11");
          for (const [n, bytes] of changes.entries()) {
            const change = readChange(bytes);
            expect(deviceOfActor(change.actor)).toBe(NEXT);
            expect(change.time).toBe(readChange(before[n]!).time);
            if (first.refusal(readChange(before[n]!)) === null) expect(admission.refusal(change)).toBe(null);
          }
          next.take(...changes);
          expect(getMissingDeps(next.doc, [])).toEqual([]);
          expect(recordIds(next.doc)).toEqual(recordIds(anna.doc));
          for (const id of recordIds(anna.doc)) {
            expect(content(next, id)).toBe(content(anna, id));
            expect(JSON.stringify(next.record(id))).not.toMatch(`${ANNA}|${BORIS}`);
          }
          for (const { doc } of [anna, boris, next]) free(doc);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("leave standing what stood where two had decided at once", () => {
    const task = "2026-11.task";
    const [anna, boris] = [new Copy(ANNA), new Copy(BORIS)];
    anna.do({ do: "create", record: task, kind: "task", fields: {} });
    boris.take(...anna.made);
    anna.do({ do: "set", record: task, field: "summary", value: "Anna's" });
    boris.do({ do: "set", record: task, field: "summary", value: "Boris's" });
    boris.take(...anna.made.slice(1));
    const next = new Copy(NEXT);
    next.take(...rewriteChanges(changesOf(boris), NEXT, new Map()));
    expect(next.record(task)?.fields.summary).toBe(boris.record(task)?.fields.summary);
    const values = (copy: Copy) => copy.record(task)?.conflicts[0]?.values.map(({ value }) => value);
    expect(values(next)).toEqual(values(boris));
  });

  test("say who is meant by an id that stands alone in a field, and leave a text that only has it in it", () => {
    const anna = new Copy(ANNA);
    const [task, other] = ["2026-11.task", "2026-11.other"];
    anna.do({ do: "create", record: task, kind: "task", fields: { assignee: ANNA, summary: `see ${ANNA}` } });
    anna.do({ do: "create", record: other, kind: "task", fields: { assignee: BORIS, note: ANNA } });
    const next = new Copy(NEXT);
    next.take(...rewriteChanges(changesOf(anna), NEXT, new Map([[ANNA, NEXT]])));
    expect(next.record(task)).toMatchObject({
      createdBy: NEXT,
      fields: { assignee: NEXT, summary: `see ${ANNA}` },
    });
    expect(next.record(other)?.fields.assignee).toBe(BORIS);
  });

  test("are refused where one before them is missing", () => {
    const anna = new Copy(ANNA);
    const task = "2026-11.task";
    anna.do({ do: "create", record: task, kind: "task", fields: {} });
    anna.do({ do: "set", record: task, field: "summary", value: "x" });
    const boris = new Copy(BORIS);
    boris.take(...anna.made);
    boris.do({ do: "set", record: task, field: "summary", value: "y" });
    expect(() => rewriteChanges(boris.made, NEXT, new Map())).toThrow("without the one before it");
  });
});
