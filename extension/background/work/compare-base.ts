import { free, getChangesSince, getHeads, hasHeads } from "@automerge/automerge/slim";
import { isAct } from "../../../shared/audit/act.ts";
import type { OpenDocument } from "../../../shared/documents/genesis.ts";
import { readChange } from "../../../shared/documents/history.ts";
import { saysShown, shownOf } from "../../../shared/documents/shown.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import { isSighting } from "../../../shared/envelope/sighting.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { type DeskContent, loadSaved, loadStored, packStored, type StoredDocument } from "./base-content.ts";

/**
 * Whether a base is what this device has, but for what came after it: nothing more, and nothing less.
 * @param later changes and acts of envelopes behind the base
 * @param pause awaited after each document, which takes a while to compare
 * @returns what differs, for whoever maintains this; undefined where nothing does
 */
export async function differenceOf(
  content: DeskContent,
  base: readonly BaseDocument[],
  later: readonly Uint8Array[],
  pause: () => Promise<unknown>,
): Promise<string | undefined> {
  const after = [...later, ...content.unsent];
  const changes = after.filter((bytes) => !isAct(bytes) && !isSighting(bytes));
  const hashes = new Set(changes.map((bytes) => readChange(bytes).hash));
  const acts = new Set(after.filter(isAct).map(toHex));
  const theirs = new Map(base.map((document) => [document.document, document]));
  if (theirs.size !== base.length) return "a document stands in it twice";
  for (const stored of content.documents) {
    const document = theirs.get(stored.document);
    theirs.delete(stored.document);
    const differs = differenceIn(stored, document, hashes, acts);
    if (differs) return `${stored.document}: ${differs}`;
    await pause();
  }
  const [unknown] = theirs.keys();
  return unknown === undefined ? undefined : `${unknown} is not here`;
}

function differenceIn(
  stored: StoredDocument,
  base: BaseDocument | undefined,
  later: ReadonlySet<string>,
  laterActs: ReadonlySet<string>,
): string | undefined {
  const mine = new Set(stored.acts.map((act) => toHex(packStored(act))));
  const theirs = new Set(base?.acts.map(toHex));
  if ([...theirs].some((act) => !mine.has(act))) return "an act that is not here";
  if ([...mine].some((act) => !theirs.has(act) && !laterActs.has(act))) return "an act is missing";
  const loaded: OpenDocument[] = [];
  try {
    const here = loadStored(stored);
    loaded.push(here);
    const there = loadSaved(base?.saved);
    loaded.push(there);
    if (base && base.shown.length > 0 && !saysShown(base.shown, shownOf(there)))
      return "it says something else of its records";
    const heads = getHeads(there);
    if (!hasHeads(here, heads)) return "changes that are not here";
    const missing = getChangesSince(here, heads).some((change) => !later.has(readChange(change).hash));
    return missing ? "changes are missing" : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    for (const doc of loaded) free(doc);
  }
}
