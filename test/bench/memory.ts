import { readdirSync, readFileSync } from "node:fs";
import type { Launched } from "../e2e/harness/browser.ts";
import { welcome } from "../practice/assistant.ts";
import { ask, withBrowsers } from "./browser.ts";
import type { Figure } from "./main.ts";
import { taskCommand } from "./sync.ts";

/** A year of an assistant's records. */
const RECORDS = 12_500;
const AT_ONCE = 500;

const parentOf = (pid: string) => /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];

function isBelow(pid: string, ancestor: number): boolean {
  for (let at: string | undefined = pid; at && at !== "0" && at !== "1"; at = parentOf(at))
    if (Number(at) === ancestor) return true;
  return false;
}

/** Memory of the browser's processes that run the extension, in MB (Linux: resident set). */
function extensionMemory(browser: Launched): number {
  const root = browser.browser.process()?.pid ?? 0;
  let kilobytes = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (
        !readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("--extension-process") ||
        !isBelow(pid, root)
      )
        continue;
      kilobytes += Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return kilobytes / 1000;
}

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
