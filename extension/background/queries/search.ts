import { queryTerms } from "../../../shared/records/search-terms.ts";
import type { StoredRecord } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";

/** Records that one search gives at most: more than anyone reads. */
const MOST_FOUND = 500;
/** Records with newer words behind a document's text, after which the text is written anew. */
const FOLD_AFTER = 64;

/** Search over the words of every record: one text a month, kept in memory once it was read. */
export interface Search {
  /**
   * Records that hold every word of a search; the last word may be the beginning of one. Of very many, those of the
   * newest months.
   */
  find(desk: string, text: string): Promise<StoredRecord[]>;
  /** Takes the newer words of a document's records into its text, where they are many. */
  fold(desk: string, document: string): Promise<void>;
  forgetDesk(desk: string): void;
}

/** Everything of a desk, in a store whose keys begin with it. */
const all = (desk: string) => IDBKeyRange.bound([desk], [desk, []]);

export function openSearch(store: Store): Search {
  const { db } = store;
  const texts = new Map<string, Map<string, string>>();

  /** The texts of a desk's documents. This worker alone writes them: what was read once holds. */
  const textsOf = async (desk: string) => {
    const known = texts.get(desk);
    if (known) return known;
    const read = await db.getAll("words", all(desk));
    const made = new Map(read.map(({ document, text }) => [document, text]));
    texts.set(desk, made);
    return made;
  };

  return {
    async find(desk, text) {
      const terms = queryTerms(text);
      const last = terms.at(-1);
      if (!last) return [];
      const needles = terms.map((term) => (term === last ? ` ${term}` : ` ${term} `));
      const newer = new Map((await db.getAll("newWords", all(desk))).map(({ id, words }) => [id, words]));
      const ids: string[] = [];
      for (const [id, words] of newer) if (needles.every((needle) => words.includes(needle))) ids.push(id);
      for (const whole of (await textsOf(desk)).values())
        for (const id of linesWith(whole, needles)) if (!newer.has(id)) ids.push(id);
      // An id begins with its month.
      ids.sort((a, b) => (a < b ? 1 : -1));
      const { store: records } = db.transaction("records");
      const found = await Promise.all(ids.slice(0, MOST_FOUND).map((id) => records.get([desk, id])));
      return found.filter((stored) => stored !== undefined);
    },
    async fold(desk, document) {
      // An id begins with its document's name and a dot; a slash is what comes right after the dot.
      const range = IDBKeyRange.bound([desk, `${document}.`], [desk, `${document}/`]);
      if ((await db.count("newWords", range)) < FOLD_AFTER) return;
      const known = await textsOf(desk);
      const text = await store.write(["words", "newWords"], async (tx, also) => {
        const made = folded(known.get(document) ?? "", await tx.objectStore("newWords").getAll(range));
        also(tx.objectStore("words").put({ desk, document, text: made }));
        also(tx.objectStore("newWords").delete(range));
        return made;
      });
      known.set(document, text);
    },
    forgetDesk(desk) {
      texts.delete(desk);
    },
  };
}

/** The ids of the lines that have every needle. */
function* linesWith(text: string, needles: readonly string[]): Generator<string> {
  // The longest one narrows the most.
  const first = needles.reduce((a, b) => (b.length > a.length ? b : a));
  for (let at = text.indexOf(first); at >= 0; ) {
    const start = text.lastIndexOf("\n", at) + 1;
    const end = text.indexOf("\n", at);
    const line = text.slice(start, end);
    if (needles.every((needle) => line.includes(needle))) yield line.slice(0, line.indexOf("\t"));
    at = text.indexOf(first, end);
  }
}

function folded(text: string, newer: readonly { readonly id: string; readonly words: string }[]): string {
  const lines = new Map<string, string>();
  for (const line of text.split("\n")) if (line !== "") lines.set(line.slice(0, line.indexOf("\t")), line);
  for (const { id, words } of newer) {
    if (words === "") lines.delete(id);
    else lines.set(id, `${id}\t${words}`);
  }
  return [...lines.values()].map((line) => `${line}\n`).join("");
}
