import { copyFile, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createServer, type InlineConfig } from "vite";
import { sharedFolder } from "../../run/shared-folder.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const config: InlineConfig = {
  configFile: false,
  root,
  base: "./",
  logLevel: "warn",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
};

/** Where the gallery serves axe: a browser keeps what it has once compiled of a file, not of half a megabyte that is told. */
export const AXE = "assets/axe.js";

/** A gallery that is built, in a folder. */
interface Built {
  readonly folder: string;
  remove(): Promise<void>;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The gallery's files. The test files of one run have them built once, by the first of them that asks. */
export async function builtGallery(): Promise<Built> {
  const shared = sharedFolder();
  if (!shared) {
    const folder = await mkdtemp(join(tmpdir(), "sidedesk-gallery-"));
    await buildInto(folder);
    return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const folder = join(shared, "gallery");
  const [turn, begun] = [`${folder}.turn`, `${folder}.begun`];
  while (!(await exists(folder))) {
    const isMine = await mkdir(turn).then(
      () => true,
      () => false,
    );
    if (!isMine) await new Promise((later) => setTimeout(later, 50));
    else
      try {
        if (await exists(folder)) break;
        await buildInto(begun);
        await rename(begun, folder);
      } finally {
        await rm(turn, { recursive: true });
      }
  }
  return { folder, remove: async () => {} };
}

/** Builds the gallery into `outDir`, as the extension's own build would bundle the surfaces. */
async function buildInto(outDir: string): Promise<void> {
  await build({
    ...config,
    build: {
      outDir,
      emptyOutDir: true,
      target: "esnext",
      modulePreload: false,
      rolldownOptions: {
        input: [`${root}index.html`, `${root}all.html`],
        // As wxt.config.ts has it: to a browser each file costs more than what one surface may not need of it.
        output: { codeSplitting: { groups: [{ name: "surface", minShareCount: 3 }] } },
      },
    },
  });
  await copyFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), join(outDir, AXE));
}

/** Serves the gallery from its sources, renewed with each change to them; gives the address of its page. */
export async function watchGallery(): Promise<string> {
  const server = await createServer({ ...config, server: { host: "127.0.0.1", fs: { strict: false } } });
  await server.listen();
  return `${server.resolvedUrls?.local[0]}all.html`;
}
