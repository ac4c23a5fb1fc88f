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
});
