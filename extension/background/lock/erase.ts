import type { Database } from "../storage/database.ts";

/**
 * Takes everything of Sidedesk out of this browser, its keys too: what is left to somebody who forgot the passphrase.
 * One transaction; the background must begin anew behind it, for it still holds what was there.
 */
export async function eraseAll(db: Database): Promise<void> {
  const stores = [...db.objectStoreNames];
  const tx = db.transaction(stores, "readwrite", { durability: "strict" });
  for (const store of stores) tx.objectStore(store).clear();
  await tx.done;
}
