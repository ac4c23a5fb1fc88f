import type { Database } from "../storage/database.ts";
import { type Added, addToPopup } from "./popup-line.ts";

/** Text that is being typed and is not yet a command. */
export interface Scratch {
  scratchGet(key: string): Promise<string | null>;
  /** Durable when it resolves; null takes it away. */
  scratchPut(key: string, value: string | null): Promise<void>;
  /** Puts lines into the popup's own, behind what stands there; also while it is locked. */
  addToPopup(added: readonly Added[]): Promise<void>;
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
  addToPopup: (added) => addToPopup(db, added),
});
