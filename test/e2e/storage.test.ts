/** The numbered cases of the journal and the documents (storage.acceptance.ts) on the IndexedDB of a real Chromium. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, launch, type Page } from "puppeteer-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STORAGE_CASES } from "../background/storage.acceptance.ts";
import { findBrowsers, isInstalled } from "./harness/installed.ts";

describe.skipIf(!isInstalled("chrome"))("the journal and the documents in Chromium", () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sidedesk-storage-"));
    const entry = fileURLToPath(new URL("storage-page.ts", import.meta.url));
    await build({
      ...{ configFile: false, logLevel: "error" },
      build: { outDir: folder, lib: { entry, formats: ["es"], fileName: () => "page.js" } },
    });
    const wasm = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");
    server = createServer(({ url }, response) => {
      const text = (type: string) => response.setHeader("content-type", type);
      if (url === "/page.js") text("text/javascript").end(readFileSync(join(folder, "page.js")));
      else if (url === "/automerge.wasm") response.end(readFileSync(wasm));
      else text("text/html").end('<!doctype html><script type="module" src="/page.js"></script>');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await launch({
      executablePath: findBrowsers().find(({ kind }) => kind === "chrome")!.path,
      args: ["--no-sandbox"],
      userDataDir: join(folder, "profile"),
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction("typeof storageCase === 'function'");
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each(STORAGE_CASES)("%s", async (name) => {
    expect(await page.evaluate(`storageCase(${JSON.stringify(name)})`)).toBe("");
  });
});
