import type { IDBPTransaction } from "idb";
import { documentOfRecord } from "../../../shared/documents/layout.ts";
import type { Database, SidedeskSchema, StoredRecord, StoredWords } from "./database.ts";
import { facetsLine } from "./facets.ts";
import { foldDocument } from "./folded.ts";

export type Upgrade = IDBPTransaction<SidedeskSchema, ArrayLike<(typeof STORES)[number]>, "versionchange">;

const STORES = [
  "device",
  "settings",
  "desks",
  "journal",
  "done",
  "setAside",
  "snapshots",
  "changes",
  "records",
  "words",
  "facets",
  "openFacets",
  "newWords",
  "history",
  "outbox",
  "sealed",
  "chains",
  "scratch",
  "unread",
  "acts",
  "actHeads",
  "past",
] as const;

/** One step a version: from what the version before left to its own shape. Never edited once released. */
export const MIGRATIONS: readonly ((db: Database, upgrade: Upgrade) => void | Promise<void>)[] = [
  (db) => {
    db.createObjectStore("device", { keyPath: "id" });
    db.createObjectStore("settings", { keyPath: "key" });
    db.createObjectStore("desks", { keyPath: "id" });
    db.createObjectStore("journal", { keyPath: "seq", autoIncrement: true }).createIndex("byDesk", "desk");
    db.createObjectStore("done", { keyPath: "id" }).createIndex("byTime", "at");
    db.createObjectStore("setAside", { keyPath: "id" });
    db.createObjectStore("snapshots", { keyPath: ["desk", "document"] });
    db.createObjectStore("changes", { keyPath: "n", autoIncrement: true }).createIndex("byDocument", [
      "desk",
      "document",
    ]);
    const records = db.createObjectStore("records", { keyPath: ["desk", "id"] });
    records.createIndex("byKind", ["desk", "kind", "updatedAt"]);
    records.createIndex("byOpen", ["desk", "open"]);
    records.createIndex("byThread", "thread");
    records.createIndex("byPerson", "people", { multiEntry: true });
    records.createIndex("byTerm" as never, "terms", { multiEntry: true });
    db.createObjectStore("history", { keyPath: ["desk", "record", "change"] });
    db.createObjectStore("outbox", { keyPath: "n", autoIncrement: true }).createIndex("byDesk", "desk");
    db.createObjectStore("sealed", { keyPath: ["desk", "counter"] });
    db.createObjectStore("chains", { keyPath: ["desk", "device"] });
    db.createObjectStore("scratch", { keyPath: "key" });
  },
  // Words as texts to be searched: an entry of an index for each word of each record made years of work slow.
  async (db, upgrade) => {
    db.createObjectStore("words", { keyPath: ["desk", "document"] });
    db.createObjectStore("newWords", { keyPath: ["desk", "id"] });
    const records = upgrade.objectStore("records");
    records.deleteIndex("byTerm" as never);
    const texts = new Map<string, StoredWords>();
    for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
      const { terms, ...record } = cursor.value as StoredRecord & { terms?: readonly string[] };
      const { desk, id } = record;
      const document = documentOfRecord(id);
      const words = (terms ?? []).map((term) => term.slice(desk.length + 1)).join(" ");
      const before = texts.get(`${desk} ${document}`)?.text ?? "";
      texts.set(`${desk} ${document}`, { desk, document, text: `${before}${id}\t ${words} \n` });
      await cursor.update(record);
    }
    for (const one of texts.values()) await upgrade.objectStore("words").put(one);
  },
  // Facets beside the words: a list of years read every record.
  async (db, upgrade) => {
    db.createObjectStore("facets", { keyPath: ["desk", "document"] });
    const words = new Map<string, string>();
    for (const { desk, text } of await upgrade.objectStore("words").getAll())
      for (const line of text.split("\n")) {
        const tab = line.indexOf("\t");
        if (tab > 0) words.set(`${desk} ${line.slice(0, tab)}`, line.slice(tab + 1));
      }
    for (const { desk, id, words: newer } of await upgrade.objectStore("newWords").getAll())
      words.set(`${desk} ${id}`, newer);
    await upgrade.objectStore("words").clear();
    await upgrade.objectStore("newWords").clear();
    const texts = new Map<string, { desk: string; document: string; words: string; facets: string }>();
    const records = upgrade.objectStore("records");
    for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
      const { desk, id, open, record } = cursor.value;
      if (open === -1) continue;
      const document = documentOfRecord(id);
      const key = `${desk} ${document}`;
      const before = texts.get(key) ?? { desk, document, words: "", facets: "" };
      texts.set(key, {
        ...before,
        words: `${before.words}${id}\t${words.get(`${desk} ${id}`) ?? ""}\n`,
        facets: `${before.facets}${facetsLine(record)}\n`,
      });
    }
    for (const { desk, document, words: text, facets } of texts.values()) {
      await upgrade.objectStore("words").put({ desk, document, text });
      await upgrade.objectStore("facets").put({ desk, document, text: facets } as never);
    }
  },
  (db) => {
    db.createObjectStore("unread", { keyPath: ["desk", "id"] });
  },
  // Facets by column: a worker that had just begun read a line a record before it could show a list.
  async (db, upgrade) => {
    db.createObjectStore("openFacets", { keyPath: ["desk", "document"] });
    const words = new Map<string, string>();
    for (const { desk, text } of await upgrade.objectStore("words").getAll())
      for (const line of text.split("\n")) {
        const tab = line.indexOf("\t");
        if (tab > 0) words.set(`${desk} ${line.slice(0, tab)}`, line.slice(tab + 1));
      }
    const before = (await upgrade.objectStore("facets").getAll()) as unknown as StoredWords[];
    for (const { desk, document, text } of before) {
      const lines = text.split("\n").filter(Boolean);
      const newer = lines.map((facets) => {
        const id = facets.slice(0, facets.indexOf("\t"));
        return { id, facets, words: words.get(`${desk} ${id}`) ?? "" };
      });
      const folded = foldDocument(desk, document, [], newer);
      await upgrade.objectStore("words").put(folded.words);
      await upgrade.objectStore("facets").put(folded.facets);
      await upgrade.objectStore("openFacets").put(folded.openFacets);
    }
  },
  (db) => {
    const acts = db.createObjectStore("acts", { keyPath: ["desk", "principal", "id"] });
    acts.createIndex("byTime", ["desk", "principal", "at"]);
    db.createObjectStore("actHeads", { keyPath: ["desk", "principal"] });
  },
  // Keys for each desk. Those that are here were joined with one set for all, and their rosters know them by it.
  async (_db, upgrade) => {
    const devices = upgrade.objectStore("device");
    const shared = await devices.get("device");
    if (!shared) return;
    for (const id of await upgrade.objectStore("desks").getAllKeys()) await devices.put({ ...shared, id });
    await devices.delete("device");
  },
  // Months that came with a base, packed until somebody needs them.
  (db) => {
    db.createObjectStore("past", { keyPath: ["desk", "document"] });
  },
];
