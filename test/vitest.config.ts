import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import LongestFirst from "./run/longest-first.ts";

/** Of what runs in Node, the files that each have a process of their own: they start servers, kill them, measure time. */
const ALONE = [
  "test/sync-server/**",
  "test/simulation/**",
  "test/travel/hostile.test.ts",
  "test/background/bases*.test.ts",
];
// What the bench beside other systems installs brings tests of its own.
const NO_TESTS_OF_OURS = ["test/e2e/**", "**/node_modules/**"];

const inNode = {
  environment: "node",
  setupFiles: [fileURLToPath(new URL("end-all.ts", import.meta.url))],
  testTimeout: 60_000,
  // As many as there are processors: Vitest would leave one of them idle.
  maxWorkers: availableParallelism(),
};
const oxc = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

/**
 * What runs in Node alone, most of it file after file in the same processes (to load everything for each anew took half
 * of the time), and what drives real browsers and processes.
 */
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
          exclude: [...NO_TESTS_OF_OURS, ...ALONE],
          isolate: false,
          ...inNode,
        },
        oxc,
      },
      {
        test: {
          name: "unit-alone",
          include: ALONE.map((each) => each.replace(/\*\*$/, "**/*.test.ts")),
          exclude: NO_TESTS_OF_OURS,
          ...inNode,
        },
        oxc,
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
