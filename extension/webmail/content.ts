import * as v from "valibot";
import type { PortLike } from "../port/client.ts";
import { type PageReply, type PageRequest, pageRequestSchema } from "../port/page.ts";
import type { InsertResult, MailPage } from "./mail-page.ts";
import { pageReport } from "./report.ts";
import type { SidebarHost } from "./sidebar-host.ts";

/** A page that is still loading has nothing to recognise: only after so many milliseconds is that said. */
const loadingTime = 10_000;
/** Waits before the port is opened again, in milliseconds; the last one repeats. */
const reconnectAfter = [300, 1_000, 3_000, 10_000, 30_000];

export interface ContentOptions {
  readonly page: MailPage;
  readonly host: SidebarHost;
  /** Opens the port named `pagePort`; throws once the extension that this script belongs to is gone. */
  readonly connect: () => PortLike;
  /** Called when `connect` throws: whoever owns `signal` aborts it, and everything of ours leaves the page. */
  readonly onOrphaned: () => void;
  readonly document: Document;
  readonly signal: AbortSignal;
}

/** Tells the background what is open in this page, and does in the page what the background asks. */
export function runContent({ page, host, connect, onOrphaned, document, signal }: ContentOptions): void {
  const started = performance.now();
  let port: PortLike | undefined;
  let tries = 0;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (run: () => void, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (!signal.aborted) run();
    }, ms);
    timers.add(timer);
  };

  const report = () => {
    const left = loadingTime - (performance.now() - started);
    if (!page.recognised() && left > 0) {
      later(report, left);
      return;
    }
    port?.postMessage(pageReport(page));
  };

  const open = () => {
    if (port || signal.aborted) return;
    try {
      port = connect();
    } catch {
      onOrphaned();
      return;
    }
    const opened = port;
    const openedAt = performance.now();
    opened.onMessage.addListener((message) => {
      const request = v.safeParse(pageRequestSchema, message);
      if (!request.success) return;
      void answer(page, host, request.output).then((reply) => {
        if (port === opened) opened.postMessage(reply);
      });
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = undefined;
      // The background sleeps, or crashed. A page that nobody looks at lets it sleep.
      if (performance.now() - openedAt > 10_000) tries = 0;
      const wait = reconnectAfter[Math.min(tries++, reconnectAfter.length - 1)] ?? 0;
      if (!document.hidden) later(open, wait);
    });
    report();
  };

  document.addEventListener("visibilitychange", () => document.hidden || open(), { signal });
  signal.addEventListener("abort", () => {
    for (const timer of timers) clearTimeout(timer);
    port?.disconnect();
    port = undefined;
  });
  open();
  page.watch(report, signal);
}

async function answer(page: MailPage, host: SidebarHost, request: PageRequest): Promise<PageReply> {
  const { id } = request;
  if (request.type === "sidebar") {
    host[request.action]();
    return { type: "reply", id, ok: true, subjectSet: false };
  }
  const result = request.type === "openReply" ? await page.openReply() : await insert(page, request);
  if (result.ok) return { type: "reply", id, ok: true, subjectSet: result.subjectSet };
  return { type: "reply", id, ok: false, reason: result.reason, detail: result.detail };
}

async function insert(
  page: MailPage,
  request: Extract<PageRequest, { type: "insertDraft" }>,
): Promise<InsertResult> {
  const target = request.threadId === undefined ? undefined : { threadId: request.threadId };
  const draft = { subject: request.subject, body: request.body };
  if (!target && request.mayOpenReply && page.openThread()) {
    // It answers the open mail, which the page names by no id: a new mail that is open beside it is not its place.
    const opened = await page.openReply();
    return opened.ok ? page.insertDraft(draft) : opened;
  }
  const result = await page.insertDraft(draft, target);
  if (result.ok || result.reason !== "no-compose-box" || !request.mayOpenReply) return result;
  if (target && page.openThread()?.threadId !== target.threadId) return result;
  const opened = await page.openReply();
  return opened.ok ? page.insertDraft(draft, target) : opened;
}
