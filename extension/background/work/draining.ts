import { waitBeforeTry } from "../sync/backoff.ts";
import type { Drained } from "./drain.ts";

export interface DrainingParts {
  /**
   * Takes what waits in a desk's journal, in turn with everything else that writes; undefined once that is over.
   * `begun` is to be called when its turn has come, before the journal is read.
   */
  readonly drain: (desk: string, begun: () => void) => Promise<Drained | undefined>;
  /** Something was drained. */
  readonly drained: (desk: string, result: Drained) => void;
  /** It failed; gives whether to try again. */
  readonly failed: (error: unknown) => boolean;
  /** Runs a function after so many ms; the returned one takes it back. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** From 0 to 1. */
  readonly chance: () => number;
}

/** When journals are drained: at once, and again later where the disk was full. */
export interface Draining {
  /** Resolves when nothing waits in the desk's journal. */
  now(desk: string): Promise<void>;
  /** What is journaled must not wait for the next command. */
  soon(desk: string): void;
  /** Tries no more: the desk is gone. */
  forget(desk: string): void;
  close(): void;
}

export function openDraining({ drain, drained, failed, later, chance }: DrainingParts): Draining {
  const retries = new Map<string, () => void>();
  /** Desks whose turn has not come yet: it takes what is journaled until then. */
  const waiting = new Set<string>();
  const run = async (desk: string): Promise<void> => {
    for (;;) {
      const result = await drain(desk, () => waiting.delete(desk));
      if (!result || result.commands === 0) return;
      drained(desk, result);
      if (!result.more) return;
    }
  };
  const forget = (desk: string) => {
    retries.get(desk)?.();
    retries.delete(desk);
  };
  const soon = (desk: string, tries: number) => {
    forget(desk);
    if (waiting.has(desk)) return;
    waiting.add(desk);
    run(desk).catch((error: unknown) => {
      if (failed(error))
        retries.set(
          desk,
          later(() => soon(desk, tries + 1), waitBeforeTry(tries, chance())),
        );
    });
  };
  return {
    now: (desk) => run(desk),
    soon: (desk) => soon(desk, 0),
    forget,
    close() {
      for (const cancel of retries.values()) cancel();
    },
  };
}
