import { readdirSync, readFileSync } from "node:fs";
import type { Launched } from "../e2e/harness/browser.ts";

const parentOf = (pid: string) => /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];

function isBelow(pid: string, ancestor: number): boolean {
  for (let at: string | undefined = pid; at && at !== "0" && at !== "1"; at = parentOf(at))
    if (Number(at) === ancestor) return true;
  return false;
}

/** Memory of the browser's processes that run the extension, in MB (Linux: resident set). */
export function extensionMemory(browser: Launched): number {
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
