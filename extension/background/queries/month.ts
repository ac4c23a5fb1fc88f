import { type FacetColumns, FacetTable } from "../storage/facet-columns.ts";

/** One document's records in memory: what lists are made of, and once somebody searches, their words. */
export class Month {
  readonly facets: FacetTable;
  /** Lines of words, the n-th of the n-th record of the table; undefined until the first search. */
  words: string | undefined;
  #places: ReadonlyMap<string, number> | undefined;
  #starts: Uint32Array | undefined;
  /** What the search before found: a letter more narrows it, and nothing else need be looked at. */
  #last: { readonly needles: readonly string[]; readonly lines: readonly number[] } | undefined;

  constructor(columns: FacetColumns, words?: string) {
    this.facets = new FacetTable(columns);
    this.words = words;
  }

  /** Where a record stands in the table, if it does. */
  placeOf(id: string): number | undefined {
    this.#places ??= new Map(this.facets.all().map((each, place) => [each.id, place]));
    return this.#places.get(id);
  }

  /** The places of the records whose lines hold every needle. Words must have been read. */
  with(needles: readonly string[]): readonly number[] {
    const { words = "", facets } = this;
    this.#starts ??= startsOf(words, facets.count);
    const starts = this.#starts;
    const holds = (wanted: readonly string[]) => (line: number) => {
      const text = words.slice(starts[line], starts[line + 1] ?? words.length);
      for (const needle of wanted) if (!text.includes(needle)) return false;
      return true;
    };
    const last = this.#last;
    const narrows = last?.needles.every((before) => needles.some((needle) => needle.startsWith(before)));
    const lines =
      last && narrows
        ? last.lines.filter(holds(needles.filter((each) => !last.needles.includes(each))))
        : this.#linesWith(needles, holds(needles));
    this.#last = { needles, lines };
    return lines;
  }

  #linesWith(needles: readonly string[], holdsAll: (line: number) => boolean): number[] {
    const { words = "", facets } = this;
    const starts = this.#starts!;
    // The longest one narrows the most.
    const first = needles.reduce((a, b) => (b.length > a.length ? b : a));
    const lines: number[] = [];
    let at = words.indexOf(first);
    for (let line = 0; at >= 0 && line < facets.count; line++) {
      while (line + 1 < facets.count && starts[line + 1]! <= at) line++;
      if (needles.length === 1 || holdsAll(line)) lines.push(line);
      at = words.indexOf(first, starts[line + 1] ?? words.length);
    }
    return lines;
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
