import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SURFACES = "extension/surfaces";
const PAGES = "extension/entrypoints";
/** Fields that hold no words. */
const WORDLESS = /type="(?:checkbox|radio|file)"/;

const files = (folder: string, end: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(end))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
/** The tags of one name in a component, up to their end. */
const tags = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}\\n[^]*?\\n\\s*/?>`, "g"))].map(([tag]) => tag);

test("what is typed into a surface is written by the browser into no file of its own: each field, and each text's form, says so", () => {
  let fields = 0;
  for (const { name, text } of files(SURFACES, ".tsx")) {
    for (const tag of tags(text, "input").filter((each) => !WORDLESS.test(each))) {
      fields++;
      expect(tag, name).toContain('autocomplete="off"');
    }
    for (const tag of tags(text, "textarea")) {
      fields++;
      if (!tag.includes("{...UNKEPT}")) expect(text, name).toMatch(/<form\n\s+autocomplete="off"/);
    }
  }
  expect(fields).toBeGreaterThan(15);
  const pages = files(PAGES, "index.html");
  expect(pages.length).toBeGreaterThan(4);
  for (const { name, text } of pages)
    expect(text, name).toContain('<form id="unkept" autocomplete="off" hidden></form>');
});
