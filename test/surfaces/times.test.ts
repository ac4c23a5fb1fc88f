import { describe, expect, it } from "vitest";
import {
  fromLocalInput,
  sayDue,
  sayLateness,
  toLocalInput,
  wallClock,
} from "../../extension/surfaces/state/times.ts";

const noon = new Date(2026, 10, 23, 12, 0).getTime();
const at = (days: number, hour: number, minute = 0) =>
  new Date(2026, 10, 23 + days, hour, minute).toISOString();

describe("A time in a list", () => {
  it("is the hour alone today, and asks for attention", () => {
    expect(sayDue(at(0, 15), noon, "en")).toMatchObject({ text: "15:00", tone: "attention" });
  });
  it("says its day too where it stands alone", () => {
    expect(sayDue(at(0, 16), noon, "en", true).text).toBe("today 16:00");
    expect(sayDue(at(1, 9), noon, "en", true).text).toBe("tomorrow 09:00");
    expect(sayDue("2026-11-23", noon, "en", true).text).toBe("today");
  });
  it("is urgent once it has passed", () => {
    expect(sayDue(at(0, 11), noon, "en").tone).toBe("urgent");
    expect(sayDue("2026-11-22", noon, "en").tone).toBe("urgent");
  });
  it("is a day without an hour all day long", () => {
    expect(sayDue("2026-11-23", noon, "en")).toMatchObject({ text: "today", tone: "attention" });
  });
  it("is a weekday within a week and a date beyond", () => {
    expect(sayDue("2026-11-26", noon, "en").text).toBe("Thu");
    expect(sayDue("2026-12-14", noon, "en").text).toBe("Dec 14");
  });
  it("says how late it is in its largest unit, and nothing when it is not", () => {
    expect(sayLateness(at(0, 11, 35), noon, "en")).toBe("25 min");
    expect(sayLateness(at(-2, 12), noon, "en")).toBe("2 days");
    expect(sayLateness("2026-11-23", noon, "en")).toBeNull();
  });
});

describe("A time in a form", () => {
  it("comes back as the instant that it was", () => {
    expect(fromLocalInput(toLocalInput("2026-11-23T15:00:00Z"))).toBe("2026-11-23T15:00:00Z");
  });
  it("is nothing where it is half typed", () => {
    expect(fromLocalInput("")).toBeNull();
    expect(fromLocalInput("2026-11-")).toBeNull();
  });
});

describe("A ticket's time", () => {
  it("stays the clock of its place, whatever zone this device is in", () => {
    expect(wallClock("2026-12-03T10:15:00+03:00", "en")).toEqual({ day: "Thu, Dec 3", hour: "10:15" });
    expect(wallClock("2026-12-03", "en")).toEqual({ day: "Thu, Dec 3", hour: "" });
    expect(wallClock(undefined, "en")).toEqual({ day: "", hour: "" });
  });
});
