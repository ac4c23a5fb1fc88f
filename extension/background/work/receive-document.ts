import { free, getAllChanges, getHeads, hasHeads } from "@automerge/automerge/slim";
import { unpackAct } from "../../../shared/audit/act.ts";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import type { OpenDocument } from "../../../shared/documents/genesis.ts";
import { isOfGenesis, readChange } from "../../../shared/documents/history.ts";
import { readShown, type Shown, shownOf } from "../../../shared/documents/shown.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import { foldDocument } from "../storage/folded.ts";
import type { Store } from "../storage/store.ts";
import { storedAct, writeActs } from "./acts.ts";
import { loadSaved } from "./base-content.ts";
import type { OpenDocuments } from "./documents.ts";
import { type Received, type ReceivedChanges, receiveChanges } from "./receive.ts";
import { storedRecord, type Written, withPending, wordsOf } from "./stored-record.ts";

/**
 * Takes a document of a base in, with its acts. One that is not here is stored as it came; into one that is here its
 * changes are merged like those of envelopes. Two devices have signed for them; what each change did is told by its
 * own bytes.
 */
export async function receiveDocument(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  me: string,
  base: BaseDocument,
  at: string,
): Promise<Received> {
  const { document } = base;
  const tx = store.db.transaction(["desks", "snapshots", "changes"]);
  const [stored, snapshot, changes] = await Promise.all([
    tx.objectStore("desks").get(desk),
    tx.objectStore("snapshots").getKey([desk, document]),
    tx.objectStore("changes").index("byDocument").count([desk, document]),
  ]);
  if (!stored) throw new Error("The desk was removed meanwhile.");
  const isHere = snapshot !== undefined || changes > 0;
  const said = isHere ? undefined : readShown(base.shown, document);
  if (said) return takeWhole(store, documents, desk, me, base, said);
  await documents.ready();
  const doc = loadSaved(base.saved);
  if (!beginsWithGenesis(doc)) {
    free(doc);
    throw new Error(`The base has a document ${document} that is none of a desk.`);
  }
  if (!isHere) {
    const shown = shownOf(doc);
    free(doc);
    return takeWhole(store, documents, desk, me, base, shown);
  }
  const received = await asReceived(base, doc);
  free(doc);
  return receiveChanges(store, documents, desk, me, {
    received,
    chains: [],
    unusable: [],
    cursor: stored.cursor,
    at,
  });
}

/** Stores a document that is not here yet, with what it comes to. Automerge loads it when somebody first writes in it. */
async function takeWhole(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  me: string,
  { document, saved, acts }: BaseDocument,
  shown: Shown,
): Promise<Received> {
  const taken = (await Promise.all(acts.map(unpackAct))).map((act) => storedAct(desk, document, act));
  const written = await store.write(
    [
      "journal",
      "snapshots",
      "records",
      "words",
      "facets",
      "openFacets",
      "newWords",
      "history",
      "acts",
      "actHeads",
    ],
    async (tx, also) => {
      const pending = await tx.objectStore("journal").index("byDesk").getAll(desk);
      const waiting = Map.groupBy(pending, ({ command }) => command.action.record);
      also(tx.objectStore("snapshots").put({ desk, document, bytes: saved.slice() }));
      for (const row of shown.history) also(tx.objectStore("history").put({ desk, ...row }));
      const shows: Written[] = shown.records.flatMap(({ record, changed }) => {
        const { id } = record;
        const now = withPending(record, waiting.get(id) ?? [], me);
        return now ? [{ id, stored: storedRecord(desk, now, changed), words: wordsOf(desk, id, now) }] : [];
      });
      for (const { stored } of shows) if (stored) also(tx.objectStore("records").put(stored));
      const lines = shows.map(({ words }) => words);
      const folded = foldDocument(desk, document, [], lines);
      also(tx.objectStore("words").put(folded.words));
      also(tx.objectStore("facets").put(folded.facets));
      also(tx.objectStore("openFacets").put(folded.openFacets));
      for (const { id } of lines) if (waiting.has(id)) also(tx.objectStore("newWords").delete([desk, id]));
      await writeActs(tx, also, taken);
      return shows;
    },
    "relaxed",
  );
  // Opened before it came, it is empty in memory: what is written next must stand upon what is stored now.
  documents.forget(desk, document);
  return { written, documents: [], unread: [], unreadChanged: false };
}

/** A document's changes, in their order and by their authors, as if they had come in envelopes. */
async function asReceived({ document, acts }: BaseDocument, doc: OpenDocument): Promise<ReceivedChanges[]> {
  const runs: { device: string; document: string; changes: Uint8Array[]; acts: [] }[] = [];
  for (const { bytes, decoded } of changesOf(doc)) {
    const device = deviceOfActor(decoded.actor);
    const last = runs.at(-1);
    if (last?.device === device) last.changes.push(bytes);
    else runs.push({ device, document, changes: [bytes], acts: [] });
  }
  const taken = await Promise.all(acts.map(unpackAct));
  return [...runs, { device: "", document, changes: [], acts: taken }];
}

const changesOf = (doc: OpenDocument) =>
  getAllChanges(doc)
    .map((bytes) => ({ bytes, decoded: readChange(bytes) }))
    .filter(({ decoded }) => !isOfGenesis(`@${decoded.actor}`));

function beginsWithGenesis(doc: OpenDocument): boolean {
  const empty = loadSaved();
  const begins = hasHeads(doc, getHeads(empty));
  free(empty);
  return begins;
}
