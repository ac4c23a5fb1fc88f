import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes a folder for this process, so that no two write the same profile and database. Gives a function that lets go
 * of it, or the number of the living process that has it. What a process left that was killed is taken over.
 * @throws where the folder cannot be made or written
 */
export function claimFolder(folder: string, isAlive = processLives): (() => void) | number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "in-use-by");
  for (;;) {
    try {
      const file = openSync(path, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = Number(readFileSync(path, "utf8"));
      if (owner > 0 && isAlive(owner)) return owner;
      rmSync(path, { force: true });
    }
  }
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
