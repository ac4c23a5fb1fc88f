import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import type { Figure } from "./main.ts";

const BUILT = ".output/chrome-mv3";

/** The scripts that a page of the extension loads before it shows anything: its own and what they import statically. */
function firstScripts(page: string): Set<string> {
  const html = readFileSync(join(BUILT, page), "utf8");
  const open = [...html.matchAll(/<script[^>]+src="\/?([^"]+)"/g)].map((match) => match[1]!);
  const seen = new Set<string>();
  for (let script = open.pop(); script; script = open.pop()) {
    if (seen.has(script)) continue;
    seen.add(script);
    const source = readFileSync(join(BUILT, script), "utf8");
    for (const [, path] of source.matchAll(/(?:import|from)\s*["'](\.{1,2}\/[^"']+)["']/g))
      open.push(join(dirname(script), path!));
  }
  return seen;
}

const gzipped = (scripts: Iterable<string>) => {
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(readFileSync(join(BUILT, script))).length;
  return bytes / 1000;
};

/** What a person downloads, and what a surface reads before it shows. */
export async function benchSize(): Promise<Figure[]> {
  const files = globSync("**/*", { cwd: BUILT, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name),
      new Uint8Array(readFileSync(join(entry.parentPath, entry.name))),
    ]),
  );
  return [
    {
      what: "extension package, zipped",
      value: zipSync(contents, { level: 9 }).length / 1e6,
      unit: "MB",
      goal: 2,
    },
    {
      what: "sidebar: first scripts, gzip",
      value: gzipped(firstScripts("sidebar.html")),
      unit: "kB",
      goal: 80,
    },
    { what: "popup: first scripts, gzip", value: gzipped(firstScripts("popup.html")), unit: "kB" },
    { what: "desk page: first scripts, gzip", value: gzipped(firstScripts("desk.html")), unit: "kB" },
    { what: "content script in Gmail, gzip", value: gzipped(["content-scripts/gmail.js"]), unit: "kB" },
  ];
}
