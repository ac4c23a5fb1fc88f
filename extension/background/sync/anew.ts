import { getAllChanges } from "@automerge/automerge/slim";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import { readChange } from "../../../shared/documents/history.ts";
import type { OutboxEntry } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { actToSend } from "../work/acts.ts";
import type { OpenDocuments } from "../work/documents.ts";

/**
 * Begins a desk's sync anew, after its server lost what it had acknowledged: from a backup, emptied, another one.
 * The log is read from its beginning, and its chains verified from theirs; everything that this device ever wrote
 * waits to be sent until the log brings it (`receiveChanges` takes it from the outbox then). What is left is sealed
 * and sent once the log has been read: exactly what the server lacks, after whatever it kept. One transaction; the
 * documents stay as they are, and a change that is there already changes nothing.
 */
export async function beginAnew(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  me: string,
): Promise<void> {
  const own: OutboxEntry[] = [];
  for (const document of await documentsOf(store, desk))
    for (const change of getAllChanges(await documents.open(desk, document))) {
      const { actor, hash } = readChange(change);
      if (deviceOfActor(actor) === me) own.push({ desk, document, change, hash });
    }
  documents.trim();
  for (const act of await store.db.getAll("acts", IDBKeyRange.bound([desk], [desk, []])))
    if (act.device === me) own.push(actToSend(act));
  const all = IDBKeyRange.bound([desk], [desk, []]);
  await store.write(["desks", "outbox", "sealed", "chains", "unread"], async (tx, also) => {
    const stored = await tx.objectStore("desks").get(desk);
    if (!stored) return;
    const outbox = tx.objectStore("outbox");
    for (const key of await outbox.index("byDesk").getAllKeys(desk)) also(outbox.delete(key));
    for (const entry of own) also(outbox.add(entry));
    for (const name of ["sealed", "chains", "unread"] as const) also(tx.objectStore(name).delete(all));
    also(tx.objectStore("desks").put({ ...stored, cursor: 0, published: false }));
  });
}

/** From here on this device writes into the desk's documents as a new actor. `incarnation`: four random bytes, hex. */
export async function newIncarnation(store: Store, desk: string, incarnation: string): Promise<void> {
  await store.write(["desks"], async (tx) => {
    const stored = await tx.objectStore("desks").get(desk);
    if (stored) await tx.objectStore("desks").put({ ...stored, incarnation });
  });
}

/** The names of a desk's documents on this device. */
async function documentsOf({ db }: Store, desk: string): Promise<ReadonlySet<string>> {
  const all = IDBKeyRange.bound([desk], [desk, []]);
  const tx = db.transaction(["snapshots", "changes"]);
  const names = new Set((await tx.objectStore("snapshots").getAllKeys(all)).map(([, document]) => document));
  const changed = tx.objectStore("changes").index("byDocument");
  for (let at = await changed.openKeyCursor(all, "nextunique"); at; at = await at.continue())
    names.add(at.key[1]);
  return names;
}
