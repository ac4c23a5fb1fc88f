import {
  type Doc,
  getChangesSince,
  getHeads,
  getMissingDeps,
  loadIncremental,
  type Patch,
} from "@automerge/automerge/slim";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import type { DeskDocument } from "../../../shared/documents/genesis.ts";
import { type DecodedChange, readChange } from "../../../shared/documents/history.ts";
import { concat } from "../../../shared/protocol/bytes.ts";
import type { ChainState } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";
import { type DocumentStep, prepareRecords, writeStep } from "./commit.ts";
import type { OpenDocuments } from "./documents.ts";

/** An opened and verified envelope: changes of one document by one device (hex). */
export interface ReceivedChanges {
  readonly device: string;
  readonly document: string;
  readonly changes: readonly Uint8Array[];
}

export interface Received {
  readonly records: readonly string[];
  readonly documents: readonly string[];
  /** Changes that were not taken, with the reason: damaged, or in another's name. */
  readonly refused: readonly { readonly device: string; readonly why: string }[];
  /** Documents in which something waits for a change that has not come yet. */
  readonly waiting: readonly string[];
}

type Change = { readonly bytes: Uint8Array; readonly decoded: DecodedChange };

/** Applies changes at once and tells what came of it; changes that had waited for one of these are in it too. */
function load(doc: Doc<DeskDocument>, changes: readonly Change[]) {
  const patches: Patch[] = [];
  const patchCallback = (made: Patch[]) => {
    for (const patch of made) patches.push(patch);
  };
  const before = getHeads(doc);
  const hadWaited = getMissingDeps(doc, []).length > 0;
  const after = loadIncremental(doc, concat(...changes.map(({ bytes }) => bytes)), { patchCallback });
  const isWaiting = getMissingDeps(after, []).length > 0;
  const applied =
    hadWaited || isWaiting
      ? getChangesSince(after, before).map(readChange)
      : changes.map(({ decoded }) => decoded);
  return { doc: after, patches, applied, isWaiting };
}

/**
 * Applies one document's changes at once; where Automerge throws, from the stored state again and each by itself, so
 * that the sound ones count.
 */
async function take(
  documents: OpenDocuments,
  desk: string,
  document: string,
  changes: readonly Change[],
  refuse: (change: Change, why: string) => void,
): Promise<{ readonly step: DocumentStep; readonly isWaiting: boolean }> {
  const bytesOf = (taken: readonly Change[]) => taken.map(({ bytes }) => bytes);
  try {
    const { isWaiting, ...loaded } = load(await documents.open(desk, document), changes);
    documents.keep(desk, document, loaded.doc);
    return { step: { document, changes: bytesOf(changes), ...loaded }, isWaiting };
  } catch {
    documents.forget(desk, document);
    let doc = await documents.open(desk, document);
    const patches: Patch[] = [];
    const applied: DecodedChange[] = [];
    let isWaiting = false;
    const taken = changes.filter((change) => {
      try {
        const loaded = load(doc, [change]);
        ({ doc, isWaiting } = loaded);
        patches.push(...loaded.patches);
        applied.push(...loaded.applied);
        documents.keep(desk, document, doc);
        return true;
      } catch (error) {
        refuse(change, error instanceof Error ? error.message : String(error));
        return false;
      }
    });
    return { step: { document, doc, changes: bytesOf(taken), patches, applied }, isWaiting };
  }
}

/** Sound changes by document; a change that is damaged or whose actor is not its envelope's author is refused. */
function sortChanges(
  received: readonly ReceivedChanges[],
  refuse: (device: string, why: string) => void,
): Map<string, Change[]> {
  const byDocument = new Map<string, Change[]>();
  for (const { device, document, changes } of received)
    for (const bytes of changes) {
      try {
        const decoded = readChange(bytes);
        if (deviceOfActor(decoded.actor) !== device) {
          refuse(device, "A change in another device's name.");
          continue;
        }
        const group = byDocument.get(document) ?? [];
        byDocument.set(document, group);
        group.push({ bytes, decoded });
      } catch (error) {
        refuse(device, error instanceof Error ? error.message : String(error));
      }
    }
  return byDocument;
}

/**
 * Applies what came from the server, all of it in one transaction with the new cursor: one step a document,
 * however many envelopes.
 */
export async function receiveChanges(
  store: Store,
  documents: OpenDocuments,
  desk: string,
  me: string,
  received: readonly ReceivedChanges[],
  cursor: number,
  chains: readonly ChainState[],
): Promise<Received> {
  const refused: { device: string; why: string }[] = [];
  // Before that, every change would seem damaged, and would be lost behind the moved cursor.
  await documents.ready();
  const byDocument = sortChanges(received, (device, why) => refused.push({ device, why }));
  try {
    const steps: DocumentStep[] = [];
    const waiting: string[] = [];
    for (const [document, changes] of byDocument) {
      const { step, isWaiting } = await take(documents, desk, document, changes, (change, why) =>
        refused.push({ device: deviceOfActor(change.decoded.actor), why }),
      );
      steps.push(step);
      if (isWaiting) waiting.push(document);
    }
    const prepared = await Promise.all(steps.map((step) => prepareRecords(store.db, desk, step)));
    await store.write(
      ["desks", "chains", "journal", "changes", "records", "newWords", "history"],
      async (tx, also) => {
        const stored = await tx.objectStore("desks").get(desk);
        if (!stored) throw new Error("The desk was removed meanwhile.");
        const pending = await tx.objectStore("journal").index("byDesk").getAll(desk);
        also(tx.objectStore("desks").put({ ...stored, cursor: Math.max(stored.cursor, cursor) }));
        for (const chain of chains) also(tx.objectStore("chains").put(chain));
        for (const [index, step] of steps.entries())
          writeStep(
            {
              putRecord: (record) => also(tx.objectStore("records").put(record)),
              dropRecord: (id) => also(tx.objectStore("records").delete([desk, id])),
              putWords: (words) => also(tx.objectStore("newWords").put(words)),
              putHistory: (row) => also(tx.objectStore("history").put(row)),
              addChange: (change) => also(tx.objectStore("changes").add(change)),
            },
            desk,
            step,
            prepared[index]!,
            pending,
            me,
          );
        // What is taken back here is fetched again: the cursor goes with it.
      },
      "relaxed",
    );
    return {
      records: prepared.flatMap(({ records }) => [...records.keys()]),
      documents: [...byDocument.keys()],
      refused,
      waiting,
    };
  } catch (error) {
    for (const document of byDocument.keys()) documents.forget(desk, document);
    throw error;
  }
}
