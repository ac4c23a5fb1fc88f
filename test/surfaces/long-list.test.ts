import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepPlace } from "../../extension/surfaces/rows/anchor.ts";
import { layoutOf, scrollTo } from "../../extension/surfaces/rows/layout.ts";
import { windowAround } from "../../extension/surfaces/rows/use-window.ts";

const SIZES = { row: 52, head: 28 };
const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });

describe("Where the rows of a long list lie", () => {
  it("follows from how many each group has", () => {
    const layout = layoutOf([2, 1], SIZES);
    expect(layout).toMatchObject({ rows: 3, groups: 2, height: 2 * 28 + 3 * 52 });
    expect([0, 1, 2].map(layout.topOf)).toEqual([28, 80, 160]);
    expect([0, 1, 2].map(layout.groupOf)).toEqual([0, 0, 1]);
    expect(layout.group(1)).toEqual({ first: 2, count: 1, top: 132 });
  });

  it("is told of any height: the row there, or the one below the head there", () => {
    fc.assert(
      fc.property(counts, fc.nat(), (groups, anywhere) => {
        const layout = layoutOf(groups, SIZES);
        const row = anywhere % layout.rows;
        const top = layout.topOf(row);
        expect(layout.between(top, top + 51)).toEqual({ first: row, last: row });
        const { first, top: head } = layout.group(layout.groupOf(row));
        expect(layout.between(head, head + 1).first).toBe(first);
      }),
    );
  });

  it("leaves no gap and lets no two rows overlap", () => {
    fc.assert(
      fc.property(counts, (groups) => {
        const layout = layoutOf(groups, SIZES);
        for (let row = 1; row < layout.rows; row++) {
          const between = layout.topOf(row) - layout.topOf(row - 1);
          expect(between).toBe(layout.groupOf(row) === layout.groupOf(row - 1) ? 52 : 80);
        }
        expect(layout.topOf(layout.rows - 1) + 52).toBe(layout.height);
      }),
    );
  });

  it("is nowhere in an empty list", () => {
    expect(layoutOf([], SIZES)).toMatchObject({ rows: 0, height: 0 });
    expect(layoutOf([], SIZES).between(0, 500)).toEqual({ first: 0, last: -1 });
  });

  it("brings a row into sight no further than it must, and never under a head", () => {
    const layout = layoutOf([100], SIZES);
    expect(scrollTo(layout, 3, SIZES, 0, 520)).toBe(0);
    expect(scrollTo(layout, 20, SIZES, 0, 520)).toBe(layout.topOf(20) + 52 - 520);
    expect(scrollTo(layout, 3, SIZES, 2000, 520)).toBe(layout.topOf(3) - 28);
  });
});

describe("What a person reads", () => {
  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `r${from + n}`);
  const list = (all: readonly string[], offset: number, length: number) => ({
    layout: layoutOf([all.length], SIZES),
    offset,
    ids: all.slice(offset, offset + length),
  });

  it("stays where it is when rows come above it, and when some go", () => {
    const before = list(ids(0, 500), 80, 160);
    const scrolled = before.layout.topOf(150) + 13;
    const more = list(["new1", "new2", ...ids(0, 500)], 80, 160);
    expect(keepPlace(before, more, scrolled, 600)).toBe(scrolled + 2 * 52);
    const fewer = list(ids(3, 500), 80, 160);
    expect(keepPlace(before, fewer, scrolled, 600)).toBe(scrolled - 3 * 52);
  });

  it("stays where it is when the rows themselves do not change", () => {
    const before = list(ids(0, 500), 80, 160);
    expect(keepPlace(before, list(ids(0, 500), 120, 160), 150 * 52, 600)).toBe(150 * 52);
  });

  it("follows no single row that went to the top by itself", () => {
    const before = list(ids(0, 500), 80, 160);
    const scrolled = before.layout.topOf(150);
    const moved = ["r150", ...ids(0, 500).filter((id) => id !== "r150")];
    expect(keepPlace(before, list(moved, 80, 160), scrolled, 600)).toBe(scrolled);
  });

  it("is the newest at the very top", () => {
    expect(keepPlace(list(ids(1, 100), 0, 99), list(ids(0, 100), 0, 100), 0, 600)).toBe(0);
  });
});

describe("What is read of a long list", () => {
  it("is all that is in sight and drawn beyond it, however tall the page is", () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(400), (first, seen) => {
        const { offset, limit } = windowAround({ first, last: first + seen });
        expect(offset).toBeLessThanOrEqual(Math.max(0, first - 11));
        expect(offset + limit).toBeGreaterThan(first + seen + 11);
        // What the background gives at once.
        expect(limit).toBeLessThanOrEqual(500);
      }),
    );
  });
});
