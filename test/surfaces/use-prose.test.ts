import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bindProse } from "../../extension/surfaces/state/use-prose.ts";
import type { Splice } from "../../shared/documents/command.ts";
import { applySplice } from "../../shared/documents/splice.ts";
import { Area } from "./text-area.ts";

function desk(known: string) {
  const area = new Area();
  let document = known;
  const sent: { base: string; splice: Splice }[] = [];
  let works = true;
  const binding = bindProse(area as unknown as HTMLTextAreaElement, known, async (base, splice) => {
    if (!works) return false;
    sent.push({ base, splice });
    if (base === document) document = applySplice(document, splice);
    return true;
  });
  area.setSelectionRange(known.length, known.length);
  return {
    area,
    binding,
    sent,
    document: () => document,
    break(broken: boolean) {
      works = !broken;
    },
  };
}

describe("A text area bound to a co-edited field", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("sends a burst of typing as one edit within 150 ms", async () => {
    const { area, sent } = desk("Hello");
    area.type(", all");
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(150);
    expect(sent).toEqual([{ base: "Hello", splice: { index: 5, remove: 0, insert: ", all" } }]);
  });

  it("does not wait for a pause: who types without stopping is kept all the same", async () => {
    const { area, document } = desk("");
    for (let count = 0; count < 10; count++) {
      area.type("x");
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(document().length).toBeGreaterThanOrEqual(7);
  });

  it("puts a colleague's words in place and leaves the caret in the person's word", () => {
    const { area, binding } = desk("Dear Ms Caller");
    area.setSelectionRange(7, 7);
    binding.arrived("Very Dear Ms Caller");
    expect(area.value).toBe("Very Dear Ms Caller");
    expect([area.selectionStart, area.selectionEnd]).toEqual([12, 12]);
  });

  it("keeps a selection around the same words", () => {
    const { area, binding } = desk("one two three");
    area.setSelectionRange(4, 7);
    binding.arrived("zero one two three");
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("two");
  });

  it("sends nothing half composed", async () => {
    const { area, sent } = desk("");
    area.dispatchEvent(new Event("compositionstart"));
    area.type("nihao");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([]);
    area.value = "你好";
    area.dispatchEvent(new Event("compositionend"));
    await vi.advanceTimersByTimeAsync(150);
    expect(sent.map(({ splice }) => splice.insert)).toEqual(["你好"]);
  });

  it("tries again what the background did not take, with what was typed since", async () => {
    const { area, sent, break: breakIt } = desk("");
    breakIt(true);
    area.type("ab");
    await vi.advanceTimersByTimeAsync(200);
    area.type("c");
    breakIt(false);
    await vi.advanceTimersByTimeAsync(2500);
    expect(sent).toEqual([{ base: "", splice: { index: 0, remove: 0, insert: "abc" } }]);
  });

  it("sends the last keys when it is let go", async () => {
    const { area, binding, sent } = desk("");
    area.type("bye");
    binding.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent.map(({ splice }) => splice.insert)).toEqual(["bye"]);
    area.type("!");
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(1);
  });
});
