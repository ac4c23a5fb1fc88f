import * as v from "valibot";
import { type PageReply, type PageReport, type PageRequest, pageMessageSchema } from "../../port/page.ts";
import type { InsertOutcome } from "../../port/surface.ts";
import type { IncomingPort } from "./surface-port.ts";

/** How long a page has to be heard from again when this worker has only just begun. */
const COMES_MS = 5_000;
/** How long a page has to carry out a request; opening a reply box takes a webmail a second or two. */
const ANSWER_MS = 8_000;

type Draft = Omit<Extract<PageRequest, { type: "insertDraft" }>, "type" | "id">;
type SidebarAction = Extract<PageRequest, { type: "sidebar" }>["action"];
type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;

/** The webmail pages that are open, by tab. */
export interface PagePorts {
  serve(port: IncomingPort): void;
  report(tab: number | undefined): PageReport | null;
  /** Whether the page of a tab was heard in this worker's life: until then nobody can say that no mail is open there. */
  isHeard(tab: number): boolean;
  onReport(listener: (tab: number, report: PageReport | null) => void): () => void;
  insertDraft(tab: number | undefined, draft: Draft): Promise<InsertOutcome>;
  /** Whether a webmail's page is in a tab. */
  isMail(tab: number | undefined): boolean;
  sidebar(tab: number | undefined, action: SidebarAction): Promise<null>;
}

/** @param later runs a function after so many ms */
export function pagePorts(later: (run: () => void, ms: number) => () => void): PagePorts {
  const ports = new Map<number, IncomingPort>();
  const reports = new Map<number, PageReport>();
  const heard = new Set<number>();
  const coming = new Set<(tab: number) => void>();
  const listeners = new Set<(tab: number, report: PageReport | null) => void>();
  const waiting = new Map<number, (reply: PageReply | null) => void>();
  let last = 0;

  /** The port of a tab's page: a worker that has just begun waits for it to come back. */
  const portOf = (tab: number | undefined): Promise<IncomingPort | undefined> => {
    const port = tab === undefined ? undefined : ports.get(tab);
    if (port || tab === undefined || heard.has(tab)) return Promise.resolve(port);
    return new Promise((resolve) => {
      const settle = () => {
        cancel();
        coming.delete(came);
        resolve(ports.get(tab));
      };
      const came = (which: number) => which === tab && settle();
      const cancel = later(settle, COMES_MS);
      coming.add(came);
    });
  };
  const ask = async (
    tab: number | undefined,
    request: Unnumbered<PageRequest>,
  ): Promise<PageReply | null> => {
    const port = await portOf(tab);
    if (!port) return null;
    const id = ++last;
    return new Promise((resolve) => {
      const cancel = later(() => settle(null), ANSWER_MS);
      const settle = (reply: PageReply | null) => {
        cancel();
        waiting.delete(id);
        resolve(reply);
      };
      waiting.set(id, settle);
      port.postMessage({ ...request, id });
    });
  };
  const tell = (tab: number, report: PageReport | null) => {
    for (const listener of listeners) listener(tab, report);
  };

  return {
    serve(port) {
      const tab = port.sender?.tab?.id;
      if (tab === undefined) return port.disconnect();
      ports.set(tab, port);
      for (const came of [...coming]) came(tab);
      port.onMessage.addListener((message) => {
        // The tab has gone on to another page, which speaks for it now.
        if (ports.get(tab) !== port) return;
        // The page is not trusted: what is not exactly as agreed is dropped.
        const read = v.safeParse(pageMessageSchema, message);
        if (!read.success) return;
        if (read.output.type === "page") {
          heard.add(tab);
          reports.set(tab, read.output);
          tell(tab, read.output);
        } else waiting.get(read.output.id)?.(read.output);
      });
      port.onDisconnect.addListener(() => {
        if (ports.get(tab) !== port) return;
        ports.delete(tab);
        reports.delete(tab);
        tell(tab, null);
      });
    },
    report: (tab) => (tab === undefined ? null : (reports.get(tab) ?? null)),
    isHeard: (tab) => heard.has(tab),
    onReport(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async insertDraft(tab, draft) {
      const reply = await ask(tab, { type: "insertDraft", ...draft });
      if (!reply) return { ok: false, reason: "no-page" };
      return reply.ok ? { ok: true } : { ok: false, reason: reply.reason };
    },
    isMail: (tab) => tab !== undefined && ports.has(tab),
    async sidebar(tab, action) {
      await ask(tab, { type: "sidebar", action });
      return null;
    },
  };
}
