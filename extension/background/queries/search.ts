import { queryTerms } from "../../../shared/records/search-terms.ts";
import type { Database, StoredRecord } from "../storage/database.ts";

/** Records that one search gives at most: more than anyone reads. */
const MOST_FOUND = 500;
/** Entries of the index looked at for one word; a beginning of one letter has as many as there are records. */
const MOST_KEYS = 100_000;

const LAST = "\uffff";

/**
 * Records that hold every word of a search; the last word may be the beginning of one. Of very many, those of the
 * newest months. Words are matched by keys of the index alone, and only what is found is read.
 */
export async function search(db: Database, desk: string, text: string): Promise<StoredRecord[]> {
  const words = queryTerms(text).map((word) => `${desk}|${word}`);
  const last = words.at(-1);
  if (!last) return [];
  const tx = db.transaction("records");
  const byTerm = tx.store.index("byTerm");
  const keys = await Promise.all(
    words.map((word) =>
      byTerm.getAllKeys(
        word === last ? IDBKeyRange.bound(last, last + LAST) : IDBKeyRange.only(word),
        MOST_KEYS,
      ),
    ),
  );
  const [fewest, ...others] = keys
    .map((found) => new Set(found.map(([, id]) => id)))
    .sort((a, b) => a.size - b.size);
  const ids = [...fewest!].filter((id) => others.every((other) => other.has(id)));
  // An id begins with its month.
  if (ids.length > MOST_FOUND) ids.sort((a, b) => (a < b ? 1 : -1));
  const found = await Promise.all(ids.slice(0, MOST_FOUND).map((id) => tx.store.get([desk, id])));
  return found.filter((stored) => stored !== undefined);
}
