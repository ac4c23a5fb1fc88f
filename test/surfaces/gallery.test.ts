import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { exhibits } from "./gallery/exhibits.tsx";
import { pseudo } from "./gallery/pseudo.ts";
import { components } from "./style-sheets.ts";

describe("The gallery", () => {
  it("shows every component, each in at least one state", () => {
    const written = components.flatMap((file) => /^components\/(.+)\.tsx$/.exec(file)?.[1] ?? []).toSorted();
    expect(exhibits.map(({ component }) => component).toSorted()).toEqual(written);
    for (const { component, states } of exhibits) expect(Object.keys(states), component).not.toEqual([]);
  });

  it("stands outside what is built into the product", () => {
    const product = readdirSync(fileURLToPath(new URL("../../extension", import.meta.url)), {
      recursive: true,
    });
    expect(product.filter((path) => /gallery|pseudo/i.test(String(path)))).toEqual([]);
  });
});

describe("The pseudo-locale", () => {
  it("is accented, in brackets and two fifths longer", () => {
    expect(pseudo("Add to the trip")).toMatch(/^⟦Åđđ ţö ţĥé ţŕîþ ẋ+⟧$/);
    for (const text of ["Write it down now: it is kept until you have a desk.", "Save", "Other…"])
      expect([...pseudo(text)].length / text.length).toBeGreaterThanOrEqual(1.4);
  });

  it("keeps the names to fill in, and says nothing where nothing was said", () => {
    expect(pseudo("Add to {trip}, {n} left")).toContain("{trip}, {n} ");
    expect(pseudo("")).toBe("");
  });
});
