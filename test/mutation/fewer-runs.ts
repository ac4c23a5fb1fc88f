import type { Parameters } from "fast-check";
import { vi } from "vitest";

/** Of the runs of a property, one in so many: each is played for every change that reaches it. */
const SHARE = 20;
/** As many as fast-check plays where a test does not say. */
const RUNS = 100;

vi.mock(import("fast-check"), async (original) => {
  const real = await original();
  const assert = ((property: never, { numRuns = RUNS, ...more }: Parameters<unknown> = {}) =>
    real.assert(property, { ...more, numRuns: Math.ceil(numRuns / SHARE) } as never)) as typeof real.assert;
  return { ...real, assert, default: { ...real.default, assert } };
});
