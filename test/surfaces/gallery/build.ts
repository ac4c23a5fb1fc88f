import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Builds the gallery into `outDir`, as the extension's own build would bundle the surfaces. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    base: "./",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, target: "esnext", modulePreload: false },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  });
}
