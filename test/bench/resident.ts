import { readdirSync, readFileSync } from "node:fs";
import type { Launched } from "../e2e/harness/browser.ts";

const parentOf = (pid: string) => /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];

function isBelow(pid: string, ancestor: number): boolean {
  for (let at: string | undefined = pid; at && at !== "0" && at !== "1"; at = parentOf(at))
    if (Number(at) === ancestor) return true;
  return false;
}

/** The browser's processes that run the extension (Linux). */
function* extensionProcesses(browser: Launched): Generator<string> {
  const root = browser.browser.process()?.pid ?? 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (command.includes("--extension-process") && isBelow(pid, root)) yield pid;
    } catch {
      // It ended meanwhile.
    }
  }
}

/** Their memory, in MB (resident set). */
export function extensionMemory(browser: Launched): number {
  let kilobytes = 0;
  for (const pid of extensionProcesses(browser))
    kilobytes += Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  return kilobytes / 1000;
}

/** The processor time that they have used, in ms; unlike the clock it does not tell of what else the machine does. */
export function extensionTime(browser: Launched): number {
  let ticks = 0;
  for (const pid of extensionProcesses(browser)) {
    // After the name in parentheses the 12th and 13th: user and system time, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * 10;
}
