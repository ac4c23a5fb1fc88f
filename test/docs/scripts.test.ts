import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const scripts = {
  extract: "test/run/extract.ts",
  capture: "test/run/capture.ts",
  simulate: "test/simulation/main.ts",
  bench: "test/bench/main.ts",
  server: "sync-server/main.ts",
} as const;

describe("An option that a script does not know", () => {
  it.each(Object.entries(scripts))("is named by npm run %s, with what it takes instead", (name, file) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, "--colour"], { encoding: "utf8" });
    expect(status).toBe(name === "server" ? 1 : 2);
    expect(stdout).toBe("");
    const said = stderr.split("\n").filter((line) => !/ExperimentalWarning|node --trace-warnings/.test(line));
    expect(said[0]).toContain("--colour");
    expect(said.join("\n")).toMatch(/npm run|One of|one of/);
    expect(said.join("\n")).not.toMatch(/^\s+at /m);
  });
});
