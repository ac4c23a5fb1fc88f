// What one store of a database in memory holds, in the order of its keys as IndexedDB has it.

export type Key = number | string | readonly Key[];
export type Value = Record<string, unknown>;
export interface Range {
  readonly lower: Key | undefined;
  readonly upper: Key | undefined;
}
export type Query = Key | Range | undefined;

/** Ranges with both ends in them, which are all that the background asks for. */
export const keyRanges = {
  bound: (lower: Key, upper: Key): Range => ({ lower, upper }),
  upperBound: (upper: Key): Range => ({ lower: undefined, upper }),
};

const isRange = (query: Query): query is Range =>
  typeof query === "object" && !Array.isArray(query) && "lower" in query;

/** A key as a text that sorts as IndexedDB sorts keys: numbers (none below -1 are used), texts, lists. */
export function sortable(key: Key): string {
  if (typeof key === "number")
    return `1${(Math.min(key, Number.MAX_SAFE_INTEGER) + 1).toString().padStart(17, "0")}`;
  if (typeof key === "string") return `3${key}\0`;
  return `5${key.map(sortable).join("")}0`;
}

const valueAt = (value: Value, path: string | readonly string[]): Key | undefined => {
  if (typeof path === "string") return value[path] as Key | undefined;
  const parts = path.map((name) => value[name] as Key | undefined);
  return parts.every((part) => part !== undefined) ? parts : undefined;
};

export interface Entry {
  readonly key: Key;
  readonly value: Value;
}

/** What one store holds, in the order of its keys. */
export class Table {
  readonly keyPath: string | string[];
  readonly #counts: boolean;
  readonly #indexes = new Map<string, { readonly path: string | string[]; readonly many: boolean }>();
  readonly #entries = new Map<string, Entry>();
  /** Put in order when somebody asks in order. */
  #order: string[] = [];
  #inOrder = true;
  #next = 1;

  constructor({ keyPath, autoIncrement }: { keyPath: string | string[]; autoIncrement?: boolean }) {
    this.keyPath = keyPath;
    this.#counts = autoIncrement === true;
  }

  /** The same, with values of its own. */
  copy(): Table {
    const made = new Table({ keyPath: this.keyPath, autoIncrement: this.#counts });
    for (const [name, index] of this.#indexes) made.#indexes.set(name, index);
    for (const [place, entry] of this.#entries) made.#entries.set(place, structuredClone(entry));
    made.#inOrder = false;
    made.#next = this.#next;
    return made;
  }

  createIndex(name: string, path: string | string[], options?: { multiEntry?: boolean }): void {
    this.#indexes.set(name, { path, many: options?.multiEntry === true });
  }

  deleteIndex(name: string): void {
    this.#indexes.delete(name);
  }

  get(place: string): Entry | undefined {
    return this.#entries.get(place);
  }

  /** A value with its key; a store that counts gives it the next number. */
  entry(value: Value): Entry {
    const key = valueAt(value, this.keyPath);
    if (key !== undefined) return { key, value };
    if (!this.#counts) throw new DOMException("A value without a key.", "DataError");
    const next = this.#next++;
    return { key: next, value: { ...value, [this.keyPath as string]: next } };
  }

  set(place: string, entry: Entry | undefined): void {
    const last = this.#order.at(-1);
    if (entry === undefined) {
      if (this.#entries.delete(place)) this.#inOrder = false;
      return;
    }
    if (!this.#entries.has(place)) {
      this.#inOrder &&= last === undefined || last < place;
      this.#order.push(place);
    }
    this.#entries.set(place, entry);
  }

  find(query: Query): Entry[] {
    if (query !== undefined && !isRange(query)) return [this.#entries.get(sortable(query)) ?? []].flat();
    if (!this.#inOrder) {
      this.#order = [...this.#entries.keys()].sort();
      this.#inOrder = true;
    }
    const from = query?.lower === undefined ? 0 : this.#at(sortable(query.lower));
    const upper = query?.upper === undefined ? undefined : sortable(query.upper);
    const found: Entry[] = [];
    for (let n = from; n < this.#order.length; n++) {
      const place = this.#order[n]!;
      if (upper !== undefined && place > upper) break;
      found.push(this.#entries.get(place)!);
    }
    return found;
  }

  /** Indexes are not kept: a store is gone through, and what it finds put in the order of the index. */
  findBy(index: string, query: Query): { readonly by: string; readonly key: Key; readonly entry: Entry }[] {
    const { path, many } = this.#indexes.get(index)!;
    const ends = isRange(query) ? [query.lower, query.upper] : [query, query];
    const [lower, upper] = ends.map((end) => (end === undefined ? undefined : sortable(end)));
    const found: { by: string; key: Key; entry: Entry }[] = [];
    for (const entry of this.find(undefined)) {
      const held = valueAt(entry.value, path);
      if (held === undefined) continue;
      for (const key of many ? (held as readonly Key[]) : [held]) {
        const by = sortable(key);
        if ((lower === undefined || by >= lower) && (upper === undefined || by <= upper))
          found.push({ by, key, entry });
      }
    }
    return found.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  }

  #at(place: string): number {
    let [low, high] = [0, this.#order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#order[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
