import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, type Page } from "puppeteer-core";
import { findBrowsers } from "../../e2e/harness/installed.ts";
import { buildGallery } from "./build.ts";
import { serveFolder } from "./serve.ts";

export interface View {
  readonly surface: "popup" | "sidebar" | "desk";
  readonly scenario?: string;
  readonly locale?: string;
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
  readonly errors: string[];
  close(): Promise<void>;
}

/** Builds and serves the gallery and starts Chromium on it. */
export async function openGallery(): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), "sidedesk-gallery-"));
  await buildGallery(folder);
  const served = await serveFolder(folder);
  const path = findBrowsers().find(({ kind }) => kind === "chrome")?.path;
  if (!path) throw new Error("No Chromium found on this machine.");
  const browser = await launch({ executablePath: path, args: ["--no-sandbox"], headless: true });
  const errors: string[] = [];
  return {
    errors,
    async open({
      surface,
      scenario = "busy",
      locale = "en",
      beside,
      hash = "",
      width = 380,
      height = 800,
      dark = false,
      forced = false,
    }) {
      const page = await browser.newPage();
      page.on("pageerror", (error) => errors.push(`${surface} ${scenario} ${locale}: ${String(error)}`));
      await page.setViewport({ width, height });
      await page.emulateTimezone("Europe/Riga");
      // Puppeteer's own method does not know forced colours.
      const devtools = await page.createCDPSession();
      await devtools.send("Emulation.setEmulatedMedia", {
        features: [
          { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
          { name: "prefers-reduced-motion", value: "reduce" },
          { name: "forced-colors", value: forced ? "active" : "none" },
        ],
      });
      const query = new URLSearchParams({ surface, scenario, locale, ...(beside ? { beside } : {}) });
      await page.goto(`${served.url}?${query}${hash}`);
      await page.waitForSelector("html[data-ready]");
      await page.waitForNetworkIdle({ idleTime: 150 });
      return page;
    },
    async close() {
      await browser.close();
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
