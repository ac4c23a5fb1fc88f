import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the built, unpacked extension for a browser. Throws, saying what to run, where it is not built. */
export function builtExtension(browser: "chrome" | "firefox"): string {
  const dir = fileURLToPath(new URL(`../../../.output/${browser}-mv3`, import.meta.url));
  if (!existsSync(`${dir}/manifest.json`))
    throw new Error(
      `The extension is not built for ${browser}: ${dir} is missing. Run "npm run build" first.`,
    );
  return dir;
}
