import fc from "fast-check";
import type { Scalar } from "../../shared/documents/command.ts";
import type { FieldDefinition, KindDefinition } from "../../shared/records/define.ts";
import { COMMON_FIELDS } from "../../shared/records/define.ts";
import { documentOf, newRecordId } from "../../shared/records/new-record.ts";
import type { DeskRecord } from "../../shared/records/record.ts";

const AT = "2026-11-22T10:00:00Z";
const MEMBER = "0123456789abcdef0123456789abcdef";

/** A record of a kind with these fields, made at `AT`. */
export function recordOf(
  kind: KindDefinition,
  fields: Readonly<Record<string, Scalar>>,
  lists: DeskRecord["lists"] = {},
): DeskRecord {
  return {
    id: newRecordId(documentOf(kind, AT), new Uint8Array(16).fill(7)),
    kind: kind.kind,
    createdAt: AT,
    createdBy: MEMBER,
    updatedAt: AT,
    updatedBy: MEMBER,
    fields: { status: kind.initial, ...fields },
    lists,
    conflicts: [],
  };
}

/** Any value that fits a field. */
export function fitting(field: FieldDefinition): fc.Arbitrary<Scalar> {
  const max = Math.min(field.max ?? 500, 300);
  const line = fc.string({ unit: "grapheme", maxLength: max }).map((text) =>
    text
      .replace(/[\n\r\u2028\u2029]/g, " ")
      .slice(0, max)
      .toWellFormed(),
  );
  const instant = fc
    .date({
      min: new Date("2000-01-01T00:00:00Z"),
      max: new Date("2099-12-31T00:00:00Z"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString());
  switch (field.type) {
    case "flag":
      return fc.boolean();
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "choice":
      return fc.constantFrom(...Object.keys(field.options ?? {}));
    case "instant":
      return field.orDate
        ? fc.oneof(
            instant,
            instant.map((text) => text.slice(0, 10)),
          )
        : instant;
    case "date":
      return instant.map((text) => text.slice(0, 10));
    case "email":
      return fc.emailAddress({ size: "small" });
    case "phone":
      return fc.constantFrom("+37126123456", "+37126123456;ext=45", "26 123 456");
    case "member":
      return fc.constant(MEMBER);
    case "record":
      return fc.constant("lasting.0123456789abcdef");
    case "thread":
      return fc.constantFrom("gmail:18c2f0a1b2c3d4e5", "outlook:AAQkAD=");
    case "json":
      return fc.json({ maxDepth: 1 }).filter((text) => text.length <= max);
    case "line":
    case "prose":
      return line;
  }
}

/** Some fields of a kind, each with a value that fits it. */
export function fittingFields(kind: KindDefinition): fc.Arbitrary<Record<string, Scalar>> {
  const { status: _, ...common } = COMMON_FIELDS;
  const all: Record<string, FieldDefinition> = { ...common, ...kind.fields };
  return fc
    .subarray(Object.entries(all))
    .chain((some) => fc.record(Object.fromEntries(some.map(([name, field]) => [name, fitting(field)]))));
}
