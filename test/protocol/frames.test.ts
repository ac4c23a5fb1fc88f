import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter, MalformedError } from "../../shared/protocol/bytes.ts";
import {
  decodeFrame,
  encodeFrame,
  type Frame,
  PROTOCOL_VERSION,
  UnknownVersionError,
} from "../../shared/protocol/frames.ts";
import { MAX_FRAME_BYTES, MAX_GROUP } from "../../shared/protocol/limits.ts";
import { REFUSAL_CODES, type RefusalCode } from "../../shared/protocol/refusals.ts";

const RUNS = 10_000;
const u32 = fc.integer({ min: 0, max: 0xffffffff });
const u64 = fc.maxSafeNat();
const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
const fixed = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 6 });
const time = fc.maxSafeNat().map((n) => n % (8.64e15 + 1));
const text = fc.string({ unit: "grapheme", maxLength: 60 });

/** One arbitrary for each frame type: a type without one does not compile. */
const ARBITRARIES: { [Type in Frame["type"]]: fc.Arbitrary<Extract<Frame, { type: Type }>> } = {
  hello: fc.record({
    type: fc.constant("hello"),
    version: fc.constant(PROTOCOL_VERSION),
    cursor: u64,
    rosterLength: u32,
  }),
  append: fc.record({ type: fc.constant("append"), requestId: u32, envelopes: list(bytes(80)) }),
  ping: fc.record({ type: fc.constant("ping"), n: u32 }),
  presence: fc.record({ type: fc.constant("presence"), sealed: bytes(300) }),
  welcome: fc.record({
    type: fc.constant("welcome"),
    version: fc.nat(0xffff),
    head: u64,
    rosterLength: u32,
    rosterHead: fixed(32),
    counter: u64,
  }),
  entries: fc.record({
    type: fc.constant("entries"),
    items: list(fc.record({ seq: u64, at: time, envelope: bytes(80) })),
  }),
  roster: fc.record({ type: fc.constant("roster"), from: u32, entries: list(bytes(80)) }),
  acked: fc.record({ type: fc.constant("acked"), requestId: u32, seqs: list(u64) }),
  refused: fc.record({
    type: fc.constant("refused"),
    requestId: u32,
    index: u32,
    code: fc.constantFrom(...(Object.keys(REFUSAL_CODES) as RefusalCode[])),
    message: text,
  }),
  pong: fc.record({ type: fc.constant("pong"), n: u32 }),
  seen: fc.record({ type: fc.constant("seen"), device: fixed(16), sealed: bytes(300) }),
  caughtUp: fc.record({ type: fc.constant("caughtUp"), seq: u64 }),
  resume: fc.record({ type: fc.constant("resume"), cursor: u64 }),
  give: fc.record({ type: fc.constant("give"), requestId: u32, part: bytes(300) }),
  offer: fc.record({ type: fc.constant("offer"), requestId: u32, manifest: bytes(300) }),
  confirm: fc.record({ type: fc.constant("confirm"), requestId: u32, confirmation: bytes(300) }),
  want: fc.record({ type: fc.constant("want"), requestId: u32, hash: fixed(32) }),
  reread: fc.record({ type: fc.constant("reread"), requestId: u32, after: u64 }),
  base: fc.record({
    type: fc.constant("base"),
    held: fc.boolean(),
    manifest: bytes(300),
    confirmation: bytes(80),
  }),
  part: fc.record({ type: fc.constant("part"), requestId: u32, part: bytes(300) }),
  stretch: fc.record({
    type: fc.constant("stretch"),
    requestId: u32,
    items: list(fc.record({ seq: u64, at: time, envelope: bytes(80) })),
  }),
};
const anyFrame: fc.Arbitrary<Frame> = fc.oneof(...(Object.values(ARBITRARIES) as fc.Arbitrary<Frame>[]));

describe.each(Object.entries(ARBITRARIES))("a %s frame", (_, arbitrary) => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<Frame>, (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
      }),
      { numRuns: RUNS },
    );
  });
});

test.each(Object.keys(ARBITRARIES) as Frame["type"][])(
  "whatever bytes are read as a frame are the only bytes that say it: %s, changed anywhere",
  (type) => {
    const frames: fc.Arbitrary<Frame> = ARBITRARIES[type];
    const mutated = fc.tuple(frames, list(fc.tuple(fc.nat(400), fc.nat(255)))).map(([frame, flips]) => {
      const message = encodeFrame(frame);
      for (const [at, value] of flips) message[at % message.length] = value;
      return message;
    });
    let [tried, read] = [0, 0];
    fc.assert(
      fc.property(mutated, (message) => {
        tried++;
        const frame = readOrRefuse(message);
        if (!frame) return;
        read++;
        expect(encodeFrame(frame)).toEqual(message);
      }),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(tried / 10);
  },
);

test("a frame that is cut short or continued is refused, at every length", () => {
  fc.assert(
    fc.property(anyFrame, (frame) => {
      const message = encodeFrame(frame);
      for (let length = 0; length < message.length; length++) {
        expect(readOrRefuse(message.subarray(0, length))).toBeUndefined();
      }
      expect(readOrRefuse(new Uint8Array([...message, 0]))).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test("noise never does more than be refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      const frame = readOrRefuse(noise);
      if (frame) expect(encodeFrame(frame)).toEqual(noise);
    }),
    { numRuns: 2 * RUNS },
  );
});

test("a list that claims more items than its bytes can hold is refused before any is read", () => {
  const message = new ByteWriter().u8(2).u32(1).u32(MAX_GROUP).u32(0).finish();
  expect(() => decodeFrame(message)).toThrow("a list longer than its bytes");
});

test("a hello of another version is told apart from a malformed one", () => {
  const later = new ByteWriter().u8(1).u16(2).text("fields of the future", 100).finish();
  expect(() => decodeFrame(later)).toThrow(UnknownVersionError);
  expect(() => decodeFrame(later)).toThrow("Version 2 is not spoken here; version 1 is.");
});

test("a message over 1 MiB is neither written nor read", () => {
  expect(() => decodeFrame(new Uint8Array(MAX_FRAME_BYTES + 1))).toThrow("over the size limit");
  const half = new Uint8Array(MAX_FRAME_BYTES / 2);
  expect(() => encodeFrame({ type: "append", requestId: 1, envelopes: [half, half] })).toThrow(
    MalformedError,
  );
});

function readOrRefuse(message: Uint8Array): Frame | undefined {
  try {
    return decodeFrame(message);
  } catch (error) {
    if (error instanceof MalformedError || error instanceof UnknownVersionError) return undefined;
    throw error;
  }
}
