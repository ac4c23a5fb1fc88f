import { personKey } from "../../../shared/records/person-keys.ts";
import type { Query, Row, RowPage } from "../../port/surface.ts";
import type { Database, StoredRecord } from "../storage/database.ts";
import type { Search } from "./search.ts";

type RowsQuery = Extract<Query, { q: "rows" }>;

const LAST = "\uffff";

/** Urgent first, then by due date, then the newest. */
export function byDue(a: Row, b: Row): number {
  return (
    Number(b.urgent) - Number(a.urgent) ||
    compare(a.due ?? LAST, b.due ?? LAST) ||
    compare(b.updatedAt, a.updatedAt)
  );
}
const byUpdated = (a: Row, b: Row) => compare(b.updatedAt, a.updatedAt);
/** Order of code units: RFC 3339 times in UTC need no more, and a long list feels the difference. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

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

/** The records that a query could mean, by the index that narrows it most. */
function candidates(db: Database, search: Search, query: RowsQuery): Promise<StoredRecord[]> {
  const { desk } = query;
  if (query.search?.trim()) return search.find(desk, query.search);
  if (query.thread) return db.getAllFromIndex("records", "byThread", `${desk}|${query.thread}`);
  if (query.person)
    return db.getAllFromIndex("records", "byPerson", `${desk}|${personKey(query.person) ?? query.person}`);
  return db.getAllFromIndex("records", "byOpen", [desk, 1]);
}

/** One page of a list. Open work is few and is sorted as a whole; finished work is read newest first, a page at a time. */
export async function queryRows(
  db: Database,
  search: Search,
  query: RowsQuery,
  me: string,
): Promise<RowPage> {
  const { offset = 0, limit = 100, order = query.open ? "due" : "updated" } = query;
  const fits = matches(query, me);
  if (query.search?.trim() || query.thread || query.person || query.open) {
    const rows = (await candidates(db, search, query)).filter(fits).map(({ row }) => row);
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
  const kinds = query.kinds ?? (await kindsOf(db, desk));
  const pages = await Promise.all(kinds.map((kind) => newestOf(db, desk, kind, fits, offset + limit)));
  const rows = pages.flatMap((page) => page.rows).sort(byUpdated);
  return {
    rows: rows.slice(offset, offset + limit),
    total: pages.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The newest records of one kind that fit, up to `most`, and how many there are of the kind at all. */
async function newestOf(
  db: Database,
  desk: string,
  kind: string,
  fits: (stored: StoredRecord) => boolean,
  most: number,
): Promise<RowPage> {
  const range = IDBKeyRange.bound([desk, kind], [desk, kind, []]);
  const byKind = db.transaction("records").store.index("byKind");
  const counting = byKind.count(range);
  const rows: Row[] = [];
  for (
    let cursor = await byKind.openCursor(range, "prev");
    cursor && rows.length < most;
    cursor = await cursor.continue()
  )
    if (fits(cursor.value)) rows.push(cursor.value.row);
  return { rows, total: await counting };
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
