import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { closing, greeting, letterDate } from "../../shared/replies/courtesy.ts";
import { quoteMail, replySubject } from "../../shared/replies/quote.ts";

const MAIL = {
  text: "Hello\r\n\r\n> earlier\r\nBye\r\n-- \r\nSample Caller",
  from: "Sample Caller",
  sentAt: "2026-12-03T08:00:00Z",
};

describe("a quotation", () => {
  it("says who wrote and when, and leaves the signature out", () => {
    expect(quoteMail(MAIL, "en", "Europe/Riga")).toBe(
      "On 3 December 2026 at 10:00, Sample Caller wrote:\n> Hello\n>\n>> earlier\n> Bye",
    );
  });

  it("puts each line in quotes in every language, and is short", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        (locale, text) => {
          const [head, ...lines] = quoteMail({ ...MAIL, text, sentAt: null }, locale, "UTC").split("\n");
          expect(head).toContain("Sample Caller");
          expect(lines.every((line) => line.startsWith(">"))).toBe(true);
        },
      ),
    );
    expect(quoteMail({ ...MAIL, text: "x\n".repeat(5000) }, "en", "UTC").split("\n").length).toBe(402);
  });

  it.each([
    ["contract", "Re: contract"],
    ["Re: contract", "Re: contract"],
    ["RE: AW: re[2]: contract", "Re: contract"],
    ["回复：合同", "Re: 合同"],
    ["Ответ: договор", "Re: договор"],
    ["Report", "Re: Report"],
    ["", "Re:"],
  ])("of “%s” has the subject “%s”", (subject, reply) => {
    expect(replySubject(subject)).toBe(reply);
  });
});

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
