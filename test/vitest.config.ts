import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import LongestFirst from "./run/longest-first.ts";

/** Two projects: what runs in Node alone, and what drives real browsers and processes. */
export default defineConfig({
  test: {
    // Pages of the gallery that are looked at side by side; two cores draw no more than that.
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          // What the bench beside other systems installs brings tests of its own.
          exclude: ["test/e2e/**", "**/node_modules/**"],
          environment: "node",
          testTimeout: 60_000,
          // As many as there are processors: Vitest would leave one of them idle.
          maxWorkers: availableParallelism(),
        },
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: "test/run/shared-folder.ts",
          environment: "node",
          // Two files at a time: each has its own browsers, profiles, ports and folder, and waits for its browsers half of the time.
          maxWorkers: Math.min(2, availableParallelism()),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is to become so becomes so, on a busy machine as well.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
