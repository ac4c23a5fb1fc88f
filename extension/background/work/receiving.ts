import type { Store } from "../storage/store.ts";
import type { SyncParts } from "../sync/desk-sync.ts";
import type { OpenDocuments } from "./documents.ts";
import { type Received, receiveChanges } from "./receive.ts";
import { receiveDocuments } from "./receive-documents.ts";

interface Ties {
  readonly store: Store;
  readonly documents: OpenDocuments;
  /** This device on a desk. */
  readonly deviceOn: (desk: string) => Promise<string>;
  readonly now: () => number;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Something was applied. */
  readonly received: (desk: string, result: Received) => void;
  /** A base's documents are in the store, still in turn. */
  readonly merged: (desk: string) => void;
  /** A base's documents were taken in; `results` tells what each of them brought. */
  readonly begun: (desk: string, results: () => void) => void;
}

/** What comes from the server, applied in turn with everything else that writes. */
export function openReceiving(ties: Ties): Pick<SyncParts, "receive" | "takeDocuments"> {
  const { store, documents, deviceOn, inTurn, received } = ties;
  const at = () => new Date(ties.now()).toISOString();
  return {
    async receive(desk, arrival) {
      const moment = at();
      const me = await deviceOn(desk);
      const result = await inTurn(() =>
        receiveChanges(store, documents, desk, me, { ...arrival, at: moment }),
      );
      received(desk, result);
    },
    async takeDocuments(desk, taken) {
      const moment = at();
      const me = await deviceOn(desk);
      const results = await inTurn(async () => {
        const merged = await receiveDocuments(store, documents, desk, me, taken, moment);
        ties.merged(desk);
        return merged;
      });
      ties.begun(desk, () => {
        for (const result of results) received(desk, result);
      });
    },
  };
}
