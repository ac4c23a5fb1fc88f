// Lists the kinds of records in shared/records/all.ts, so that a new kind is one file and nothing else. Every npm
// script runs it first; plain JavaScript, because it also runs before anything is installed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../../shared/records/", import.meta.url);
const target = new URL("all.ts", folder);

/** What all.ts must hold: an export for each file of the folder that defines a kind. */
export function listedKinds() {
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "define.ts" && file !== "all.ts")
    .sort()
    .flatMap((file) => {
      const defined = /^export const (\w+) = defineKind\(/m.exec(readFileSync(new URL(file, folder), "utf8"));
      return defined ? [`export { ${defined[1]} } from "./${file}";`] : [];
    });
  return `// Made by test/run/list-kinds.mjs from the files of this folder: every kind of record.\n${lines.join("\n")}\n`;
}

/** Brings all.ts up to date; says whether it was not. */
export function listKinds() {
  const listed = listedKinds();
  let known = "";
  try {
    known = readFileSync(target, "utf8");
  } catch {
    // It is made now.
  }
  if (known === listed) return false;
  writeFileSync(target, listed);
  return true;
}
