import { type Facets, facetsReader } from "../storage/facets.ts";

/** One document's records in memory: what lists are made of, and once somebody searches, their words. */
export interface Month {
  readonly list: readonly Facets[];
  readonly byId: ReadonlyMap<string, Facets>;
  /** Lines of words, the n-th of the n-th record of the list; undefined until the first search. */
  words: string | undefined;
  /** Where each line of words begins. */
  starts: Uint32Array | undefined;
}

/** Reads a document's facets, a line for each record. */
export function readMonth(facets: string): Month {
  const read = facetsReader();
  const list = facets.split("\n").filter(Boolean).map(read);
  return {
    list,
    byId: new Map(list.map((each) => [each.id, each])),
    words: undefined,
    starts: undefined,
  };
}

/** The records of a month whose lines hold every needle. */
export function* recordsWith(month: Month, needles: readonly string[]): Generator<Facets> {
  const { words = "", list } = month;
  // The longest one narrows the most.
  const first = needles.reduce((a, b) => (b.length > a.length ? b : a));
  const others = needles.filter((needle) => needle !== first);
  let at = words.indexOf(first);
  if (at < 0) return;
  month.starts ??= startsOf(words, list.length);
  const { starts } = month;
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

function startsOf(words: string, lines: number): Uint32Array {
  const starts = new Uint32Array(lines);
  for (let line = 1, at = 0; line < lines; line++) {
    at = words.indexOf("\n", at) + 1;
    starts[line] = at;
  }
  return starts;
}
