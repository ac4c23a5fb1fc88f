import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Heads } from "../../../shared/audit/heads.ts";
import type { Role } from "../../../shared/desk/body.ts";
import type { Command } from "../../../shared/documents/command.ts";
import type { HistoryRow } from "../../../shared/documents/history.ts";
import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import type { Row } from "../../port/surface.ts";
import type { FacetColumns } from "./facet-columns.ts";
import { MIGRATIONS, type Upgrade } from "./migrations.ts";

/** This browser's keys on a desk, whose id is `id`; the private ones cannot be exported. */
interface StoredDevice extends DeviceKeys {
  readonly id: string;
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
  /** Whose device this is, by the roster: the hex id of that person's first one. Absent where it is this one. */
  readonly person?: string;
  /** Raw 32-byte epoch keys by epoch number, from 1. */
  readonly epochKeys: readonly Uint8Array[];
  /** Four random bytes, hex: new after a restore, so that an Automerge actor never repeats a number. */
  readonly incarnation: string;
  /** Whether the server has the desk's first entry. */
  readonly published: boolean;
  /** Everything up to this sequence number is applied. */
  readonly cursor: number;
  readonly addedAt: string;
  /** When a backup of it was last made here; absent where none was. */
  readonly backedUpAt?: string;
  /** It came from a file without the server that it had: none takes its list of members any more. */
  readonly fromFile?: true;
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
  readonly row: Omit<Row, "conflicts">;
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
 * The words of all of a document's records that are not deleted, to be searched: a line for each, every word with a
 * space before and after it.
 */
export interface StoredWords {
  readonly desk: string;
  readonly document: string;
  readonly text: string;
}

/** What lists need of the same records, in the same order; and once more of those alone that ask for work. */
export interface StoredFacets {
  readonly desk: string;
  readonly document: string;
  readonly columns: FacetColumns;
}

/** A record's words and facets (a line of `facets.ts`) that are newer than its document's; both empty where it is deleted. */
export interface StoredNewWords {
  readonly desk: string;
  readonly id: string;
  readonly words: string;
  readonly facets: string;
}

/** What came with a base of a document that nobody has needed yet: what it comes to, packed (shared/documents/shown.ts). */
export interface StoredPast {
  readonly desk: string;
  readonly document: string;
  readonly shown: Uint8Array;
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
  /** Of this device's own: how far the others' chains went that it has told of, counters by device. */
  readonly told?: Readonly<Record<string, number>>;
}

export interface SetAside {
  readonly id: string;
  readonly desk: string;
  readonly command: Command;
  readonly why: string;
}

/** What was done in a principal's name, signed by the device that did it: shared/audit/act.ts. Ids are hex. */
export interface StoredAct {
  readonly desk: string;
  readonly principal: string;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly device: string;
  readonly previous: readonly string[];
  readonly document: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** Something that came and is not in the desk: said to the person until it is there or she puts it away. */
export interface Unread {
  readonly desk: string;
  readonly id: string;
  /** Who wrote it; null where that is not known. */
  readonly device: string | null;
  readonly document: string | null;
  /**
   * `refused`: damaged, or in another's name. `sealed`: its envelope cannot be opened. `waiting`: for one that has not
   * come. `withheld`: a colleague has it, and the server has not given it to this device.
   */
  readonly why: "refused" | "sealed" | "waiting" | "withheld";
  /** Of what is withheld: how far its author's chain goes elsewhere. */
  readonly counter?: number;
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
  words: { key: [string, string]; value: StoredWords };
  facets: { key: [string, string]; value: StoredFacets };
  openFacets: { key: [string, string]; value: StoredFacets };
  past: { key: [string, string]; value: StoredPast };
  newWords: { key: [string, string]; value: StoredNewWords };
  history: { key: [string, string, string]; value: HistoryRow & { readonly desk: string } };
  outbox: { key: number; value: OutboxEntry; indexes: { byDesk: string } };
  sealed: { key: [string, number]; value: SealedEntry };
  chains: { key: [string, string]; value: ChainState };
  scratch: { key: string; value: { readonly key: string; readonly value: string } };
  unread: { key: [string, string]; value: Unread };
  acts: { key: [string, string, string]; value: StoredAct; indexes: { byTime: [string, string, number] } };
  actHeads: {
    key: [string, string];
    value: Heads & { readonly desk: string; readonly principal: string };
  };
}

export type Database = IDBPDatabase<SidedeskSchema>;

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
