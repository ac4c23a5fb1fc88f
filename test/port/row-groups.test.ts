import fc from "fast-check";
import { expect, test } from "vitest";
import { packGroups, readGroups } from "../../extension/port/row-groups.ts";

const key = fc.oneof(
  fc.integer({ min: -30_000, max: 60_000 }),
  fc.constantFrom("urgent", "before", "today", "tomorrow", "week", "later", "never"),
);

test("a list's groups are read as they were written, days and what presses alike", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key, count: fc.integer({ min: 1, max: 50_000 }) })), (groups) => {
      expect(readGroups(packGroups(groups))).toEqual(groups);
    }),
  );
});

test("a group of a day that follows the one before is told in a few letters", () => {
  const days = Array.from({ length: 1000 }, (_, n) => ({ key: 20_779 - n, count: 14 }));
  expect(packGroups(days).length).toBeLessThan(5_010);
});
