import { browser } from "wxt/browser";
import type { Engine } from "../engine.ts";

/** Looked at again this long after a change, and no oftener. */
const SOON_MS = 500;
/** Things become overdue by themselves. */
const EVERY_MS = 60_000;

/** Shows on the toolbar button how much of mine is overdue on the current desk; nothing where nothing is. */
export function showBadge(
  engine: Engine,
  later: (run: () => void, ms: number) => () => void,
  report: (error: unknown) => void,
): void {
  let cancel = () => {};
  const show = async () => {
    const { current } = await engine.answer({ q: "state" });
    const overdue = current ? (await engine.answer({ q: "counts", desk: current })).overdueMine : 0;
    await browser.action.setBadgeText({ text: overdue > 0 ? String(Math.min(overdue, 99)) : "" });
    await browser.action.setBadgeBackgroundColor({ color: "#b3261e" });
  };
  const soon = (ms: number) => {
    cancel();
    cancel = later(() => {
      show().catch(report);
      soon(EVERY_MS);
    }, ms);
  };
  engine.onChange(() => soon(SOON_MS));
  soon(SOON_MS);
}
