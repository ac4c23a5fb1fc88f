import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProseText } from "../../extension/surfaces/state/prose.ts";
import { applySplice, rebase } from "../../shared/documents/splice.ts";

describe("A co-edited text", () => {
  it("hands out the one splice of what was typed, made on the text known before", () => {
    const prose = new ProseText("Dear Ms Caller");
    prose.typed("Dear Ms Caller, thank you");
    expect(prose.take()).toEqual({
      base: "Dear Ms Caller",
      splice: { index: 14, remove: 0, insert: ", thank you" },
    });
    expect(prose.take()).toBeNull();
  });

  it("makes the next edit on the text that the one before it left, though the background has not shown it yet", () => {
    const prose = new ProseText("a");
    prose.typed("ab");
    prose.take();
    prose.typed("abc");
    expect(prose.take()).toEqual({ base: "ab", splice: { index: 2, remove: 0, insert: "c" } });
  });

  it("shows a colleague's words and moves a caret that stands behind them", () => {
    const prose = new ProseText("Dear Ms Caller");
    const arrival = prose.arrived("Very Dear Ms Caller");
    expect(arrival?.text).toBe("Very Dear Ms Caller");
    expect(arrival?.move(5)).toBe(10);
    expect(prose.arrived("Very Dear Ms Caller")).toBeNull();
  });

  it("leaves a caret before a colleague's words where it is, and one inside what they removed at the place", () => {
    const prose = new ProseText("one two three");
    const arrival = prose.arrived("one three");
    expect(arrival?.move(2)).toBe(2);
    expect(arrival?.move(6)).toBe(5);
    expect(arrival?.move(13)).toBe(9);
  });

  it("leaves a caret where it is when a colleague writes exactly there", () => {
    expect(new ProseText("one two").arrived("one and two")?.move(4)).toBe(4);
  });

  it("keeps what is typed and not yet sent when a remote edit arrives", () => {
    const prose = new ProseText("abc");
    prose.typed("abc!");
    expect(prose.arrived("Xabc")?.text).toBe("Xabc!");
    expect(prose.take()).toEqual({ base: "Xabc", splice: { index: 4, remove: 0, insert: "!" } });
  });

  it("does not take a value that holds its own sent edit for somebody else's", () => {
    const prose = new ProseText("abc");
    prose.typed("abcd");
    prose.take();
    expect(prose.arrived("abcd")).toBeNull();
    expect(prose.text).toBe("abcd");
  });

  it("keeps a sent edit on screen when a value without it arrives first", () => {
    const prose = new ProseText("abc");
    prose.typed("abcd");
    prose.take();
    expect(prose.arrived("Xabc")?.text).toBe("Xabcd");
    expect(prose.arrived("Xabcd")).toBeNull();
  });

  it("moves nothing while an input method composes, and sends nothing; afterwards both are there", () => {
    const prose = new ProseText("你");
    prose.beginComposition();
    prose.typed("你ha");
    expect(prose.take()).toBeNull();
    expect(prose.arrived("大家：你")).toBeNull();
    expect(prose.text).toBe("你ha");
    expect(prose.endComposition("你好")?.text).toBe("大家：你好");
    expect(prose.take()).toEqual({ base: "大家：你", splice: { index: 4, remove: 0, insert: "好" } });
  });

  it("gives a refused edit again", () => {
    const prose = new ProseText("a");
    prose.typed("ab");
    const first = prose.take();
    prose.refused();
    expect(prose.dirty).toBe(true);
    expect(prose.take()).toEqual(first);
  });

  it("ends with the background's text, whatever order typing, sending, answers and colleagues come in", () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant("type" as const),
        at: fc.nat(60),
        remove: fc.nat(3),
        text: fc.string({ maxLength: 4 }),
      }),
      fc.record({
        do: fc.constant("colleague" as const),
        at: fc.nat(60),
        remove: fc.nat(3),
        text: fc.string({ maxLength: 4 }),
      }),
      fc.constant({ do: "send" as const }),
      fc.constant({ do: "apply" as const }),
      fc.constant({ do: "show" as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const prose = new ProseText("Dear all");
        let document = "Dear all";
        const sent: NonNullable<ReturnType<ProseText["take"]>>[] = [];
        const apply = () => {
          const edit = sent.shift();
          if (edit) document = applySplice(document, rebase(edit.splice, edit.base, document));
        };
        const send = () => {
          const edit = prose.take();
          if (edit) sent.push(edit);
        };
        for (const each of steps) {
          if (each.do === "type")
            prose.typed(
              applySplice(prose.text, {
                index: each.at % (prose.text.length + 1),
                remove: each.remove,
                insert: each.text,
              }),
            );
          else if (each.do === "colleague")
            document = applySplice(document, {
              index: each.at % (document.length + 1),
              remove: each.remove,
              insert: each.text,
            });
          else if (each.do === "send") send();
          else if (each.do === "apply") apply();
          else prose.arrived(document);
        }
        send();
        while (sent.length > 0) apply();
        prose.arrived(document);
        prose.settle();
        expect(prose.text).toBe(document);
      }),
      { numRuns: 500 },
    );
  });
});
