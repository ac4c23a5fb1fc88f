import { documentOfRecord } from "../../../shared/documents/layout.ts";
import { queryTerms } from "../../../shared/records/search-terms.ts";
import type { StoredNewWords } from "../storage/database.ts";
import { readFacets } from "../storage/facet-columns.ts";
import { type Facets, facetsOfLine } from "../storage/facets.ts";
import { FOLDED_STORES, foldDocument, linesOf } from "../storage/folded.ts";
import type { Store } from "../storage/store.ts";
import type { Written } from "../work/stored-record.ts";
import { Month } from "./month.ts";
import { Selection, selectionOf } from "./selection.ts";

/** Records newer than what is folded of a document, after which it is folded anew. */
const FOLD_AFTER = 64;
/** The same over all documents of a desk: every question reads them. */
const FOLD_ALL_AFTER = 512;

/**
 * What a worker knows of all records of a desk: enough to narrow, order, count and find them without reading one. Kept
 * folded, for each document its facets and its words, with what is newer beside; in memory once it was read.
 */
export interface Catalogue {
  /** Every record that is not deleted, in no order. */
  all(desk: string): Promise<readonly Facets[]>;
  /** Those of them that ask for work: few, and so at once, also in a worker that has just begun. */
  open(desk: string): Promise<readonly Facets[]>;
  /**
   * Those that are wanted of all, or of those that `find` finds for a text. What `wanted` is given is to be looked at
   * at once, and not kept.
   */
  select(desk: string, wanted: (each: Facets) => boolean, text?: string): Promise<Selection>;
  /** Some records, those of them that are not deleted. */
  some(desk: string, ids: readonly string[]): Promise<readonly Facets[]>;
  /** Records that hold every word of a search, each of them at least as a beginning. Nothing asked, nothing found. */
  find(desk: string, text: string): Promise<readonly Facets[]>;
  /** Reads what `find` looks into, where that has not been read. */
  prepare(desk: string): Promise<void>;
  /** Records were written, as given or as they are read again; any of the desk's where none are named. */
  changed(desk: string, records?: readonly (string | Written)[]): void;
  /** Folds what is newer of a document's records, where it is much. */
  fold(desk: string, document: string): Promise<void>;
  forgetDesk(desk: string): void;
}

/** What lists are made of that ask for open work alone. */
interface KnownOpen {
  readonly documents: Map<string, readonly Facets[]>;
  all: Together | undefined;
}

/** Records of all documents, as of these newer ones: after each change, and each fold, there are others. */
interface Together {
  readonly newer: Newer;
  readonly list: readonly Facets[];
}

interface Known {
  readonly months: Map<string, Month>;
  all: Together | undefined;
}

type Newer = ReadonlyMap<string, { readonly facets: Facets | null; readonly words: string }>;

/** Everything of a desk, in a store whose keys begin with it. */
const everything = (desk: string) => IDBKeyRange.bound([desk], [desk, []]);
/** Everything of a document: an id begins with its name and a dot, and a slash is what comes right after the dot. */
const inDocument = (desk: string, document: string) =>
  IDBKeyRange.bound([desk, `${document}.`], [desk, `${document}/`]);

export function openCatalogue(store: Store): Catalogue {
  const { db } = store;
  const desks = new Map<string, Promise<Known>>();
  const searches = new Map<string, Promise<Known>>();
  const opens = new Map<string, Promise<KnownOpen>>();
  const newest = new Map<string, Promise<Newer>>();
  const folding = new Map<string, Promise<void>>();

  /** What is read while it is folded would be half of before and half of after. */
  const whenFolded = async (desk: string) => await folding.get(desk);
  /** This worker alone folds: what was read once holds. */
  const knownOf = (desk: string): Promise<Known> => {
    const reading =
      desks.get(desk) ??
      whenFolded(desk).then(async (): Promise<Known> => {
        const folded = await db.getAll("facets", everything(desk));
        const months = folded.map(({ document, columns }) => [document, new Month(columns)] as const);
        return { months: new Map(months), all: undefined };
      });
    desks.set(desk, reading);
    reading.catch(() => desks.delete(desk));
    return reading;
  };
  const openOf = (desk: string): Promise<KnownOpen> => {
    const reading =
      opens.get(desk) ??
      whenFolded(desk).then(async (): Promise<KnownOpen> => {
        const folded = await db.getAll("openFacets", everything(desk));
        const documents = folded.map(({ document, columns }) => [document, readFacets(columns)] as const);
        return { documents: new Map(documents), all: undefined };
      });
    opens.set(desk, reading);
    reading.catch(() => opens.delete(desk));
    return reading;
  };
  /** What is known of all records, their words too. */
  const searchable = (desk: string): Promise<Known> => {
    const reading =
      searches.get(desk) ??
      // Both at once: they lie in the store side by side, and what is folded waits for what is read here.
      Promise.all([knownOf(desk), whenFolded(desk).then(() => db.getAll("words", everything(desk)))]).then(
        ([known, texts]) => {
          for (const { document, text } of texts) {
            const month = known.months.get(document);
            // One that was folded meanwhile has newer words already.
            if (month) month.words ??= text;
          }
          return known;
        },
      );
    searches.set(desk, reading);
    reading.catch(() => searches.delete(desk));
    return reading;
  };
  /** Several questions are asked at once after each change: it is read for all of them together. */
  const keep = (desk: string, reading: Promise<Newer>): Promise<Newer> => {
    newest.set(desk, reading);
    reading.catch(() => newest.get(desk) === reading && newest.delete(desk));
    return reading;
  };
  const entry = ({ id, words, facets }: StoredNewWords) =>
    [id, { words, facets: facets === "" ? null : facetsOfLine(facets) }] as const;
  const newerOf = (desk: string): Promise<Newer> =>
    newest.get(desk) ??
    keep(
      desk,
      db.getAll("newWords", everything(desk)).then((rows) => new Map(rows.map(entry))),
    );
  /** What is newer, with some records of it read again. */
  const patch = async (
    desk: string,
    before: Promise<Newer>,
    records: readonly (string | Written)[],
  ): Promise<Newer> => {
    const newer = new Map(await before);
    const named = records.filter((each) => typeof each === "string");
    const { store: newWords } = named.length > 0 ? db.transaction("newWords") : { store: undefined };
    const rows = await Promise.all(named.map((id) => newWords?.get([desk, id])));
    for (const [index, row] of rows.entries())
      if (row) newer.set(...entry(row));
      else newer.delete(named[index]!);
    for (const each of records) if (typeof each !== "string") newer.set(...entry(each.words));
    return newer;
  };
  const write = async (desk: string, document: string, known?: Known, knownOpen?: KnownOpen) => {
    const stores = [...FOLDED_STORES, "newWords"] as const;
    const { words, facets, openFacets } = await store.write(stores, async (tx, also) => {
      const newer = await tx.objectStore("newWords").getAll(inDocument(desk, document));
      const made = foldDocument(
        desk,
        document,
        linesOf(
          await tx.objectStore("facets").get([desk, document]),
          await tx.objectStore("words").get([desk, document]),
        ),
        newer,
      );
      also(tx.objectStore("words").put(made.words));
      also(tx.objectStore("facets").put(made.facets));
      also(tx.objectStore("openFacets").put(made.openFacets));
      also(tx.objectStore("newWords").delete(inDocument(desk, document)));
      return made;
    });
    newest.delete(desk);
    known?.months.set(document, new Month(facets.columns, words.text));
    knownOpen?.documents.set(document, readFacets(openFacets.columns));
  };

  const select: Catalogue["select"] = async (desk, wanted, text) => {
    // A space before a term makes it the beginning of a word.
    const needles = queryTerms(text ?? "").map((term) => ` ${term}`);
    if (text !== undefined && needles.length === 0) return selectionOf([]);
    const [known, newer] = await Promise.all([
      text === undefined ? knownOf(desk) : searchable(desk),
      newerOf(desk),
    ]);
    const old = foldedOf(known, newer);
    const parts = [...known.months].map(([document, month]) => {
      const { facets } = month;
      const places = facets.where(wanted, needles.length > 0 ? month.with(needles) : undefined);
      const gone = old.get(document);
      return { table: facets, places: gone ? places.filter((place) => !gone.has(place)) : places };
    });
    const late = [...newer.values()].flatMap(({ facets, words }) =>
      facets && wanted(facets) && needles.every((needle) => words.includes(needle)) ? facets : [],
    );
    return new Selection(parts, late);
  };

  return {
    async all(desk) {
      const [known, newer] = await Promise.all([knownOf(desk), newerOf(desk)]);
      if (known.all?.newer !== newer) known.all = { newer, list: (await select(desk, () => true)).all() };
      return known.all.list;
    },
    async open(desk) {
      const [known, newer] = await Promise.all([openOf(desk), newerOf(desk)]);
      if (known.all?.newer !== newer) {
        const folded = [...known.documents.values()].flat().filter(({ id }) => !newer.has(id));
        known.all = { newer, list: [...folded, ...present(newer).filter(({ open }) => open)] };
      }
      return known.all.list;
    },
    async some(desk, ids) {
      const [known, newer] = await Promise.all([knownOf(desk), newerOf(desk)]);
      return ids.flatMap((id) => {
        const late = newer.get(id);
        if (late) return late.facets ?? [];
        const month = known.months.get(documentOfRecord(id));
        const place = month?.placeOf(id);
        return month && place !== undefined ? month.facets.at(place) : [];
      });
    },
    select,
    find: async (desk, text) => (await select(desk, () => true, text)).all(),
    async prepare(desk) {
      await searchable(desk);
    },
    changed(desk, records) {
      const before = newest.get(desk);
      newest.delete(desk);
      if (before && records && records.length <= FOLD_AFTER) keep(desk, patch(desk, before, records));
    },
    async fold(desk, document) {
      const read = [desks.get(desk), opens.get(desk)] as const;
      const mine = whenFolded(desk).then(async () => {
        const [known, knownOpen] = await Promise.all(read);
        if ((await db.count("newWords", inDocument(desk, document))) >= FOLD_AFTER)
          await write(desk, document, known, knownOpen);
        if ((await db.count("newWords", everything(desk))) < FOLD_ALL_AFTER) return;
        const keys = await db.getAllKeys("newWords", everything(desk));
        for (const each of new Set(keys.map(([, id]) => documentOfRecord(id))))
          await write(desk, each, known, knownOpen);
      });
      const over = mine.catch(() => {});
      folding.set(desk, over);
      try {
        await mine;
      } finally {
        if (folding.get(desk) === over) folding.delete(desk);
      }
    },
    forgetDesk(desk) {
      for (const known of [desks, searches, opens, newest]) known.delete(desk);
    },
  };
}

/** By document the places of what is folded of records that are newer. */
function foldedOf({ months }: Known, newer: Newer): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  for (const id of newer.keys()) {
    const document = documentOfRecord(id);
    const place = months.get(document)?.placeOf(id);
    if (place !== undefined) places.set(document, (places.get(document) ?? new Set()).add(place));
  }
  return places;
}

const present = (newer: Newer) => [...newer.values()].flatMap(({ facets }) => facets ?? []);
