import { deviceOfActor } from "../../../shared/documents/actor.ts";
import { tellHistory } from "../../../shared/documents/history.ts";
import { personKey } from "../../../shared/records/person-keys.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { nameIn, sameName, searchableName } from "../../../shared/records/same-name.ts";
import type { Counts, PersonView, Query, RecordView } from "../../port/surface.ts";
import type { Database, StoredRecord } from "../storage/database.ts";
import { byDue } from "./rows.ts";
import type { Search } from "./search.ts";

/** One record with its history, newest first; null where this device has none of that id. */
export async function queryRecord(db: Database, desk: string, id: string): Promise<RecordView | null> {
  const stored = await db.get("records", [desk, id]);
  if (!stored) return null;
  const rows = await db.getAll("history", IDBKeyRange.bound([desk, id], [desk, id, []]));
  return { record: stored.record, history: tellHistory(rows, deviceOfActor) };
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

/**
 * Who that is, how often they called, and what is open with them: by address and number; where those find nothing, by
 * name, which is said, for it may be somebody else's too.
 */
export async function queryPerson(
  db: Database,
  search: Search,
  query: Extract<Query, { q: "person" }>,
): Promise<PersonView> {
  const { desk, email, phone, name = "" } = query;
  const keys = [email, phone].map((given) => (given ? personKey(given) : null)).filter((key) => key !== null);
  const known = new Map<string, StoredRecord>();
  const gather = async (key: string) => {
    for (const stored of await db.getAllFromIndex("records", "byPerson", `${desk}|${key}`))
      known.set(stored.id, stored);
  };
  const named = async (wanted: string) =>
    (await search.find(desk, searchableName(wanted))).filter(
      ({ open, record }) => open !== -1 && sameName(nameIn(record), wanted),
    );
  for (const key of keys) await gather(key);
  const byName = known.size === 0 && name.trim() !== "";
  if (byName) for (const stored of await named(name)) known.set(stored.id, stored);
  const contacts = [...known.values()].filter(({ kind }) => kind === "contact");
  // Two contacts of one name are two people: which of them it is, nobody can say.
  const contact = byName && contacts.length > 1 ? undefined : contacts[0];
  // Somebody who mails may be known by telephone: the contact joins the two, and what was noted with the name alone.
  for (const key of contact?.people ?? []) await gather(key.slice(desk.length + 1));
  if (contact && !byName)
    for (const stored of await named(nameIn(contact.record)))
      if (stored.people.length === 0) known.set(stored.id, stored);
  const all = [...known.values()].filter(({ kind }) => kind !== "contact");
  const calls = all
    .filter(({ kind }) => kind === "call")
    .sort((a, b) => b.record.createdAt.localeCompare(a.record.createdAt));
  const open = all.filter((stored) => stored.open === 1).map(({ row }) => row);
  return {
    contact: contact?.record ?? null,
    calls: calls.length,
    lastCall: calls[0]?.row ?? null,
    open: open.sort(byDue),
    byName,
  };
}

/** Open records by kind, the queue, and what of mine is overdue at `now` (RFC 3339 UTC). */
export async function queryCounts(db: Database, desk: string, me: string, now: string): Promise<Counts> {
  const open: Record<string, number> = {};
  let queue = 0;
  let overdueMine = 0;
  for (const { row, kind } of await db.getAllFromIndex("records", "byOpen", [desk, 1])) {
    open[kind] = (open[kind] ?? 0) + 1;
    if (row.assignee === null || row.assignee === me) queue++;
    // A date is over when its day is.
    const due = row.due && row.due.length === 10 ? `${row.due}T23:59:59Z` : row.due;
    if (due && due < now && row.assignee === me) overdueMine++;
  }
  return { open, queue, overdueMine };
}
