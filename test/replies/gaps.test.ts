import { describe, expect, it } from "vitest";
import { LOCALES } from "../../shared/records/labels.ts";
import { renderTemplate } from "../../shared/replies/render-template.ts";
import { gapsIn, VARIABLES } from "../../shared/replies/variable-names.ts";

describe("What a letter still lacks", () => {
  it.each(LOCALES)("is found where a template left it, in %s", (locale) => {
    const letter = renderTemplate("{{ principal }} … {{ date }} … {{ principal }}", {}, locale);
    expect(letter.ok && gapsIn(letter.text)).toEqual([VARIABLES.principal[locale], VARIABLES.date[locale]]);
  });

  it("is nothing once it is filled in, whatever else stands in brackets", () => {
    expect(gapsIn("Principal A has read annex 2 [sic], see [1].")).toEqual([]);
  });
});
