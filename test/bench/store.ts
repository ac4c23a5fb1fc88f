import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "puppeteer-core";
import { build } from "vite";
import { findBrowsers } from "../e2e/harness/installed.ts";
import type { Figure } from "./main.ts";
import { quantile } from "./statistics.ts";
import type { Timings } from "./store-page.ts";

/** Five years of a busy office. */
const RECORDS = 50_000;
const CHANGES = 1_000;
/** Upper bounds for the 95th percentile, in ms, by how the figure's name begins. */
const GOALS: Readonly<Record<string, number>> = {
  "list:": 300,
  "search:": 50,
  "a command: until": 25,
  "1000 remote": 2000,
};

/** The background's store, queries and documents on the IndexedDB of a real Chromium, without an extension around them. */
export async function benchStore(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-bench-store-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: folder,
      lib: {
        entry: fileURLToPath(new URL("store-page.ts", import.meta.url)),
        formats: ["es"],
        fileName: () => "page.js",
      },
    },
  });
  const wasm = createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm");
  const server = createServer(({ url }, response) => {
    if (url === "/page.js")
      response.setHeader("content-type", "text/javascript").end(readFileSync(join(folder, "page.js")));
    else if (url === "/automerge.wasm") response.end(readFileSync(wasm));
    else
      response
        .setHeader("content-type", "text/html")
        .end('<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const chromium = findBrowsers().find(({ kind }) => kind === "chrome");
  if (!chromium) throw new Error("No Chromium, Chrome or Edge found on this machine.");
  const browser = await launch({
    executablePath: chromium.path,
    args: ["--no-sandbox"],
    userDataDir: join(folder, "profile"),
    protocolTimeout: 600_000,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction("typeof measure === 'function'");
    const timings = await page.evaluate(
      (records, changes) =>
        (globalThis as unknown as { measure(records: number, changes: number): Promise<Timings> }).measure(
          records,
          changes,
        ),
      RECORDS,
      CHANGES,
    );
    return Object.entries(timings).flatMap(([what, samples]): Figure[] => {
      const goal = Object.entries(GOALS).find(([begin]) => what.startsWith(begin))?.[1];
      const held = goal === undefined ? {} : { goal };
      if (samples.length === 1) return [{ what, value: samples[0]!, unit: "ms", ...held }];
      return [
        { what: `${what}, p50 of ${samples.length}`, value: quantile(samples, 0.5), unit: "ms" },
        { what: `${what}, p95`, value: quantile(samples, 0.95), unit: "ms", ...held },
      ];
    });
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
