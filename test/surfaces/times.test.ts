import { describe, expect, it } from "vitest";
import {
  endOfDay,
  fromLocalInput,
  fullMoment,
  plainMoment,
  sayDay,
  sayDue,
  sayHour,
  sayLateness,
  sayPast,
  sayZone,
  toLocalInput,
  wallClock,
} from "../../extension/surfaces/state/times.ts";

const noon = new Date(2026, 10, 23, 12, 0).getTime();
const at = (days: number, hour: number, minute = 0) =>
  new Date(2026, 10, 23 + days, hour, minute).toISOString();

describe("A time in a list", () => {
  it("is the hour alone today, and asks for attention", () => {
    expect(sayDue(at(0, 15), noon, "en-GB")).toMatchObject({ text: "15:00", tone: "attention" });
  });
  it("says its day too where it stands alone", () => {
    expect(sayDue(at(0, 16), noon, "en-GB", true).text).toBe("today 16:00");
    expect(sayDue(at(1, 9), noon, "en-GB", true).text).toBe("tomorrow 09:00");
    expect(sayDue("2026-11-23", noon, "en-GB", true).text).toBe("today");
  });
  it("is urgent once it has passed", () => {
    expect(sayDue(at(0, 11), noon, "en-GB").tone).toBe("urgent");
    expect(sayDue("2026-11-22", noon, "en-GB").tone).toBe("urgent");
  });
  it("is a day without an hour all day long", () => {
    expect(sayDue("2026-11-23", noon, "en-GB")).toMatchObject({ text: "today", tone: "attention" });
  });
  it("is a weekday within a week and a date beyond", () => {
    expect(sayDue("2026-11-26", noon, "en-GB").text).toBe("Thu");
    expect(sayDue("2026-12-14", noon, "en-GB").text).toBe("14 Dec");
  });
  it("is written as inside a sentence, also where a language begins it with a capital when it stands alone", () => {
    const said = (day: string) => ["vi", "lv", "cs", "ru"].map((locale) => sayDue(day, noon, locale).text);
    expect(said("2026-11-24")).toEqual(["ngày mai", "rīt", "zítra", "завтра"]);
    expect(said("2026-11-25").slice(1)).toEqual(["trešd.", "st", "ср"]);
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
    expect(wallClock("2026-12-03T10:15:00+03:00", "en-GB")).toEqual({ day: "Thu 3 Dec", hour: "10:15" });
    expect(wallClock("2026-12-03", "en-GB")).toEqual({ day: "Thu 3 Dec", hour: "" });
    expect(wallClock(undefined, "en-GB")).toEqual({ day: "", hour: "" });
  });
});

describe("The end of a day that is named", () => {
  it("is its last second here, however many days later and over the end of a month", () => {
    expect(new Date(endOfDay("2026-11-23", 0))).toEqual(new Date(2026, 10, 23, 23, 59, 59));
    expect(new Date(endOfDay("2026-11-23", 14))).toEqual(new Date(2026, 11, 7, 23, 59, 59));
  });
});

describe("A moment inside a sentence", () => {
  it("has no weekday, and no month that would need another case", () => {
    const said = ["en-GB", "vi", "lv", "cs", "zh-CN", "ru"].map((locale) =>
      plainMoment("2026-12-04T12:30:00", locale),
    );
    expect(said).toEqual([
      "4 Dec 2026, 12:30",
      "4 thg 12, 2026, 12:30",
      "2026. g. 4. dec., 12:30",
      "4. 12. 2026, 12:30",
      "2026年12月4日, 12:30",
      "4 дек. 2026 г., 12:30",
    ]);
  });
});

describe("What is no moment, of a mail or of a colleague's changed program,", () => {
  const ODD = ["", "{", "2026-99-99T99:99:99Z", "9".repeat(400), "-000001-13-01T00:00:00Z"];
  it("ends no list and no mail: it is said as a dash, or not at all", () => {
    const said = ODD.map((odd) => [
      sayDue(odd, noon, "lv", true).full,
      sayPast(odd, noon, "ru"),
      sayHour(odd, "en-GB"),
      sayDay(odd, noon, "vi"),
      fullMoment(odd, "cs"),
      plainMoment(odd, "zh-CN").slice(0, 1),
      sayLateness(odd, noon, "en-GB"),
      wallClock(odd, "en-GB").day,
      sayZone("Europe/Riga", odd, "en-GB"),
      sayZone("Nowhere/None", "2026-11-23T12:00:00Z", "en-GB"),
    ]);
    expect(new Set(said.map(String))).toEqual(
      new Set([String(["—", "—", "—", "—", "—", "—", null, "", "", ""])]),
    );
    expect(wallClock("2026-99-99", "en-GB").day).toBe("");
    expect(sayZone("Europe/Riga", "2026-11-23T12:00:00Z", "en-GB")).toContain("Eastern European");
  });
});
