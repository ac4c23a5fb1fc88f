import { browser } from "wxt/browser";
import type { Engine } from "../engine-type.ts";
import type { Marked } from "./menu.ts";

/** Puts something into the line of the popup, behind what stands there and is not saved. */
export async function fillPopup(engine: Engine, { kind, line, text }: Marked): Promise<void> {
  await engine.addToPopup([{ line, text, chosen: kind }]);
}

/**
 * Opens the popup, within a person's press; where the browser does not (its button is hidden in a menu), the same
 * page in a small window.
 */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.windows.create({
      type: "popup",
      url: browser.runtime.getURL("/popup.html"),
      width: 440,
      height: 600,
    });
  }
}
