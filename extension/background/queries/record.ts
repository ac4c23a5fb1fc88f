import { deviceOfActor } from "../../../shared/documents/actor.ts";
import { type HistoryRow, tellHistory } from "../../../shared/documents/history.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { Query, RecordView } from "../../port/surface.ts";
import type { Database } from "../storage/database.ts";

/** One record with its history, newest first, and what that is told from; null where this device has none of that id. */
export async function queryRecord(
  db: Database,
  desk: string,
  id: string,
): Promise<(Pick<RecordView, "record" | "history"> & { readonly rows: readonly HistoryRow[] }) | null> {
  const stored = await db.get("records", [desk, id]);
  if (!stored) return null;
  const rows = await db.getAll("history", IDBKeyRange.bound([desk, id], [desk, id, []]));
  return { record: stored.record, history: tellHistory(rows, deviceOfActor), rows };
}

/** Whole records of small kinds, oldest first. */
export async function queryRecords(
  db: Database,
  query: Extract<Query, { q: "records" }>,
): Promise<DeskRecord[]> {
  const records: DeskRecord[] = [];
  for (const kind of query.kinds) {
    const range = IDBKeyRange.bound([query.desk, kind], [query.desk, kind, []]);
    const stored = await db.getAllFromIndex("records", "byKind", range, query.limit ?? 500);
    for (const { record, open } of stored) if (open !== -1) records.push(record);
  }
  return records.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}
