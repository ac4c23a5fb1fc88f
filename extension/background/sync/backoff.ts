/** The shortest and the longest wait before a server is tried again, in ms. */
const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the n-th try in a row (from 0), in ms: doubling, with full jitter, so that the desks of an
 * office do not all come back in the same second when its server does.
 * @param random a number from 0 to 1
 */
export function waitBeforeTry(tries: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(tries, 20));
  return Math.round(ceiling / 4 + (ceiling * 3 * random) / 4);
}

/**
 * Does something until it succeeds, waiting as above after each failure: for what everything else rests on.
 * @param report told each failure
 * @param later runs a function after so many ms
 * @param random gives a number from 0 to 1
 */
export async function untilDone<T>(
  work: () => Promise<T>,
  report: (error: unknown) => void,
  later: (run: () => void, ms: number) => void,
  random: () => number,
): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return await work();
    } catch (error) {
      report(error);
      await new Promise<void>((resolve) => later(resolve, waitBeforeTry(tries, random())));
    }
}
