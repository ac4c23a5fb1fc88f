import { describe, expect, it } from "vitest";
import { threadRef } from "../../extension/port/thread-ref.ts";
import { initials } from "../../extension/surfaces/components/avatar.tsx";
import { queryOf, standing } from "../../extension/surfaces/desk/filters.ts";
import { readView, stateOf, type View, writeView } from "../../extension/surfaces/desk/view.ts";
import { isAnswering, openMessage, peopleOn, writerOf } from "../../extension/surfaces/sidebar/mail.ts";
import { mail } from "./sample-world.ts";

describe("The address of the desk page", () => {
  it("comes back as what was shown", () => {
    for (const view of [
      { list: "queue", record: null },
      { list: "trip", record: "2026-11.0123456789abcdef" },
      { list: "principal:lasting.0123456789abcdef", record: null },
    ])
      expect(readView(writeView(view), stateOf(view))).toEqual(view);
  });
  it("names nobody, and neither does the page's state beside it: browsers write both down", () => {
    for (const person of ["name:jānis 100%/2", "+37126123456", "caller@example.com"]) {
      const view: View = { list: "people", record: null, person };
      expect(writeView(view)).toBe("#people");
      expect(readView("#people", stateOf(view))).toEqual(view);
      expect(stateOf(view)).toEqual(stateOf({ ...view }));
      expect(JSON.stringify(stateOf(view))).not.toContain(person);
      expect(readView(`#people/${encodeURIComponent(person)}`, null)).toEqual({
        list: "people",
        record: null,
      });
    }
    for (const state of [null, {}, { person: 7 }, { person: "name:x" }, "person", []])
      expect(readView("#people", state)).toEqual({ list: "people", record: null });
    expect(readView("#queue", { person: "name:x" })).toEqual({ list: "queue", record: null });
  });
  it("may name a record alone", () => {
    expect(readView("#2026-11.0123456789abcdef", null)).toEqual({
      list: "today",
      record: "2026-11.0123456789abcdef",
    });
  });
  it("is today where it is not understood", () => {
    expect(readView("#<script>/../x", null)).toEqual({ list: "today", record: null });
    expect(readView("#%", null)).toEqual({ list: "today", record: null });
  });
});

describe("A list's question", () => {
  const now = new Date(2026, 10, 23, 12).getTime();
  const ask = (list: string, chosen = {}, search = "") =>
    queryOf(list, standing(list, chosen, search.trim() !== ""), search, now);

  it("searches everywhere when there are words", () => {
    expect(ask("queue", {}, " annex ")).toEqual({ q: "rows", search: "annex", order: "at", grouped: true });
    expect(ask("queue", { whose: "none", kind: "call" }, "annex")).toMatchObject({
      assignee: "none",
      kinds: ["call"],
    });
  });
  it("asks for a principal's open records, by what presses", () => {
    expect(ask("principal:lasting.x")).toEqual({
      q: "rows",
      principal: "lasting.x",
      open: true,
      order: "due",
      grouped: true,
    });
  });
  it("asks today for what is due before tomorrow", () => {
    expect(ask("today")).toMatchObject({
      dueBefore: new Date(2026, 10, 24).toISOString(),
      assignee: "mineOrNone",
      open: true,
    });
  });
  it("asks for every call by the day on which it was, and for those of a week when so chosen", () => {
    expect(ask("call")).toEqual({ q: "rows", kinds: ["call"], order: "at", grouped: true });
    expect(ask("call", { period: "week" })).toMatchObject({
      since: new Date(2026, 10, 17).toISOString(),
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

describe("Who is on a mail", () => {
  const at = (name: string, email: string | null = null) => ({ name, email });
  it("is everyone once, the writer first, and never the mailbox's own person", () => {
    const report = mail("first");
    const [message] = report.thread?.messages ?? [];
    if (!report.thread || !message) throw new Error("The sample has no message.");
    const messages = [
      {
        ...message,
        from: at("Desk", "DESK@example.com"),
        to: [at("Third Sample", "third@example.com"), at("Legal")],
      },
      { ...message, from: at("Sample Caller", "caller@example.com"), to: [at("Desk", "desk@example.com")] },
      { ...message, from: at("T. Sample", "Third@example.com"), to: [at("Legal"), at("", null)] },
    ];
    const people = peopleOn({ ...report, thread: { ...report.thread, messages } });
    expect(people.map(({ name }) => name)).toEqual(["T. Sample", "Legal", "Sample Caller"]);
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

describe("A list over all desks", () => {
  it("keeps the desk of the record beside it in the address", () => {
    const view = { list: "all:queue", desk: "ab".repeat(16), record: "2026-11.k3k3k3k3k3k3k3k3" };
    expect(readView(writeView(view), null)).toEqual(view);
    expect(readView("#all:queue", null)).toEqual({ list: "all:queue", record: null });
    expect(readView(`#all:queue/${"ab".repeat(16)}:nonsense`, null)).toEqual({
      list: "all:queue",
      record: null,
    });
  });
});
