import { defineConfig } from "vitest/config";

/** The tests that main.ts names, in Node alone, with fewer runs of each property. */
export default defineConfig({
  test: {
    include: process.env.NOTICING_TESTS?.split(",").map((tests) => `${tests}.test.ts`) ?? [],
    setupFiles: ["test/mutation/fewer-runs.ts"],
    testTimeout: 60_000,
  },
});
