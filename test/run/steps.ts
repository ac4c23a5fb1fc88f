import { spawn } from "node:child_process";
import { killTree } from "../e2e/harness/processes.ts";

/** How a command ended. */
export interface Ended {
  readonly code: number;
  /** What it printed, both streams as they came. */
  readonly output: string;
  readonly seconds: number;
}

const onWindows = process.platform === "win32";
const running = new Set<number>();

/** The path of a package's command in node_modules. */
export const bin = (name: string) =>
  onWindows ? `node_modules\\.bin\\${name}.cmd` : `node_modules/.bin/${name}`;

/** Kills the commands that still run, with all that they started. */
export function killRunning(): void {
  for (const pid of running) killTree(pid);
}

/**
 * Runs a command to its end. It never rejects: a command that cannot be started ends with code 127.
 * @param show passes its output through as it comes
 */
export function run(
  command: string,
  args: readonly string[],
  { show = false, env = {} } = {},
): Promise<Ended> {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
      // What npm puts into .bin on Windows is a script of its shell.
      shell: onWindows && command.endsWith(".cmd"),
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let output = "";
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const end = (code: number) => {
      if (pid !== undefined) running.delete(pid);
      resolve({ code, output, seconds: (Date.now() - began) / 1000 });
    };
    child.on("error", (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Runs a step with a line before and after it, so that nobody wonders whether it still goes on. */
export async function step(name: string, work: () => Promise<Ended>): Promise<Ended> {
  process.stdout.write(`… ${name}\n`);
  const ended = await work();
  process.stdout.write(`${ended.code === 0 ? "✓" : "✗"} ${name} (${ended.seconds.toFixed(1)} s)\n`);
  return ended;
}
