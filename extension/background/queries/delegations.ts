import type { AtDesk } from "../../../shared/desk/people-at.ts";
import { type Delegation, readDelegation } from "../../../shared/documents/delegation-standing.ts";
import type { Database } from "../storage/database.ts";

const MOST = 500;

/** A desk's delegations, the newest first; each told from its history, not from what its record says now. */
export async function queryDelegations(
  db: Database,
  desk: string,
  people: () => Promise<ReadonlyMap<string, AtDesk>>,
): Promise<readonly Delegation[]> {
  const range = IDBKeyRange.bound([desk, "delegation"], [desk, "delegation", []]);
  const stored = await db.getAllFromIndex("records", "byKind", range, MOST);
  if (stored.length === 0) return [];
  const known = await people();
  const read = await Promise.all(
    stored.map(async ({ id }) =>
      readDelegation(
        id,
        await db.getAll("history", IDBKeyRange.bound([desk, id], [desk, id, []])),
        (device) => known.get(device),
      ),
    ),
  );
  return read.filter((each) => each !== null).sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}
