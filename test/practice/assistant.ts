import type { ElementHandle, Frame, Page } from "puppeteer-core";
import type { Launched } from "../e2e/harness/browser.ts";

/** A page or a frame in one. */
export type Surface = Page | Frame;

/** How long a surface has to show something. */
const PATIENCE_MS = 30_000;
/** How long a tab has to be the chosen one before it is pressed again. */
const CHOSEN_WITHIN_MS = 1_000;

/** Waits until something can be seen: what only takes its place already, unseen, nobody presses. */
async function untilSeen(element: ElementHandle, end: number): Promise<void> {
  const isSeen = () => element.evaluate((shown) => shown.checkVisibility({ opacityProperty: true }));
  while (!(await isSeen()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Whether a tab that was pressed is the chosen one, a moment after. */
async function isChosen(tab: ElementHandle): Promise<boolean> {
  const end = Date.now() + CHOSEN_WITHIN_MS;
  for (;;) {
    if (await tab.evaluate((element) => element.ariaSelected === "true")) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What a person does on a surface: she looks for words and names, never for the inside of the page. */
export const hands = {
  /** Presses what has this accessible name; once more where it was drawn anew, or moved, under the pointer. */
  async press(on: Surface, name: string, role = "button"): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await on.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {
        timeout: PATIENCE_MS,
        visible: true,
      });
      try {
        if (found) await untilSeen(found, end);
        await found?.click();
        if (!found || role !== "tab" || (await isChosen(found)) || Date.now() > end) return;
      } catch (error) {
        const isGone = await found?.evaluate((element) => !element.isConnected).catch(() => true);
        if (!isGone || Date.now() > end) throw error;
      } finally {
        await found?.dispose();
      }
    }
  },
  /** Types into the field of this accessible name; the field is emptied first where `anew` says so. */
  async type(
    on: Surface,
    name: string,
    text: string,
    { role = "textbox", anew = false } = {},
  ): Promise<void> {
    const found = await on.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, {
      timeout: PATIENCE_MS,
      visible: true,
    });
    if (!found) throw new Error(`There is no field "${name}".`);
    if (anew) await found.evaluate((field) => (field as HTMLInputElement).select());
    else await found.focus();
    await found.type(text);
    await found.dispose();
  },
  /** Goes to a list of the desk page by its name, whatever number stands beside it. */
  async go(on: Surface, list: string): Promise<void> {
    const found = await on.waitForSelector(`::-p-xpath(//nav//button[span[1]="${list}"])`, {
      timeout: PATIENCE_MS,
      visible: true,
    });
    await found?.click();
    await found?.dispose();
  },
  /** Waits until the surface shows this text (also as a field's value); says how many ms it took. */
  async see(on: Surface, text: string, patience = PATIENCE_MS): Promise<number> {
    const began = performance.now();
    await on.waitForFunction(
      (wanted) => {
        const shown = document.body?.innerText ?? "";
        const fields = [
          ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea"),
        ];
        return shown.includes(wanted) || fields.some(({ value }) => value.includes(wanted));
      },
      { timeout: patience, polling: "raf" },
      text,
    );
    return performance.now() - began;
  },
  /** What the surface shows, in words. */
  text: (on: Surface): Promise<string> => on.evaluate(() => document.body.innerText),
};

/** The extension's sidebar in a webmail page. */
export async function sidebarOf(page: Page, browser: Launched): Promise<Frame> {
  const wanted = browser.extensionUrl("sidebar.html");
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    for (const frame of page.frames()) {
      if (frame === page.mainFrame()) continue;
      const address = await frame.evaluate(() => location.href).catch(() => "");
      if (address.startsWith(wanted)) return frame;
    }
    if (Date.now() > end) throw new Error("There is no sidebar beside the mail.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens one of the extension's own pages, in front. */
export async function openSurface(browser: Launched, path: string): Promise<Page> {
  const page = await browser.openPage(browser.extensionUrl(path));
  await page.bringToFront();
  return page;
}

/** The welcome page, which a newly installed extension opens by itself (Firefox shows it to no debugger). */
export async function welcome(browser: Launched): Promise<Page> {
  if (browser.kind === "firefox") return openSurface(browser, "desk.html");
  const url = browser.extensionUrl("desk.html");
  const target = await browser.browser.waitForTarget((one) => one.url() === url, { timeout: PATIENCE_MS });
  const page = await target.page();
  if (!page) throw new Error("The welcome page went away.");
  await page.bringToFront();
  return page;
}

/** Begins a desk in the welcome page, shares it through a server; gives the open desk page. */
export async function beginDesk(browser: Launched, desk: string, me: string, server: string): Promise<Page> {
  const page = await welcome(browser);
  await hands.type(page, "Name of the desk", desk);
  await hands.type(page, "Your name, as colleagues see it", me);
  await hands.press(page, "Create desk");
  await page.waitForSelector(".desk", { timeout: PATIENCE_MS });
  await inOptions(browser, "desk", async (options) => {
    await hands.type(options, "Address of the server", server);
    await hands.see(options, "A Sidedesk server answers there.");
    await hands.press(options, "Connect");
    await hands.see(options, "Sync now");
  });
  await page.bringToFront();
  return page;
}

/** Makes an invitation in the options, and gives its link. */
export function invite(browser: Launched): Promise<string> {
  return inOptions(browser, "members", async (options) => {
    await hands.press(options, "Invite a colleague");
    const field = await options.waitForSelector("input[readonly]", { timeout: PATIENCE_MS });
    const link = await field?.evaluate((input) => (input as HTMLInputElement).value);
    if (!link) throw new Error("There is no invitation.");
    return link;
  });
}

/** Does something in a part of the options, in a tab of their own. */
async function inOptions<T>(
  browser: Launched,
  part: string,
  work: (options: Page) => Promise<T>,
): Promise<T> {
  const options = await openSurface(browser, `options.html#${part}`);
  const done = await work(options);
  await options.close();
  return done;
}

/** Joins a desk by a link in the welcome page; gives the open desk page. */
export async function joinDesk(browser: Launched, link: string, me: string): Promise<Page> {
  const page = await welcome(browser);
  await hands.press(page, "Join with a link");
  await hands.type(page, "Invitation link", link);
  await hands.type(page, "Your name, as colleagues see it", me);
  await page.waitForSelector(".fingerprint", { timeout: PATIENCE_MS });
  await hands.press(page, "Join desk");
  await hands.see(page, "All sent");
  return page;
}

/** Adds a principal on the desk page. */
export async function addPrincipal(page: Page, name: string): Promise<void> {
  await hands.press(page, "Add whom you work for");
  await hands.press(page, "New");
  await hands.type(page, "Name", name, { anew: true });
  await page.keyboard.press("Tab");
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll("nav")].some((nav) => nav.textContent?.includes(wanted)),
    { timeout: PATIENCE_MS },
    name,
  );
}
