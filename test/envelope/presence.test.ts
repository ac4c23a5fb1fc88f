import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPlace, type Place, packPresence, unpackPresence } from "../../shared/envelope/presence.ts";
import { newRecordId } from "../../shared/records/new-record.ts";

const SIZE = 1_020;
const place = fc.oneof(
  fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((random) => newRecordId(random[0]! % 2 ? "lasting" : "2026-11", random)),
  fc.stringMatching(/^gmail:[0-9a-f]{16}$/),
  fc.stringMatching(/^outlook:[!-~]{1,390}$/),
);
const RECORD = "2026-11.0123456789abcdef0123456789";
const there = (name: string, writing = false): Place => ({ place: name, writing });

describe("A presence", () => {
  test("says each place once, written in where any surface writes there, in as many bytes as any other", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ place, writing: fc.boolean() }), { maxLength: 30 }), (places) => {
        const packed = packPresence(places);
        expect(packed).toHaveLength(SIZE);
        const told = unpackPresence(packed);
        for (const { place: name, writing } of told)
          expect(places.some((each) => each.place === name && each.writing)).toBe(writing);
        expect(new Set(told.map((each) => each.place)).size).toBe(told.length);
        if (places.length > 0) expect(told.map((each) => each.place)).toContain(places[0]!.place);
        expect(packPresence(told)).toEqual(packed);
      }),
    );
  });

  test("leaves out what there is no room for, the last first", () => {
    const long = (n: number) => there(`outlook:${String(n).padStart(390, "x")}`);
    expect(unpackPresence(packPresence([long(1), long(2), long(3), there(RECORD)]))).toEqual([
      there(RECORD),
      long(1),
      long(2),
    ]);
    const many = Array.from({ length: 40 }, (_, n) => there(`gmail:${n}`));
    expect(unpackPresence(packPresence(many))).toHaveLength(20);
  });

  test("names records and mails, and nothing else", () => {
    expect([RECORD, "gmail:18c2f0a1b2c3d4e5", "outlook:AAQkAD=="].every(isPlace)).toBe(true);
    const others = ["", "gmail:", "mailto:a", "2026-11.short", `${RECORD} `, "outlook:\u202e", "gmail:a b"];
    expect(others.filter(isPlace)).toEqual([]);
    for (const other of others) expect(() => unpackPresence(packPresence([there(other)]))).toThrow();
  });

  test("is refused in any other form than the one that there is", () => {
    const packed = packPresence([there("gmail:1"), there(RECORD, true)]);
    const changed = (at: number, value: number) => packed.with(at, value);
    // Of another version, with places missing, one too many, marked otherwise, out of order, and with something behind them.
    const [record, mail, rest] = [packed.slice(5, 44), packed.slice(44, 56), packed.slice(56)];
    const ordered = (...parts: Uint8Array[]) =>
      Uint8Array.from([packed.slice(0, 5), ...parts, rest].flatMap((part) => [...part])).slice(0, SIZE);
    expect(unpackPresence(ordered(record, mail))).toHaveLength(2);
    for (const bytes of [
      ordered(mail, record),
      Uint8Array.from([...ordered(mail, mail), ...new Uint8Array(27)]),
      changed(0, 2),
      changed(4, 1),
      changed(4, 3),
      changed(4, 0),
      changed(5, 2),
      changed(10, "z".charCodeAt(0)),
      changed(SIZE - 1, 1),
      packed.subarray(1),
      new Uint8Array(0),
    ])
      expect(() => unpackPresence(bytes), String(bytes.slice(0, 12))).toThrow();
  });

  test("that was recorded is read for ever, and written in the same bytes", () => {
    const recorded = Uint8Array.fromHex(
      [
        "01" + "00000002",
        `01${"00000022"}323032362d31312e3031323334353637383961626364656630313233343536373839`,
        `00${"00000016"}676d61696c3a31386332663061316232633364346535`,
      ]
        .join("")
        .padEnd(SIZE * 2, "0"),
    );
    const said = [there(RECORD, true), there("gmail:18c2f0a1b2c3d4e5")];
    expect(unpackPresence(recorded)).toEqual(said);
    expect(packPresence(said)).toEqual(recorded);
  });
});
