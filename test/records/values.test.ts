import { describe, expect, it } from "vitest";
import type { Scalar } from "../../shared/documents/command.ts";
import type { FieldDefinition } from "../../shared/records/define.ts";
import { maxLength, valueFault } from "../../shared/records/value.ts";

const label = { en: "x", vi: "x", lv: "x", cs: "x", "zh-CN": "x", ru: "x" };
const field = (type: FieldDefinition["type"], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  type,
  label,
  ...more,
});
const fits = (of: FieldDefinition, ...values: readonly Scalar[]) =>
  expect(values.filter((value) => valueFault(of, value) !== null)).toEqual([]);
const fails = (of: FieldDefinition, fault: string, ...values: readonly Scalar[]) =>
  expect(values.filter((value) => valueFault(of, value) !== fault)).toEqual([]);

describe("A value", () => {
  it("of a record's id is a month or the lasting document, and 16 to 32 letters and digits, and nothing around them", () => {
    const id = "0123456789abcdef";
    fits(field("record"), `2026-11.${id}`, `lasting.${id}`, `lasting.${id}${id}`);
    fails(
      field("record"),
      "not-allowed",
      `x2026-11.${id}`,
      `lasting.${id}${id}0`,
      `lasting.${id.slice(1)}`,
      `lasting.${id.toUpperCase()}`,
      `lasting${id}`,
      `202-11.${id}`,
      `2026-1.${id}`,
      `lasting.${id} `,
    );
  });

  it("of a member is 32 hexadecimal digits in small letters", () => {
    const id = "0123456789abcdef0123456789abcdef";
    fits(field("member"), id);
    fails(field("member"), "not-allowed", id.slice(1), `${id}0`, id.toUpperCase(), `${id.slice(1)}g`, "");
  });

  it("of an address has a local part of at most 64 and a domain of at most 255", () => {
    fits(field("email"), "a@b", `${"a".repeat(64)}@${"b".repeat(255)}`, "o'sample+tag@example.com");
    fails(
      field("email"),
      "not-allowed",
      `${"a".repeat(65)}@b`,
      `a@${"b".repeat(256)}`,
      "a@",
      "@b",
      "a@b ",
      " a@b",
      "a@b,c@d",
      "a;b@c",
      'a"b@c',
      "a(b)@c",
      "[a]@c",
      "a@b@c",
      "a:b@c",
    );
  });

  it("of an instant is a date of the calendar and a time of the day in UTC, with up to nine digits of a second", () => {
    fits(
      field("instant"),
      "2026-11-22T00:00:00Z",
      "2026-11-22T23:59:59Z",
      "2026-11-22T19:05:09.123456789Z",
      "2024-02-29T12:00:00Z",
    );
    fails(
      field("instant"),
      "not-a-date",
      "2026-11-22T24:00:00Z",
      "2026-11-22T23:60:00Z",
      "2026-11-22T23:59:60Z",
      "2026-11-22T23:59:59.Z",
      "2026-11-22T23:59:59.1234567890Z",
      "2026-11-22T23:59:59",
      "2026-11-22T23:59:59z",
      "2026-11-22 23:59:59Z",
      "2026-02-29T12:00:00Z",
      "2026-11-22",
      "x2026-11-22T00:00:00Z",
      "2026-11-22T00:00:00Zx",
      "",
    );
    fits(field("instant", { orDate: true }), "2026-11-22");
    fails(field("instant", { orDate: true }), "not-a-date", "2026-11-31");
  });

  it("of a date is a day of the calendar", () => {
    fits(field("date"), "2026-01-01", "2026-12-31", "2024-02-29");
    fails(
      field("date"),
      "not-a-date",
      "2026-00-10",
      "2026-13-10",
      "2026-10-00",
      "2026-04-31",
      "2026-1-1",
      "26-01-01",
      "2026-01-01x",
      "x2026-01-01",
      "2026-01-01T00:00:00Z",
    );
  });

  it("of a thread is Gmail's number in hexadecimal or Outlook's id, which has an end", () => {
    fits(field("thread"), "gmail:0", `gmail:${"f".repeat(32)}`, "outlook:A", `outlook:${"A".repeat(400)}`);
    fails(
      field("thread"),
      "not-allowed",
      "gmail:",
      `gmail:${"f".repeat(33)}`,
      "gmail:F",
      "outlook:",
      "outlook:a b",
      "xgmail:0",
      "yahoo:0",
    );
    fails(field("thread", { max: 1000 }), "not-allowed", `outlook:${"A".repeat(401)}`);
  });

  it("of one line has no break of lines in it, of whatever sort; a text may", () => {
    for (const type of ["line", "phone"] as const)
      fails(field(type), "not-one-line", "a\nb", "a\rb", "a\u2028b", "a\u2029b");
    fits(field("prose"), "a\nb", "a\u2028b");
  });

  it("is as long as its field says, else 500, a text 100,000 and JSON 20,000", () => {
    expect(maxLength(field("line"))).toBe(500);
    expect(maxLength(field("line", { max: 3 }))).toBe(3);
    expect(maxLength(field("prose"))).toBe(100_000);
    expect(maxLength(field("json"))).toBe(20_000);
    fits(field("line", { max: 3 }), "abc", "");
    fails(field("line", { max: 3 }), "too-long", "abcd");
    fails(field("json", { max: 3 }), "too-long", '"ab"');
  });

  it("has the type of its field; null unsets it", () => {
    for (const type of [
      "line",
      "prose",
      "email",
      "choice",
      "instant",
      "date",
      "member",
      "record",
      "json",
    ] as const) {
      fits(field(type), null);
      fails(field(type), "wrong-type", 5, true);
    }
    fits(field("flag"), true, false, null);
    fails(field("flag"), "wrong-type", 0, "", "false");
    fits(field("number"), 0, -1.5, null);
    fails(field("number"), "wrong-type", "0", true, Number.NaN, Number.NEGATIVE_INFINITY);
    fails(field("json"), "wrong-type", "{", "");
    fits(field("json"), "{}", "null", "[1]");
    fits(field("choice", { options: { a: label } }), "a");
    fails(field("choice", { options: { a: label } }), "not-allowed", "b", "toString", "");
    fails(field("choice"), "not-allowed", "a");
  });
});
