import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { describe, expect, it } from "vitest";

const surfaces = fileURLToPath(new URL("../../extension/surfaces/", import.meta.url));

/** The scripts that a surface reads before it shows anything: their modules, and their bytes as gzip. */
async function first(surface: string): Promise<{ bytes: number; modules: string[] }> {
  const built = await build({
    configFile: false,
    root: surfaces,
    logLevel: "silent",
    build: {
      write: false,
      target: "esnext",
      modulePreload: false,
      rolldownOptions: { input: `${surfaces}${surface}/main.tsx`, preserveEntrySignatures: "strict" },
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  });
  if (!("output" in built)) throw new Error("Vite gave no output.");
  const chunks = new Map(
    built.output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])),
  );
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const next of chunks.get(name)?.imports ?? []) need(next);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) need(chunk.fileName);
  const read = [...needed].flatMap((name) => chunks.get(name) ?? []);
  return {
    bytes: read.reduce((sum, { code }) => sum + gzipSync(code).length, 0),
    modules: read.flatMap(({ moduleIds }) => moduleIds),
  };
}

describe("What a surface reads before it shows anything", () => {
  for (const [surface, most] of [
    ["popup", 43_500],
    ["sidebar", 67_800],
    ["desk", 69_200],
  ] as const)
    it(`is at most ${most / 1000} kB for the ${surface}, without the readers, the letters and the languages`, async () => {
      const { bytes, modules } = await first(surface);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThan(most);
      expect(
        modules.filter((id) =>
          /libphonenumber|liquidjs|valibot|shared\/travel\/(read|rules)|shared\/capture\/read|locales\/(en|ru)\.ts/.test(
            id,
          ),
        ),
      ).toEqual([]);
    });
});
