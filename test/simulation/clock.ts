/** One thing that will happen: at a virtual time, and among those of the same time in the order of their making. */
interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** The process's own, before virtual time takes its place. */
const { setImmediate: loopTurns } = globalThis;
const nextTick = () => new Promise<void>((resolve) => process.nextTick(resolve));

/**
 * Virtual time. Timers and macrotasks of the whole process run from here, one after the other, and each of them to
 * its end with everything that it leads to (the promises, the database's steps) before the next one begins.
 */
export class Clock {
  now = Date.parse("2026-11-22T10:00:00Z");
  #order = 0;
  #events: Event[] = [];
  #tasks: (() => void)[] = [];

  /** Takes the process's timers over; nothing in it keeps real time from here on. */
  install(): void {
    const target = globalThis as unknown as Record<string, unknown>;
    target.setImmediate = (run: () => void) => {
      const task = { run, unref() {} };
      this.#tasks.push(() => task.run());
      return task;
    };
    target.clearImmediate = (task: { run: () => void } | undefined) => {
      if (task) task.run = () => {};
    };
    target.setTimeout = (run: () => void, ms = 0) => {
      const cancel = this.later(run, ms);
      return { cancel, unref() {} };
    };
    target.clearTimeout = (timer: { cancel: () => void } | undefined) => timer?.cancel?.();
  }

  /** Forgets everything that was to happen. */
  clear(): void {
    this.#events = [];
    this.#tasks = [];
    this.now = Date.parse("2026-11-22T10:00:00Z");
  }

  /**
   * Lets the process's own loop turn, which virtual time never waits for: there alone it frees what WebAssembly holds of
   * documents that nobody has any more.
   */
  breathe(): Promise<void> {
    return new Promise((resolve) => loopTurns(() => resolve()));
  }

  later(run: () => void, ms: number): () => void {
    let wanted = true;
    const event = { at: this.now + Math.max(0, ms), order: this.#order++, run: () => wanted && run() };
    // Kept in order; a run has few events waiting at a time.
    let at = this.#events.length;
    while (at > 0 && this.#events[at - 1]!.at > event.at) at--;
    this.#events.splice(at, 0, event);
    return () => {
      wanted = false;
    };
  }

  /** Runs everything that goes on now to its end; time stands still. */
  async settle(): Promise<void> {
    for (;;) {
      await nextTick();
      const task = this.#tasks.shift();
      if (!task) return;
      task();
    }
  }

  /** Lets time pass up to a moment. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      await this.settle();
      const next = this.#events[0];
      if (!next || next.at > end) break;
      this.#events.shift();
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = Math.max(this.now, end);
  }

  /** Waits for a promise while time passes, at most so many virtual ms. */
  async awaited<T>(promise: Promise<T>, ms: number): Promise<T | "never"> {
    let outcome: { value: T } | { error: unknown } | undefined;
    promise.then(
      (value) => {
        outcome = { value };
      },
      (error) => {
        outcome = { error };
      },
    );
    const end = this.now + ms;
    for (;;) {
      await this.settle();
      if (outcome) {
        if ("error" in outcome) throw outcome.error;
        return outcome.value;
      }
      if (this.now >= end) return "never";
      await this.runUntil(Math.min(end, this.#events[0]?.at ?? end));
    }
  }
}
