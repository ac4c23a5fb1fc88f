import type { Row } from "../../port/surface.ts";
import type { Database, StoredRecord } from "../storage/database.ts";
import type { Facets } from "../storage/facets.ts";
import type { Past } from "../work/past.ts";
import type { Written } from "../work/stored-record.ts";
import type { Catalogue } from "./catalogue.ts";

/** A record's row, with what of it is in dispute. */
export const rowOf = ({ record, row }: StoredRecord): Row => ({
  ...row,
  conflicts: record.conflicts.map(({ field }) => field),
});

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

/** Records kept in memory: some pages of the lists that are open. */
const KEPT = 1_000;

/** The records themselves, as the store has them; those that lists on screen show are read once, not at every change. */
export interface Records {
  /** Some records in their order; what was removed meanwhile is left out. */
  of(desk: string, wanted: readonly { readonly id: string }[]): Promise<StoredRecord[]>;
  /** Records were written, as given or as they are read again; any of the desk's where none are named. */
  changed(desk: string, records?: readonly (string | Written)[]): void;
  forgetDesk(desk: string): void;
}

/** @param packed gives those of some records that are not in the store yet */
export function openRecords(db: Database, packed: Past["look"] = async () => new Map()): Records {
  /** By desk and id, the ones asked for last at the end. */
  const kept = new Map<string, Promise<StoredRecord | undefined>>();
  const keyOf = (desk: string, id: string) => `${desk} ${id}`;
  const trim = (most: number) => {
    for (const key of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(key);
    }
  };
  const forgetDesk = (desk: string) => {
    for (const key of kept.keys()) if (key.startsWith(`${desk} `)) kept.delete(key);
  };
  return {
    async of(desk, wanted) {
      const unread = wanted.flatMap(({ id }) => (kept.has(keyOf(desk, id)) ? [] : id));
      const found = unread.length > 0 ? await packed(desk, unread) : new Map<string, StoredRecord>();
      let transaction: ReturnType<typeof begin> | undefined;
      const begin = () => db.transaction("records");
      const reading = wanted.map(({ id }) => {
        const key = keyOf(desk, id);
        const known = kept.get(key);
        if (known) kept.delete(key);
        const read = () => {
          transaction ??= begin();
          return transaction.store.get([desk, id]);
        };
        const stored = known ?? (found.has(id) ? Promise.resolve(found.get(id)) : read());
        kept.set(key, stored);
        return stored;
      });
      trim(Math.max(KEPT, wanted.length));
      try {
        return (await Promise.all(reading)).filter((each) => each !== undefined);
      } catch (error) {
        for (const { id } of wanted) kept.delete(keyOf(desk, id));
        throw error;
      }
    },
    changed(desk, changed) {
      if (!changed) return forgetDesk(desk);
      for (const one of changed)
        if (typeof one === "string") kept.delete(keyOf(desk, one));
        else kept.set(keyOf(desk, one.id), Promise.resolve(one.stored));
      trim(KEPT);
    },
    forgetDesk,
  };
}
