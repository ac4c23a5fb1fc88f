import { describe, expect, it } from "vitest";
import { formatsOf } from "../../extension/surfaces/state/region.ts";
import { sayDue, wallClock } from "../../extension/surfaces/state/times.ts";
import { countryOfClock, regionsOf } from "../../shared/capture/regions.ts";
import type { Locale } from "../../shared/records/labels.ts";

const sampleDay = (language: Locale, languages: readonly string[]) => {
  const { day, hour } = wallClock("2026-12-03T15:05", formatsOf(language, languages));
  return `${day} ${hour}`.replaceAll("\u202f", " ");
};

describe("A number without its country's code is one of", () => {
  it.each([
    [
      "the country of the clock, then those of the languages",
      "Europe/Riga",
      ["en-US", "ru"],
      ["LV", "US", "RU"],
    ],
    [
      "the person's own country, where its clock is kept there too",
      "Europe/Prague",
      ["cs-CZ", "vi"],
      ["CZ", "VN"],
    ],
    ["the languages' countries, where the clock is nobody's", "Etc/UTC", ["zh-CN"], ["CN"]],
  ])("%s", async (_, timeZone, languages, regions) => {
    const country = await countryOfClock(timeZone, async () => {});
    expect(regionsOf(timeZone, languages, country)).toEqual(regions);
  });

  it("which is looked for once, and lets the next key in before each country", async () => {
    let pauses = 0;
    const pause = async () => void pauses++;
    expect(await countryOfClock("Asia/Saigon", pause)).toBe("VN");
    expect(pauses).toBeGreaterThan(200);
    expect(pauses).toBeLessThan(300);
    const before = pauses;
    expect(await countryOfClock("Asia/Saigon", pause)).toBe("VN");
    expect(await countryOfClock("UTC", pause)).toBeNull();
    expect(pauses).toBe(before);
  });
});

describe("A date is written as in the person's own region", () => {
  it.each<[Locale, string[], string]>([
    ["en", ["en-GB", "en-US", "en"], "Thu 3 Dec 15:05"],
    ["en", ["en-US", "en"], "Thu, Dec 3 3:05 PM"],
    ["en", ["en"], "Thu, Dec 3 3:05 PM"],
    ["en", ["en", "en-GB"], "Thu 3 Dec 15:05"],
    ["en", ["en-AU"], "Thu, 3 Dec 3:05 pm"],
    ["en", ["lv-LV", "lv", "en-US", "en"], "Thu, 3 Dec 15:05"],
    ["en", ["vi-VN", "en-US"], "Thu, 3 Dec 15:05"],
    ["cs", ["cs-CZ", "en-US"], "čt 3. 12. 15:05"],
    ["lv", ["en-US"], "ceturtd., 3. dec. 15:05"],
    ["ru", ["lv-LV", "ru"], "чт, 3 дек. 15:05"],
    ["vi", [], "Thứ 5, 3 thg 12 15:05"],
  ])("%s for somebody who reads %j: %s", (language, languages, said) => {
    expect(sampleDay(language, languages)).toBe(said);
  });

  it("on a clock of 24 hours with two digits, on one of 12 without a zero before", () => {
    const morning = new Date(2026, 10, 23, 9, 5);
    const say = (locale: string) => sayDue(morning.toISOString(), morning.getTime(), locale).text;
    expect(say("cs-CZ")).toBe("09:05");
    expect(say("en-US").replace("\u202f", " ")).toBe("9:05 AM");
  });
});
