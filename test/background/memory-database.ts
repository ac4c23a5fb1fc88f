// The device's database in memory: the part of `idb` that the background uses, without a disk and without copying.
// A transaction here is one as in IndexedDB: in the order of their making where one of them writes what another uses,
// all or nothing, over when nothing more is asked of it. Its disk can fail as a disk does: see `Disk`.
import type { Database } from "../../extension/background/storage/database.ts";
import { MIGRATIONS } from "../../extension/background/storage/migrations.ts";
import { keyRanges, type Query, Table } from "./memory-table.ts";
import { type Disk, type openStore, SOUND_DISK, Transaction } from "./memory-transaction.ts";

/** One worker's way to a profile. */
interface Connection {
  readonly db: Database;
  /** The worker dies: what it has not written is undone, and it hears of nothing any more. */
  die(): void;
}

/** When what was begun over a store is over: the last that writes it, and all that have used it since. */
interface Busy {
  readonly written: Promise<unknown>;
  readonly used: Promise<unknown>;
}
const FREE: Busy = { written: Promise.resolve(), used: Promise.resolve() };

type Opened = ReturnType<typeof openStore>;

/** What a browser profile keeps, for the workers that are connected to it. */
export class MemoryProfile {
  #tables: ReadonlyMap<string, Table>;
  readonly #busy = new Map<string, Busy>();
  /** What takes back each transaction that the disk was not told to keep yet, in the order in which they were written. */
  #unkept: (readonly (() => void)[])[] = [];

  private constructor(tables: ReadonlyMap<string, Table>) {
    this.#tables = tables;
  }

  /** Of this version's shape, empty. */
  static async make(): Promise<MemoryProfile> {
    const tables = new Map<string, Table>();
    const db = {
      createObjectStore(name: string, options: ConstructorParameters<typeof Table>[0]) {
        const table = new Table(options);
        tables.set(name, table);
        return table;
      },
    };
    const upgrade = {
      objectStore: (name: string) => ({
        get: async () => undefined,
        getAll: async () => [],
        openCursor: async () => null,
        clear: async () => {},
        deleteIndex: (index: string) => tables.get(name)!.deleteIndex(index),
      }),
    };
    for (const migrate of MIGRATIONS) await migrate(db as unknown as Database, upgrade as never);
    return new MemoryProfile(tables);
  }

  /** Another profile with the same in it. */
  copy(): MemoryProfile {
    return new MemoryProfile(new Map([...this.#tables].map(([name, table]) => [name, table.copy()])));
  }

  /** How many of the last transactions a power cut may take back. */
  get unkept(): number {
    return this.#unkept.length;
  }

  /** The power is cut, all workers are dead: the last so many transactions of those never got to the disk. */
  lose(count: number): void {
    for (const undo of this.#unkept.splice(this.#unkept.length - count).reverse())
      for (const take of undo) take();
  }

  connect(disk: Disk = SOUND_DISK): Connection {
    const open = new Set<Transaction>();
    let dead = false;
    const transaction = (
      names: string | readonly string[],
      mode = "readonly",
      { durability = "relaxed" }: { durability?: string } = {},
    ) => {
      const own = [names].flat();
      const before = own.map((name) => this.#busy.get(name) ?? FREE);
      const { promise: over, resolve: free } = Promise.withResolvers<void>();
      const delay = dead ? undefined : disk.delay("begin");
      const begun = Promise.all([
        delay,
        ...before.map(({ written, used }) => (mode === "readonly" ? written : used)),
      ]);
      const made: Transaction = new Transaction(
        new Map(own.map((name) => [name, this.#tables.get(name)!])),
        begun.then(() => {}),
        disk,
        {
          written: (undo) => {
            if (durability === "strict") this.#unkept = [];
            else this.#unkept.push(undo);
          },
          free: () => {
            open.delete(made);
            free();
          },
          unheard: () => die(),
        },
      );
      if (dead) {
        made.die();
        return made;
      }
      open.add(made);
      for (const [n, name] of own.entries()) {
        const used = Promise.all([before[n]!.used, over]);
        this.#busy.set(
          name,
          mode === "readonly" ? { written: before[n]!.written, used } : { written: over, used },
        );
      }
      return made;
    };
    const die = () => {
      dead = true;
      for (const one of open) one.die();
    };
    return { db: databaseOf(transaction), die };
  }
}

function databaseOf(
  transaction: (
    names: string | readonly string[],
    mode?: string,
    options?: { durability?: string },
  ) => Transaction,
): Database {
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
  return {
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
}

/** From here on keys are asked for as a profile in memory understands it. */
export function useMemoryKeys(): void {
  Object.assign(globalThis, { IDBKeyRange: keyRanges });
}

/** A database of this version's shape, empty. */
export async function memoryDatabase(): Promise<Database> {
  useMemoryKeys();
  return (await MemoryProfile.make()).connect().db;
}
