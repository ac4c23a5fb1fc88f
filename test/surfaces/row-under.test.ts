import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../extension/locales/load.ts";
import { sayUnder } from "../../extension/surfaces/components/row-under.ts";
import { createWords } from "../../extension/surfaces/state/words.ts";

const words = createWords({ locale: "en", catalogue: await loadCatalogue("en") }, ["en-GB"]);
const now = Date.parse("2026-11-23T10:00:00Z");
const under = (line: string, due: string | null, shown: boolean) =>
  sayUnder({ under: line, due }, shown, now, words);

describe("A row's second line", () => {
  it("does not say again the day that stands beside it", () => {
    expect(under("Riga · 2026-12-03", "2026-12-03", true)).toBe("Riga");
    expect(under("2026-12-03", "2026-12-03", true)).toBe("");
  });

  it("says the end of a time that begins on that day", () => {
    expect(under("Riga · 2026-12-03 · 2026-12-05", "2026-12-03", true)).toBe("Riga · until 5 Dec");
  });

  it("says both days where none stands beside it", () => {
    expect(under("Riga · 2026-12-03 · 2026-12-05", "2026-12-03", false)).toBe("Riga · 3 Dec · 5 Dec");
  });

  it("leaves other words and other dates as they are", () => {
    expect(under("Sample Rail · 2026-12-14", "2026-12-03", true)).toBe("Sample Rail · 14 Dec");
  });
});
