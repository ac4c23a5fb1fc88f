import { browser } from "wxt/browser";
import type { Locale } from "../../../shared/records/labels.ts";
import { TEXTS } from "./texts.ts";

/** Longest line that is taken from the address bar. */
const LONGEST = 2_000;

/** Chromium reads a suggestion as XML; Firefox as it is. */
const written = (text: string) =>
  import.meta.env.FIREFOX ? text : text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The keyword `sd` in the address bar: a line typed behind it is saved with Enter.
 * @param preview what the line would become, in words
 */
export function listenToOmnibox(
  locale: () => Promise<Locale>,
  preview: (line: string) => Promise<string>,
  save: (line: string) => Promise<void>,
): void {
  const suggest = (description: string) =>
    browser.omnibox.setDefaultSuggestion({ description: written(description) });
  browser.omnibox.onInputStarted.addListener(() => {
    void locale().then((spoken) => suggest(TEXTS.typeLine[spoken]));
  });
  let asked = 0;
  browser.omnibox.onInputChanged.addListener((typed) => {
    const mine = ++asked;
    const line = typed.trim().slice(0, LONGEST);
    if (line)
      void preview(line).then((description) => {
        if (mine === asked && description) suggest(description);
      });
  });
  browser.omnibox.onInputEntered.addListener((typed) => {
    asked++;
    const line = typed.trim().slice(0, LONGEST);
    if (line) void save(line);
  });
}
