import { type CDPSession, type HTTPRequest, launch, type Page } from "puppeteer-core";
import { findBrowsers } from "../../e2e/harness/installed.ts";
import { builtGallery } from "./build.ts";
import type { Look } from "./main.tsx";
import { serveFolder } from "./serve.ts";

export interface View {
  readonly surface: "popup" | "sidebar" | "desk" | "options" | "components";
  /** Of `components`, this one alone. */
  readonly component?: string;
  readonly scenario?: string;
  readonly locale?: Look["locale"];
  readonly beside?: "gmail" | "outlook";
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
}

export interface Gallery {
  /** Opens a surface in a state; the page is ready for keys. Messages of its scripts' errors are collected in `errors`. */
  open(view: View): Promise<Page>;
  /** Gives a page back: what is opened next is shown in its window, which costs the browser far less than a new one. */
  leave(page: Page): Promise<void>;
  readonly errors: string[];
  close(): Promise<void>;
}

/** For so long nothing is on its way to a page that has loaded all that it loads by and by. */
const QUIET_MS = 150;

/** Emulation lasts as long as the session that asked for it. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Gives a page the colours that a person has set: dark, or forced ones. Puppeteer's own method does not know the latter. */
export async function setColours(
  page: Page,
  { dark = false, forced = false }: { readonly dark?: boolean; readonly forced?: boolean },
): Promise<void> {
  const session = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, session);
  const devtools = await session;
  await devtools.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "forced-colors", value: forced ? "active" : "none" },
    ],
  });
}

/** Changes how an open page looks, in the state that it is in, and waits until that is on screen. */
export async function setLook(page: Page, look: Partial<Look>): Promise<void> {
  await page.evaluate(async (changes) => {
    const spoken = changes.locale === "pseudo" ? "en" : changes.locale;
    window.look(changes);
    while (spoken && document.documentElement.lang !== spoken)
      await new Promise((later) => setTimeout(later, 5));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, look);
}

/**
 * Gives a wait until nothing has been on its way to the page for a moment. Puppeteer's own would wait for ever for what
 * the window's last document had asked for and was not given.
 */
function followTraffic(page: Page): () => Promise<void> {
  const onTheWay = new Set<HTTPRequest>();
  let last = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) onTheWay.clear();
    onTheWay.add(request);
  });
  for (const event of ["requestfinished", "requestfailed"] as const)
    page.on(event, (request) => {
      onTheWay.delete(request);
      last = performance.now();
    });
  return async () => {
    while (onTheWay.size > 0 || performance.now() - last < QUIET_MS)
      await new Promise((later) => setTimeout(later, 10));
  };
}

/** Serves the gallery and starts Chromium on it. */
export async function openGallery(): Promise<Gallery> {
  const built = await builtGallery();
  const served = await serveFolder(built.folder);
  const path = findBrowsers().find(({ kind }) => kind === "chrome")?.path;
  if (!path) throw new Error("No Chromium found on this machine.");
  const browser = await launch({
    executablePath: path,
    args: ["--no-sandbox", "--lang=en-GB", "--font-render-hinting=none", "--force-device-scale-factor=1"],
    headless: true,
  });
  const errors: string[] = [];
  const shown = new WeakMap<Page, string>();
  const settled = new WeakMap<Page, () => Promise<void>>();
  const left: Page[] = [];
  let opened = 0;
  const newWindow = async () => {
    // In a window of its own: a page behind another would draw no frames, and two can be looked at at once.
    const page = await browser.newPage({ type: "window" });
    page.on("pageerror", (error) => errors.push(`${shown.get(page)}: ${String(error)}`));
    settled.set(page, followTraffic(page));
    await page.emulateFocusedPage(true);
    await page.emulateTimezone("Europe/Riga");
    return page;
  };
  return {
    errors,
    async open({
      surface,
      component,
      scenario = "busy",
      locale = "en",
      beside,
      hash = "",
      width = 380,
      height = 800,
      dark = false,
      forced = false,
    }) {
      const page = left.pop() ?? (await newWindow());
      shown.set(page, `${surface} ${scenario} ${locale}`);
      await page.setViewport({ width, height });
      await setColours(page, { dark, forced });
      const query = new URLSearchParams({
        surface,
        scenario,
        locale,
        ...(component ? { component } : {}),
        ...(beside ? { beside } : {}),
        // Another address each time: one that differs in its hash alone would not be loaded anew.
        opened: String(++opened),
      });
      await page.goto(`${served.url}?${query}${hash}`);
      await page.waitForSelector("html[data-ready]");
      await settled.get(page)?.();
      return page;
    },
    async leave(page) {
      if (page.isClosed() || left.includes(page)) return;
      // A test that failed may have left a key down.
      for (const key of ["Alt", "Control", "Shift"] as const) await page.keyboard.up(key);
      left.push(page);
    },
    async close() {
      await browser.close();
      await served.close();
      await built.remove();
    },
  };
}
