import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../shared/records/kinds.ts";
import { documentOf, documentOfId, newItemId, newRecordId } from "../../shared/records/new-record.ts";

const random = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe("a new record", () => {
  it("goes to the document of its month in UTC, or to the one that lasts", () => {
    expect(documentOf(KINDS.call!, "2026-11-30T23:59:59Z")).toBe("2026-11");
    expect(documentOf(KINDS.contact!, "2026-11-30T23:59:59Z")).toBe("lasting");
    expect(() => documentOf(KINDS.call!, "2026-12-01T01:00:00+02:00")).toThrow("UTC");
  });

  it("has an id that names its document and is different for different bytes", () => {
    fc.assert(
      fc.property(random, random, (a, b) => {
        const id = newRecordId("2026-11", a);
        expect(id).toMatch(/^(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}$/);
        expect(documentOfId(id)).toBe("2026-11");
        expect(newItemId(a)).toMatch(/^[0-9a-z]{26}$/);
        expect(newItemId(a) === newItemId(b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
      }),
    );
    expect(() => newRecordId("2026-11", new Uint8Array(8))).toThrow();
  });
});
