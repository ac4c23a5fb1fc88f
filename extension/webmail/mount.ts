import { browser } from "wxt/browser";
import { lookKey, readLook, writeLook } from "../port/look.ts";
import { pagePort } from "../port/page.ts";
import { isBareView } from "./bare-view.ts";
import { runContent } from "./content.ts";
import type { MailPage } from "./mail-page.ts";
import { createSidebarHost, type SidebarState } from "./sidebar-host.ts";
import { showUpdatedNotice } from "./updated-notice.ts";

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
  if (document.defaultView?.top !== document.defaultView || isBareView(new URL(document.URL))) return;
  const life = new AbortController();
  const key = storageKey(page);
  let look = readLook(null);
  const wear = (written: unknown) => {
    look = readLook(written);
    host.wear(look.theme);
  };
  // Once the extension is gone, it has no texts either.
  const updated = {
    text: browser.i18n.getMessage("updated"),
    reload: browser.i18n.getMessage("updatedReload"),
    close: browser.i18n.getMessage("updatedLater"),
  };
  const host = createSidebarHost({
    document,
    frameUrl: () => {
      const asked = new URLSearchParams({ beside: page.provider, [lookKey]: writeLook(look) });
      return browser.runtime.getURL(`/sidebar.html?${asked}` as never);
    },
    storage: {
      async get() {
        const { [key]: kept, [lookKey]: written } = await browser.storage.local.get([key, lookKey]);
        wear(written);
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
  const onStored = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>) => {
    if (changes[lookKey]) wear(changes[lookKey].newValue);
  };
  browser.storage.local.onChanged.addListener(onStored);
  life.signal.addEventListener("abort", () => {
    // A page that outlived its extension has no such interface any more.
    browser.storage?.local.onChanged.removeListener(onStored);
  });
  runContent({
    page,
    host,
    document,
    connect: () => browser.runtime.connect({ name: pagePort }),
    onOrphaned() {
      life.abort();
      showUpdatedNotice({ document, strings: updated });
    },
    signal: life.signal,
  });
}
