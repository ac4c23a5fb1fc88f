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

/**
 * A browser can keep a page that was left, to show it again as it was when somebody goes back, whatever was locked
 * meanwhile: it is kept with nothing on it, and loaded anew.
 */
function leaveNothing({ documentElement: root }: Document): void {
  addEventListener("pagehide", ({ persisted }) => {
    if (persisted) root.hidden = true;
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}

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
  leaveNothing(document);
  const desk = location.pathname === "/desk.html";
  const list = listIn(location.hash);
  const first = desk && Object.hasOwn(lists, list) ? lists[list] : undefined;
  openEarly(first ? [{ q: "state" }, first] : [{ q: "state" }], desk ? lastAnswers() : Promise.resolve({}));
  if (locale) preload(textsFile(locale));
  const look = new URLSearchParams(location.search).get(lookKey) ?? noted(lookKey);
  wearLook(document.documentElement, readLook(look));
});
