import { free, save } from "@automerge/automerge/slim";
import { packAct } from "../../../shared/audit/act.ts";
import { GENESIS, type OpenDocument } from "../../../shared/documents/genesis.ts";
import { addStored, openDocument } from "../../../shared/documents/open-document.ts";
import { packShown, shownOf } from "../../../shared/documents/shown.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import type { ChainState, SealedEntry, StoredAct, StoredDesk } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";

/** What lasts comes first: people and principals stand beside every month's records. */
export const LASTING = "lasting";

/** A document as it is stored: its snapshot, or the change that every document begins with, and the changes behind. */
export interface StoredDocument {
  readonly document: string;
  readonly snapshot: Uint8Array;
  readonly changes: readonly Uint8Array[];
  readonly acts: readonly StoredAct[];
}

/** All that a device has of a desk's log, at one moment. */
export interface DeskContent {
  readonly desk: StoredDesk;
  readonly chains: readonly ChainState[];
  /** What lasts, then the newest month first. */
  readonly documents: readonly StoredDocument[];
  /** Changes that the server may not have. */
  readonly unsent: readonly Uint8Array[];
  /** Of those, the envelopes on their way, in order. */
  readonly sealed: readonly SealedEntry[];
  /** Whether something has not come that is known to be: a change that another waits for, or that a colleague has. */
  readonly isWaiting: boolean;
}

/** Reads a desk in one transaction; undefined where it is not here any more. No document is loaded. */
export async function readContent({ db }: Store, desk: string): Promise<DeskContent | undefined> {
  const all = IDBKeyRange.bound([desk], [desk, []]);
  const stores = ["desks", "chains", "snapshots", "changes", "acts", "outbox", "sealed", "unread"] as const;
  const tx = db.transaction(stores);
  const [stored, chains, snapshots, changes, acts, outbox, sealed, unread] = await Promise.all([
    tx.objectStore("desks").get(desk),
    tx.objectStore("chains").getAll(all),
    tx.objectStore("snapshots").getAll(all),
    tx.objectStore("changes").index("byDocument").getAll(all),
    tx.objectStore("acts").getAll(all),
    tx.objectStore("outbox").index("byDesk").getAll(desk),
    tx.objectStore("sealed").getAll(all),
    tx.objectStore("unread").getAll(all),
  ]);
  if (!stored) return undefined;
  const changesOf = Map.groupBy(changes, ({ document }) => document);
  const actsOf = Map.groupBy(acts, ({ document }) => document);
  const snapshotOf = new Map(snapshots.map(({ document, bytes }) => [document, bytes]));
  const names = [...new Set([...snapshotOf.keys(), ...changesOf.keys(), ...actsOf.keys()])];
  return {
    desk: stored,
    chains,
    documents: names.sort(newestFirst).map((document) => ({
      document,
      snapshot: snapshotOf.get(document) ?? GENESIS,
      changes: (changesOf.get(document) ?? []).map(({ bytes }) => bytes),
      acts: (actsOf.get(document) ?? []).sort((a, b) => a.at - b.at),
    })),
    unsent: [...outbox.map(({ change }) => change), ...sealed.flatMap(({ changes }) => changes)],
    sealed,
    isWaiting: unread.some(({ why }) => why === "waiting" || why === "withheld"),
  };
}

function newestFirst(a: string, b: string): number {
  if (a === LASTING || b === LASTING) return Number(b === LASTING) - Number(a === LASTING);
  return a < b ? 1 : -1;
}

/** Nobody writes into a document that is only looked at. */
const READER = "00";

/** A saved document, loaded to be looked at; free it afterwards. Automerge must be up. */
export const loadSaved = (saved?: Uint8Array): OpenDocument => openDocument(READER, saved);

/** The same with the changes that stand behind it. */
export function loadStored({ snapshot, changes }: StoredDocument): OpenDocument {
  const doc = loadSaved(snapshot);
  addStored(doc, changes);
  return doc;
}

/** A stored document as a base has it. Automerge must be up. */
export function savedDocument(stored: StoredDocument): BaseDocument {
  const { document, snapshot, changes } = stored;
  const acts = stored.acts.map(packStored);
  const saved = changes.length === 0 ? snapshot : savedOf(stored);
  // From the very bytes that travel: in a document that grew here its changes may stand in another order.
  const doc = loadSaved(saved);
  const shown = packShown(shownOf(doc));
  free(doc);
  return { document, saved, acts, shown };
}

function savedOf(stored: StoredDocument): Uint8Array {
  const doc = loadStored(stored);
  const saved = save(doc);
  free(doc);
  return saved;
}

/** A stored act as it travels. */
export const packStored = ({ bytes, salt }: StoredAct): Uint8Array => packAct({ act: { bytes }, salt });
