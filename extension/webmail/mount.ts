import { browser } from "wxt/browser";
import { pagePort } from "../port/page.ts";
import { runContent } from "./content.ts";
import type { MailPage } from "./mail-page.ts";
import { createSidebarHost, type SidebarState } from "./sidebar-host.ts";

/** Where the sidebar's width and state are remembered, for each webmail by itself. */
const storageKey = (page: MailPage) => `sidebar:${page.provider}`;

/** Whether what storage held is a sidebar's state; anything else is as if nothing had been remembered. */
function isSidebarState(value: unknown): value is SidebarState {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as SidebarState).open === "boolean" &&
    typeof (value as SidebarState).width === "number"
  );
}

/** Brings Sidedesk into a webmail page: the sidebar beside it, and the line to the background. */
export function mountContent(document: Document, page: MailPage): void {
  // A page in a frame of the webmail, or a print view in a window of its own, gets no sidebar.
  if (document.defaultView?.top !== document.defaultView) return;
  const life = new AbortController();
  const key = storageKey(page);
  const host = createSidebarHost({
    document,
    frameUrl: browser.runtime.getURL(`/sidebar.html?beside=${page.provider}` as never),
    storage: {
      async get() {
        const { [key]: kept } = await browser.storage.local.get(key);
        return isSidebarState(kept) ? kept : null;
      },
      async set(state) {
        await browser.storage.local.set({ [key]: state });
      },
    },
    strings: {
      title: browser.i18n.getMessage("sidebarTitle"),
      open: browser.i18n.getMessage("sidebarOpen"),
      resize: browser.i18n.getMessage("sidebarResize"),
    },
    signal: life.signal,
  });
  runContent({
    page,
    host,
    document,
    connect: () => browser.runtime.connect({ name: pagePort }),
    onOrphaned: () => life.abort(),
    signal: life.signal,
  });
}
