import type { LogItem } from "../../../shared/protocol/frames.ts";
import { ExpectedError } from "../expected-error.ts";

/** Numbers of this device's own envelopes that were acknowledged, and are ahead of what came in order. */
export class OwnSeqs {
  readonly #seqs = new Set<number>();

  add(seqs: readonly number[]): void {
    for (const seq of seqs) this.#seqs.add(seq);
  }

  isAheadOf(cursor: number): boolean {
    return [...this.#seqs].some((seq) => seq > cursor);
  }

  /** How far everything is here, from a place on: nothing but this device's own has come behind it. */
  takeFrom(cursor: number): number {
    let next = cursor;
    while (this.#seqs.delete(next + 1)) next++;
    return next;
  }

  /** The log has no gaps: whatever is missing between its numbers would never be asked for again. */
  checkNoGap(batch: readonly LogItem[], cursor: number): void {
    let next = cursor + 1;
    for (const { seq } of batch) {
      while (this.#seqs.has(next)) next++;
      if (seq > next) throw new ExpectedError("gap", "The server left out a part of the desk's log.");
      next = Math.max(next, seq + 1);
    }
  }
}
