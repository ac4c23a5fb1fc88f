import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { launch } from "puppeteer-core";
import { build } from "vite";
import { readFile } from "../../shared/travel/read-file.ts";
import { findBrowsers } from "../e2e/harness/installed.ts";
import { serveFolder } from "../surfaces/gallery/serve.ts";
import { airports } from "../travel/airports.ts";
import { generateBookings } from "../travel/mails/generate.ts";
import { writtenMails } from "../travel/mails/written.ts";
import type { Figure } from "./main.ts";
import { quantile } from "./statistics.ts";

const shared = fileURLToPath(new URL("../../shared/travel/", import.meta.url));
const page = fileURLToPath(new URL("./travel-page.ts", import.meta.url));
/** The public extractor (KItinerary) starts a process per document: 29 ms in its quickest version. A tenth of that is the goal. */
const TENTH_OF_PEER = 2.9;

const mails = [...writtenMails(), ...writtenMails("fresh"), ...generateBookings(7, 1)];

/** How long a mail takes here in one process and in Chromium, and how large the engine is. */
export async function benchTravel(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-travel-"));
  try {
    await build({
      configFile: false,
      logLevel: "error",
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: "esnext",
        lib: { entry: { engine: `${shared}read-booking.ts`, page }, formats: ["es"] },
        rolldownOptions: { treeshake: true },
      },
    });
    const script = await engineSize(folder);
    const inBrowser = await readInChromium(folder);
    return [
      {
        what: "a mail, all of them in one Node process",
        value: await readHere(),
        unit: "ms",
        goal: TENTH_OF_PEER,
      },
      { what: "a mail's text in Chromium, median", value: quantile(inBrowser, 0.5), unit: "ms" },
      { what: "a mail's text in Chromium, p95", value: quantile(inBrowser, 0.95), unit: "ms", goal: 20 },
      { what: "the engine's script without the airports, gzip", value: script, unit: "kB", goal: 120 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds a document, the first round left out, as `npm run extract` reads a directory. */
async function readHere(): Promise<number> {
  let [started, count] = [performance.now(), 0];
  for (let round = 0; round < 4; round += 1) {
    if (round === 1) [started, count] = [performance.now(), 0];
    for (const mail of mails) {
      const name = mail.html === undefined ? "mail.txt" : "mail.html";
      const bytes = new TextEncoder().encode(mail.html ?? mail.text ?? "");
      await readFile({ name, bytes }, { stage: "full", airports, ...mail });
      count += 1;
    }
  }
  return (performance.now() - started) / count;
}

/** Kilobytes of what the sidebar loads to read a mail's text. */
async function engineSize(folder: string): Promise<number> {
  const entry = join(folder, "only.js");
  writeFileSync(entry, `import { readBookings } from "./engine.js"; globalThis.read = readBookings;`);
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: join(folder, "sized"),
      target: "esnext",
      minify: true,
      rolldownOptions: { input: entry, output: { codeSplitting: false, entryFileNames: "sized.js" } },
    },
  });
  return gzipSync(readFileSync(join(folder, "sized", "sized.js"))).length / 1000;
}

/** Milliseconds of each mail, read one after the other in a page. */
async function readInChromium(folder: string): Promise<number[]> {
  const path = findBrowsers().find(({ kind }) => kind === "chrome")?.path;
  if (!path) throw new Error("No Chromium found on this machine.");
  writeFileSync(join(folder, "index.html"), '<script type="module" src="page.js"></script>');
  const served = await serveFolder(folder);
  const browser = await launch({ executablePath: path, args: ["--no-sandbox"], headless: true });
  try {
    const opened = await browser.newPage();
    await opened.goto(served.url);
    await opened.waitForFunction(() => "readAll" in globalThis);
    const texts = mails.map((mail) => ({
      text: mail.html ?? mail.text ?? "",
      html: mail.html !== undefined,
      mailDate: mail.mailDate,
    }));
    return await opened.evaluate((all) => globalThis.readAll(all), texts);
  } finally {
    await browser.close();
    await served.close();
  }
}
