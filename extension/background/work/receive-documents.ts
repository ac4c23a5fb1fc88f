import { free, getAllChanges, getHeads, hasHeads } from "@automerge/automerge/slim";
import { unpackAct } from "../../../shared/audit/act.ts";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import type { OpenDocument } from "../../../shared/documents/genesis.ts";
import { isOfGenesis, readChange } from "../../../shared/documents/history.ts";
import { packShown, readListed, shownOf } from "../../../shared/documents/shown.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { FOLDED_STORES, foldDocument, linesOf } from "../storage/folded.ts";
import type { Store } from "../storage/store.ts";
import { storedAct, writeActs } from "./acts.ts";
import { loadSaved } from "./base-content.ts";
import type { OpenDocuments } from "./documents.ts";
import { type Received, type ReceivedChanges, receiveChanges } from "./receive.ts";
import { facetsOf } from "./stored-record.ts";

/** A document as it is stored that is not here yet: what lists need, and the rest as it came (past.ts). */
interface Whole extends BaseDocument {
  readonly listed: readonly { readonly record: DeskRecord }[];
}

/**
 * Takes documents of a base in, with their acts. Those that are not here are stored as they came, in one transaction;
 * into one that is here its changes are merged like those of envelopes. Two devices have signed for them; what each
 * change did is told by its own bytes.
 */
export async function receiveDocuments(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  me: string,
  base: readonly BaseDocument[],
  at: string,
): Promise<readonly Received[]> {
  const { cursor, here } = await standing(store, desk, base);
  const fresh = base.filter(({ document }) => !here.has(document));
  await takeWhole(store, documents, desk, await Promise.all(fresh.map((each) => listed(documents, each))));
  const merged: Received[] = [];
  for (const each of base) {
    if (!here.has(each.document)) continue;
    await documents.ready();
    const doc = loadSound(each);
    const received = await asReceived(each, doc);
    free(doc);
    const arrival = { received, chains: [], unusable: [], cursor, at };
    merged.push(await receiveChanges(store, documents, desk, me, arrival));
  }
  return merged;
}

/** How far the desk's log is applied, and which of these documents are here. */
async function standing({ db }: Store, desk: string, base: readonly BaseDocument[]) {
  const tx = db.transaction(["desks", "snapshots", "changes"]);
  const [stored, ...found] = await Promise.all([
    tx.objectStore("desks").get(desk),
    ...base.map(async ({ document }) => {
      const snapshot = await tx.objectStore("snapshots").getKey([desk, document]);
      const changes = await tx.objectStore("changes").index("byDocument").count([desk, document]);
      return snapshot !== undefined || changes > 0 ? [document] : [];
    }),
  ]);
  if (!stored) throw new Error("The desk was removed meanwhile.");
  return { cursor: stored.cursor, here: new Set(found.flat()) };
}

/** A document with the records in it; worked out from itself where the base does not say them. */
async function listed(documents: OpenDocuments, base: BaseDocument): Promise<Whole> {
  const said = await readListed(base.shown, base.document);
  if (said) return { ...base, listed: said };
  await documents.ready();
  const doc = loadSound(base);
  const shown = shownOf(doc);
  free(doc);
  return { ...base, shown: packShown(shown), listed: shown.records };
}

function loadSound({ document, saved }: BaseDocument): OpenDocument {
  const doc = loadSaved(saved);
  if (beginsWithGenesis(doc)) return doc;
  free(doc);
  throw new Error(`The base has a document ${document} that is none of a desk.`);
}

/** Stores documents of a desk that is not here yet. */
export async function storeDocuments(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  whole: readonly BaseDocument[],
): Promise<void> {
  await takeWhole(store, documents, desk, await Promise.all(whole.map((each) => listed(documents, each))));
}

/** Automerge loads them when somebody first writes in them. */
async function takeWhole(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  fresh: readonly Whole[],
): Promise<void> {
  if (fresh.length === 0) return;
  const acts = await Promise.all(
    fresh.flatMap((each) =>
      each.acts.map(async (act) => storedAct(desk, each.document, await unpackAct(act))),
    ),
  );
  await store.write(
    ["snapshots", "past", ...FOLDED_STORES, "acts", "actHeads"],
    async (tx, also) => {
      for (const { document, saved, shown, listed: records } of fresh) {
        // Of what a person wrote before it came, records may be folded already.
        const [facets, words] = await Promise.all([
          tx.objectStore("facets").get([desk, document]),
          tx.objectStore("words").get([desk, document]),
        ]);
        const newer = records.map(({ record }) => ({ id: record.id, words: "", facets: facetsOf(record) }));
        const folded = foldDocument(desk, document, linesOf(facets, words), newer);
        also(tx.objectStore("snapshots").put({ desk, document, bytes: saved.slice() }));
        also(tx.objectStore("past").put({ desk, document, shown: shown.slice() }));
        also(tx.objectStore("words").put(folded.words));
        also(tx.objectStore("facets").put(folded.facets));
        also(tx.objectStore("openFacets").put(folded.openFacets));
      }
      await writeActs(tx, also, acts);
    },
    "relaxed",
  );
  // Opened before it came, one is empty in memory: what is written next must stand upon what is stored now.
  for (const { document } of fresh) documents.forget(desk, document);
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
