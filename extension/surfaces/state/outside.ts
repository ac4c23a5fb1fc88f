import { browser } from "wxt/browser";
import { openBackground } from "../../port/client.ts";
import type { Outside } from "./surface.tsx";

/** What a surface's page gives it in the extension: the port to the background, the person's languages, the clock. */
export function fromExtension(): Outside {
  return {
    background: openBackground(
      () => browser.runtime.connect({ name: "surface" }),
      (run, ms) => setTimeout(run, ms),
    ),
    languages: navigator.languages,
    root: document.documentElement,
    clock: () => Date.now(),
    // A surface in a webmail page has no such interface in every browser.
    shortcuts: async () =>
      Object.fromEntries(
        ((await browser.commands?.getAll()) ?? []).map(({ name = "", shortcut = "" }) => [name, shortcut]),
      ),
  };
}
