import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { Role } from "../../../shared/desk/body.ts";
import type { Command } from "../../../shared/documents/command.ts";
import type { HistoryRow } from "../../../shared/documents/history.ts";
import { documentOfRecord } from "../../../shared/documents/layout.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { Row } from "../../port/surface.ts";
import { facetsLine } from "./facets.ts";

/** The device's own keys; the private ones cannot be exported. */
interface StoredDevice {
  readonly id: "device";
  readonly device: Uint8Array;
  readonly signKey: CryptoKey;
  readonly signPublic: Uint8Array;
  readonly sealKey: CryptoKey;
  readonly sealPublic: Uint8Array;
}

/** A desk on this device. Ids are hex. */
export interface StoredDesk {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly server: string | null;
  /** Signed entries, in order; all of them verified before they were written. */
  readonly roster: readonly Uint8Array[];
  /** This device's, by the roster; absent in what was kept before roles were asked for here. */
  readonly role?: Role;
  /** Raw 32-byte epoch keys by epoch number, from 1. */
  readonly epochKeys: readonly Uint8Array[];
  /** Four random bytes, hex: new after a restore, so that an Automerge actor never repeats a number. */
  readonly incarnation: string;
  /** Whether the server has the desk's first entry. */
  readonly published: boolean;
  /** Everything up to this sequence number is applied. */
  readonly cursor: number;
  readonly addedAt: string;
}

/** A command as it waits to be applied. Its key is the order in which it came. */
export interface JournalEntry {
  readonly seq?: number;
  readonly desk: string;
  readonly document: string;
  readonly command: Command;
}

/** A record as the surfaces' questions need it: the plain record, its row, and the people that find it. */
export interface StoredRecord {
  readonly desk: string;
  readonly id: string;
  readonly kind: string;
  readonly record: DeskRecord;
  readonly row: Row;
  /** 1 while it asks for work and is not deleted, else 0; -1 when it is deleted. */
  readonly open: -1 | 0 | 1;
  readonly updatedAt: string;
  /** `desk|thread`; absent where there is none. */
  readonly thread?: string;
  /** `desk|key`, each e-mail address and telephone number of the record. */
  readonly people: readonly string[];
  /** The newest change that touched it: seconds since 1970, and its actor. Absent while only the journal has it. */
  readonly changed?: { readonly time: number; readonly actor: string };
}

/**
 * One text about all of a document's records that are not deleted, a line for each. `words`, to be searched: its id, a
 * tab, and its words with a space before and after each. `facets`, to be listed: what `facets.ts` makes. The n-th
 * lines of both are of the same record.
 */
interface StoredText {
  readonly desk: string;
  readonly document: string;
  readonly text: string;
}

/** A record's words and facets that are newer than its document's texts; both empty where it is deleted. */
export interface StoredNewWords {
  readonly desk: string;
  readonly id: string;
  readonly words: string;
  readonly facets: string;
}

interface StoredSnapshot {
  readonly desk: string;
  readonly document: string;
  readonly bytes: Uint8Array;
}

interface StoredChange {
  readonly n?: number;
  readonly desk: string;
  readonly document: string;
  readonly bytes: Uint8Array;
}

export interface OutboxEntry {
  readonly n?: number;
  readonly desk: string;
  readonly document: string;
  readonly change: Uint8Array;
  /** Of one that the server may have: it is not sent where the log brings it. */
  readonly hash?: string;
}

/** An envelope on its way: kept, with what it was made of, until the server has acknowledged it. */
export interface SealedEntry {
  readonly desk: string;
  readonly counter: number;
  readonly envelope: Uint8Array;
  readonly document: string;
  readonly changes: readonly Uint8Array[];
}

/** The newest envelope known of each device of a desk: what the next must follow. */
export interface ChainState {
  readonly desk: string;
  readonly device: string;
  readonly counter: number;
  readonly hash: Uint8Array;
  /** The epoch under which it was sealed; absent in what was kept before there was a second one. */
  readonly epoch?: number;
}

export interface SetAside {
  readonly id: string;
  readonly desk: string;
  readonly command: Command;
  readonly why: string;
}

/** Something that came and is not in the desk: said to the person until it is there or she puts it away. */
export interface Unread {
  readonly desk: string;
  readonly id: string;
  /** Who wrote it; null where that is not known. */
  readonly device: string | null;
  readonly document: string | null;
  /** `refused`: damaged, or in another's name. `sealed`: its envelope cannot be opened. `waiting`: for one that has not come. */
  readonly why: "refused" | "sealed" | "waiting";
  readonly detail: string;
  readonly at: string;
}

export interface SidedeskSchema extends DBSchema {
  device: { key: string; value: StoredDevice };
  settings: { key: string; value: { readonly key: string; readonly value: string | null } };
  desks: { key: string; value: StoredDesk };
  journal: { key: number; value: JournalEntry; indexes: { byDesk: string } };
  done: { key: string; value: { readonly id: string; readonly at: string }; indexes: { byTime: string } };
  setAside: { key: string; value: SetAside };
  snapshots: { key: [string, string]; value: StoredSnapshot };
  changes: { key: number; value: StoredChange; indexes: { byDocument: [string, string] } };
  records: {
    key: [string, string];
    value: StoredRecord;
    indexes: {
      byKind: [string, string, string];
      byOpen: [string, number];
      byThread: string;
      byPerson: string;
    };
  };
  words: { key: [string, string]; value: StoredText };
  facets: { key: [string, string]; value: StoredText };
  newWords: { key: [string, string]; value: StoredNewWords };
  history: { key: [string, string, string]; value: HistoryRow & { readonly desk: string } };
  outbox: { key: number; value: OutboxEntry; indexes: { byDesk: string } };
  sealed: { key: [string, number]; value: SealedEntry };
  chains: { key: [string, string]; value: ChainState };
  scratch: { key: string; value: { readonly key: string; readonly value: string } };
  unread: { key: [string, string]; value: Unread };
}

export type Database = IDBPDatabase<SidedeskSchema>;
type Upgrade = IDBPTransaction<SidedeskSchema, ArrayLike<(typeof STORES)[number]>, "versionchange">;

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
  "newWords",
  "history",
  "outbox",
  "sealed",
  "chains",
  "scratch",
  "unread",
] as const;

/** One step a version: from what the version before left to its own shape. Never edited once released. */
const MIGRATIONS: readonly ((db: Database, upgrade: Upgrade) => void | Promise<void>)[] = [
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
    const texts = new Map<string, StoredText>();
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
      await upgrade.objectStore("facets").put({ desk, document, text: facets });
    }
  },
  (db) => {
    db.createObjectStore("unread", { keyPath: ["desk", "id"] });
  },
];

const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Opens the one database of this browser profile, bringing it to the present schema.
 * @param gone called when another, newer version of the extension needs the database, or the browser took it away
 */
export async function openDatabase(gone: () => void, name = "sidedesk"): Promise<Database> {
  const db = await openDB<SidedeskSchema>(name, SCHEMA_VERSION, {
    async upgrade(opened, oldVersion, _newVersion, upgrade) {
      for (const migrate of MIGRATIONS.slice(oldVersion))
        await migrate(opened, upgrade as unknown as Upgrade);
    },
    blocking() {
      db.close();
      gone();
    },
    terminated: gone,
  });
  return db;
}
