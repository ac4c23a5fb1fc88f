import { personKey } from "../../../shared/records/person-keys.ts";
import type { Query, Row, RowPage } from "../../port/surface.ts";
import type { Database, StoredRecord } from "../storage/database.ts";
import type { Facets } from "../storage/facets.ts";
import type { Catalogue } from "./catalogue.ts";
import { foundIn } from "./found-in.ts";
import { inOrder } from "./order.ts";
import { recordsOfPerson } from "./people.ts";
import { type Records, recordsWithKey } from "./read.ts";

export type RowsQuery = Extract<Query, { q: "rows" }>;

/** Open work by what presses, everything else by when it changed, unless something else is asked for. */
export const orderOf = ({ order, open }: RowsQuery) => order ?? (open ? "due" : "updated");

function matches(query: RowsQuery, me: string): (each: Facets) => boolean {
  const since = query.since ? Date.parse(query.since) : Number.NEGATIVE_INFINITY;
  const until = query.until ? Date.parse(query.until) : Number.POSITIVE_INFINITY;
  const dueBefore = query.dueBefore ? Date.parse(query.dueBefore) : null;
  const { kinds, open, principal, assignee, classification } = query;
  return (each) =>
    (!kinds || kinds.includes(each.kind)) &&
    (open === undefined || open === each.open) &&
    (!principal || each.principal === principal) &&
    (!classification || each.classification === classification) &&
    each.at >= since &&
    each.at < until &&
    (dueBefore === null || each.urgent || each.due < dueBefore) &&
    (!assignee ||
      (assignee === "none"
        ? each.assignee === ""
        : assignee === "mineOrNone"
          ? each.assignee === "" || each.assignee === me
          : each.assignee === assignee));
}

/** The records that a query means; `me` is the person (hex) who asks. */
export async function matching(
  db: Database,
  catalogue: Catalogue,
  query: RowsQuery,
  me: string,
): Promise<readonly Facets[]> {
  return (await candidates(db, catalogue, query)).filter(matches(query, me));
}

/** A record's row, with where a search found it if the row itself does not show that. */
export function rowFor({ record, row }: StoredRecord, search: string | undefined): Row {
  const found = search?.trim() && row.classification !== "privileged" ? foundIn(record, row, search) : null;
  return found ? { ...row, found } : row;
}

/** The records that a query could mean, by what narrows it most. */
async function candidates(db: Database, catalogue: Catalogue, query: RowsQuery): Promise<readonly Facets[]> {
  const { desk, thread, person, search } = query;
  if (thread) {
    const keys = await db.getAllKeysFromIndex("records", "byThread", `${desk}|${thread}`);
    return catalogue.some(
      desk,
      keys.map(([, id]) => id),
    );
  }
  if (person) {
    const known = personKey(person);
    return known ? recordsWithKey(db, catalogue, desk, known) : recordsOfPerson(catalogue, desk, person);
  }
  if (search?.trim()) return catalogue.find(desk, search);
  return query.open ? catalogue.open(desk) : catalogue.all(desk);
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
  const groups = grouped ? list.groups(now) : [];
  const rows = (await known.of(desk, list.page(offset, limit))).map((each) => rowFor(each, search));
  return { rows, total: records.length, offset, groups };
}
