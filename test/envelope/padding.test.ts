import fc from "fast-check";
import { expect, test } from "vitest";
import { pad, padmeLength, unpad } from "../../shared/envelope/padding.ts";
import { MalformedError } from "../../shared/protocol/bytes.ts";

test("Padmé lengths are those of the paper", () => {
  // Nikitin et al. 2019, section 4.2: E = ⌊log2 L⌋, S = ⌊log2 E⌋ + 1; the last E − S bits become zero.
  const lengths = [0, 1, 2, 8, 9, 10, 100, 1000, 1025, 4096, 4097, 100_000, 1_000_000];
  expect(lengths.map(padmeLength)).toEqual([
    0, 1, 2, 8, 10, 10, 104, 1024, 1088, 4096, 4352, 100_352, 1_015_808,
  ]);
});

test("padding costs at most 12 % and never shortens", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (length) => {
      const padded = padmeLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded).toBeLessThanOrEqual(Math.ceil(length * 1.12));
      expect(padmeLength(padded)).toBe(padded);
    }),
    { numRuns: 5_000 },
  );
});

test("what was padded is given back, and no other padding is taken", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (content) => {
      const padded = pad(content);
      expect(unpad(padded)).toEqual(content);
      expect(() => unpad(new Uint8Array([...padded, 0]))).toThrow(MalformedError);
      if (padded.length > content.length + 4) {
        const marked = padded.slice();
        marked[marked.length - 1] = 1;
        expect(() => unpad(marked)).toThrow("padding that is not Padmé");
        expect(() => unpad(padded.subarray(0, -1))).toThrow(MalformedError);
      }
    }),
    { numRuns: 1_000 },
  );
});
