import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectedText, telephoneOf } from "../../shared/capture/from-page.ts";

describe("What was marked on a page", () => {
  it("is one line where it is short, however the page broke it", () => {
    expect(selectedText("  Sample Caller\n\n +371 2612\u00a03456\t")).toEqual({
      line: "Sample Caller +371 2612 3456",
      text: "",
    });
  });

  it("is the longer text where it is long, its first line the line", () => {
    const long = "word ".repeat(60).trim();
    expect(selectedText(`About the annex\r\n${long}`)).toEqual({ line: "About the annex", text: long });
    expect(selectedText(long)).toEqual({ line: "", text: long });
  });

  it("hides nothing: no control characters, no turned writing, no half characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
        const { line, text } = selectedText(`${typed}\u202egnp.exe\u0000\ud800`);
        expect(line).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
        expect(text).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e]/u);
        expect((line + text).isWellFormed()).toBe(true);
      }),
    );
    expect(selectedText("x".repeat(1_000_000)).text.length).toBe(20_000);
  });
});

describe("A telephone link", () => {
  it("is its number as it is typed, with its extension", () => {
    for (const [link, number] of [
      ["tel:+371-2612-3456", "+37126123456"],
      ["TEL:+1-201-555-0123;ext=45", "+12015550123 ext 45"],
      ["tel:(020)%207946%200123", "02079460123"],
      ["tel:112", "112"],
    ] as const)
      expect(telephoneOf(link), link).toBe(number);
  });

  it("is nothing where it is no number, and never more than a number", () => {
    for (const link of [
      "tel:",
      "tel:call me",
      "https://example.com/tel:112",
      "tel:%E0%A4%A",
      "mailto:a@example.com",
    ])
      expect(telephoneOf(link), link).toBeNull();
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(telephoneOf(`tel:${written}`) ?? "0").toMatch(/^\+?[\d*#]+(?: ext \d*)?$/);
      }),
    );
  });
});
