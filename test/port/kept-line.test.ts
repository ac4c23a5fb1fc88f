import { describe, expect, it } from "vitest";
import { addToKept, readKept } from "../../extension/port/kept-line.ts";

const added = { line: "+37126123456", text: "", chosen: "call" as const };

describe("A line that is kept until it is saved", () => {
  it("takes more behind what was typed before, and loses nothing of it", () => {
    const before = {
      line: "half a li",
      text: "as they said it",
      chosen: "task" as const,
      corrected: { urgent: true },
    };
    expect(readKept(addToKept(before, { ...added, text: "more" }))).toEqual({
      line: "half a li +37126123456",
      text: "as they said it\nmore",
      chosen: "call",
      corrected: { urgent: true },
    });
    expect(readKept(addToKept(null, added))).toEqual({ ...added, corrected: {} });
  });

  it("is nothing where nothing was kept, or nothing of ours", () => {
    for (const kept of [null, "", "{", "null", "7", '{"line":1}', '{"line":"a","text":"b"}'])
      expect(readKept(kept), String(kept)).toBeNull();
  });
});
