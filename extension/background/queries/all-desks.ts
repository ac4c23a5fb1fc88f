import { packGroups } from "../../port/row-groups.ts";
import type { Counts, RowPage } from "../../port/surface.ts";
import type { Database } from "../storage/database.ts";
import type { Facets } from "../storage/facets.ts";
import type { Catalogue } from "./catalogue.ts";
import { queryCounts } from "./counts.ts";
import { inOrder } from "./order.ts";
import type { Records } from "./read.ts";
import { matching, orderOf, type RowsQuery, rowFor } from "./rows.ts";
import { selectionOf } from "./selection.ts";

/** A desk (hex), and whom this device belongs to on it. */
interface Mine {
  readonly desk: string;
  readonly me: string;
}

/**
 * One page of a list over several desks, each row with the desk that it is on: they are kept apart, and only shown
 * together.
 * @param now milliseconds since 1970
 */
export async function queryAllRows(
  db: Database,
  catalogue: Catalogue,
  known: Records,
  query: RowsQuery,
  desks: readonly Mine[],
  now: number,
): Promise<RowPage> {
  const { offset = 0, limit = 100, grouped, search } = query;
  const homes = new Map<Facets, string>();
  for (const { desk, me } of desks)
    for (const each of (await matching(db, catalogue, { ...query, desk }, me)).all()) homes.set(each, desk);
  const list = inOrder(selectionOf([...homes.keys()]), orderOf(query));
  const page = list.page(offset, limit);
  const stored = await Promise.all(
    page.map(async (each) => {
      const desk = homes.get(each) ?? "";
      const [found] = await known.of(desk, [each]);
      return found ? [{ ...rowFor(found, search), desk }] : [];
    }),
  );
  return {
    rows: stored.flat(),
    total: homes.size,
    offset,
    groups: packGroups(grouped ? list.groups(now) : []),
  };
}

/** The counts of several desks together; `now` in milliseconds since 1970. */
export async function queryAllCounts(
  catalogue: Catalogue,
  desks: readonly Mine[],
  now: number,
): Promise<Counts> {
  const each = await Promise.all(desks.map(({ desk, me }) => queryCounts(catalogue, desk, me, now)));
  const open: Record<string, number> = {};
  for (const counts of each)
    for (const [kind, count] of Object.entries(counts.open)) open[kind] = (open[kind] ?? 0) + count;
  const next = each.flatMap(({ overdueNext }) => (overdueNext === null ? [] : [overdueNext]));
  return {
    open,
    queue: each.reduce((sum, { queue }) => sum + queue, 0),
    overdueMine: each.reduce((sum, { overdueMine }) => sum + overdueMine, 0),
    overdueNext: next.length > 0 ? Math.min(...next) : null,
  };
}
