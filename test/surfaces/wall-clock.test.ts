import { describe, expect, it } from "vitest";
import { atWallClock, isWallClock } from "../../extension/surfaces/components/wall-clock.tsx";

describe("The clock of a place", () => {
  it("keeps its offset when the hour changes, and has none on another day", () => {
    const before = "2026-12-03T10:15:00+03:00";
    expect(atWallClock(before, "2026-12-03", "11:40")).toBe("2026-12-03T11:40:00+03:00");
    expect(atWallClock(before, "2026-12-04", "10:15")).toBe("2026-12-04T10:15:00");
  });

  it("is a day alone where no hour is given, and nothing without a day", () => {
    expect(atWallClock(null, "2026-12-03", "")).toBe("2026-12-03");
    expect(atWallClock("2026-12-03", "", "10:15")).toBeNull();
    expect(atWallClock("2026-12-03", "2026-12-03", "15:00")).toBe("2026-12-03T15:00:00");
  });

  it("is no text that somebody wrote otherwise", () => {
    for (const text of ["2026-12-03", "2026-12-03T10:15", "2026-12-03T10:15:00.000Z"])
      expect(isWallClock(text)).toBe(true);
    for (const text of ["3 December", "10:15", "2026-12-03 10:15", ""]) expect(isWallClock(text)).toBe(false);
  });
});
