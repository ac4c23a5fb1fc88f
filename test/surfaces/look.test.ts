import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { LOOKS, readLook, wearLook, writeLook } from "../../extension/port/look.ts";
import { tokens } from "./style-sheets.ts";

const plain = { theme: "auto", accent: "page", density: "comfortable", size: "usual" };

describe("A look", () => {
  it("is read as it was written", () => {
    for (const theme of LOOKS.theme)
      for (const accent of LOOKS.accent)
        for (const density of LOOKS.density)
          for (const size of LOOKS.size) {
            const look = { theme, accent, density, size };
            expect(readLook(writeLook(look))).toEqual(look);
          }
  });

  it("is the plain one where nothing, something else or a part of a later version was written", () => {
    for (const written of [undefined, null, 7, {}, "", "toString constructor __proto__"])
      expect(readLook(written)).toEqual(plain);
    expect(readLook("sepia outlook dense larger")).toEqual({
      theme: "auto",
      accent: "outlook",
      density: "dense",
      size: "larger",
    });
  });

  it("has no word in two of its parts: the style sheet finds each by the word alone", () => {
    const words = Object.values(LOOKS).flat();
    expect(new Set(words).size).toBe(words.length);
    const styled = tokens.flatMap(({ selector }) => /data-look~="(\w+)"/.exec(selector)?.[1] ?? []);
    expect([...new Set(styled)].sort()).toEqual(["dark", "dense", "large", "larger", "light"]);
  });

  const worn = (look: string, page?: string) => {
    const { document } = parseHTML("<html><body></body></html>");
    const root = document.documentElement as unknown as HTMLElement;
    if (page) root.dataset.page = page;
    wearLook(root, readLook(look));
    return root.dataset.beside;
  };
  it("takes the colours of the page beside it, unless the person chose others", () => {
    expect(worn("auto page", "outlook")).toBe("outlook");
    expect(worn("auto gmail", "outlook")).toBe("gmail");
    expect(worn("auto outlook")).toBe("outlook");
    expect(worn("auto page")).toBeUndefined();
  });
});
