import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthAfterKey, withinLimits } from "../../extension/webmail/sidebar-width.ts";

describe("the sidebar's width", () => {
  it("is between 300 and 480 px whatever was remembered", () => {
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const width = withinLimits(kept);
        return Number.isInteger(width) && width >= 300 && width <= 480;
      }),
    );
  });
  it("grows to the left, as the handle moves", () => {
    expect(widthAfterKey("ArrowLeft", 360)).toBe(376);
    expect(widthAfterKey("ArrowRight", 360)).toBe(344);
    expect(widthAfterKey("ArrowLeft", 475)).toBe(480);
    expect(widthAfterKey("Home", 360)).toBe(300);
    expect(widthAfterKey("End", 360)).toBe(480);
    expect(widthAfterKey("a", 360)).toBeNull();
  });
});
