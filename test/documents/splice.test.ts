import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Splice } from "../../shared/documents/command.ts";
import {
  applySplice,
  fit,
  inverseSplice,
  rebase,
  rebaseParts,
  spliceBetween,
} from "../../shared/documents/splice.ts";

/** Texts in which characters share halves of their surrogate pairs, and repeat. */
const texts = fc.string({ unit: fc.constantFrom("a", "b", "ā", "😀", "😁", "🙂", "\n"), maxLength: 12 });

/** A splice of a text at whole characters, by two numbers and what it inserts. */
function spliceOf(text: string, from: number, to: number, insert: string): Splice {
  const characters = [...text];
  const [start, end] = [from % (characters.length + 1), to % (characters.length + 1)].sort((a, b) => a - b);
  const length = (count: number | undefined) => characters.slice(0, count).join("").length;
  return { index: length(start), remove: length(end) - length(start), insert };
}
const places = fc.tuple(fc.nat(40), fc.nat(40), texts);

describe("splices", () => {
  test("between two texts turn one into the other and cut no surrogate pair", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const splice = spliceBetween(before, after);
        if (!splice) {
          expect(before).toBe(after);
          return;
        }
        expect(applySplice(before, splice)).toBe(after);
        expect(splice.insert.isWellFormed()).toBe(true);
        expect(before.slice(splice.index, splice.index + splice.remove).isWellFormed()).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test("moved onto another text still fit it, and lose nothing that either of two people inserted", () => {
    fc.assert(
      fc.property(texts, places, places, (base, mine, theirs) => {
        // Letters that only one of them writes, so that they can be found again.
        const my = spliceOf(base, mine[0], mine[1], "<x>");
        const their = spliceOf(base, theirs[0], theirs[1], "[y]");
        const current = applySplice(base, their);
        const moved = rebase(my, base, current);
        const parts = rebaseParts(my, base, current);
        expect(fit(parts, current)).toBe(true);
        const merged = parts.reduce(applySplice, current);
        expect(applySplice(current, moved)).toBe(merged);
        // Nobody's letters are written anew.
        for (const { insert } of parts) expect(insert === "" || insert === "<x>").toBe(true);
        expect(merged).toContain("<x>");
        expect(merged).toContain("[y]");
        // Nothing comes back that either of them took away, and nothing goes that neither did.
        const kept = (splice: Splice) =>
          [...base].filter((_, index) => {
            const at = [...base].slice(0, index).join("").length;
            return at < splice.index || at >= splice.index + splice.remove;
          }).length;
        const rest = [...merged.replace("<x>", "").replace("[y]", "")].length;
        expect(rest).toBeLessThanOrEqual(Math.min(kept(my), kept(their)));
        expect(rest).toBeGreaterThanOrEqual(kept(my) + kept(their) - [...base].length);
      }),
      { numRuns: 5000 },
    );
  });

  test("moved onto any text at all fit it or are told not to", () => {
    fc.assert(
      fc.property(texts, texts, places, (base, current, [from, to, insert]) => {
        const moved = rebase(spliceOf(base, from, to, insert), base, current);
        if (fit([moved], current)) expect(applySplice(current, moved).isWellFormed()).toBe(true);
        expect(moved.index + moved.remove).toBeLessThanOrEqual(current.length);
      }),
      { numRuns: 5000 },
    );
  });

  test("are taken back by their inverse", () => {
    fc.assert(
      fc.property(texts, places, (base, [from, to, insert]) => {
        const splice = spliceOf(base, from, to, insert);
        expect(applySplice(applySplice(base, splice), inverseSplice(base, splice))).toBe(base);
      }),
    );
  });

  test("on the text that the person saw stay as they were", () => {
    fc.assert(
      fc.property(texts, places, (base, [from, to, insert]) => {
        const splice = spliceOf(base, from, to, insert);
        expect(rebase(splice, base, base)).toEqual(splice);
      }),
    );
  });
});
