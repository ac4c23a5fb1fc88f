const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Longer than any browser takes to close in order, or to be killed. */
const PATIENCE_MS = 20_000;

/** What a program has begun and has to end, whoever ends it. */
export interface Ending {
  /** Adds something to be ended; what was added last ends first. */
  also(end: () => unknown): void;
  /** True from the first signal on: what fails then fails because of it. */
  readonly begun: boolean;
  /** Ends everything and then the process; said twice, it is done once. */
  end(code: number): Promise<never>;
}

/**
 * Ends everything in order on Ctrl-C, on a kill and when the terminal is closed.
 * @param interrupted the exit code then
 */
export function openEnding(say: (line: string) => void, interrupted: number): Ending {
  const steps: (() => unknown)[] = [];
  let ending: Promise<never> | undefined;
  const run = async (code: number): Promise<never> => {
    setTimeout(() => process.exit(code || 1), PATIENCE_MS);
    for (const step of steps.reverse())
      await Promise.resolve()
        .then(step)
        .catch(() => {});
    process.exit(code);
  };
  const end = (code: number) => {
    ending ??= run(code);
    return ending;
  };
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (!ending) say("\nEnding …");
      void end(interrupted);
    });
  // A terminal that was closed takes no more words; that must not end this halfway.
  process.stdout.on("error", () => {});
  return {
    also: (step) => void steps.push(step),
    get begun() {
      return ending !== undefined;
    },
    end,
  };
}
