import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Names the folder to the processes that Vitest starts. */
const NAME = "SIDEDESK_SHARED";

/** Where the test files of one run keep what each of them would make alike; undefined outside such a run. */
export const sharedFolder = (): string | undefined => process.env[NAME];

/** Vitest calls this before its first test file, and what it gives after the last. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-shared-"));
  process.env[NAME] = folder;
  return () => {
    delete process.env[NAME];
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
