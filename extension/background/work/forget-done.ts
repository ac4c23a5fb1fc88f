import type { Store } from "../storage/store.ts";

/** Ids of commands are remembered this long; a surface says a command again within seconds. */
const REMEMBER_DONE_MS = 7 * 86_400_000;

/**
 * Forgets the ids of commands that were taken more than a week ago.
 * @param now milliseconds since the epoch
 */
export async function forgetDone(store: Store, now: number): Promise<void> {
  const old = new Date(now - REMEMBER_DONE_MS).toISOString();
  const keys = await store.db.getAllKeysFromIndex("done", "byTime", IDBKeyRange.upperBound(old));
  if (keys.length === 0) return;
  await store.write(["done"], async (tx, also) => {
    for (const key of keys) also(tx.objectStore("done").delete(key));
  });
}
