import type { Protocol } from "puppeteer-core";
import type { Launched } from "./browser.ts";

/** How long a browser has to end a worker. */
const PATIENCE_MS = 40_000;

/**
 * Ends the extension's background, as a browser does with one that seems idle; resolves when the worker that ran is
 * over. Chromium may have started the next one by then, under the same target, so the ending of a target tells
 * nothing: the browser's own account of its workers does.
 */
export async function stopBackground({ browser, extensionUrl }: Launched): Promise<void> {
  // Any page will do: a browser tells each about all workers.
  const page = (await browser.pages())[0];
  if (!page) throw new Error("No page is open to ask about the background.");
  const session = await page.createCDPSession();
  try {
    let hear: (version: Protocol.ServiceWorker.ServiceWorkerVersion) => void = () => {};
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      for (const version of versions) if (version.scriptURL.startsWith(extensionUrl(""))) hear(version);
    });
    const until = (what: string, statuses: readonly string[]) =>
      new Promise<string>((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`The background was not ${what} within ${PATIENCE_MS} ms.`)),
          PATIENCE_MS,
        );
        hear = ({ runningStatus, versionId }) => {
          if (!statuses.includes(runningStatus)) return;
          clearTimeout(late);
          resolve(versionId);
        };
      });
    const running = until("running", ["running"]);
    await session.send("ServiceWorker.enable");
    const versionId = await running;
    const over = until("stopped", ["stopping", "stopped"]);
    await session.send("ServiceWorker.stopWorker", { versionId });
    await over;
  } finally {
    await session.detach();
  }
}
