import type { Database, StoredNewWords } from "../../extension/background/storage/database.ts";
import { foldDocument } from "../../extension/background/storage/folded.ts";
import { storedRecord, wordsOf } from "../../extension/background/work/stored-record.ts";
import { documentOfRecord } from "../../shared/documents/layout.ts";
import { sampleRecord } from "./sample-work.ts";

/** One in so many asks for work; the rest is done. */
const OPEN_EVERY = 100;
const AT_ONCE = 2_000;

/** Fills a desk with so many records of five years, as they lie when their words and facets have been folded. */
export async function fillStore(db: Database, desk: string, records: number): Promise<void> {
  const documents = new Map<string, StoredNewWords[]>();
  for (let n = 0; n < records; ) {
    const tx = db.transaction("records", "readwrite", { durability: "relaxed" });
    for (const end = Math.min(records, n + AT_ONCE); n < end; n++) {
      const record = sampleRecord(n, records, n % OPEN_EVERY === 0);
      void tx.store.put(storedRecord(desk, record));
      const document = documentOfRecord(record.id);
      documents.set(document, [...(documents.get(document) ?? []), wordsOf(desk, record.id, record)]);
    }
    await tx.done;
  }
  const tx = db.transaction(["words", "facets", "openFacets"], "readwrite");
  for (const [document, newer] of documents) {
    const { words, facets, openFacets } = foldDocument(desk, document, [], newer);
    void tx.objectStore("words").put(words);
    void tx.objectStore("facets").put(facets);
    void tx.objectStore("openFacets").put(openFacets);
  }
  await tx.done;
}
