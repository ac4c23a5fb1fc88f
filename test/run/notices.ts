import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifestOf = (folder: URL): Manifest =>
  JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));

/** Packages of the server alone; nothing of them is in the extension. */
const ELSEWHERE = new Set(["pg", "ws"]);

/**
 * The licences of every package that the extension is built with, and of those that they need, as they ship them.
 * @throws Error where a package has no licence text: it must not be passed on without one.
 */
export function thirdPartyNotices(): string {
  const found = new Map<string, string>();
  const add = (name: string, neededBy: URL) => {
    if (ELSEWHERE.has(name)) return;
    // A package that needs another version than the rest has it in its own folder.
    const folder = [neededBy, root]
      .map((place) => new URL(`node_modules/${name}/`, place))
      .find((place) => existsSync(place));
    if (!folder) throw new Error(`The package ${name} is not installed.`);
    if (found.has(folder.href)) return;
    const { version, license, dependencies = {} } = manifestOf(folder);
    const file = readdirSync(fileURLToPath(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`The package ${name} has no licence text.`);
    const text = readFileSync(new URL(file, folder), "utf8").trim();
    found.set(folder.href, `${name} ${version} (${license})\n\n${text}`);
    for (const next of Object.keys(dependencies)) add(next, folder);
  };
  for (const name of Object.keys(manifestOf(root).dependencies ?? {})) add(name, root);
  const airports =
    "Airport data: Open Travel Data, Creative Commons Attribution 4.0 International, reduced and regrouped.";
  const packages = [...found.values()].sort();
  return `${[airports, ...packages].join(`\n\n${"-".repeat(78)}\n\n`)}\n`;
}
