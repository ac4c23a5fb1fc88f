import { execFileSync } from "node:child_process";

/**
 * Kills a process and everything that it started, at once and without a chance to write (SIGKILL; `taskkill /F` on
 * Windows): what a power cut or a crash does to a browser. Processes already gone are no error.
 */
export function killTree(root: number): void {
  if (process.platform === "win32") {
    try {
      execFileSync("taskkill", ["/pid", String(root), "/T", "/F"], { stdio: "ignore" });
    } catch {
      // It had ended by itself.
    }
    return;
  }
  const childrenByParent = new Map<number, number[]>();
  for (const line of execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).split("\n")) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid && parent !== undefined)
      childrenByParent.set(parent, [...(childrenByParent.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(childrenByParent.get(pid) ?? []));
  for (const pid of tree) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It had ended by itself.
    }
  }
}
