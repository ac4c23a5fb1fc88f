import { welcome } from "../practice/assistant.ts";
import { ask, withBrowsers } from "./browser.ts";
import type { Figure } from "./main.ts";
import { extensionMemory } from "./resident.ts";
import { taskCommand } from "./sync.ts";

/** A year of an assistant's records. */
const RECORDS = 12_500;
const AT_ONCE = 500;

/** What the background needs with a year of records on the desk, no surface open. */
export function benchMemory(): Promise<Figure[]> {
  return withBrowsers(1, async ([browser]) => {
    const page = await welcome(browser!);
    const { desk } = await ask<{ desk: string }>(page, {
      call: "createDesk",
      name: "Board office",
      memberName: "Assistant 1",
    });
    const began = performance.now();
    for (let n = 0; n < RECORDS; n += AT_ONCE)
      await ask(page, {
        call: "submit",
        desk,
        commands: Array.from({ length: AT_ONCE }, (_, index) =>
          taskCommand(`Matter ${n + index} of the sample year`),
        ),
      });
    const seconds = performance.now() - began;
    const worker = await browser!.serviceWorker();
    await page.goto("about:blank");
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const { usedSize } = await worker.client.send("Runtime.getHeapUsage");
    return [
      {
        what: `background that has just captured ${RECORDS} records, resident`,
        value: extensionMemory(browser!),
        unit: "MB",
      },
      { what: "of it, JavaScript heap", value: usedSize / 1e6, unit: "MB" },
      { what: `capturing ${RECORDS} records in groups of ${AT_ONCE}`, value: seconds, unit: "ms" },
    ];
  });
}
