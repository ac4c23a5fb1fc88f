import "fake-indexeddb/auto";
import { IDBKeyRange as FakeKeyRange, IDBFactory } from "fake-indexeddb";
import { unwrap } from "idb";
import { type Database, openDatabase } from "../../extension/background/storage/database.ts";
import { abortOpenTransactions, onStorage } from "../background/faulty-storage.ts";
import { MemoryProfile, useMemoryKeys } from "../background/memory-database.ts";
import type { Disk } from "../background/memory-transaction.ts";

/** What a browser profile keeps, whatever worker runs on it. */
export interface Profile {
  /** A worker's own way to it; `die` undoes what that worker has not written, and nothing of it is heard any more. */
  connect(disk: Disk): Promise<{ readonly db: Database; readonly die: () => void }>;
  /** Transactions that a power cut may take back, and its doing so with the last of them; its workers are dead. */
  readonly unkept: number;
  lose(count: number): void;
  /** Another profile with the same in it; undefined where that cannot be made. */
  copy(): Profile | undefined;
}

/** Profiles in memory, which lose what a disk may lose: most seeds are played on these. */
export async function openMemory(): Promise<() => Promise<Profile>> {
  useMemoryKeys();
  return async () => inMemory(await MemoryProfile.make());
}

/** One that is there already. */
const inMemory = (kept: MemoryProfile): Profile => ({
  connect: async (disk) => kept.connect(disk),
  get unkept() {
    return kept.unkept;
  },
  lose: (count) => kept.lose(count),
  copy: () => inMemory(kept.copy()),
});

const disks = new WeakMap<object, Disk>();

/** Profiles as IndexedDB has them, every value copied: slower, and another's work. */
export async function openIndexedDb(): Promise<() => Promise<Profile>> {
  globalThis.IDBKeyRange = FakeKeyRange;
  onStorage((connection, mode) => {
    const fate = disks.get(connection)?.fate(mode === "readonly" ? "read" : "write") ?? "go";
    return fate === "unheard" ? "hang" : fate;
  });
  return async () => {
    const factory = new IDBFactory();
    return {
      async connect(disk) {
        globalThis.indexedDB = factory;
        const db = await openDatabase(() => {});
        const connection: object = unwrap(db);
        disks.set(connection, disk);
        return { db, die: () => abortOpenTransactions(connection) };
      },
      unkept: 0,
      lose: () => {},
      copy: () => undefined,
    };
  };
}
