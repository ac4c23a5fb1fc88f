import { personKey } from "../../../shared/records/person-keys.ts";
import { queryTerms } from "../../../shared/records/search-terms.ts";
import type { Query, Row, RowPage } from "../../port/surface.ts";
import type { Database, StoredRecord } from "../storage/database.ts";

type RowsQuery = Extract<Query, { q: "rows" }>;

/** Records looked at for one word of a search; more than anyone reads, and a bound on the work. */
const MOST_MATCHES = 2000;

const LAST = "\uffff";

/** Urgent first, then by due date, then the newest. */
export function byDue(a: Row, b: Row): number {
  return (
    Number(b.urgent) - Number(a.urgent) ||
    (a.due ?? LAST).localeCompare(b.due ?? LAST) ||
    b.updatedAt.localeCompare(a.updatedAt)
  );
}
const byUpdated = (a: Row, b: Row) => b.updatedAt.localeCompare(a.updatedAt);

function matches(query: RowsQuery, me: string): (stored: StoredRecord) => boolean {
  return ({ row, open, kind, desk, thread, people }) =>
    desk === query.desk &&
    open !== -1 &&
    (!query.kinds || query.kinds.includes(kind)) &&
    (query.open === undefined || query.open === (open === 1)) &&
    (!query.principal || row.principal === query.principal) &&
    (!query.thread || thread === `${desk}|${query.thread}`) &&
    (!query.person || people.includes(`${desk}|${personKey(query.person) ?? query.person}`)) &&
    (!query.assignee ||
      (query.assignee === "none"
        ? row.assignee === null
        : query.assignee === "mineOrNone"
          ? row.assignee === null || row.assignee === me
          : row.assignee === query.assignee));
}

/** Records that hold every word of a search; the last word may be the beginning of one. */
async function found(db: Database, desk: string, search: string): Promise<StoredRecord[]> {
  const words = queryTerms(search).map((word) => `${desk}|${word}`);
  const last = words.at(-1);
  if (!last) return [];
  const byTerm = db.transaction("records").store.index("byTerm");
  // The last word is taken as a beginning; the longest word narrows the most.
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const range = longest === last ? IDBKeyRange.bound(last, last + LAST) : IDBKeyRange.only(longest);
  const candidates = new Map<string, StoredRecord>();
  for (const stored of await byTerm.getAll(range, MOST_MATCHES)) candidates.set(stored.id, stored);
  return [...candidates.values()].filter(({ terms }) =>
    words.every((word) =>
      word === last ? terms.some((term) => term.startsWith(word)) : terms.includes(word),
    ),
  );
}

/** The records that a query could mean, by the index that narrows it most. */
function candidates(db: Database, query: RowsQuery): Promise<StoredRecord[]> {
  const { desk } = query;
  if (query.search?.trim()) return found(db, desk, query.search);
  if (query.thread) return db.getAllFromIndex("records", "byThread", `${desk}|${query.thread}`);
  if (query.person)
    return db.getAllFromIndex("records", "byPerson", `${desk}|${personKey(query.person) ?? query.person}`);
  return db.getAllFromIndex("records", "byOpen", [desk, 1]);
}

/** One page of a list. Open work is few and is sorted as a whole; finished work is read newest first, a page at a time. */
export async function queryRows(db: Database, query: RowsQuery, me: string): Promise<RowPage> {
  const { offset = 0, limit = 100, order = query.open ? "due" : "updated" } = query;
  const fits = matches(query, me);
  if (query.search?.trim() || query.thread || query.person || query.open) {
    const rows = (await candidates(db, query)).filter(fits).map(({ row }) => row);
    rows.sort(order === "due" ? byDue : byUpdated);
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  }
  return newest(db, query, fits, offset, limit);
}

async function newest(
  db: Database,
  query: RowsQuery,
  fits: (stored: StoredRecord) => boolean,
  offset: number,
  limit: number,
): Promise<RowPage> {
  const { desk } = query;
  const byKind = db.transaction("records").store.index("byKind");
  const kinds = query.kinds ?? (await kindsOf(db, desk));
  const rows: Row[] = [];
  let total = 0;
  for (const kind of kinds) {
    const range = IDBKeyRange.bound([desk, kind], [desk, kind, []]);
    total += await byKind.count(range);
    let taken = 0;
    for (
      let cursor = await byKind.openCursor(range, "prev");
      cursor && taken < offset + limit;
      cursor = await cursor.continue()
    )
      if (fits(cursor.value)) {
        rows.push(cursor.value.row);
        taken++;
      }
  }
  rows.sort(byUpdated);
  return { rows: rows.slice(offset, offset + limit), total };
}

/** The kinds that a desk has records of, whatever version of Sidedesk made them. */
async function kindsOf(db: Database, desk: string): Promise<string[]> {
  const byKind = db.transaction("records").store.index("byKind");
  const kinds: string[] = [];
  for (let after: IDBValidKey = [desk]; ; ) {
    const cursor = await byKind.openKeyCursor(IDBKeyRange.bound(after, [desk, []]));
    if (!cursor) return kinds;
    const kind = cursor.key[1];
    kinds.push(kind);
    after = [desk, kind, []];
  }
}
