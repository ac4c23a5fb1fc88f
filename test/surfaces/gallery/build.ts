import { fileURLToPath } from "node:url";
import { build, createServer, type InlineConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const config: InlineConfig = {
  configFile: false,
  root,
  base: "./",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};

/** Builds the gallery into `outDir`, as the extension's own build would bundle the surfaces. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    ...config,
    build: {
      outDir,
      emptyOutDir: true,
      target: "esnext",
      modulePreload: false,
      rolldownOptions: { input: [`${root}index.html`, `${root}all.html`] },
    },
  });
}

/** Serves the gallery from its sources, renewed with each change to them; gives the address of its page. */
export async function watchGallery(): Promise<string> {
  const server = await createServer({ ...config, server: { host: "127.0.0.1", fs: { strict: false } } });
  await server.listen();
  return `${server.resolvedUrls?.local[0]}all.html`;
}
