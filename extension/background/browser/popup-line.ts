import { browser } from "wxt/browser";
import { addToKept, readKept } from "../../port/kept-line.ts";
import type { Engine } from "../engine.ts";
import type { Marked } from "./menu.ts";

/** Puts something into the line of the popup, behind what stands there and is not saved. */
export async function fillPopup(engine: Engine, { kind, line, text }: Marked): Promise<void> {
  const { current } = await engine.answer({ q: "state" });
  const key = `popup.${current ?? ""}`;
  const before = readKept(await engine.scratchGet(key));
  // It was being saved when its popup closed: if the record is there, it is nothing to go on with.
  const saved =
    before?.record && current ? await engine.answer({ q: "record", desk: current, id: before.record }) : null;
  await engine.scratchPut(key, addToKept(saved ? null : before, { line, text, chosen: kind }));
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
