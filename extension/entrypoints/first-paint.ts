import { browser } from "wxt/browser";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { openEarly } from "../port/early.ts";
import { type LastAnswers, lastAnswersKey, readAnswers } from "../port/last-answers.ts";
import { listIn, openingKey, readOpening, textsFile } from "../port/last-opening.ts";
import { lookKey, readLook, wearLook } from "../port/look.ts";

/** What pages of the extension noted; a frame in a webmail page may have no storage, and then nothing was. */
function noted(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** What the background told the last desk page, if that is still true. */
const lastAnswers = (): Promise<LastAnswers> =>
  browser.storage.session.get(lastAnswersKey).then(
    (kept) => readAnswers(kept[lastAnswersKey], Date.now()),
    () => ({}),
  );

/** Has the texts of a language read together with the page's scripts, rather than behind them. */
function preload(href: string): void {
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = href;
  document.head.append(link);
}

/**
 * Runs in the head of every page, before anything is painted: a look that the background would tell a moment later
 * would come as a flash. The webmail page tells it in the address; the extension's own pages remember the last one.
 * The desk page also looks up what it was told last, and shows that until it is told anew.
 * And it wakes the background, which begins while the page's scripts are read, and asks it what they will ask first.
 */
export default defineUnlistedScript(() => {
  const { locale, lists } = readOpening(noted(openingKey));
  const desk = location.pathname === "/desk.html";
  const first = desk ? lists[listIn(location.hash)] : undefined;
  openEarly(first ? [{ q: "state" }, first] : [{ q: "state" }], desk ? lastAnswers() : Promise.resolve({}));
  if (locale) preload(textsFile(locale));
  const look = new URLSearchParams(location.search).get(lookKey) ?? noted(lookKey);
  wearLook(document.documentElement, readLook(look));
});
