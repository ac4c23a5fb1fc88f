import { browser } from "wxt/browser";
import { selectedText, telephoneOf } from "../../../shared/capture/from-page.ts";
import type { Locale } from "../../../shared/records/labels.ts";
import { TEXTS } from "./texts.ts";

const KINDS = { call: TEXTS.logCall, task: TEXTS.newTask } as const;
type Kind = keyof typeof KINDS;

/** Something that a person marked on a page and wants written down. */
export interface Marked {
  readonly kind: Kind;
  readonly line: string;
  readonly text: string;
}

const PLACES = {
  selection: { contexts: ["selection"] },
  // A link of any page that a telephone opens (RFC 3966).
  telephone: { contexts: ["link"], targetUrlPatterns: ["tel:*"] },
} as const;

const items = (["call", "task"] as const).flatMap((kind) =>
  (["selection", "telephone"] as const).map((place) => ({ id: `${kind} ${place}`, kind, place })),
);

/**
 * "Log call" and "New task" on marked text and on telephone links of any page. What is marked comes with the press;
 * no page is read, so no right to pages is needed.
 * @param onMarked called within the press, so that what only a press may do (opening the popup) can be done
 */
export function offerMenu(onMarked: (marked: Marked) => void): {
  /** @param enabled whether this person may write on the desk */
  speak(locale: Locale, enabled: boolean): void;
} {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = "", linkUrl = "" }) => {
    const item = items.find(({ id }) => id === menuItemId);
    if (!item) return;
    const found =
      item.place === "telephone"
        ? { line: telephoneOf(linkUrl) ?? "", text: "" }
        : selectedText(selectionText);
    onMarked({ kind: item.kind, ...found });
  });
  let spoken = "";
  return {
    speak(locale, enabled) {
      if (`${locale} ${enabled}` === spoken) return;
      spoken = `${locale} ${enabled}`;
      for (const { id, kind, place } of items) {
        const { contexts, ...where } = PLACES[place];
        const title = KINDS[kind][locale];
        // A browser keeps the items of a worker that was ended: one that is there already gets its words anew.
        browser.contextMenus.create(
          {
            id,
            title,
            enabled,
            contexts: [...contexts],
            ...("targetUrlPatterns" in where ? { targetUrlPatterns: [...where.targetUrlPatterns] } : {}),
          },
          () => {
            if (browser.runtime.lastError) void browser.contextMenus.update(id, { title, enabled });
          },
        );
      }
    },
  };
}
