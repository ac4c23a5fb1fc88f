import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import type { Database, StoredDesk } from "../storage/database.ts";
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

/**
 * Takes a desk off this device: everything of it, in one transaction. The server and other devices keep theirs.
 * @param heir a desk that takes its place in the same transaction, with what was said and typed here and is not in a
 * document yet
 */
export async function removeDesk(
  db: Database,
  desk: string,
  heir?: { readonly desk: StoredDesk; readonly keys: DeviceKeys },
): Promise<void> {
  const own = IDBKeyRange.bound([desk], [desk, []]);
  const tx = db.transaction(
    ["desks", "device", ...KEYED_BY_DESK, "journal", "outbox", "changes", "setAside", "scratch"] as const,
    "readwrite",
    { durability: "strict" },
  );
  for (const name of ["desks", "device"] as const) tx.objectStore(name).delete(desk);
  for (const name of KEYED_BY_DESK) tx.objectStore(name).delete(own);
  for (const key of await tx.objectStore("outbox").index("byDesk").getAllKeys(desk))
    tx.objectStore("outbox").delete(key);
  for (const key of await tx.objectStore("journal").index("byDesk").getAllKeys(desk)) {
    const said = heir && (await tx.objectStore("journal").get(key));
    if (said) tx.objectStore("journal").put({ ...said, desk: heir.desk.id });
    else tx.objectStore("journal").delete(key);
  }
  for (const key of await tx.objectStore("changes").index("byDocument").getAllKeys(own))
    tx.objectStore("changes").delete(key);
  for (const one of await tx.objectStore("setAside").getAll())
    if (one.desk === desk && heir) tx.objectStore("setAside").put({ ...one, desk: heir.desk.id });
    else if (one.desk === desk) tx.objectStore("setAside").delete(one.id);
  // What was being typed for it: `popup.<desk>`, `sidebar.<desk>.aside` and their like.
  for (const key of await tx.objectStore("scratch").getAllKeys())
    if (key.includes(desk)) {
      const typed = heir && (await tx.objectStore("scratch").get(key));
      if (typed) tx.objectStore("scratch").put({ ...typed, key: key.replaceAll(desk, heir.desk.id) });
      tx.objectStore("scratch").delete(key);
    }
  if (heir) {
    tx.objectStore("desks").put(heir.desk);
    tx.objectStore("device").put({ ...heir.keys, id: heir.desk.id });
  }
  await tx.done;
}
