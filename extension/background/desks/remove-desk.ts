import type { Database } from "../storage/database.ts";
import { FOLDED_STORES } from "../storage/folded.ts";

/** Stores whose keys begin with the desk. */
const KEYED_BY_DESK = [
  "snapshots",
  "records",
  ...FOLDED_STORES,
  "newWords",
  "history",
  "sealed",
  "chains",
  "unread",
  "acts",
  "actHeads",
  "past",
] as const;

/** Takes a desk off this device: everything of it, in one transaction. The server and other devices keep theirs. */
export async function removeDesk(db: Database, desk: string): Promise<void> {
  const own = IDBKeyRange.bound([desk], [desk, []]);
  const tx = db.transaction(
    ["desks", "device", ...KEYED_BY_DESK, "journal", "outbox", "changes", "setAside", "scratch"] as const,
    "readwrite",
    { durability: "strict" },
  );
  for (const name of ["desks", "device"] as const) tx.objectStore(name).delete(desk);
  for (const name of KEYED_BY_DESK) tx.objectStore(name).delete(own);
  for (const name of ["journal", "outbox"] as const)
    for (const key of await tx.objectStore(name).index("byDesk").getAllKeys(desk))
      tx.objectStore(name).delete(key);
  for (const key of await tx.objectStore("changes").index("byDocument").getAllKeys(own))
    tx.objectStore("changes").delete(key);
  for (const one of await tx.objectStore("setAside").getAll())
    if (one.desk === desk) tx.objectStore("setAside").delete(one.id);
  // What was being typed for it: `popup.<desk>`, `sidebar.<desk>.aside` and their like.
  for (const key of await tx.objectStore("scratch").getAllKeys())
    if (key.includes(desk)) tx.objectStore("scratch").delete(key);
  await tx.done;
}
