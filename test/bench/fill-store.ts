import type { Database } from "../../extension/background/storage/database.ts";
import { facetsLine } from "../../extension/background/storage/facets.ts";
import { storedRecord, wordsOf } from "../../extension/background/work/stored-record.ts";
import { sampleRecord } from "./sample-work.ts";

/** One in so many asks for work; the rest is done. */
const OPEN_EVERY = 100;
const AT_ONCE = 2_000;

/** Fills a desk with so many records of five years, as they lie when their words and facets have been folded. */
export async function fillStore(db: Database, desk: string, records: number): Promise<void> {
  const texts = new Map<string, { words: string; facets: string }>();
  for (let n = 0; n < records; ) {
    const tx = db.transaction("records", "readwrite", { durability: "relaxed" });
    for (const end = Math.min(records, n + AT_ONCE); n < end; n++) {
      const record = sampleRecord(n, records, n % OPEN_EVERY === 0);
      void tx.store.put(storedRecord(desk, record));
      const document = record.id.slice(0, record.id.indexOf("."));
      const before = texts.get(document) ?? { words: "", facets: "" };
      texts.set(document, {
        words: `${before.words}${record.id}\t${wordsOf(desk, record.id, record).words}\n`,
        facets: `${before.facets}${facetsLine(record)}\n`,
      });
    }
    await tx.done;
  }
  const tx = db.transaction(["words", "facets"], "readwrite");
  for (const [document, { words, facets }] of texts) {
    void tx.objectStore("words").put({ desk, document, text: words });
    void tx.objectStore("facets").put({ desk, document, text: facets });
  }
  await tx.done;
}
