import { describe, expect, it } from "vitest";
import { fitting } from "../../extension/surfaces/components/combobox.tsx";

const options = [
  { value: "1", label: "Jānis Paraugs", hint: "Baltic Sample Rail" },
  { value: "2", label: "Sample Caller" },
  { value: "3", label: "Second Sample", hint: "caller@example.com" },
];
const found = (typed: string) => fitting(options, typed).map(({ value }) => value);

describe("What is typed to choose one of several", () => {
  it("fits where each of its words begins a word of the name or of what tells it apart", () => {
    expect(found("sam")).toEqual(["1", "2", "3"]);
    expect(found("call sam")).toEqual(["2", "3"]);
    expect(found("example")).toEqual(["3"]);
  });

  it("fits without its accents and in any case", () => {
    expect(found("JANIS")).toEqual(["1"]);
  });

  it("fits everything while nothing is typed, and nothing inside a word", () => {
    expect(found(" ")).toHaveLength(3);
    expect(found("ample")).toEqual([]);
  });
});
