import { describe, expect, it } from "vitest";
import { sameName, searchableName } from "../../shared/records/same-name.ts";

describe("Two names are one person's", () => {
  it.each([
    ["Jānis Bērziņš", "Janis Berzins"],
    ["Caller, Sample", "Sample Caller"],
    ["S. Caller", "Sample Caller"],
    ["Nguyễn Văn An", "nguyen van an"],
    ["Пётр Образцов", "Петр Образцов"],
    ["Sample B. Caller", "Sample Caller"],
    ["样例来电", "样例来电"],
    ["样例来电 ", " 样例来电"],
    ["Caller", "caller"],
    ["J. Jana", "Jana Janis"],
  ])("%s and %s", (one, other) => {
    expect(sameName(one, other)).toBe(true);
    expect(sameName(other, one)).toBe(true);
  });
});

describe("Two names are not taken for one", () => {
  it.each([
    ["Caller", "Sample Caller"],
    ["Sample Caller", "Another Caller"],
    ["S. C.", "Sample Caller"],
    ["Sample Caller", "Sample Principal"],
    ["样例", "样例来电"],
    ["样例 Caller", "Caller 样例"],
    [" ", " "],
    ["S", "S"],
    ["J. B.", "Jānis Bērziņš"],
    ["Sample Sample", "Sample Other"],
    ["Sampler Caller", "Sample Caller"],
    ["Sa Caller", "Sample Callers"],
    ["", ""],
    ["—", "Sample Caller"],
  ])("%s and %s", (one, other) => {
    expect(sameName(one, other)).toBe(false);
    expect(sameName(other, one)).toBe(false);
  });
});

it("A search for a name looks for its longest word, for the others may be written otherwise", () => {
  expect(searchableName("Sample Caller")).toBe("sample");
  expect(searchableName("Li 王小明")).toBe("Li 王小明");
  expect(searchableName("—")).toBe("");
  expect(searchableName("S. Caller")).toBe("caller");
  expect(searchableName("Jānis Bērziņš")).toBe("berzins");
});
