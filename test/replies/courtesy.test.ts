import { describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { closing, greeting, letterDate } from "../../shared/replies/courtesy.ts";

describe("the courtesies of a letter", () => {
  it("greet with a name or without one, and close, in every language", () => {
    for (const locale of LOCALES) {
      expect(greeting(locale)).not.toBe("");
      expect(greeting(locale, "  ")).toBe(greeting(locale));
      expect(closing(locale)).not.toBe("");
    }
    expect(greeting("lv", "Sample Caller")).toBe("Labdien, Sample Caller!");
    expect(greeting("cs", "Sample Caller")).toBe("Dobrý den,");
  });

  it("write the date as the language does, where the principal is", () => {
    expect(LOCALES.map((locale) => letterDate("2026-12-02T23:00:00Z", locale, "Europe/Riga"))).toEqual([
      "3 December 2026",
      "3 tháng 12, 2026",
      "2026. gada 3. decembris",
      "3. prosince 2026",
      "2026年12月3日",
      "3 декабря 2026 г.",
    ]);
  });
});
