import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePayload, encodePayload, type Payload } from "../../shared/envelope/payload.ts";
import { ByteWriter, MalformedError, toHex } from "../../shared/protocol/bytes.ts";

const name = fc.string({ unit: "grapheme", maxLength: 20 });
const bytes = fc.uint8Array({ maxLength: 60 });
const head = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex);
const anyPayload: fc.Arbitrary<Payload> = fc.oneof(
  fc.record({
    type: fc.constant("changes" as const),
    document: name,
    changes: fc.array(bytes, { maxLength: 5 }),
  }),
  fc.record({
    type: fc.constant("snapshot" as const),
    document: name,
    covers: fc.maxSafeNat(),
    heads: fc.uniqueArray(head, { maxLength: 4 }).map((heads) => heads.sort()),
    bytes,
  }),
  fc.record({ type: fc.constant("presence" as const), bytes }),
);

test("a payload is read as it was written", () => {
  fc.assert(
    fc.property(anyPayload, (payload) => {
      expect(decodePayload(payload.type, encodePayload(payload))).toEqual(payload);
    }),
    { numRuns: 10_000 },
  );
});

test("bytes that are read as a payload are the only bytes that say it", () => {
  fc.assert(
    fc.property(anyPayload, fc.nat(200), fc.nat(255), (payload, at, value) => {
      const encoded = encodePayload(payload);
      if (encoded.length > 0) encoded[at % encoded.length] = value;
      try {
        expect(encodePayload(decodePayload(payload.type, encoded))).toEqual(encoded);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
    }),
    { numRuns: 10_000 },
  );
});

test("a snapshot with heads out of order is not canonical", () => {
  const to = new ByteWriter().text("lasting", 20).u64(1).u32(2);
  to.raw(new Uint8Array(32).fill(2)).raw(new Uint8Array(32).fill(1));
  expect(() => decodePayload("snapshot", to.finish())).toThrow("heads out of order");
  const twice = new ByteWriter().text("lasting", 20).u64(1).u32(2);
  twice.raw(new Uint8Array(64).fill(1)).sized(new Uint8Array(), 20);
  expect(() => decodePayload("snapshot", twice.finish())).toThrow("heads out of order");
  const heads = ["02", "01"].map((byte) => byte.repeat(32));
  const snapshot: Payload = {
    type: "snapshot",
    document: "lasting",
    covers: 1,
    heads,
    bytes: new Uint8Array(),
  };
  expect(decodePayload("snapshot", encodePayload(snapshot))).toMatchObject({ heads: heads.toReversed() });
});

test("changes that go on behind their end are refused", () => {
  const encoded = encodePayload({ type: "changes", document: "2026-11", changes: [Uint8Array.of(1, 2)] });
  expect(decodePayload("changes", encoded)).toMatchObject({ document: "2026-11" });
  expect(() => decodePayload("changes", new Uint8Array([...encoded, 0]))).toThrow(MalformedError);
});
