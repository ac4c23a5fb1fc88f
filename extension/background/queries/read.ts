import type { Database, StoredRecord } from "../storage/database.ts";
import type { Facets } from "../storage/facets.ts";
import type { Catalogue } from "./catalogue.ts";

/** Every record that has an address or a number anywhere. */
export async function recordsWithKey(
  db: Database,
  catalogue: Catalogue,
  desk: string,
  key: string,
): Promise<readonly Facets[]> {
  const keys = await db.getAllKeysFromIndex("records", "byPerson", `${desk}|${key}`);
  return catalogue.some(
    desk,
    keys.map(([, id]) => id),
  );
}

/** The records themselves, in one reading. */
export async function storedOf(
  db: Database,
  desk: string,
  records: readonly Facets[],
): Promise<StoredRecord[]> {
  const { store } = db.transaction("records");
  const stored = await Promise.all(records.map(({ id }) => store.get([desk, id])));
  return stored.filter((each) => each !== undefined);
}
