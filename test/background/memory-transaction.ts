// A transaction of a database in memory, and what its disk does to it.
import { type Entry, type Query, sortable, type Table, type Value } from "./memory-table.ts";

/**
 * What becomes of a request, or of a transaction that is about to be written: it is done; it never answers, for its
 * worker is dead; there is no room; or, of a transaction, it is written and its worker dead before it hears of that.
 */
type Fate = "go" | "hang" | "full" | "unheard";

/** The disk as one worker has it. */
export interface Disk {
  /** Asked in order: of every request, and of every transaction that is about to be written. */
  fate(step: "read" | "write" | "commit"): Fate;
  /** What a transaction waits for before it begins, or before it is written; undefined where it does not wait. */
  delay(step: "begin" | "commit"): Promise<void> | undefined;
}

/** A disk that does what it is told, at once. */
export const SOUND_DISK: Disk = { fate: () => "go", delay: () => undefined };

/** What the database learns of a transaction. */
export interface Ends {
  /** It was written; `undo` takes it back, the last first. */
  readonly written: (undo: readonly (() => void)[]) => void;
  /** Others may use its stores. */
  readonly free: () => void;
  /** Its worker died in the moment in which it was written. */
  readonly unheard: () => void;
}

const never = new Promise<never>(() => {});
const full = () => new DOMException("The disk is full.", "QuotaExceededError");

/** Takes part in a transaction: every request is answered at once, in the order of asking. */
export class Transaction {
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #begun: Promise<void>;
  readonly #disk: Disk;
  readonly #ends: Ends;
  readonly #undo: (() => void)[] = [];
  readonly done: Promise<void>;
  #asked = 0;
  #state: "active" | "writing" | "over" | "dead" = "active";
  #committing = false;
  #settle: { readonly resolve: () => void; readonly reject: (why: unknown) => void };

  constructor(tables: ReadonlyMap<string, Table>, begun: Promise<void>, disk: Disk, ends: Ends) {
    this.#tables = tables;
    this.#begun = begun;
    this.#disk = disk;
    this.#ends = ends;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#settle = { resolve, reject };
    this.done = promise;
    promise.catch(() => {});
    void this.#run(() => {});
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
    if (this.#asked === 0) this.#end();
  }

  abort(): void {
    if (this.#state === "dead") return;
    if (this.#state !== "active") throw new DOMException("It is over.", "InvalidStateError");
    this.#fail(new DOMException("Aborted.", "AbortError"));
  }

  /** Its worker has died: what is not written is undone, and nobody hears of anything. */
  die(): void {
    if (this.#state === "active" || this.#state === "writing") this.#takeBack();
    this.#state = "dead";
  }

  /** Runs one request in its turn. */
  async ask<T>(step: "read" | "write", request: () => T): Promise<T> {
    if (this.#state === "writing" || this.#state === "over")
      throw new DOMException("It is over.", "TransactionInactiveError");
    const fate = this.#state === "dead" ? "hang" : this.#disk.fate(step);
    if (fate === "hang") return never;
    return this.#run(() => {
      if (fate === "full") throw full();
      return request();
    });
  }

  async #run<T>(request: () => T): Promise<T> {
    this.#asked++;
    await this.#begun;
    if (this.#isDead()) return never;
    try {
      if (this.#state !== "active") throw new DOMException("Aborted.", "AbortError");
      return request();
    } catch (error) {
      this.#fail(error);
      throw error;
    } finally {
      // It is over where an answer was followed by no other request.
      if (--this.#asked === 0) {
        if (this.#committing) this.#end();
        else setImmediate(() => this.#asked === 0 && this.#end());
      }
    }
  }

  write(table: Table, place: string, entry: Entry | undefined): void {
    const before = table.get(place);
    this.#undo.push(() => table.set(place, before));
    table.set(place, entry);
  }

  #isDead(): boolean {
    return this.#state === "dead";
  }

  #takeBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#ends.free();
  }

  #fail(error: unknown): void {
    if (this.#state !== "active" && this.#state !== "writing") return;
    this.#state = "over";
    this.#takeBack();
    this.#settle.reject(error);
  }

  #end(): void {
    if (this.#state !== "active") return;
    this.#state = "writing";
    const delay = this.#undo.length > 0 ? this.#disk.delay("commit") : undefined;
    if (delay) void delay.then(() => this.#finish());
    else this.#finish();
  }

  /** The disk takes what was changed; nobody else reads or writes its stores before. */
  #finish(): void {
    if (this.#isDead()) return;
    const fate = this.#undo.length > 0 ? this.#disk.fate("commit") : "go";
    // Asked of its fate, its worker may have died of it.
    if (this.#isDead()) return;
    if (fate === "hang") this.die();
    else if (fate === "full") this.#fail(full());
    else this.#written(fate === "go");
  }

  /** @param isHeard whether its worker lives to hear of it */
  #written(isHeard: boolean): void {
    this.#state = isHeard ? "over" : "dead";
    if (this.#undo.length > 0) this.#ends.written(this.#undo.toReversed());
    this.#ends.free();
    if (isHeard) this.#settle.resolve();
    else this.#ends.unheard();
  }
}

export function openStore(table: Table, transaction: Transaction) {
  const ask = <T>(request: () => T) => transaction.ask("read", request);
  const write = <T>(request: () => T) => transaction.ask("write", request);
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
    put: (value: Value) => write(() => put(value, false)),
    add: (value: Value) => write(() => put(value, true)),
    delete: (query: Query) => ask(() => table.find(query).forEach(remove)),
    clear: () => ask(() => table.find(undefined).forEach(remove)),
    index,
  };
}
