// `npm run check`: what can be known without running the product. Types, lint, format and import rules, dead code.
import { pathToFileURL } from "node:url";
import { bin, type Ended, run, step } from "./steps.ts";

/** The extension's own types (its pages, its messages) are made by WXT from what lies in it. */
async function types(): Promise<Ended> {
  const prepared = await run(bin("wxt"), ["prepare"]);
  return prepared.code === 0 ? run(bin("tsc"), ["--noEmit", "-p", "."]) : prepared;
}

export const CHECKS: readonly { readonly name: string; readonly run: () => Promise<Ended> }[] = [
  { name: "types", run: types },
  { name: "lint, format, import rules", run: () => run(bin("biome"), ["check", "--error-on-warnings", "."]) },
  { name: "dead code", run: () => run(bin("knip"), ["--no-progress"]) },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const ended = await Promise.all(CHECKS.map(({ name, run: work }) => step(name, work)));
  for (const { code, output } of ended) if (code !== 0) process.stdout.write(output);
  const failed = ended.filter(({ code }) => code !== 0).length;
  process.stdout.write(`${ended.length - failed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
