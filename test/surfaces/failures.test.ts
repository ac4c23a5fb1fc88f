import { describe, expect, it } from "vitest";
import { loadCatalogue } from "../../extension/locales/load.ts";
import { BackgroundError } from "../../extension/port/client.ts";
import { wordFailure, wordProblem } from "../../extension/surfaces/state/failures.ts";
import { createWords } from "../../extension/surfaces/state/words.ts";
import { LOCALES } from "../../shared/records/labels.ts";
import { sync } from "./sample-world.ts";

const FAILED = [
  ...["disk-full", "offline", "not-a-server", "bad-address", "insecure-server", "version", "unknown-desk"],
  ...["moved", "quota", "rate", "clock", "role", "no-desk", "not-an-invite", "damaged", "already-here"],
  ...["invite-unknown", "invite-expired", "invite-used", "invite-revoked", "already-member", "sample"],
];
const STOPPED = [
  ...["forged", "withheld", "forked", "rollback", "replayed", "stranger", "another-desk", "roster"],
  ...["version", "unknown-desk", "not-a-member", "role", "superseded", "clock"],
];
const DETAIL = "what only the background says";
const stopped = (code: string) => sync({ phase: "stopped", problem: { code, detail: DETAIL } });

for (const locale of LOCALES)
  describe(`Failures in ${locale}`, async () => {
    const words = createWords({ locale, catalogue: await loadCatalogue(locale) }, [locale]);
    const failed = (code: string) => wordFailure(words, new BackgroundError({ code, detail: DETAIL }));

    it("are said in the person's own words, in at least two sentences", () => {
      for (const code of FAILED) {
        expect(failed(code), code).not.toContain(DETAIL);
        expect(failed(code), code).toMatch(/[.:。：;].*[.。]$/u);
      }
    });

    it("that stop the sync say that the work is safe, each by what happened", () => {
      const texts = STOPPED.map((code) => wordProblem(words, stopped(code))?.text ?? "");
      for (const text of texts) {
        expect(text).not.toContain(DETAIL);
        expect(text).not.toContain("{");
      }
      expect(new Set(texts).size).toBe(texts.length);
    });
  });

describe("A failure", async () => {
  const words = createWords({ locale: "en", catalogue: await loadCatalogue("en") }, ["en"]);

  it("that nobody expected shows what the background says, and so does one named like an object's own", () => {
    for (const code of ["internal", "constructor", "__proto__"]) {
      expect(wordFailure(words, new BackgroundError({ code, detail: DETAIL }))).toContain(DETAIL);
      expect(wordProblem(words, stopped(code))?.text).toContain(DETAIL);
    }
    expect(wordFailure(words, new Error("broken"))).toContain("broken");
  });

  it("that passes by itself is not pressed upon a person", () => {
    for (const code of ["rate", "internal", "malformed", "gap"])
      expect(wordProblem(words, sync({ phase: "offline", problem: { code, detail: DETAIL } }))).toBeNull();
    expect(wordProblem(words, sync({ phase: "offline" }))).toBeNull();
  });

  it("of the sync offers another try only where that may help", () => {
    expect(STOPPED.filter((code) => !wordProblem(words, stopped(code))?.again)).toEqual([
      "not-a-member",
      "superseded",
    ]);
    expect(wordProblem(words, sync({ problem: { code: "disk-full", detail: "" } }))).toMatchObject({
      again: false,
    });
  });
});
