import { describe, expect, it } from "vitest";
import { begun, isLate, withKnown, withRest } from "../../extension/surfaces/sidebar/settling.ts";

describe("What is read of a mail a moment later", () => {
  it("has its own place where it is known before what stands below is shown", () => {
    const shown = withRest(withKnown(withKnown(begun("a"), "writer"), "booking"));
    expect([isLate(shown, "writer"), isLate(shown, "booking")]).toEqual([false, false]);
  });

  it("comes below everything where it is known later, and stays there", () => {
    const shown = withRest(withKnown(begun("a"), "writer"));
    const later = withRest(withKnown(shown, "booking"));
    expect([isLate(later, "writer"), isLate(later, "booking")]).toEqual([false, true]);
  });

  it("is not late before anything stands below it", () => {
    expect(isLate(begun("a"), "booking")).toBe(false);
  });
});
