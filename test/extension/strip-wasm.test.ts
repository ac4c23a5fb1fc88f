import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { stripWasm } from "../run/strip-wasm.ts";

const automerge = readFileSync(createRequire(import.meta.url).resolve("@automerge/automerge/automerge.wasm"));
const customSections = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
  WebAssembly.Module.customSections(new WebAssembly.Module(bytes), name);

describe("Automerge's WebAssembly in the package", () => {
  it("has lost its names, and imports and exports what it did", () => {
    const stripped = new Uint8Array(stripWasm(automerge));
    const [before, after] = [automerge, stripped].map((bytes) => new WebAssembly.Module(bytes));
    expect(customSections(new Uint8Array(automerge), "name")).toHaveLength(1);
    expect(customSections(stripped, "name")).toEqual([]);
    expect(WebAssembly.Module.exports(after!)).toEqual(WebAssembly.Module.exports(before!));
    expect(WebAssembly.Module.imports(after!)).toEqual(WebAssembly.Module.imports(before!));
  });

  it("is refused where it ends in the middle of a section", () => {
    expect(() => stripWasm(automerge.subarray(0, 5_000))).toThrow("ends in the middle of a section");
    expect(() => stripWasm(automerge.subarray(0, 10))).toThrow("ends in the middle of a section");
  });
});
