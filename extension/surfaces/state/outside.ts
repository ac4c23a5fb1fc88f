import { browser } from "wxt/browser";
import { openBackground } from "../../port/client.ts";
import { openPort, takeEarly } from "../../port/early.ts";
import { openingKey, readOpening } from "../../port/last-opening.ts";
import { lookKey } from "../../port/look.ts";
import type { Outside } from "./surface.tsx";

/** What a surface's page gives it in the extension: the port to the background, the person's languages, the clock. */
export function fromExtension(): Outside {
  return {
    background: openBackground(openPort, (run, ms) => setTimeout(run, ms), takeEarly()),
    languages: navigator.languages,
    root: document.documentElement,
    // Firefox takes an extension's own page for no relying party; there the passphrase is the only way.
    recognition: import.meta.env.FIREFOX
      ? null
      : async () => (await import("../lock/recognition.ts")).recognition,
    clock: () => Date.now(),
    keepLook(written) {
      try {
        localStorage.setItem(lookKey, written);
      } catch {
        // The frame in a webmail page may have none: there the page itself tells the look in the address.
      }
    },
    noteOpening(change) {
      try {
        const before = localStorage.getItem(openingKey);
        const now = JSON.stringify(change(readOpening(before)));
        if (now !== before) localStorage.setItem(openingKey, now);
      } catch {
        // Without a note the next page begins a moment later.
      }
    },
    openShortcuts() {
      // Firefox has an interface for it; Chromium an address, which Edge takes too.
      const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
      if (openShortcutSettings) void openShortcutSettings();
      else void browser.tabs.create({ url: "chrome://extensions/shortcuts" });
    },
    version: browser.runtime.getManifest().version,
    // A surface in a webmail page has no such interface in every browser.
    shortcuts: async () =>
      Object.fromEntries(
        ((await browser.commands?.getAll()) ?? []).map(({ name = "", shortcut = "" }) => [name, shortcut]),
      ),
  };
}
