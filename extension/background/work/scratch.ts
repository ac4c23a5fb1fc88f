import type { Database } from "../storage/database.ts";

/** Text that is being typed and is not yet a command; it survives the surface that it was typed in. */
export interface Scratch {
  scratchGet(key: string): Promise<string | null>;
  scratchPut(key: string, value: string | null): Promise<void>;
}

export const openScratch = (db: Database): Scratch => ({
  async scratchGet(key) {
    return (await db.get("scratch", key))?.value ?? null;
  },
  async scratchPut(key, value) {
    if (value === null) return db.delete("scratch", key);
    const tx = db.transaction("scratch", "readwrite", { durability: "strict" });
    tx.store.put({ key, value });
    await tx.done;
  },
});
