import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFolder } from "./claim.ts";

describe("The practice's folder", () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), "sidedesk-claim-"));
    folder = join(parent, "data");
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it("is made, and taken by one process at a time", () => {
    const release = claimFolder(folder);
    expect(claimFolder(folder)).toBe(process.pid);
    if (typeof release === "function") release();
    expect(claimFolder(folder)).toBeTypeOf("function");
  });

  it("is taken over from a process that was killed", () => {
    claimFolder(folder);
    writeFileSync(join(folder, "in-use-by"), "4711");
    expect(claimFolder(folder, (pid) => pid === 4711)).toBe(4711);
    expect(claimFolder(folder, () => false)).toBeTypeOf("function");
  });

  it("is taken over where the one before it was killed while it took it", () => {
    claimFolder(folder);
    writeFileSync(join(folder, "in-use-by"), "");
    expect(claimFolder(folder, () => true)).toBeTypeOf("function");
  });

  it("is left without a trace of the claim", () => {
    const release = claimFolder(folder);
    if (typeof release === "function") release();
    expect(existsSync(join(folder, "in-use-by"))).toBe(false);
  });

  it("is refused where it cannot be written", () => {
    writeFileSync(folder, "a file stands in its place");
    expect(() => claimFolder(folder)).toThrow(/EEXIST|ENOTDIR/);
  });
});
