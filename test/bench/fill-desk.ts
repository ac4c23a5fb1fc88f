import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { build } from "vite";

/** Has a page of the extension fill its database with so many records of five years; a background that runs does not see them. */
export async function fillDesk(page: Page, desk: string, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-bench-desk-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        outDir: folder,
        lib: {
          entry: fileURLToPath(new URL("desk-page.ts", import.meta.url)),
          formats: ["iife"],
          name: "bench",
          fileName: () => "page.js",
        },
      },
    });
    await page.evaluate(readFileSync(join(folder, "page.js"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await page.evaluate(
    (id, records) =>
      (globalThis as unknown as { fillDesk(id: string, records: number): Promise<void> }).fillDesk(
        id,
        records,
      ),
    desk,
    count,
  );
}
