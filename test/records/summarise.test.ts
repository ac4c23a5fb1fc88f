import { describe, expect, it } from "vitest";
import { KINDS } from "../../shared/records/kinds.ts";
import { summarise } from "../../shared/records/summarise.ts";
import { recordOf } from "./sample-record.ts";

describe("a row", () => {
  it("shows who called, from where, and when to call back", () => {
    const record = recordOf(KINDS.call!, {
      caller: "Sample Caller",
      organization: "Baltic Sample Rail",
      subject: "contract renewal",
      status: "callBack",
      urgent: true,
      callBackBy: "2026-11-22T13:00:00Z",
      principal: "lasting.0123456789abcdef",
    });
    expect(summarise(record)).toEqual({
      title: "Sample Caller",
      at: "2026-11-22T10:00:00Z",
      under: "Baltic Sample Rail · contract renewal",
      status: "callBack",
      open: true,
      due: "2026-11-22T13:00:00Z",
      urgent: true,
      principal: "lasting.0123456789abcdef",
      assignee: null,
      thread: null,
      classification: "internal",
    });
  });

  it("takes the next field where the first is empty, and says nothing twice", () => {
    const record = recordOf(KINDS.call!, { caller: "", phone: "+37126123456;ext=45", subject: "" });
    expect(summarise(record)).toMatchObject({ title: "+37126123456 ext. 45", under: "" });
    expect(summarise(recordOf(KINDS.message!, { message: "\n\n first line\nsecond" }))).toMatchObject({
      title: "first line",
      under: "",
    });
  });

  it("shortens a long text at a word and never inside a character", () => {
    const words = summarise(recordOf(KINDS.task!, { summary: "word ".repeat(90) })).title;
    expect(words).toMatch(/word…$/);
    const emoji = summarise(recordOf(KINDS.task!, { summary: `x${"😀".repeat(200)}` })).title;
    expect(emoji.isWellFormed()).toBe(true);
    expect(emoji.length).toBeLessThanOrEqual(201);
  });

  it("closes what was deleted, keeps open what is in a state of a newer version", () => {
    expect(summarise(recordOf(KINDS.task!, { deletedAt: "2026-11-22T10:00:00Z" })).open).toBe(false);
    expect(summarise(recordOf(KINDS.task!, { status: "delegated" }))).toMatchObject({
      status: "delegated",
      open: true,
    });
    expect(summarise(recordOf(KINDS.contact!, { status: "blocked" })).open).toBe(false);
  });

  it("bears a kind and values that it does not know", () => {
    const record = { ...recordOf(KINDS.task!, {}), kind: "hologram", fields: { size: 5, words: "of light" } };
    expect(summarise(record)).toMatchObject({ title: "of light", status: "", open: false, due: null });
    const odd = recordOf(KINDS.task!, { summary: 5, due: false, urgent: "yes", status: 3 });
    expect(summarise(odd)).toMatchObject({ title: "5", due: null, urgent: false, status: "needsAction" });
  });

  it("says whose and of which mail it is, and cuts at a word only in the second half", () => {
    const member = "0123456789abcdef0123456789abcdef";
    const record = recordOf(KINDS.task!, { summary: " a ", assignee: member, thread: "gmail:1", status: "" });
    expect(summarise(record)).toMatchObject({
      title: "a",
      assignee: member,
      thread: "gmail:1",
      status: "needsAction",
      open: true,
    });
    const title = (summary: string) => summarise(recordOf(KINDS.task!, { summary })).title;
    expect(title("x".repeat(200))).toBe("x".repeat(200));
    expect(title("x".repeat(201))).toBe(`${"x".repeat(200)}…`);
    expect(title(`${"x".repeat(100)} ${"y".repeat(200)}`)).toBe(`${"x".repeat(100)} ${"y".repeat(99)}…`);
    expect(title(`${"x".repeat(101)} ${"y".repeat(200)}`)).toBe(`${"x".repeat(101)}…`);
    expect(title(`${" ".repeat(2000)}late`)).toBe("");
    expect(title("a;ext=b")).toBe("a;ext=b");
    const unknown = { ...record, kind: "hologram", fields: { a: " ", b: "", c: "words" } };
    expect(summarise(unknown)).toMatchObject({ title: "words", under: "" });
    expect(summarise({ ...unknown, fields: {} }).title).toBe("");
    expect(summarise(recordOf(KINDS.task!, {})).title).toBe("");
  });
});
