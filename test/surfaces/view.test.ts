import { describe, expect, it } from "vitest";
import { initials } from "../../extension/surfaces/components/avatar.tsx";
import { queryOf, readView, writeView } from "../../extension/surfaces/desk/view.ts";
import { isAnswering, openMessage, threadRef, writerOf } from "../../extension/surfaces/sidebar/mail.ts";
import { mail } from "./sample-world.ts";

describe("The address of the desk page", () => {
  it("comes back as what was shown", () => {
    for (const view of [
      { list: "queue", record: null },
      { list: "trip", record: "2026-11.0123456789abcdef" },
      { list: "principal:lasting.0123456789abcdef", record: null },
    ])
      expect(readView(writeView(view))).toEqual(view);
  });
  it("may name a record alone", () => {
    expect(readView("#2026-11.0123456789abcdef")).toEqual({
      list: "today",
      record: "2026-11.0123456789abcdef",
    });
  });
  it("is today where it is not understood", () => {
    expect(readView("#<script>/../x")).toEqual({ list: "today", record: null });
  });
});

describe("A list's question", () => {
  it("searches closed records too when there are words", () => {
    expect(queryOf("queue", { search: " annex ", unclaimed: false, open: true })).toEqual({
      search: "annex",
      order: "due",
    });
  });
  it("asks for a principal's records", () => {
    expect(queryOf("principal:lasting.x", { search: "", unclaimed: true, open: true })).toEqual({
      principal: "lasting.x",
      open: true,
      assignee: "mineOrNone",
      order: "due",
    });
  });
});

describe("The open mail", () => {
  it("is named only where the page says its id for sure", () => {
    const report = mail();
    expect(threadRef(report)).toBe("gmail:18c2f0a1b2c3d4e5");
    expect(
      threadRef({ ...report, thread: report.thread && { ...report.thread, threadId: null } }),
    ).toBeNull();
    expect(threadRef(null)).toBeNull();
  });
  it("was written by the last who is not the desk itself", () => {
    const report = mail();
    const [message] = report.thread?.messages ?? [];
    if (!report.thread || !message) throw new Error("The sample has no message.");
    const own = { ...message, from: { name: "Desk", email: "Desk@example.com" } };
    expect(writerOf({ ...report, thread: { ...report.thread, messages: [message, own] } })?.name).toBe(
      "Sample Caller",
    );
  });
  it("is being answered only in a reply box that does not name another mail", () => {
    const box = (threadId: string | null, kind: "reply" | "new" = "reply") =>
      isAnswering({ ...mail(), composeBoxes: [{ id: "1", kind, threadId }] });
    expect([box("18c2f0a1b2c3d4e5"), box(null), box("18ffffffffffffff"), box(null, "new")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isAnswering(null)).toBe(false);
  });
  it("is read from its newest message that is not collapsed", () => {
    const report = mail("first");
    const [message] = report.thread?.messages ?? [];
    if (!report.thread || !message) throw new Error("The sample has no message.");
    const messages = [message, { ...message, text: "second" }, { ...message, text: null, collapsed: true }];
    expect(openMessage({ ...report, thread: { ...report.thread, messages } })?.text).toBe("second");
  });
});

describe("The letters of an avatar", () => {
  it("are the first of the first and last word, or the one character", () => {
    expect(initials("Sample Caller")).toBe("SC");
    expect(initials("王小明")).toBe("王");
    expect(initials("caller@example.com")).toBe("CC");
    expect(initials("")).toBe("");
  });
});
