import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PortLike } from "../../extension/port/client.ts";
import { type PageReport, pageMessageSchema, reportTextLimit } from "../../extension/port/page.ts";
import { runContent } from "../../extension/webmail/content.ts";
import type {
  ComposeBox,
  InsertResult,
  MailPage,
  OpenMessage,
  OpenThread,
} from "../../extension/webmail/mail-page.ts";
import { pageReport } from "../../extension/webmail/report.ts";

const message = (part: Partial<OpenMessage> = {}): OpenMessage => ({
  messageId: "19ab7be3fda70a01",
  from: { name: "Sample Caller", email: "sample.caller@example.com" },
  to: [],
  date: null,
  text: "Good morning",
  collapsed: false,
  clipped: false,
  attachments: [],
  ...part,
});
const thread = (part: Partial<OpenThread> = {}): OpenThread => ({
  threadId: "19ab7be3fda70a01",
  idKind: "gmail-hex",
  subject: "Annex 2",
  messages: [message()],
  url: "https://mail.google.com/mail/u/0/#inbox/19ab7be3fda70a01",
  ...part,
});
const replyBox: ComposeBox = {
  id: "1",
  kind: "reply",
  threadId: null,
  inOpenThread: true,
  editor: {} as HTMLElement,
  subjectInput: null,
};

class FakePage implements MailPage {
  readonly provider = "gmail";
  open: OpenThread | null = thread();
  known = true;
  box: ComposeBox | null = null;
  drafts: string[] = [];
  changed: () => void = () => {};
  account = () => "assistant1@example.com";
  recognised = () => this.known;
  openThread = () => this.open;
  composeBoxes = () => (this.box ? [this.box] : []);
  async insertDraft(draft: { body: string }): Promise<InsertResult> {
    if (!this.box) return { ok: false, reason: "no-compose-box", detail: "No compose box is open." };
    this.drafts.push(draft.body);
    return { ok: true, box: this.box, subjectSet: false };
  }
  async openReply(): Promise<InsertResult> {
    this.box = replyBox;
    return { ok: true, box: replyBox, subjectSet: false };
  }
  watch(onChange: () => void) {
    this.changed = onChange;
  }
}

class FakePort implements PortLike {
  sent: unknown[] = [];
  closed = false;
  #message: (message: unknown) => void = () => {};
  #disconnect: () => void = () => {};
  onMessage = {
    addListener: (listener: (message: unknown) => void) => {
      this.#message = listener;
    },
  };
  onDisconnect = {
    addListener: (listener: () => void) => {
      this.#disconnect = listener;
    },
  };
  postMessage(sent: unknown) {
    this.sent.push(structuredClone(sent));
  }
  disconnect() {
    this.closed = true;
  }
  receive(received: unknown) {
    this.#message(received);
  }
  drop() {
    this.#disconnect();
  }
}

describe("the content script", () => {
  let page: FakePage;
  let ports: FakePort[];
  let life: AbortController;
  let asked: string[];
  let tab: EventTarget & { hidden: boolean };
  const start = (connect?: () => PortLike) =>
    runContent({
      page,
      host: {
        open: () => asked.push("open"),
        close: () => asked.push("close"),
        toggle: () => asked.push("toggle"),
        focus: () => asked.push("focus"),
        wear: () => {},
      },
      connect:
        connect ??
        (() => {
          const port = new FakePort();
          ports.push(port);
          return port;
        }),
      onOrphaned: () => life.abort(),
      document: tab as unknown as Document,
      signal: life.signal,
    });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const answers = (port: FakePort | undefined) =>
    port?.sent.filter((sent) => (sent as { type: string }).type === "reply");

  beforeEach(() => {
    vi.useFakeTimers();
    page = new FakePage();
    ports = [];
    asked = [];
    life = new AbortController();
    tab = Object.assign(new EventTarget(), { hidden: false });
  });
  afterEach(() => {
    life.abort();
    vi.useRealTimers();
  });

  it("reports what is open at once, and again when it changes", () => {
    start();
    page.open = null;
    page.changed();
    const reports = ports[0]?.sent as PageReport[];
    expect(reports.map((report) => report.thread?.subject ?? null)).toEqual(["Annex 2", null]);
    for (const report of reports) expect(v.is(pageMessageSchema, report)).toBe(true);
  });

  it("does not call a page unknown while it is loading", async () => {
    page.known = false;
    start();
    expect(ports[0]?.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_100);
    expect(ports[0]?.sent).toMatchObject([{ recognised: false }]);
  });

  it("writes a draft and answers the request", async () => {
    page.box = replyBox;
    start();
    ports[0]?.receive({ type: "insertDraft", id: 7, body: "Dear Ms Caller" });
    await settle();
    expect(page.drafts).toEqual(["Dear Ms Caller"]);
    expect(answers(ports[0])).toEqual([{ type: "reply", id: 7, ok: true, subjectSet: false }]);
  });

  it("opens a reply box only when it may, and only in the thread that the draft answers", async () => {
    start();
    ports[0]?.receive({ type: "insertDraft", id: 1, body: "a" });
    ports[0]?.receive({
      type: "insertDraft",
      id: 2,
      body: "b",
      mayOpenReply: true,
      threadId: "0000000000000001",
    });
    await settle();
    expect(page.drafts).toEqual([]);
    ports[0]?.receive({
      type: "insertDraft",
      id: 3,
      body: "c",
      mayOpenReply: true,
      threadId: "19ab7be3fda70a01",
    });
    await settle();
    expect(page.drafts).toEqual(["c"]);
    expect(answers(ports[0])).toMatchObject([
      { id: 1, ok: false, reason: "no-compose-box" },
      { id: 2, ok: false, reason: "no-compose-box" },
      { id: 3, ok: true },
    ]);
  });

  it("puts an answer to a mail without an id into its reply box, never into a new mail beside it", async () => {
    page.open = thread({ threadId: null });
    page.box = { ...replyBox, id: "new", kind: "new", inOpenThread: false };
    const asked: string[] = [];
    page.openReply = async () => {
      asked.push("reply");
      page.box = replyBox;
      return { ok: true, box: replyBox, subjectSet: false };
    };
    start();
    ports[0]?.receive({ type: "insertDraft", id: 4, body: "d", mayOpenReply: true });
    await settle();
    expect([asked, page.box.id, page.drafts]).toEqual([["reply"], "1", ["d"]]);
  });

  it("does what the background asks of the sidebar", async () => {
    start();
    ports[0]?.receive({ type: "sidebar", id: 1, action: "toggle" });
    await settle();
    expect([asked, answers(ports[0])]).toMatchObject([["toggle"], [{ id: 1, ok: true }]]);
  });

  it.each([
    null,
    "insertDraft",
    { type: "insertDraft", body: "x" },
    { type: "eval", id: 1 },
    { type: "sidebar", id: 1, action: "constructor" },
  ])("ignores a request that is none: %j", async (request) => {
    page.box = replyBox;
    start();
    ports[0]?.receive(request);
    await settle();
    expect([page.drafts, asked, answers(ports[0])]).toEqual([[], [], []]);
  });

  it("opens the port again when the background slept, and reports again", async () => {
    start();
    await vi.advanceTimersByTimeAsync(30_000);
    ports[0]?.drop();
    await vi.advanceTimersByTimeAsync(400);
    expect(ports).toHaveLength(2);
    expect(ports[1]?.sent).toMatchObject([{ type: "page" }]);
  });

  it("asks a crashing background ever more rarely", async () => {
    start();
    for (let second = 0; second < 120; second++) {
      ports.at(-1)?.drop();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(ports.length).toBeLessThan(12);
  });

  it("lets the background sleep while nobody looks at the page", async () => {
    start();
    tab.hidden = true;
    ports[0]?.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ports).toHaveLength(1);
    tab.hidden = false;
    tab.dispatchEvent(new Event("visibilitychange"));
    expect(ports).toHaveLength(2);
  });

  it("leaves the page when its extension is gone", async () => {
    let gone = false;
    start(() => {
      if (gone) throw new Error("Extension context invalidated.");
      const port = new FakePort();
      ports.push(port);
      return port;
    });
    gone = true;
    ports[0]?.drop();
    await vi.advanceTimersByTimeAsync(400);
    expect(life.signal.aborted).toBe(true);
  });

  it("closes the port when it ends", () => {
    start();
    life.abort();
    expect(ports[0]?.closed).toBe(true);
  });
});

describe("a report", () => {
  it("tells the newest messages when not all text fits, and says what it cut", () => {
    const page = new FakePage();
    page.open = thread({
      messages: ["a", "b", "c"].map((letter) => message({ text: letter.repeat(90_000) })),
    });
    const { thread: told } = pageReport(page);
    expect(told?.messages.map(({ text, textCut }) => [text?.length, textCut])).toEqual([
      [20_000, true],
      [90_000, false],
      [90_000, false],
    ]);
    expect(reportTextLimit).toBe(200_000);
  });

  it("leaves out the oldest of very many messages, and says how many", () => {
    const page = new FakePage();
    page.open = thread({
      messages: Array.from({ length: 130 }, (_, index) => message({ text: String(index) })),
    });
    const report = pageReport(page);
    expect(report.thread).toMatchObject({ messagesLeftOut: 30 });
    expect(report.thread?.messages[0]?.text).toBe("30");
    expect(v.is(pageMessageSchema, report)).toBe(true);
  });

  it("cuts no character in half", () => {
    const page = new FakePage();
    page.open = thread({ messages: [message({ text: `x${"😀".repeat(100_001)}` })] });
    const text = pageReport(page).thread?.messages[0]?.text ?? "";
    expect(text.isWellFormed()).toBe(true);
    expect(text.length).toBe(199_999);
  });
});
