import type { Page } from "puppeteer-core";
import { ask, look } from "../e2e/harness/ask.ts";
import type { Launched } from "../e2e/harness/browser.ts";
import { openSurface, welcome } from "./assistant.ts";

/**
 * Makes the sample desk, unless this profile has a desk already, and leaves one desk page open.
 * @returns whether a sample desk is what there is
 */
export async function ensureSampleDesk(browser: Launched): Promise<boolean> {
  // A browser that keeps the extension from its last run opens no welcome page.
  const page = await welcome(browser).catch(() => openSurface(browser, "desk.html"));
  const { desks } = await look(page, { q: "state" });
  if (desks.length === 0) {
    const locale = await page.evaluate(() => navigator.language);
    await ask(page, { call: "createSampleDesk", memberName: "You", locale });
  }
  if (browser.kind === "firefox") await closeOtherDesks(page);
  return desks.every(({ sample }) => sample);
}

/** Firefox shows the welcome page to no debugger, so a second desk page had to be opened: that one closes the first. */
async function closeOtherDesks(page: Page): Promise<void> {
  await page.evaluate(async () => {
    interface Tab {
      readonly id?: number;
    }
    type Extension = Window & {
      readonly browser: {
        readonly extension: { getViews(of: { type: "tab" }): readonly Extension[] };
        readonly tabs: { getCurrent(): Promise<Tab | undefined>; remove(tab: number): Promise<void> };
      };
    };
    const own = globalThis as unknown as Extension;
    for (const view of own.browser.extension.getViews({ type: "tab" })) {
      if (view === own || view.location.pathname !== "/desk.html") continue;
      const tab = await view.browser.tabs.getCurrent();
      if (tab?.id !== undefined) await own.browser.tabs.remove(tab.id);
    }
  });
}
