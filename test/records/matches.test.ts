import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../shared/records/fold.ts";
import { excerptOf, piecesOf, termsIn } from "../../shared/records/matches.ts";
import { queryTerms } from "../../shared/records/search-terms.ts";

const marked = (text: string, search: string) =>
  piecesOf(text, search)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

describe("What a search asked for", () => {
  it.each([
    ["Nguyễn Mẫu", "nguyen", "[Nguyễn] Mẫu"],
    ["Đường phố", "duong", "[Đường] phố"],
    ["Jānis Bērziņš", "berz", "Jānis [Bērz]iņš"],
    ["Příliš žluťoučký kůň", "zlut kun", "Příliš [žluť]oučký [kůň]"],
    ["董事会议室", "会议", "董事[会议]室"],
    ["Ёлка и ёж", "елка", "[Ёлка] и ёж"],
    ["Riga board trip", "oard", "Riga board trip"],
    ["+371 26 123 456", "26123456", "+371 [26 123 456]"],
    ["a.sample@example.com", "a.sample@exam", "[a.sample@exam]ple.com"],
    ["Große Straße", "strasse", "Große [Straße]"],
    ["Vie\u0323\u0302t", "viet", "[Việt]"],
    ["anything", "", "anything"],
    ["", "anything", ""],
  ])("is marked in “%s” for “%s”", (text, search, wanted) => expect(marked(text, search)).toBe(wanted));

  it("leaves the text as it is, whatever was asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, search) => {
        expect(
          piecesOf(text, search)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text.normalize("NFC"));
      }),
    );
  });

  it("is found in a text with or without its accents", () => {
    expect(termsIn("Zpráva pro kůň", queryTerms("kun zprava nic"))).toEqual(["kun", "zprava"]);
  });

  it("is shown with the words around it", () => {
    const note = `${"first words ".repeat(20)}the arbitration seat\nof clause 4 ${"and then some ".repeat(20)}`;
    const excerpt = excerptOf(note, ["arbitration"]);
    expect(excerpt).toMatch(/^….*the arbitration seat of clause 4 .*…$/);
    expect(excerpt.length).toBeLessThan(140);
    expect(fold(excerptOf("董事会".repeat(100), ["事会"]))).toContain("事会");
    expect(excerptOf("Short.", ["short"])).toBe("Short.");
  });

  it("is shown from 30 units before it to 90 behind its beginning, cut at words", () => {
    const words = Array.from({ length: 100 }, (_, at) => `w${String(at).padStart(2, "0")}`).join(" ");
    const between = (from: number, to: number) => words.slice(from * 4, to * 4 - 1);
    expect(excerptOf(words, ["w50"])).toBe(`…${between(43, 72)}…`);
    // The first of what is found leads; what is not found does not.
    expect(excerptOf(words, ["w60", "zzz", "w50"])).toBe(`…${between(43, 72)}…`);
    expect(excerptOf(words, ["zzz"])).toBe(`${between(0, 22)}…`);
    expect(excerptOf(words, [])).toBe(`${between(0, 22)}…`);
    expect(excerptOf(words, ["w00", "w50"])).toBe(`${between(0, 22)}…`);
    expect(excerptOf(words, ["w99"])).toBe(`…${between(92, 100)}`);
    expect(excerptOf("  one\n\n two\t ", ["two"])).toBe("one two");
  });

  it("is shown from the beginning where that is near, and cut in a word where there is no space", () => {
    expect(excerptOf(`${"x".repeat(29)} term`, ["term"])).toBe(`${"x".repeat(29)} term`);
    expect(excerptOf(`${"x".repeat(30)} term`, ["term"])).toBe("…term");
    expect(excerptOf(`${"董".repeat(100)}会议${"室".repeat(200)}`, ["会议"])).toBe(
      `…${"董".repeat(30)}会议${"室".repeat(88)}…`,
    );
    expect(excerptOf(`x ${"董".repeat(100)}会议`, ["会议"])).toBe(`…${"董".repeat(30)}会议`);
    expect(excerptOf(`term${"x".repeat(86)}`, ["term"])).toBe(`term${"x".repeat(86)}`);
    expect(excerptOf(`term${"x".repeat(87)}`, ["term"])).toBe(`term${"x".repeat(86)}…`);
    expect(excerptOf(`Ķēniņš term${"x".repeat(200)}`, ["term"])).toBe(`Ķēniņš term${"x".repeat(86)}…`);
  });

  it("is pieces of a text, of which none is empty", () => {
    expect(piecesOf("", "a")).toEqual([]);
    expect(piecesOf("", "")).toEqual([]);
    expect(piecesOf("a", "")).toEqual([{ text: "a", hit: false }]);
    expect(piecesOf("annex", "annex")).toEqual([{ text: "annex", hit: true }]);
    expect(piecesOf("an annex", "annex")).toEqual([
      { text: "an ", hit: false },
      { text: "annex", hit: true },
    ]);
    // A number has gaps wherever it is spaced; what merely ends or begins in digits has none.
    expect(marked("26 123 456 78", "2612345678")).toBe("[26 123 456 78]");
    expect(marked("x1 234 567", "x1234567")).toBe("x1 234 567");
  });
});
