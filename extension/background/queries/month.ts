import type { Facets } from "../storage/facets.ts";

/** One document's records in memory: what lists are made of, and once somebody searches, their words. */
export class Month {
  /** The newest first. */
  readonly list: readonly Facets[];
  /** Lines of words, the n-th of the n-th record of the list; undefined until the first search. */
  words: string | undefined;
  #byId: ReadonlyMap<string, Facets> | undefined;
  #starts: Uint32Array | undefined;

  constructor(list: readonly Facets[], words?: string) {
    this.list = list;
    this.words = words;
  }

  get(id: string): Facets | undefined {
    this.#byId ??= new Map(this.list.map((each) => [each.id, each]));
    return this.#byId.get(id);
  }

  /** The records whose lines hold every needle. */
  *with(needles: readonly string[]): Generator<Facets> {
    const { words = "", list } = this;
    // The longest one narrows the most.
    const first = needles.reduce((a, b) => (b.length > a.length ? b : a));
    const others = needles.filter((needle) => needle !== first);
    let at = words.indexOf(first);
    if (at < 0) return;
    this.#starts ??= startsOf(words, list.length);
    const starts = this.#starts;
    for (let line = 0; at >= 0 && line < list.length; line++) {
      while (line + 1 < list.length && starts[line + 1]! <= at) line++;
      const end = starts[line + 1] ?? words.length;
      if (others.length === 0) yield list[line]!;
      else {
        const text = words.slice(starts[line], end);
        if (others.every((needle) => text.includes(needle))) yield list[line]!;
      }
      at = words.indexOf(first, end);
    }
  }
}

/** Where each line begins. */
function startsOf(words: string, lines: number): Uint32Array {
  const starts = new Uint32Array(lines);
  for (let line = 1, at = 0; line < lines; line++) {
    at = words.indexOf("\n", at) + 1;
    starts[line] = at;
  }
  return starts;
}
