import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../extension/locales/en.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const page = read("extension/THREATS.md");
const named = [...page.matchAll(/`(test\/[\w./-]+\.test\.ts)`: “([^”]+)”/g)].map(
  ([, file = "", words = ""]) => ({ file, words }),
);

describe("The page of threats", () => {
  it("names a test for each attempt", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| -"));
    const attempts = rows.filter((line) => !/^\| (?:what|attempt|attack) /.test(line)).slice(5);
    expect(attempts.length).toBeGreaterThan(20);
    expect(attempts.filter((line) => !/`test\/[\w./-]+\.test\.ts`: “[^”]+” \|$/.test(line))).toEqual([]);
  });

  it.each(named.map(({ file, words }) => [file, words]))("names one that is there: %s: %s", (file, words) => {
    expect(existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true);
    expect(read(file)).toMatch(
      new RegExp(
        `\\b(?:it|test)(?:\\.each\\([^)]*\\))?\\(\\s*"[^"]*${words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}[^"]*"`,
      ),
    );
  });

  it("quotes what a person reads as it is said", () => {
    const said = new Set<unknown>(Object.values(en));
    const rows = page.split("\n").filter((line) => /^\| [^|]+ \| [^|]+ \| “/.test(line));
    const quoted = rows.flatMap((line) => [...(line.split(" | ")[2] ?? "").matchAll(/“([^”]+)”/g)]);
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.map(([, text]) => text).filter((text) => !said.has(text))).toEqual([]);
  });

  it("is where SECURITY.md says", () => {
    expect(read("SECURITY.md")).toContain("(extension/THREATS.md)");
  });
});

describe("The page of guards that were seen failing", () => {
  const rows = read("test/SEEDED.md")
    .split("\n")
    .filter((line) => /^\| (?:\d+|lock) \|/.test(line));

  it("has the guards of tests 1 and 12 to 20, and names for each what failed", () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map((row) => row.split(" | ")[0])).size).toBe(11);
    expect(rows.filter((row) => !/`test\/[\w./-]+\.test\.ts`: “[^”]+” \|$/.test(row))).toEqual([]);
  });

  it.each(rows.map((row) => [/`(test\/[\w./-]+)`: “([^”]+)”/.exec(row)?.slice(1) ?? []]))(
    "names tests that are there: %s",
    ([file = "", words = ""]) => {
      expect(read(file)).toContain(words);
    },
  );
});
