import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ByteReader,
  ByteWriter,
  equalBytes,
  fromBase64url,
  fromHex,
  MalformedError,
  toBase64url,
  toHex,
} from "../../shared/protocol/bytes.ts";

test("numbers at the edges of their width are kept, those beyond are refused", () => {
  const written = new ByteWriter()
    .u8(255)
    .u16(65_535)
    .u32(4_294_967_295)
    .u64(Number.MAX_SAFE_INTEGER)
    .finish();
  expect(toHex(written)).toBe("ffffffffffffff001fffffffffffff");
  const from = new ByteReader(written);
  expect([from.u8(), from.u16(), from.u32(), from.u64()]).toEqual([255, 65_535, 4_294_967_295, 2 ** 53 - 1]);
  from.end();
  for (const wrong of [-1, 256, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => new ByteWriter().u8(wrong)).toThrow(MalformedError);
  }
  expect(() => new ByteWriter().u64(2 ** 53)).toThrow(MalformedError);
  expect(() => new ByteReader(fromHex("0020000000000000")).u64()).toThrow("beyond 2^53 - 1");
});

test("a writer grows at any place within a value", () => {
  for (let before = 240; before < 260; before++) {
    const written = new ByteWriter().raw(new Uint8Array(before)).u64(7).u32(8).u16(9).u8(10).finish();
    const from = new ByteReader(written.subarray(before));
    expect([from.u64(), from.u32(), from.u16(), from.u8()]).toEqual([7, 8, 9, 10]);
  }
});

test("a reader of a part of a buffer stays within its part", () => {
  const from = new ByteReader(new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 3));
  expect(from.u16()).toBe(0x0203);
  expect(() => from.u8()).toThrow("cut short");
});

test("text is UTF-8 and nothing else", () => {
  const written = new ByteWriter().text("Ķekava 市 🛫", 100).finish();
  expect(new ByteReader(written).text(100)).toBe("Ķekava 市 🛫");
  expect(new ByteReader(new ByteWriter().text("\ufeffx", 100).finish()).text(100)).toBe("\ufeffx");
  expect(() => new ByteReader(new Uint8Array([0, 0, 0, 1, 0xff])).text(100)).toThrow("broken UTF-8");
  expect(() => new ByteReader(new Uint8Array([0, 0, 0, 2, 0xc0, 0x80])).text(100)).toThrow("broken UTF-8");
  expect(() => new ByteWriter().text("\ud800", 100)).toThrow(MalformedError);
  expect(() => new ByteReader(written).text(3)).toThrow("where 3 are allowed");
});

test("hexadecimal and base64url have one form for each value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  for (const wrong of ["AB", "a", "0g", "0x00"]) expect(() => fromHex(wrong)).toThrow(MalformedError);
  for (const wrong of ["A", "AB", "AA==", "A+A/", "A A"])
    expect(() => fromBase64url(wrong)).toThrow(MalformedError);
  expect(toBase64url(new Uint8Array([251, 255]))).toBe("-_8");
});

test("bytes are equal where all of them are, and as many", () => {
  const [one, two] = [Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 3)];
  expect(equalBytes(one, two)).toBe(true);
  expect(equalBytes(one, one.subarray(0, 2))).toBe(false);
  expect(equalBytes(one.subarray(0, 2), one)).toBe(false);
  for (const at of one.keys()) expect(equalBytes(one, one.with(at, 9))).toBe(false);
});

test("what is longer, shorter, more or later than its format allows is neither written nor read", () => {
  for (const length of [0, 3, 5])
    expect(() => new ByteWriter().fixed(new Uint8Array(length), 4)).toThrow("4 bytes were expected");
  const four = new ByteWriter().sized(new Uint8Array(4), 4).finish();
  expect(new ByteReader(four).sized(4)).toHaveLength(4);
  expect(() => new ByteWriter().sized(new Uint8Array(5), 4)).toThrow("where 4 are allowed");
  expect(() => new ByteReader(four).sized(3)).toThrow("where 3 are allowed");
  const list = new ByteWriter().u32(3).raw(new Uint8Array(6)).finish();
  expect(new ByteReader(list).count(3, 2)).toBe(3);
  expect(() => new ByteReader(list).count(2, 2)).toThrow("a list longer");
  expect(() => new ByteReader(list).count(3, 3)).toThrow("a list longer");
  const last = 8.64e15;
  expect(new ByteReader(new ByteWriter().u64(last).finish()).time()).toBe(last);
  expect(() => new ByteReader(new ByteWriter().u64(last + 1).finish()).time()).toThrow(
    "beyond every calendar",
  );
});
