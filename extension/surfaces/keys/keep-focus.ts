import { focusRow } from "./rows.ts";

/** Where the focus was, in terms that outlive the element. */
interface Place {
  readonly element: HTMLElement;
  /** Of a row: the ids of the rows after it and before it, the nearest first. */
  readonly neighbours: readonly string[];
  /** Else the group of controls that it stood in. */
  readonly group: Element | null;
}

/** A dialog or a notice passes: where the focus was before it counts. */
const PASSING = "dialog, .toasts";
const NEAR = 50;
/** What replaces a part of the page takes the focus itself within this time; after it, nothing else will. */
const SETTLED_MS = 300;
const CONTROLS = "button:not(:disabled), select, input:not(:disabled), textarea, a[href]";
const HEADINGS = ".detail h2[tabindex], [data-row][aria-current], [data-row], h1[tabindex]";

function placeOf(element: HTMLElement): Place {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const own = element.closest(".row")?.querySelector<HTMLElement>("[data-row]");
  const at = own ? rows.indexOf(own) : -1;
  const near =
    at < 0 ? [] : [...rows.slice(at + 1, at + 1 + NEAR), ...rows.slice(Math.max(0, at - NEAR), at).reverse()];
  return {
    element,
    neighbours: near.flatMap((each) => each.dataset.row ?? []),
    group: element.closest("[data-key], .buttons, fieldset"),
  };
}

/**
 * Keeps the focus in the page when what had it goes away: from a row to the next one, from a button to what stands in
 * its place, from a notice to where it was before. Otherwise a keyboard would begin at the top again. While the person
 * is elsewhere, in the webmail beside it or in another window, it waits: what they type there must not come here.
 */
export function keepFocus(document: Document): void {
  let held: Element | null = null;
  let place: Place | null = null;
  const lost = () => document.activeElement === null || document.activeElement === document.body;
  const to = (element: HTMLElement | null | undefined) => {
    if (!element?.isConnected || !element.checkVisibility()) return false;
    element.focus();
    return !lost();
  };
  const recover = () => {
    held = null;
    if (!document.hasFocus()) {
      document.defaultView?.addEventListener("focus", () => lost() && recover(), { once: true });
      return;
    }
    if (to(place?.element)) return;
    for (const id of place?.neighbours ?? []) {
      const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
      if (row && focusRow(row)) return;
    }
    if (place?.group?.isConnected && to(place.group.querySelector<HTMLElement>(CONTROLS))) return;
    setTimeout(() => {
      if (lost() && document.hasFocus()) [...document.querySelectorAll<HTMLElement>(HEADINGS)].some(to);
    }, SETTLED_MS);
  };
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    held = target;
    if (!target.closest(PASSING)) place = placeOf(target);
  });
  document.addEventListener("focusout", () => {
    // A person pressed on nothing: that is no loss.
    queueMicrotask(() => {
      if (held?.isConnected && lost()) held = null;
    });
  });
  new MutationObserver(() => {
    if (held && !held.isConnected && lost()) recover();
  }).observe(document.body, { childList: true, subtree: true });
}
