// The device's database in memory: the part of `idb` that the background uses, without a disk and without copying.
// A transaction here is one as in IndexedDB: in the order of their making where one of them writes what another uses,
// all or nothing, over when nothing more is asked of it.
import type { Database } from "../../extension/background/storage/database.ts";
import { MIGRATIONS } from "../../extension/background/storage/migrations.ts";

type Key = number | string | readonly Key[];
type Value = Record<string, unknown>;
interface Range {
  readonly lower: Key | undefined;
  readonly upper: Key | undefined;
}
type Query = Key | Range | undefined;

/** Ranges with both ends in them, which are all that the background asks for. */
const keyRanges = {
  bound: (lower: Key, upper: Key): Range => ({ lower, upper }),
  upperBound: (upper: Key): Range => ({ lower: undefined, upper }),
};

const isRange = (query: Query): query is Range =>
  typeof query === "object" && !Array.isArray(query) && "lower" in query;

/** A key as a text that sorts as IndexedDB sorts keys: numbers (none below -1 are used), texts, lists. */
function sortable(key: Key): string {
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

interface Entry {
  readonly key: Key;
  readonly value: Value;
}

/** What one store holds, in the order of its keys. */
class Table {
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

/** Takes part in a transaction: every request is answered at once, in the order of asking. */
class Transaction {
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #begun: Promise<void>;
  readonly #undo: (() => void)[] = [];
  readonly done: Promise<void>;
  #asked = 0;
  #over = false;
  #committing = false;
  #settle: { readonly resolve: () => void; readonly reject: (why: unknown) => void };

  constructor(tables: ReadonlyMap<string, Table>, begun: Promise<void>) {
    this.#tables = tables;
    this.#begun = begun;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#settle = { resolve, reject };
    this.done = promise;
    promise.catch(() => {});
    void this.ask(() => {});
  }

  get store() {
    return this.objectStore([...this.#tables.keys()][0]!);
  }

  objectStore(name: string) {
    return openStore(this.#tables.get(name)!, this);
  }

  /** Nothing more will be asked. */
  commit(): void {
    this.#committing = true;
    if (this.#asked === 0 && !this.#over) this.#end();
  }

  abort(): void {
    if (this.#over) throw new DOMException("It is over.", "InvalidStateError");
    this.#end(new DOMException("Aborted.", "AbortError"));
  }

  /** Runs one request in its turn. */
  async ask<T>(request: () => T): Promise<T> {
    if (this.#over) throw new DOMException("It is over.", "TransactionInactiveError");
    this.#asked++;
    await this.#begun;
    try {
      if (this.#over) throw new DOMException("Aborted.", "AbortError");
      return request();
    } catch (error) {
      if (!this.#over) this.#end(error);
      throw error;
    } finally {
      // It is over where an answer was followed by no other request.
      if (--this.#asked === 0) {
        if (this.#committing && !this.#over) this.#end();
        else setImmediate(() => this.#asked === 0 && !this.#over && this.#end());
      }
    }
  }

  write(table: Table, place: string, entry: Entry | undefined): void {
    const before = table.get(place);
    this.#undo.push(() => table.set(place, before));
    table.set(place, entry);
  }

  #end(error?: unknown): void {
    this.#over = true;
    if (error === undefined) this.#settle.resolve();
    else {
      for (const undo of this.#undo.reverse()) undo();
      this.#settle.reject(error);
    }
  }
}

function openStore(table: Table, transaction: Transaction) {
  const ask = <T>(request: () => T) => transaction.ask(request);
  const put = (value: Value, isNew: boolean) => {
    const entry = table.entry(value);
    const place = sortable(entry.key);
    if (isNew && table.get(place)) throw new DOMException("It is there.", "ConstraintError");
    transaction.write(table, place, entry);
    return entry.key;
  };
  const remove = ({ key }: Entry) => transaction.write(table, sortable(key), undefined);
  const index = (name: string) => {
    const find = (query: Query) => table.findBy(name, query);
    const cursor = (
      found: readonly { readonly entry: Entry; readonly key: unknown }[],
      at: number,
    ): unknown =>
      found[at] && {
        value: found[at].entry.value,
        key: found[at].key,
        delete: () => ask(() => remove(found[at]!.entry)),
        continue: () => ask(() => cursor(found, at + 1) ?? null),
      };
    const opened = (query: Query) =>
      ask(
        () =>
          cursor(
            find(query).map(({ entry, key }) => ({ entry, key })),
            0,
          ) ?? null,
      );
    return {
      getAll: (query: Query, most?: number) =>
        ask(() =>
          find(query)
            .slice(0, most)
            .map(({ entry }) => entry.value),
        ),
      getAllKeys: (query: Query) => ask(() => find(query).map(({ entry }) => entry.key)),
      count: (query: Query) => ask(() => find(query).length),
      openCursor: opened,
      openKeyCursor: opened,
    };
  };
  return {
    get: (query: Query) => ask(() => table.find(query)[0]?.value),
    getKey: (query: Query) => ask(() => table.find(query)[0]?.key),
    getAll: (query: Query, most?: number) =>
      ask(() =>
        table
          .find(query)
          .slice(0, most)
          .map(({ value }) => value),
      ),
    getAllKeys: (query: Query, most?: number) =>
      ask(() =>
        table
          .find(query)
          .slice(0, most)
          .map(({ key }) => key),
      ),
    count: (query: Query) => ask(() => table.find(query).length),
    put: (value: Value) => ask(() => put(value, false)),
    add: (value: Value) => ask(() => put(value, true)),
    delete: (query: Query) => ask(() => table.find(query).forEach(remove)),
    clear: () => ask(() => table.find(undefined).forEach(remove)),
    index,
  };
}

/** A database of this version's shape, empty. */
export async function memoryDatabase(): Promise<Database> {
  Object.assign(globalThis, { IDBKeyRange: keyRanges });
  const tables = new Map<string, Table>();
  /** When what was begun over a store is over: the last that writes it, and all that have used it since. */
  const busy = new Map<string, { written: Promise<unknown>; used: Promise<unknown> }>();
  const free = { written: Promise.resolve(), used: Promise.resolve() };
  const transaction = (names: string | readonly string[], mode = "readonly") => {
    const own = [names].flat();
    const before = own.map((name) => busy.get(name) ?? free);
    const begun = Promise.all(before.map(({ written, used }) => (mode === "readonly" ? written : used)));
    const made = new Transaction(
      new Map(own.map((name) => [name, tables.get(name)!])),
      begun.then(() => {}),
    );
    const over = made.done.catch(() => {});
    for (const [n, name] of own.entries()) {
      const used = Promise.all([before[n]!.used, over]);
      busy.set(name, mode === "readonly" ? { written: before[n]!.written, used } : { written: over, used });
    }
    return made;
  };
  type Opened = ReturnType<typeof openStore>;
  const one =
    <Name extends Exclude<keyof Opened, "index">>(request: Name) =>
    async (store: string, ...args: Parameters<Opened[Name]>) => {
      const writes = ["put", "add", "delete", "clear"].includes(request);
      const made = transaction(store, writes ? "readwrite" : "readonly");
      const ask = made.store[request] as (...given: Parameters<Opened[Name]>) => Promise<unknown>;
      const answer = await ask(...args);
      if (writes) await made.done;
      return answer;
    };
  const by =
    (request: "getAll" | "getAllKeys" | "count") =>
    (store: string, name: string, query: Query, most?: number) =>
      transaction(store)
        .store.index(name)
        [request](query, most as never);
  const db = {
    createObjectStore(name: string, options: ConstructorParameters<typeof Table>[0]) {
      const table = new Table(options);
      tables.set(name, table);
      return table;
    },
    transaction,
    get: one("get"),
    getKey: one("getKey"),
    getAll: one("getAll"),
    getAllKeys: one("getAllKeys"),
    count: one("count"),
    put: one("put"),
    add: one("add"),
    delete: one("delete"),
    clear: one("clear"),
    getAllFromIndex: by("getAll"),
    getAllKeysFromIndex: by("getAllKeys"),
    countFromIndex: by("count"),
    close() {},
  } as unknown as Database;
  const upgrade = {
    objectStore: (name: string) => ({
      get: async () => undefined,
      getAll: async () => [],
      openCursor: async () => null,
      clear: async () => {},
      deleteIndex: (index: string) => tables.get(name)!.deleteIndex(index),
    }),
  };
  for (const migrate of MIGRATIONS) await migrate(db, upgrade as never);
  return db;
}
