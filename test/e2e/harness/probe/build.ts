import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { build } from "vite";
import { gmailHost, outlookHosts } from "../https.ts";
import type { ProbeCalls } from "./content.ts";

/** Builds the test extension: the webmail module as a content script in both webmails, and an empty sidebar. */
export async function buildProbe(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), "sidedesk-probe-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: dir,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL("content.ts", import.meta.url)),
        formats: ["iife"],
        name: "probe",
        fileName: () => "content.js",
      },
    },
  });
  const matches = [gmailHost, ...outlookHosts].map((host) => `https://${host}/*`);
  const manifest = {
    manifest_version: 3,
    name: "Webmail probe",
    version: "1",
    permissions: ["storage"],
    content_scripts: [{ matches, js: ["content.js"], run_at: "document_idle" }],
    web_accessible_resources: [{ resources: ["sidebar.html"], matches }],
    browser_specific_settings: { gecko: { id: "webmail-probe@example.com" } },
  };
  await writeFile(join(dir, "manifest.json"), JSON.stringify(manifest));
  await writeFile(
    join(dir, "sidebar.html"),
    '<!doctype html><html lang="en"><title>Sidebar</title><body><label>Note <input autofocus></label></body></html>',
  );
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Calls a function of the content script from a test. */
export async function probe<Name extends keyof ProbeCalls>(
  page: Page,
  name: Name,
  ...values: Parameters<ProbeCalls[Name]>
): Promise<Awaited<ReturnType<ProbeCalls[Name]>>> {
  await page.waitForSelector("html[data-probe=ready]");
  const answer = await page.evaluate(
    (call) =>
      new Promise<string>((resolve) => {
        const listen = (event: Event) => {
          const detail = (event as CustomEvent<string>).detail;
          if (JSON.parse(detail).id !== call.id) return;
          document.removeEventListener("probe-answer", listen);
          resolve(detail);
        };
        document.addEventListener("probe-answer", listen);
        document.dispatchEvent(new CustomEvent("probe-call", { detail: JSON.stringify(call) }));
      }),
    { id: Math.random(), name, values: values as unknown[] },
  );
  const { result, error } = JSON.parse(answer);
  if (error) throw new Error(error);
  return result;
}
