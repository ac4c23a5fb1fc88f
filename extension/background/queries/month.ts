import type { Facets } from "../storage/facets.ts";

/** One document's records in memory: what lists are made of, and once somebody searches, their words. */
export class Month {
  /** The newest first. */
  readonly list: readonly Facets[];
  /** Lines of words, the n-th of the n-th record of the list; undefined until the first search. */
  words: string | undefined;
  #byId: ReadonlyMap<string, Facets> | undefined;
  #starts: Uint32Array | undefined;
  /** What the search before found: a letter more narrows it, and nothing else need be looked at. */
  #last: { readonly needles: readonly string[]; readonly lines: readonly number[] } | undefined;

  constructor(list: readonly Facets[], words?: string) {
    this.list = list;
    this.words = words;
  }

  get(id: string): Facets | undefined {
    this.#byId ??= new Map(this.list.map((each) => [each.id, each]));
    return this.#byId.get(id);
  }

  /** The records whose lines hold every needle. Words must have been read. */
  with(needles: readonly string[]): Facets[] {
    const { words = "", list } = this;
    this.#starts ??= startsOf(words, list.length);
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
    return lines.map((line) => list[line]!);
  }

  #linesWith(needles: readonly string[], holdsAll: (line: number) => boolean): number[] {
    const { words = "", list } = this;
    const starts = this.#starts!;
    // The longest one narrows the most.
    const first = needles.reduce((a, b) => (b.length > a.length ? b : a));
    const lines: number[] = [];
    let at = words.indexOf(first);
    for (let line = 0; at >= 0 && line < list.length; line++) {
      while (line + 1 < list.length && starts[line + 1]! <= at) line++;
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
