import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Launched, launchChromium } from "../e2e/harness/browser.ts";
import { type Office, openOffice } from "../practice/office.ts";

/** Runs a bench with browsers and a server of its own, and puts everything away after. */
export async function withBrowsers<T>(
  count: number,
  work: (browsers: readonly Launched[], office: Office) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-bench-"));
  const office = await openOffice(folder, 0);
  const browsers: Launched[] = [];
  try {
    for (let n = 0; n < count; n++)
      browsers.push(
        await launchChromium({
          extensionDir: ".output/chrome-mv3",
          proxyPort: (await office.hosts.newProxy()).port,
          args: ["--lang=en-GB"],
        }),
      );
    return await work(browsers, office);
  } finally {
    for (const browser of browsers) await browser.close();
    await office.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Asks the background over the surfaces' port, from a page of the extension. */
export function ask<T>(page: Page, request: object): Promise<T> {
  return page.evaluate(async (sent) => {
    interface Port {
      postMessage(message: object): void;
      disconnect(): void;
      onMessage: {
        addListener(listener: (message: { result?: unknown; error?: { detail: string } }) => void): void;
      };
    }
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect(info: object): Port } } })
      .chrome;
    const port = runtime.connect({ name: "surface" });
    const answer = await new Promise<{ result?: unknown; error?: { detail: string } }>((resolve) => {
      port.onMessage.addListener(resolve);
      port.postMessage({ id: 1, request: sent });
    });
    port.disconnect();
    if (answer.error) throw new Error(answer.error.detail);
    return answer.result;
  }, request) as Promise<T>;
}

/** Ends the extension's service worker, as the browser does after half a minute of rest. */
export async function stopWorker(browser: Launched): Promise<void> {
  const [page] = await browser.browser.pages();
  const session = await page!.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
  await new Promise((resolve) => setTimeout(resolve, 300));
}
