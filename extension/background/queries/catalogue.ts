import { documentOfRecord } from "../../../shared/documents/layout.ts";
import { queryTerms } from "../../../shared/records/search-terms.ts";
import type { StoredNewWords } from "../storage/database.ts";
import { type Facets, facetsReader } from "../storage/facets.ts";
import type { Store } from "../storage/store.ts";
import { type Month, readMonth, recordsWith } from "./month.ts";

/** Records newer than a document's texts, after which the texts are written anew. */
const FOLD_AFTER = 64;
/** The same over all documents of a desk: every question reads them. */
const FOLD_ALL_AFTER = 512;

/**
 * What a worker knows of all records of a desk: enough to narrow, order, count and find them without reading one. Kept
 * as two texts a document, with what is newer than them beside; in memory once it was read.
 */
export interface Catalogue {
  /** Every record that is not deleted, the newest first, and those that changed lately at the end. */
  all(desk: string): Promise<readonly Facets[]>;
  /** Some records, those of them that are not deleted. */
  some(desk: string, ids: readonly string[]): Promise<readonly Facets[]>;
  /** Records that hold every word of a search, each of them at least as a beginning. Nothing asked, nothing found. */
  find(desk: string, text: string): Promise<readonly Facets[]>;
  /** Records were written; any of the desk's where none are named. */
  changed(desk: string, records?: readonly string[]): void;
  /** Takes what is newer of a document's records into its texts, where it is much. */
  fold(desk: string, document: string): Promise<void>;
  forgetDesk(desk: string): void;
}

interface Known {
  readonly months: Map<string, Month>;
  /** Every record of the months, the newest first; undefined where a month changed since. */
  flat: readonly Facets[] | undefined;
  words: Promise<void> | undefined;
}

type Newer = ReadonlyMap<string, { readonly facets: Facets | null; readonly words: string }>;

/** Everything of a desk, in a store whose keys begin with it. */
const everything = (desk: string) => IDBKeyRange.bound([desk], [desk, []]);

export function openCatalogue(store: Store): Catalogue {
  const { db } = store;
  const desks = new Map<string, Promise<Known>>();
  const newest = new Map<string, Promise<Newer>>();
  const read = facetsReader();

  /** This worker alone writes the texts: what was read once holds. */
  const knownOf = (desk: string): Promise<Known> => {
    const reading =
      desks.get(desk) ??
      db.getAll("facets", everything(desk)).then((texts): Known => {
        const months = new Map(texts.map(({ document, text }) => [document, readMonth(text)]));
        return { months, flat: undefined, words: undefined };
      });
    desks.set(desk, reading);
    reading.catch(() => desks.delete(desk));
    return reading;
  };
  const readWords = (desk: string, known: Known): Promise<void> => {
    known.words ??= db.getAll("words", everything(desk)).then((texts) => {
      for (const { document, text } of texts) {
        const month = known.months.get(document);
        // One that was folded meanwhile has newer words already.
        if (month && month.words === undefined) month.words = text;
      }
    });
    known.words.catch(() => {
      known.words = undefined;
    });
    return known.words;
  };
  /** Several questions are asked at once after each change: it is read for all of them together. */
  const keep = (desk: string, reading: Promise<Newer>): Promise<Newer> => {
    newest.set(desk, reading);
    reading.catch(() => newest.get(desk) === reading && newest.delete(desk));
    return reading;
  };
  const entry = ({ id, words, facets }: StoredNewWords) =>
    [id, { words, facets: facets === "" ? null : read(facets) }] as const;
  const newerOf = (desk: string): Promise<Newer> =>
    newest.get(desk) ??
    keep(
      desk,
      db.getAll("newWords", everything(desk)).then((rows) => new Map(rows.map(entry))),
    );
  /** What is newer, with some records of it read again. */
  const patch = async (desk: string, before: Promise<Newer>, records: readonly string[]): Promise<Newer> => {
    const newer = new Map(await before);
    const { store: newWords } = db.transaction("newWords");
    const rows = await Promise.all(records.map((id) => newWords.get([desk, id])));
    for (const [index, row] of rows.entries())
      if (row) newer.set(...entry(row));
      else newer.delete(records[index]!);
    return newer;
  };
  const flatOf = (known: Known): readonly Facets[] => {
    known.flat ??= [...known.months.values()].flatMap(({ list }) => list).sort((a, b) => b.at - a.at);
    return known.flat;
  };
  const write = async (desk: string, known: Known, document: string) => {
    // An id begins with its document's name and a dot; a slash is what comes right after the dot.
    const range = IDBKeyRange.bound([desk, `${document}.`], [desk, `${document}/`]);
    const { words, facets } = await store.write(["words", "facets", "newWords"], async (tx, also) => {
      const newer = await tx.objectStore("newWords").getAll(range);
      const before = {
        words: (await tx.objectStore("words").get([desk, document]))?.text ?? "",
        facets: (await tx.objectStore("facets").get([desk, document]))?.text ?? "",
      };
      const made = {
        words: folded(
          before.words,
          newer.map(({ id, words: line, facets: kept }) => [id, kept && `${id}\t${line}`]),
        ),
        facets: folded(
          before.facets,
          newer.map(({ id, facets: line }) => [id, line]),
        ),
      };
      also(tx.objectStore("words").put({ desk, document, text: made.words }));
      also(tx.objectStore("facets").put({ desk, document, text: made.facets }));
      also(tx.objectStore("newWords").delete(range));
      return made;
    });
    newest.delete(desk);
    known.months.set(document, { ...readMonth(facets), words });
    known.flat = undefined;
  };

  return {
    async all(desk) {
      const [known, newer] = [await knownOf(desk), await newerOf(desk)];
      if (newer.size === 0) return flatOf(known);
      return [...flatOf(known).filter(({ id }) => !newer.has(id)), ...present(newer)];
    },
    async some(desk, ids) {
      const [known, newer] = [await knownOf(desk), await newerOf(desk)];
      return ids.flatMap((id) => {
        const late = newer.get(id);
        return (late ? late.facets : known.months.get(documentOfRecord(id))?.byId.get(id)) ?? [];
      });
    },
    async find(desk, text) {
      // A space before a term makes it the beginning of a word.
      const needles = queryTerms(text).map((term) => ` ${term}`);
      if (needles.length === 0) return [];
      const known = await knownOf(desk);
      await readWords(desk, known);
      const newer = await newerOf(desk);
      const found: Facets[] = [];
      for (const month of known.months.values())
        for (const each of recordsWith(month, needles)) if (!newer.has(each.id)) found.push(each);
      for (const { facets, words } of newer.values())
        if (facets && needles.every((needle) => words.includes(needle))) found.push(facets);
      return found;
    },
    changed(desk, records) {
      const before = newest.get(desk);
      newest.delete(desk);
      if (before && records && records.length <= FOLD_AFTER) keep(desk, patch(desk, before, records));
    },
    async fold(desk, document) {
      const range = IDBKeyRange.bound([desk, `${document}.`], [desk, `${document}/`]);
      const known = await knownOf(desk);
      if ((await db.count("newWords", range)) >= FOLD_AFTER) await write(desk, known, document);
      if ((await db.count("newWords", everything(desk))) < FOLD_ALL_AFTER) return;
      const keys = await db.getAllKeys("newWords", everything(desk));
      for (const each of new Set(keys.map(([, id]) => documentOfRecord(id)))) await write(desk, known, each);
    },
    forgetDesk(desk) {
      desks.delete(desk);
      newest.delete(desk);
    },
  };
}

const present = (newer: Newer) => [...newer.values()].flatMap(({ facets }) => facets ?? []);

/** A text with some of its lines written anew; `""` takes one out. A line begins with its record's id and a tab. */
function folded(text: string, newer: readonly (readonly [id: string, line: string])[]): string {
  const lines = new Map<string, string>();
  for (const line of text.split("\n")) if (line !== "") lines.set(line.slice(0, line.indexOf("\t")), line);
  for (const [id, line] of newer) {
    if (line === "") lines.delete(id);
    else lines.set(id, line);
  }
  return [...lines.values()].map((line) => `${line}\n`).join("");
}
