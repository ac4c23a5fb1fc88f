import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseBox } from "../../extension/webmail/compose.ts";
import type { ComposeBox } from "../../extension/webmail/mail-page.ts";

const box = (id: string, part: Partial<ComposeBox> = {}): ComposeBox => ({
  id,
  kind: "reply",
  threadId: null,
  inOpenThread: false,
  editor: {} as HTMLElement,
  subjectInput: null,
  ...part,
});
const here = box("here", { threadId: "a", inOpenThread: true });
const unnamed = box("unnamed", { inOpenThread: true });
const elsewhere = box("elsewhere", { threadId: "b" });
const newMail = box("new", { kind: "new" });
const chosen = (...args: Parameters<typeof chooseBox>) => {
  const result = chooseBox(...args);
  return "ok" in result ? result.reason : result.id;
};

describe("the box for a draft without a thread", () => {
  it.each([
    ["no box", [], null, "no-compose-box"],
    ["the open thread's reply", [here], { threadId: "a" }, "here"],
    ["the open thread's reply beside a new mail", [here, newMail], { threadId: "a" }, "here"],
    ["the only new mail over the list", [newMail], null, "new"],
    ["the only new mail over a thread", [newMail], { threadId: "a" }, "new"],
    ["two new mails", [newMail, box("other", { kind: "new" })], null, "ambiguous"],
    ["two replies in the thread", [here, unnamed], { threadId: "a" }, "ambiguous"],
    ["another thread's reply", [elsewhere], { threadId: "a" }, "no-compose-box"],
    ["another thread's reply and a new mail", [elsewhere, newMail], { threadId: "a" }, "ambiguous"],
  ] as const)("with %s is: %4$s", (_what, boxes, open, expected) => {
    expect(chosen(boxes, open)).toBe(expected);
  });
});

describe("the box for a draft that answers a thread", () => {
  it.each([
    ["its reply", [here], { threadId: "a" }, "here"],
    ["its reply in a pop-out", [box("popped", { threadId: "a" })], { threadId: "b" }, "popped"],
    ["a reply without an id in the open thread", [unnamed], { threadId: "a" }, "unnamed"],
    ["a reply without an id in another thread", [unnamed], { threadId: "b" }, "no-compose-box"],
    ["a reply without an id in an unsure thread", [unnamed], { threadId: null }, "no-compose-box"],
    ["only another thread's reply and a new mail", [elsewhere, newMail], { threadId: "b" }, "no-compose-box"],
    ["two replies to it", [here, box("popped", { threadId: "a" })], { threadId: "a" }, "ambiguous"],
  ] as const)("with %s is: %4$s", (_what, boxes, open, expected) => {
    expect(chosen(boxes, open, { threadId: "a" })).toBe(expected);
  });

  it("never answers another thread and is never a new mail, whatever is open", () => {
    const id = fc.constantFrom("a", "b", "c", null);
    const anyBox = fc
      .record({
        kind: fc.constantFrom("reply" as const, "new" as const),
        threadId: id,
        inOpenThread: fc.boolean(),
      })
      .map((part) => box("any", part.kind === "new" ? { kind: "new" } : part));
    fc.assert(
      fc.property(
        fc.array(anyBox, { maxLength: 4 }),
        fc.option(fc.record({ threadId: id })),
        (boxes, open) => {
          const result = chooseBox(boxes, open, { threadId: "a" });
          if ("ok" in result) return true;
          return (
            result.kind === "reply" &&
            (result.threadId ?? (result.inOpenThread ? open?.threadId : null)) === "a"
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
