import type { Splice } from "../../../shared/documents/command.ts";
import { applySplice, rebase, spliceBetween } from "../../../shared/documents/splice.ts";

/** An edit to send: the splice, and the text that it was made on. */
export interface Edit {
  readonly base: string;
  readonly splice: Splice;
}

/** What a remote change did to the text on screen: the new text, and where each old position is now. */
export interface Arrival {
  readonly text: string;
  readonly splice: Splice;
  readonly move: (position: number) => number;
}

/**
 * One co-edited text, between the person's hands and the background.
 *
 * The background acknowledges an edit when it is durable, and shows it in the record a little later; until then a
 * value that arrives may hold none, some or all of the edits that were sent. `steps` holds the text as the background
 * last showed it and as it is after each edit sent since; an arriving value is matched to the nearest step, what is
 * left of the difference is other people's work, and that is carried over to what is on screen. When nothing is
 * under way the background's text is the text.
 */
export class ProseText {
  #steps: string[];
  #text: string;
  #composing = false;
  #held: string | null = null;
  /** What the background showed last, as it came. */
  #shown: string;

  constructor(known: string) {
    this.#steps = [known];
    this.#text = known;
    this.#shown = known;
  }

  get text(): string {
    return this.#text;
  }

  /** True while something typed has not been handed out by `take`. */
  get dirty(): boolean {
    return this.#text !== this.#last;
  }

  /** True while an input method composes a character: nothing is sent, and nothing on screen is moved. */
  get composing(): boolean {
    return this.#composing;
  }

  get #last(): string {
    return this.#steps.at(-1) as string;
  }

  typed(text: string): void {
    this.#text = text;
  }

  beginComposition(): void {
    this.#composing = true;
  }

  /** Ends a composition; gives what arrived during it, if anything did. */
  endComposition(text: string): Arrival | null {
    this.#composing = false;
    this.#text = text;
    const held = this.#held;
    this.#held = null;
    return held === null ? null : this.arrived(held);
  }

  /** The one edit that brings the background up to what is on screen; null where there is none, or while composing. */
  take(): Edit | null {
    if (this.#composing) return null;
    const base = this.#last;
    const splice = spliceBetween(base, this.#text);
    if (!splice) return null;
    this.#steps.push(this.#text);
    return { base, splice };
  }

  /** The background refused the last edit that was taken: it counts as not sent, and `take` gives it again. */
  refused(): void {
    if (this.#steps.length > 1) this.#steps.pop();
  }

  /** The background's text, when it changed; gives what to change on screen, or null where nothing does. */
  arrived(value: string): Arrival | null {
    if (this.#composing) {
      this.#held = value;
      return null;
    }
    this.#shown = value;
    return this.#match(value, this.#nearest(value));
  }

  /**
   * Takes what the background showed last as the text, every sent edit in it: said when things have been quiet for a
   * while. A merge can leave an edit looking like somebody else's, and it would then stand on screen twice.
   */
  settle(): Arrival | null {
    return this.#composing ? null : this.#match(this.#shown, this.#steps.length - 1);
  }

  #match(value: string, nearest: number): Arrival | null {
    const step = this.#steps[nearest] as string;
    const before = this.#text;
    // Later steps, and the screen, get what others changed; each keeps what the person did.
    let from = step;
    let to = value;
    const carried = [value];
    for (const next of [...this.#steps.slice(nearest + 1), before]) {
      const theirs = spliceBetween(from, to);
      const moved = theirs ? applySplice(next, rebase(theirs, from, next)) : next;
      carried.push(moved);
      from = next;
      to = moved;
    }
    this.#text = carried.pop() as string;
    this.#steps = carried;
    const splice = spliceBetween(before, this.#text);
    return splice ? { text: this.#text, splice, move: (position) => moved(position, splice) } : null;
  }

  #nearest(value: string): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    this.#steps.forEach((step, index) => {
      const splice = spliceBetween(step, value);
      const distance = splice ? splice.remove + splice.insert.length : 0;
      if (distance <= least) {
        least = distance;
        best = index;
      }
    });
    return best;
  }
}

/** Where a position (a caret, an end of a selection) is after a splice; at an insertion it stays before it. */
function moved(position: number, { index, remove, insert }: Splice): number {
  if (position <= index) return position;
  if (position >= index + remove) return position + insert.length - remove;
  return index + insert.length;
}
