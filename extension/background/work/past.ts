import { free } from "@automerge/automerge/slim";
import { readHistory, readRecords, readSome, type Shown, shownOf } from "../../../shared/documents/shown.ts";
import { documentOfId } from "../../../shared/records/new-record.ts";
import type { StoredPast, StoredRecord } from "../storage/database.ts";
import { FOLDED_STORES, foldDocument, linesOf } from "../storage/folded.ts";
import type { Store } from "../storage/store.ts";
import { LASTING, loadSaved } from "./base-content.ts";
import { storedRecord, type Written, withPending, wordsOf } from "./stored-record.ts";

/** How long what a person does goes first, ms: nobody waits for the months that nobody looks at. */
const WAIT_MS = 1_000;
const BETWEEN_MS = 50;

/**
 * Months that came with a base, of which lists are known and nothing else: their records and history lie packed, as
 * they came. They are unpacked when somebody needs one, before anything of them is written, and by themselves in the
 * end, the newest first.
 */
export interface Past {
  /** Resolves when nothing of these documents is packed any more, nor of what lasts, which stands beside every month. */
  unpack(desk: string, documents: Iterable<string>): Promise<void>;
  /** The same for the whole desk. */
  unpackAll(desk: string): Promise<void>;
  /**
   * Of some records those that lie packed, as they will be stored: a page of a list is shown without waiting until its
   * whole month is. What is in none of them is in the store.
   */
  look(desk: string, ids: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>>;
  /** Documents were put there, or may lie there since an earlier life: they are unpacked by and by. */
  added(desk: string): void;
  forgetDesk(desk: string): void;
}

interface Parts {
  readonly store: Store;
  /** This device's id on a desk (hex). */
  readonly deviceOn: (desk: string) => Promise<string>;
  readonly automerge: () => Promise<void>;
  readonly later: (run: () => void, ms: number) => unknown;
  /** A document is unpacked: its words are there to be searched. */
  readonly unpacked: (desk: string, written: readonly Written[]) => void;
  readonly failed: (error: unknown) => void;
}

export function openPast({ store, deviceOn, automerge, later, unpacked, failed }: Parts): Past {
  /** By desk, what is packed, the newest last. */
  const packed = new Map<string, Promise<Set<string>>>();
  const under = new Map<string, Promise<void>>();
  const soon = new Set<string>();

  const packedOf = (desk: string): Promise<Set<string>> => {
    const known =
      packed.get(desk) ??
      store.db
        .getAllKeys("past", IDBKeyRange.bound([desk], [desk, []]))
        .then((keys) => new Set(keys.map(([, document]) => document)));
    packed.set(desk, known);
    known.catch(() => packed.delete(desk));
    return known;
  };
  const unpackOne = (desk: string, document: string): Promise<void> => {
    const key = `${desk} ${document}`;
    const running =
      under.get(key) ??
      write(desk, document).finally(() => {
        under.delete(key);
      });
    under.set(key, running);
    return running;
  };
  const write = async (desk: string, document: string) => {
    const past = await store.db.get("past", [desk, document]);
    if (past) {
      const shown = (await readPast(past)) ?? { records: [], history: [] };
      unpacked(desk, await writeUnpacked(store, await deviceOn(desk), past, shown));
    }
    (await packedOf(desk)).delete(document);
  };
  /** What it says; where this version does not understand that, what its document itself comes to. */
  const readPast = async ({ desk, document, shown }: StoredPast): Promise<Shown | undefined> => {
    const [records, history] = await Promise.all([
      readRecords(shown, document),
      readHistory(shown, document),
    ]);
    if (records && history) return { records, history };
    const snapshot = await store.db.get("snapshots", [desk, document]);
    if (!snapshot) return undefined;
    await automerge();
    const doc = loadSaved(snapshot.bytes);
    const worked = shownOf(doc);
    free(doc);
    return worked;
  };
  const goOn = async (desk: string): Promise<void> => {
    const newest = [...(await packedOf(desk))].sort().at(-1);
    if (newest === undefined) return;
    await unpackOne(desk, newest);
    soonMore(desk, BETWEEN_MS);
  };
  const soonMore = (desk: string, ms: number) => {
    if (soon.has(desk)) return;
    soon.add(desk);
    later(() => {
      soon.delete(desk);
      goOn(desk).catch(failed);
    }, ms);
  };
  const unpack: Past["unpack"] = async (desk, documents) => {
    const known = await packedOf(desk);
    for (const document of new Set([LASTING, ...documents]))
      if (known.has(document)) await unpackOne(desk, document);
  };
  const look: Past["look"] = async (desk, ids) => {
    const known = await packedOf(desk);
    const wanted = Map.groupBy(
      ids.filter((id) => known.has(documentOfId(id))),
      documentOfId,
    );
    if (wanted.size === 0) return new Map();
    const [me, pending] = await Promise.all([
      deviceOn(desk),
      store.db.getAllFromIndex("journal", "byDesk", desk),
    ]);
    const waiting = Map.groupBy(pending, ({ command }) => command.action.record);
    const found = new Map<string, StoredRecord>();
    for (const [document, of] of wanted) {
      const past = await store.db.get("past", [desk, document]);
      const some = past && (await readSome(past.shown, document, new Set(of)));
      if (!some) await unpackOne(desk, document);
      for (const { record, changed } of some ?? []) {
        const now = withPending(record, waiting.get(record.id) ?? [], me);
        if (now) found.set(record.id, storedRecord(desk, now, changed));
      }
    }
    return found;
  };
  return {
    unpack,
    look,
    async unpackAll(desk) {
      await unpack(desk, await packedOf(desk));
    },
    added(desk) {
      packed.delete(desk);
      soonMore(desk, WAIT_MS);
    },
    forgetDesk(desk) {
      packed.delete(desk);
    },
  };
}

/** One by one what lay packed, in one transaction that takes the packed away. */
async function writeUnpacked(
  store: Store,
  me: string,
  { desk, document }: StoredPast,
  { records, history }: Shown,
): Promise<readonly Written[]> {
  const stores = ["past", "journal", "records", ...FOLDED_STORES, "newWords", "history"] as const;
  return store.write(
    stores,
    async (tx, also) => {
      const [there, pending, facets, words] = await Promise.all([
        tx.objectStore("past").getKey([desk, document]),
        tx.objectStore("journal").index("byDesk").getAll(desk),
        tx.objectStore("facets").get([desk, document]),
        tx.objectStore("words").get([desk, document]),
      ]);
      if (!there) return [];
      const waiting = Map.groupBy(pending, ({ command }) => command.action.record);
      also(tx.objectStore("past").delete([desk, document]));
      for (const row of history) also(tx.objectStore("history").put({ desk, ...row }));
      const shows = records.flatMap(({ record, changed }): Written[] => {
        const { id } = record;
        const now = withPending(record, waiting.get(id) ?? [], me);
        return now ? [{ id, stored: storedRecord(desk, now, changed), words: wordsOf(desk, id, now) }] : [];
      });
      for (const { stored } of shows) if (stored) also(tx.objectStore("records").put(stored));
      const lines = shows.map(({ words: line }) => line);
      const folded = foldDocument(desk, document, linesOf(facets, words), lines);
      also(tx.objectStore("words").put(folded.words));
      also(tx.objectStore("facets").put(folded.facets));
      also(tx.objectStore("openFacets").put(folded.openFacets));
      for (const { id } of lines) if (waiting.has(id)) also(tx.objectStore("newWords").delete([desk, id]));
      return shows;
    },
    "relaxed",
  );
}
