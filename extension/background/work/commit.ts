import type { IDBPTransaction } from "idb";
import { deviceOfActor } from "../../../shared/documents/actor.ts";
import type { OpenDocument } from "../../../shared/documents/genesis.ts";
import {
  type DecodedChange,
  type HistoryRow,
  historyRows,
  keysByObject,
  recordsMade,
} from "../../../shared/documents/history.ts";
import { materialize } from "../../../shared/documents/materialize.ts";
import { type Place, placeOf, recordIn } from "../../../shared/documents/record-maps.ts";
import { isNewer, sourceOf } from "../../../shared/documents/shown.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { JournalEntry, SidedeskSchema, StoredRecord } from "../storage/database.ts";
import type { Also } from "../storage/store.ts";
import { storedRecord, type Written, withPending, wordsOf } from "./stored-record.ts";

/** What a batch of changes did to one document, in memory, before any of it is written. */
export interface DocumentStep {
  readonly document: string;
  readonly doc: OpenDocument;
  /** Changes to keep. */
  readonly changes: readonly Uint8Array[];
  /** Changes that took effect: those to keep, unless they wait for others, and those that had waited for them. */
  readonly applied: readonly DecodedChange[];
  /** Records to show anew although no change touched them (a command that was refused). */
  readonly alsoShow?: readonly string[];
}

/** Everything that is written about the records that one step touched. */
export interface PreparedRecords {
  readonly records: ReadonlyMap<
    string,
    { readonly record: DeskRecord | null; readonly changed: StoredRecord["changed"] }
  >;
  readonly history: readonly HistoryRow[];
}

const fieldKey = (record: string, field: string) => `${record}\0${field}`;

/** What is kept of a desk's records before a step. */
export interface Before {
  readonly record: (id: string) => Promise<StoredRecord | undefined>;
  readonly history: (id: string) => Promise<readonly HistoryRow[]>;
}

/** The same as one transaction sees it; nothing else is waited for while it is asked. */
export const beforeIn = (
  tx: Pick<IDBPTransaction<SidedeskSchema, ["records", "history"], "readwrite">, "objectStore">,
  desk: string,
): Before => ({
  record: (id) => tx.objectStore("records").get([desk, id]),
  history: (id) => tx.objectStore("history").getAll(IDBKeyRange.bound([desk, id], [desk, id, []])),
});

/** Works out the records and history rows of a step. Writes nothing. */
export async function prepareRecords(step: DocumentStep, known: Before): Promise<PreparedRecords> {
  const touched = new Set(step.alsoShow);
  /** Records that this step made, each with its change. */
  const madeBy = new Map<string, string>();
  for (const change of step.applied)
    for (const record of recordsMade(change)) {
      touched.add(record);
      madeBy.set(record, change.hash);
    }
  const places = new Map<string, Place | undefined>();
  for (const record of touched) {
    const map = recordIn(step.doc, record);
    if (map) places.set(map.object, { record, place: "" });
  }
  const locate = (object: string) => {
    if (!places.has(object)) places.set(object, placeOf(step.doc, object));
    return places.get(object);
  };
  // What a change puts into a record that it makes itself stands there alone.
  const assigned = new Set<string>();
  for (const change of step.applied)
    for (const [object, keys] of keysByObject(change)) {
      const found = locate(object);
      if (!found) continue;
      touched.add(found.record);
      if (madeBy.get(found.record) === change.hash) continue;
      for (const key of keys)
        assigned.add(fieldKey(found.record, found.place === "" ? key : `${found.place}/${key}`));
    }
  const history = step.applied.flatMap((change) => historyRows(change, locate));

  const newest = new Map<string, { time: number; actor: string }>();
  for (const row of history) {
    const known = newest.get(row.record);
    if (!known || isNewer(row, known)) newest.set(row.record, { time: row.time, actor: row.actor });
  }
  const shownAnew = new Set(step.alsoShow);
  const made = await Promise.all(
    [...touched].map(async (id) => {
      const stored = await known.record(id);
      const [before, now] = [stored?.changed, newest.get(id)];
      const changed = now && (!before || isNewer(now, before)) ? now : before;
      const updated = {
        at: changed ? new Date(changed.time * 1000).toISOString() : "",
        by: changed ? deviceOfActor(changed.actor) : "",
      };
      // Of a record without a conflict only what was assigned just now can be in one; of a new one, too.
      const isNew = before === undefined && madeBy.has(id);
      const isSettled =
        isNew || (before !== undefined && stored?.record.conflicts.length === 0 && !shownAnew.has(id));
      const mayConflict = (field: string) => !isSettled || assigned.has(fieldKey(id, field));
      const record = materialize(step.doc, id, updated, () => undefined, mayConflict);
      if (!record || record.conflicts.length === 0) return [id, { record, changed }] as const;
      const told = materialize(step.doc, id, updated, sourceOf([...(await known.history(id)), ...history]));
      return [id, { record: told, changed }] as const;
    }),
  );
  return { records: new Map(made), history };
}

/** The part of a transaction that steps are written through. */
type StepTransaction = Pick<
  IDBPTransaction<SidedeskSchema, ["changes", "records", "newWords", "history"], "readwrite">,
  "objectStore"
>;

/**
 * Writes steps inside the caller's transaction, with what still waits in the journal laid over the records. Gives what
 * the store then has of each.
 * @param steps each with its records, as `prepareRecords` made them
 */
export function writeSteps(
  tx: StepTransaction,
  also: Also,
  desk: string,
  steps: readonly (readonly [DocumentStep, PreparedRecords])[],
  pending: readonly JournalEntry[],
  me: string,
): readonly Written[] {
  const written: Written[] = [];
  const records = tx.objectStore("records");
  // After an import the journal is as long as the desk: it is gone through once, not once a record.
  const waiting = Map.groupBy(pending, ({ command }) => command.action.record);
  for (const [step, prepared] of steps) {
    for (const bytes of step.changes)
      also(tx.objectStore("changes").add({ desk, document: step.document, bytes }));
    for (const row of prepared.history) also(tx.objectStore("history").put({ desk, ...row }));
    for (const [id, { record, changed }] of prepared.records) {
      const shown = withPending(record ?? undefined, waiting.get(id) ?? [], me);
      // Nothing is shown where its creation was refused: what was shown in advance is taken back.
      const stored = shown && storedRecord(desk, shown, changed);
      const words = wordsOf(desk, id, shown);
      also(stored ? records.put(stored) : records.delete([desk, id]));
      also(tx.objectStore("newWords").put(words));
      written.push({ id, stored, words });
    }
  }
  return written;
}
