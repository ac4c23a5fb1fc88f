import { free, save } from "@automerge/automerge/slim";
import { actorOf } from "../../../shared/documents/actor.ts";
import type { OpenDocument } from "../../../shared/documents/genesis.ts";
import { addStored, openDocument } from "../../../shared/documents/open-document.ts";
import type { Store } from "../storage/store.ts";
import type { Past } from "./past.ts";

/** Documents kept open at once. A month and the lasting one are what a day's work touches. */
const OPEN_AT_ONCE = 6;
/** After this many changes behind a snapshot, a new snapshot is saved. */
const CHANGES_BEHIND_A_SNAPSHOT = 200;

export interface OpenDocuments {
  /** Resolves when Automerge is loaded; nothing that reads a change may run before. */
  ready(): Promise<void>;
  /** The document as it is stored; empty where there is none yet. It stays in memory until `trim`. */
  open(desk: string, document: string): Promise<OpenDocument>;
  /** Keeps a document in memory, in place of what was there; one that was opened here changes in place. */
  keep(desk: string, document: string, doc: OpenDocument): void;
  /** Drops what is in memory: the stored state is the truth again. */
  forget(desk: string, document: string): void;
  forgetDesk(desk: string): void;
  /** Frees what was not used lately. Not while a step is under way: all of its documents must stay. */
  trim(): void;
  /** Replaces a document's small changes with one snapshot, where there are many. */
  compact(desk: string, document: string): Promise<void>;
}

/**
 * The documents of every desk on this device, a few of them open in memory.
 * @param deviceOn this device's id on a desk (hex)
 * @param unpack awaited before one is read: what is written to its records stands beside all of them
 */
export function openDocuments(
  store: Store,
  deviceOn: (desk: string) => Promise<string>,
  ready: () => Promise<void>,
  unpack: Past["unpack"] = async () => {},
): OpenDocuments {
  const kept = new Map<string, OpenDocument>();
  const keyOf = (desk: string, document: string) => `${desk}/${document}`;

  const forgetKey = (key: string) => {
    const doc = kept.get(key);
    kept.delete(key);
    if (doc) free(doc);
  };
  const read = async (desk: string, document: string): Promise<OpenDocument> => {
    const device = await deviceOn(desk);
    await unpack(desk, [document]);
    const tx = store.db.transaction(["desks", "snapshots", "changes"]);
    const stored = await tx.objectStore("desks").get(desk);
    if (!stored) throw new Error("The desk is not on this device.");
    const snapshot = await tx.objectStore("snapshots").get([desk, document]);
    const changes = await tx.objectStore("changes").index("byDocument").getAll([desk, document]);
    const doc = openDocument(actorOf(device, stored.incarnation), snapshot?.bytes);
    addStored(
      doc,
      changes.map(({ bytes }) => bytes),
    );
    return doc;
  };

  return {
    ready,
    async open(desk, document) {
      await ready();
      await store.claimed();
      const key = keyOf(desk, document);
      const known = kept.get(key);
      const doc = known ?? (await read(desk, document));
      kept.delete(key);
      kept.set(key, doc);
      return doc;
    },
    keep(desk, document, doc) {
      kept.set(keyOf(desk, document), doc);
    },
    forget(desk, document) {
      forgetKey(keyOf(desk, document));
    },
    forgetDesk(desk) {
      for (const key of [...kept.keys()]) if (key.startsWith(`${desk}/`)) forgetKey(key);
    },
    trim() {
      for (const oldest of [...kept.keys()]) {
        if (kept.size <= OPEN_AT_ONCE) break;
        forgetKey(oldest);
      }
    },
    async compact(desk, document) {
      const count = await store.db.countFromIndex("changes", "byDocument", [desk, document]);
      if (count < CHANGES_BEHIND_A_SNAPSHOT) return;
      const bytes = save(await this.open(desk, document));
      await store.write(["snapshots", "changes"], async (tx, also) => {
        const changes = tx.objectStore("changes");
        also(tx.objectStore("snapshots").put({ desk, document, bytes }));
        for (const key of await changes.index("byDocument").getAllKeys([desk, document]))
          also(changes.delete(key));
      });
    },
  };
}
