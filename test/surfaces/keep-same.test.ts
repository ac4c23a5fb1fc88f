import { expect, test } from "vitest";
import { keepSame } from "../../extension/surfaces/rows/keep-same.ts";

const idOf = ({ id }: { id: string }) => id;

test("of an answer that differs in one row, all others are the objects that are drawn already", () => {
  const before = [
    { id: "a", title: "Annex" },
    { id: "b", title: "Board" },
    { id: "c", title: "Call" },
  ];
  const now = [
    { id: "c", title: "Call" },
    { id: "b", title: "Board meeting" },
    { id: "d", title: "Draft" },
    { id: "a", title: "Annex" },
  ];
  const kept = keepSame(before, now, idOf);
  expect(kept).toEqual(now);
  expect(kept[0]).toBe(before[2]);
  expect(kept[1]).not.toBe(before[1]);
  expect(kept[3]).toBe(before[0]);
});
