import { personKey } from "../../../shared/records/person-keys.ts";
import { packGroups } from "../../port/row-groups.ts";
import type { Query, Row, RowPage } from "../../port/surface.ts";
import type { Database, StoredRecord } from "../storage/database.ts";
import type { Facets } from "../storage/facets.ts";
import type { Catalogue } from "./catalogue.ts";
import { foundIn } from "./found-in.ts";
import { inOrder } from "./order.ts";
import { recordsOfPerson } from "./people.ts";
import { type Records, recordsWithKey, rowOf } from "./read.ts";
import { type Selection, selectionOf } from "./selection.ts";

export type RowsQuery = Extract<Query, { q: "rows" }>;

/** Open work by what presses, everything else by when it changed, unless something else is asked for. */
export const orderOf = ({ order, open }: RowsQuery) => order ?? (open ? "due" : "updated");

/** Whether a record is one that a query means; of its facets none is looked up that the query says nothing of. */
function matches(query: RowsQuery, me: string): (each: Facets) => boolean {
  const { kinds, open, principal, assignee, classification, since, until, dueBefore } = query;
  const tests: ((each: Facets) => boolean)[] = [];
  if (kinds) tests.push(({ kind }) => kinds.includes(kind));
  if (open !== undefined) tests.push((each) => each.open === open);
  if (principal) tests.push((each) => each.principal === principal);
  if (classification) tests.push((each) => each.classification === classification);
  if (since) tests.push(notBefore(Date.parse(since)));
  if (until) tests.push(before(Date.parse(until)));
  if (dueBefore) tests.push(pressesBefore(Date.parse(dueBefore)));
  if (assignee === "mineOrNone") tests.push((each) => each.assignee === "" || each.assignee === me);
  else if (assignee) tests.push((each) => each.assignee === (assignee === "none" ? "" : assignee));
  return (each) => {
    for (const test of tests) if (!test(each)) return false;
    return true;
  };
}

const notBefore = (ms: number) => (each: Facets) => each.at >= ms;
const before = (ms: number) => (each: Facets) => each.at < ms;
const pressesBefore = (ms: number) => (each: Facets) => each.urgent || each.due < ms;

/** The records that a query means; `me` is the person (hex) who asks. */
export async function matching(
  db: Database,
  catalogue: Catalogue,
  query: RowsQuery,
  me: string,
): Promise<Selection> {
  const { desk, thread, person, search, open } = query;
  const wanted = matches(query, me);
  if (thread || person) return selectionOf((await connected(db, catalogue, query)).filter(wanted));
  if (search?.trim()) return catalogue.select(desk, wanted, search);
  return open ? selectionOf((await catalogue.open(desk)).filter(wanted)) : catalogue.select(desk, wanted);
}

/** A record's row, with where a search found it if the row itself does not show that. */
export function rowFor(stored: StoredRecord, search: string | undefined): Row {
  const { record } = stored;
  const row = rowOf(stored);
  const found = search?.trim() && row.classification !== "privileged" ? foundIn(record, row, search) : null;
  return found ? { ...row, found } : row;
}

/** The records of a thread, or of a person. */
async function connected(
  db: Database,
  catalogue: Catalogue,
  { desk, thread, person = "" }: RowsQuery,
): Promise<readonly Facets[]> {
  if (thread) {
    const keys = await db.getAllKeysFromIndex("records", "byThread", `${desk}|${thread}`);
    return catalogue.some(
      desk,
      keys.map(([, id]) => id),
    );
  }
  const known = personKey(person);
  return known ? recordsWithKey(db, catalogue, desk, known) : recordsOfPerson(catalogue, desk, person);
}

/**
 * One page of a list, and how the whole of it is grouped. No record but those of the page is read.
 * @param now milliseconds since 1970
 */
export async function queryRows(
  db: Database,
  catalogue: Catalogue,
  known: Records,
  query: RowsQuery,
  me: string,
  now: number,
): Promise<RowPage> {
  const { offset = 0, limit = 100, grouped, desk, search } = query;
  const records = await matching(db, catalogue, query, me);
  const list = inOrder(records, orderOf(query));
  const groups = packGroups(grouped ? list.groups(now) : []);
  const rows = (await known.of(desk, list.page(offset, limit))).map((each) => rowFor(each, search));
  return { rows, total: records.size, offset, groups };
}
