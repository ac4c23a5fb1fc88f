import "fake-indexeddb/auto";
import { IDBKeyRange as FakeKeyRange, IDBFactory } from "fake-indexeddb";
import { afterEach, describe, test } from "vitest";
import { type Database, openDatabase } from "../../extension/background/storage/database.ts";
import { MemoryProfile, useMemoryKeys } from "./memory-database.ts";
import { type Place, runStorageCase, STORAGE_CASES } from "./storage.acceptance.ts";
import { automerge } from "./world.ts";

const { indexedDB, IDBKeyRange } = globalThis;
afterEach(() => {
  Object.assign(globalThis, { indexedDB, IDBKeyRange });
});

const PLACES: readonly { readonly kind: string; readonly make: () => Promise<Place> }[] = [
  {
    kind: "fake-indexeddb",
    async make() {
      Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange: FakeKeyRange });
      return { open: (): Promise<Database> => openDatabase(() => {}) };
    },
  },
  {
    kind: "memory, as simulated offices have it",
    async make() {
      useMemoryKeys();
      const profile = await MemoryProfile.make();
      return { open: async () => profile.connect().db };
    },
  },
];

describe.each(PLACES)("the journal and the documents in $kind", ({ make }) => {
  test.each(STORAGE_CASES)("%s", async (name) => runStorageCase(name, await make(), automerge));
});
