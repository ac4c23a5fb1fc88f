import type { Database } from "../storage/database.ts";

/** Takes a desk off this device: everything of it, in one transaction. The server and other devices keep theirs. */
export async function removeDesk(db: Database, desk: string): Promise<void> {
  const own = IDBKeyRange.bound([desk], [desk, []]);
  const tx = db.transaction(
    [
      "desks",
      "journal",
      "setAside",
      "snapshots",
      "changes",
      "records",
      "words",
      "facets",
      "newWords",
      "history",
      "outbox",
      "sealed",
      "chains",
      "unread",
    ],
    "readwrite",
    { durability: "strict" },
  );
  tx.objectStore("desks").delete(desk);
  const ofDesk = [
    "snapshots",
    "records",
    "words",
    "facets",
    "newWords",
    "history",
    "sealed",
    "chains",
    "unread",
  ] as const;
  for (const name of ofDesk) tx.objectStore(name).delete(own);
  for (const name of ["journal", "outbox"] as const)
    for (const key of await tx.objectStore(name).index("byDesk").getAllKeys(desk))
      tx.objectStore(name).delete(key);
  for (const key of await tx.objectStore("changes").index("byDocument").getAllKeys(own))
    tx.objectStore("changes").delete(key);
  for (const one of await tx.objectStore("setAside").getAll())
    if (one.desk === desk) tx.objectStore("setAside").delete(one.id);
  await tx.done;
}
