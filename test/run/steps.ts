import { spawn } from "node:child_process";

/** How a command ended. */
export interface Ended {
  readonly code: number;
  /** What it printed, both streams as they came. */
  readonly output: string;
  readonly seconds: number;
}

/** The path of a package's command in node_modules. */
export const bin = (name: string) => `node_modules/.bin/${name}`;

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
    });
    let output = "";
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const end = (code: number) => resolve({ code, output, seconds: (Date.now() - began) / 1000 });
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
