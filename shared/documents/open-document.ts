import { getBackend, getChangesSince, getHeads, getMissingDeps, init } from "@automerge/automerge/slim";
import { concat } from "../protocol/bytes.ts";
import { countsOn, noteEnds } from "./admission.ts";
import { GENESIS, type OpenDocument } from "./genesis.ts";
import { type DecodedChange, readChange } from "./history.ts";
import { noteChanges } from "./record-maps.ts";

/** A change with what it says. */
export interface Change {
  readonly bytes: Uint8Array;
  readonly decoded: DecodedChange;
}

/**
 * Opens a document for an actor. Throws where the bytes are damaged.
 * @param saved as Automerge saves a document; the beginning of every document where absent
 */
export function openDocument(actor: string, saved: Uint8Array = GENESIS): OpenDocument {
  const document: OpenDocument = init<unknown>({ actor });
  const backend = getBackend(document);
  // Nobody asks what is new for a copy in JavaScript: it need not be written down.
  backend.resetDiffCursor();
  backend.loadIncremental(saved);
  return document;
}

/** Takes in changes that this device had, as it stored them. Throws where they are damaged. */
export function addStored(document: OpenDocument, changes: readonly Uint8Array[]): void {
  if (changes.length > 0) getBackend(document).loadIncremental(concat(...changes));
}

/**
 * Takes changes in at once and tells what came of it: which took effect, those that had waited for one of these too,
 * and whether any waits for one that is not there. Throws where Automerge refuses them; the document is then not to be
 * used any more.
 */
export function addChanges(
  document: OpenDocument,
  changes: readonly Change[],
): { readonly applied: readonly DecodedChange[]; readonly isWaiting: boolean } {
  const before = getHeads(document);
  const hadWaited = getMissingDeps(document, []).length > 0;
  getBackend(document).loadIncremental(concat(...changes.map(({ bytes }) => bytes)));
  const isWaiting = getMissingDeps(document, []).length > 0;
  const applied =
    hadWaited || isWaiting
      ? getChangesSince(document, before).map(readChange)
      : changes.map(({ decoded }) => decoded);
  noteEnds(document, applied);
  // What had waited could not be checked before.
  if (hadWaited && !applied.every((change) => countsOn(document, change)))
    throw new Error("A change that had waited does not follow those before it.");
  noteChanges(document, applied);
  return { applied, isWaiting };
}

/** The ids of every record in a document. */
export function recordIds(document: OpenDocument): string[] {
  const backend = getBackend(document);
  return backend.keys("_root").flatMap((bucket) => {
    const found = backend.getWithType("_root", bucket);
    return found?.[0] === "map" ? backend.keys(String(found[1])) : [];
  });
}
