import { project } from "../../../shared/documents/project.ts";
import { personKeys } from "../../../shared/records/person-keys.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { searchTerms } from "../../../shared/records/search-terms.ts";
import { summarise } from "../../../shared/records/summarise.ts";
import type { JournalEntry, StoredNewWords, StoredRecord } from "../storage/database.ts";
import { facetsLine } from "../storage/facets.ts";

/** What was just written of a record. */
export interface Written {
  readonly id: string;
  /** Undefined where it was taken out. */
  readonly stored: StoredRecord | undefined;
  readonly words: StoredNewWords;
}

/** A record as a list shows it. */
function rowOf(record: DeskRecord): StoredRecord["row"] {
  const { id, kind, createdAt, updatedAt } = record;
  const summary = summarise(record);
  const covered = summary.classification === "privileged" ? { title: "", under: "" } : {};
  return { id, kind, createdAt, updatedAt, ...summary, ...covered };
}

/** A record with everything that finds it again. */
export function storedRecord(
  desk: string,
  record: DeskRecord,
  changed?: StoredRecord["changed"],
): StoredRecord {
  const row = rowOf(record);
  const deleted = typeof record.fields.deletedAt === "string";
  return {
    desk,
    id: record.id,
    kind: record.kind,
    record,
    row,
    open: deleted ? -1 : row.open ? 1 : 0,
    updatedAt: record.updatedAt,
    ...(row.thread && !deleted ? { thread: `${desk}|${row.thread}` } : {}),
    people: deleted ? [] : personKeys(record).map((key) => `${desk}|${key}`),
    ...(changed ? { changed } : {}),
  };
}

/** The words that find a record, with a space before and after each, and its facets; empty where it is deleted or gone. */
export function wordsOf(desk: string, id: string, record: DeskRecord | undefined): StoredNewWords {
  const facets = record ? facetsOf(record) : "";
  return { desk, id, words: record && facets ? ` ${searchTerms(record).join(" ")} ` : "", facets };
}

/** The facets of a record as a line; empty where it is deleted. */
export const facetsOf = (record: DeskRecord): string =>
  typeof record.fields.deletedAt === "string" ? "" : facetsLine(record);

/** A record with what of it still waits in the journal laid on top, so that nothing that a person saw steps back. */
export const withPending = (
  record: DeskRecord | undefined,
  pending: readonly JournalEntry[],
  by: string,
): DeskRecord | undefined =>
  pending.reduce<DeskRecord | undefined>((made, { command }) => project(made, command, by), record);
