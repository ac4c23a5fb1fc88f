import { describe, expect, it } from "vitest";
import { CLASSIFICATIONS, classLabel, classOf, mayAppear } from "../../shared/records/classification.ts";
import { vtodo } from "../../shared/records/content-lines.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { LOCALES } from "../../shared/records/labels.ts";
import { newRecordId } from "../../shared/records/new-record.ts";
import { task } from "../../shared/records/task.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { recordOf } from "./sample-record.ts";

const withClass = (classification: string | number | boolean | null) => ({ fields: { classification } });

describe("A record's class", () => {
  it("is internal where nobody said another, or where this version does not know it", () => {
    expect(classOf({ fields: {} })).toBe("internal");
    for (const strange of ["secret", "constructor", "__proto__", "", 7, true, null])
      expect(classOf(withClass(strange))).toBe("internal");
  });

  it("is one of four, which every kind takes, and nothing else", () => {
    expect(CLASSIFICATIONS).toEqual(["public", "internal", "confidential", "privileged"]);
    for (const kind of Object.values(KINDS)) {
      const record = newRecordId(kind.document === "lasting" ? "lasting" : "2026-11", new Uint8Array(16));
      const create = (classification: string) =>
        validateAction({ do: "create", record, kind: kind.kind, fields: { classification } }, undefined);
      for (const each of CLASSIFICATIONS) expect(create(each), `${kind.kind} ${each}`).toBe(null);
      expect(create("secret")?.code, kind.kind).toBe("not-allowed");
    }
  });

  it("is said beside a record unless it is the usual one", () => {
    expect(classLabel("internal")).toBe(null);
    expect(classLabel(undefined)).toBe(null);
    for (const locale of LOCALES) expect(classLabel("privileged")?.[locale]).toBeTruthy();
  });

  it("decides what may appear where nobody asked for it", () => {
    expect(CLASSIFICATIONS.filter(mayAppear)).toEqual(["public", "internal"]);
  });

  it("goes into calendars as RFC 5545's CLASS", () => {
    const lines = CLASSIFICATIONS.map((classification) =>
      /^CLASS:.*$/m.exec(vtodo(recordOf(task, { classification })))?.[0].trim(),
    );
    expect(lines).toEqual(["CLASS:PUBLIC", "CLASS:PRIVATE", "CLASS:CONFIDENTIAL", "CLASS:CONFIDENTIAL"]);
  });
});
