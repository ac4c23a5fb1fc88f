import { type Doc, loadIncremental, type Patch } from "@automerge/automerge/slim";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import type { DeskDocument } from "../../../shared/documents/genesis.ts";
import { type DecodedChange, readChange } from "../../../shared/documents/history.ts";
import { concat } from "../../../shared/protocol/bytes.ts";
import type { ChainState, Database } from "../storage/database.ts";
import { type DocumentStep, prepareRecords, writeStep } from "./commit.ts";
import type { OpenDocuments } from "./documents.ts";
import { abandon } from "./journal.ts";

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
}

type Change = { readonly bytes: Uint8Array; readonly decoded: DecodedChange };

/** Applies a run of changes at once; where one of them is damaged, each by itself, so that the sound ones count. */
function take(
  doc: Doc<DeskDocument>,
  changes: readonly Change[],
  refuse: (change: Change, why: string) => void,
) {
  const patches: Patch[] = [];
  const patchCallback = (made: Patch[]) => {
    for (const patch of made) patches.push(patch);
  };
  try {
    return {
      doc: loadIncremental(doc, concat(...changes.map(({ bytes }) => bytes)), { patchCallback }),
      changes,
      patches,
    };
  } catch {
    let after = doc;
    const taken = changes.filter((change) => {
      try {
        after = loadIncremental(after, change.bytes, { patchCallback });
        return true;
      } catch (error) {
        refuse(change, error instanceof Error ? error.message : String(error));
        return false;
      }
    });
    return { doc: after, changes: taken, patches };
  }
}

/**
 * Applies what came from the server, all of it in one transaction with the new cursor: one step a document,
 * however many envelopes. A change whose actor is not its envelope's author is refused.
 */
export async function receiveChanges(
  db: Database,
  documents: OpenDocuments,
  desk: string,
  me: string,
  received: readonly ReceivedChanges[],
  cursor: number,
  chains: readonly ChainState[],
): Promise<Received> {
  const refused: { device: string; why: string }[] = [];
  const byDocument = new Map<string, Change[]>();
  for (const { device, document, changes } of received)
    for (const bytes of changes) {
      try {
        const decoded = readChange(bytes);
        if (deviceOfActor(decoded.actor) !== device)
          refused.push({ device, why: "A change in another device's name." });
        else {
          const group = byDocument.get(document) ?? [];
          byDocument.set(document, group);
          group.push({ bytes, decoded });
        }
      } catch (error) {
        refused.push({ device, why: error instanceof Error ? error.message : String(error) });
      }
    }
  try {
    const steps: DocumentStep[] = [];
    for (const [document, changes] of byDocument) {
      const opened = await documents.open(desk, document);
      const taken = take(opened, changes, (change, why) =>
        refused.push({ device: deviceOfActor(change.decoded.actor), why }),
      );
      documents.keep(desk, document, taken.doc);
      steps.push({ document, ...taken });
    }
    const prepared = await Promise.all(steps.map((step) => prepareRecords(db, desk, step)));
    const tx = db.transaction(["desks", "chains", "journal", "changes", "records", "history"], "readwrite", {
      durability: "strict",
    });
    try {
      const stored = await tx.objectStore("desks").get(desk);
      if (!stored) throw new Error("The desk was removed meanwhile.");
      const pending = await tx.objectStore("journal").index("byDesk").getAll(desk);
      tx.objectStore("desks").put({ ...stored, cursor: Math.max(stored.cursor, cursor) });
      for (const chain of chains) tx.objectStore("chains").put(chain);
      for (const [index, step] of steps.entries())
        writeStep(
          {
            putRecord: (record) => tx.objectStore("records").put(record),
            putHistory: (row) => tx.objectStore("history").put(row),
            addChange: (change) => tx.objectStore("changes").add(change),
          },
          desk,
          step,
          prepared[index]!,
          pending,
          me,
        );
      await tx.done;
    } catch (error) {
      await abandon(tx);
      throw error;
    }
    return {
      records: prepared.flatMap(({ records }) => [...records.keys()]),
      documents: [...byDocument.keys()],
      refused,
    };
  } catch (error) {
    for (const document of byDocument.keys()) documents.forget(desk, document);
    throw error;
  }
}
