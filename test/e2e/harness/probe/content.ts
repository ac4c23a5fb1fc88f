// The content script of the test extension: the product's webmail module, driven by events from a test.
import { gmailPage } from "../../../../extension/webmail/gmail/page.ts";
import { gmail } from "../../../../extension/webmail/gmail/selectors.ts";
import type { Anchor, Draft, InsertResult } from "../../../../extension/webmail/mail-page.ts";
import { outlookPage } from "../../../../extension/webmail/outlook/page.ts";
import { outlook } from "../../../../extension/webmail/outlook/selectors.ts";
import { pageReport } from "../../../../extension/webmail/report.ts";
import { createSidebarHost, type SidebarState } from "../../../../extension/webmail/sidebar-host.ts";
import { watchPage } from "../../../../extension/webmail/watch.ts";

declare const chrome: {
  runtime: { getURL(path: string): string };
  storage: {
    local: {
      get(key: string): Promise<{ sidebar?: SidebarState }>;
      set(items: { sidebar: SidebarState }): Promise<void>;
    };
  };
};

const isGmail = location.hostname === "mail.google.com";
const page = isGmail ? gmailPage(document) : outlookPage(document);
const anchors: Record<string, Anchor> = isGmail ? gmail : outlook;
const life = new AbortController();
let changes = 0;
page.watch(() => {
  changes += 1;
}, life.signal);
let readings = 0;
watchPage(
  document,
  () => {
    readings += 1;
    return "";
  },
  () => {},
  life.signal,
);
const host = createSidebarHost({
  document,
  frameUrl: () => chrome.runtime.getURL("sidebar.html"),
  storage: {
    get: async () => (await chrome.storage.local.get("sidebar")).sidebar ?? null,
    set: (sidebar) => chrome.storage.local.set({ sidebar }),
  },
  strings: { title: "Sidedesk", open: "Open Sidedesk", resize: "Width of the sidebar" },
  signal: life.signal,
});

const told = (result: InsertResult) =>
  result.ok ? { ok: true, box: result.box.id, subjectSet: result.subjectSet } : result;

const calls = {
  report: () => pageReport(page),
  boxes: () =>
    page.composeBoxes().map(({ id, kind, threadId, inOpenThread }) => ({ id, kind, threadId, inOpenThread })),
  insertDraft: async (draft: Draft, target?: { threadId: string }) =>
    told(await page.insertDraft(draft, target)),
  openReply: async () => told(await page.openReply()),
  counts: () =>
    Object.fromEntries(
      Object.entries(anchors).map(([name, { css }]) => [name, document.querySelectorAll(css).length]),
    ),
  changes: () => changes,
  /** How often a watcher has read the page. */
  readings: () => readings,
  sidebar: (action: "open" | "close" | "toggle" | "focus") => host[action](),
  leave: () => life.abort(),
  /** Milliseconds of one full reading, averaged. */
  readingTime: () => {
    const rounds = 50;
    const start = performance.now();
    for (let round = 0; round < rounds; round++) pageReport(page);
    return (performance.now() - start) / rounds;
  },
};
export type ProbeCalls = typeof calls;

document.addEventListener("probe-call", (event) => {
  const { id, name, values } = JSON.parse((event as CustomEvent<string>).detail);
  const call = calls[name as keyof ProbeCalls] as (...values: unknown[]) => unknown;
  void Promise.resolve()
    .then(() => call(...values))
    .then(
      (result) => ({ id, result: result ?? null }),
      (error) => ({ id, error: String(error?.stack ?? error) }),
    )
    .then((answer) =>
      document.dispatchEvent(new CustomEvent("probe-answer", { detail: JSON.stringify(answer) })),
    );
});
document.documentElement.dataset.probe = "ready";
