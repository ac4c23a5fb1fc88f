import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const surfaces = fileURLToPath(new URL("../../extension/surfaces/", import.meta.url));
const TOKENS = join("design", "tokens.css");

interface Declaration {
  readonly file: string;
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

const files = (ending: RegExp) =>
  readdirSync(surfaces, { recursive: true, encoding: "utf8" }).filter((file) => ending.test(file));
export const sourceOf = (file: string): string => readFileSync(join(surfaces, file), "utf8");

/** The declarations of one style sheet, in order, with the selector that they stand under. */
function declarations(file: string): readonly Declaration[] {
  const text = sourceOf(file).replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const found: Declaration[] = [];
  const open: string[] = [];
  for (const [, before = "", mark] of text.matchAll(/([^{};]*)([{};])/g)) {
    const said = before.trim().replaceAll(/\s+/g, " ");
    const [, property, value] = /^([\w-]+): (.*)$/.exec(said) ?? [];
    if (mark === "{") open.push(said);
    else if (property && value) found.push({ file, selector: open.join(" "), property, value });
    if (mark === "}") open.pop();
  }
  return found;
}

/** What the tokens say, and what all other style sheets make of them. */
export const tokens: readonly Declaration[] = declarations(TOKENS);
export const styles: readonly Declaration[] = files(/\.css$/)
  .filter((file) => file !== TOKENS)
  .flatMap(declarations);
export const components: readonly string[] = files(/\.tsx?$/);

export type Theme = "gmail" | "outlook";
export type Scheme = "light" | "dark";

/** The colours (`#rrggbb`) of every colour token, as a page of that theme and scheme shows them. */
export function palette(theme: Theme, scheme: Scheme): Readonly<Record<string, string>> {
  const colours: Record<string, string> = {};
  for (const { selector, property, value } of tokens) {
    if (selector !== ":root" && selector !== `:root[data-beside="${theme}"]`) continue;
    const [, light, dark] = /^light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)$/.exec(value) ?? [];
    if (light && dark) colours[property] = scheme === "light" ? light : dark;
  }
  return colours;
}
