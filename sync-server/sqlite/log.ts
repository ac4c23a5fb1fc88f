/**
 * The log in one SQLite file: WAL, `synchronous = FULL`, so a commit is on disk before it is acknowledged. Group commit:
 * appends wait for the end of the event loop's turn and share one transaction. When the disk is full the whole
 * transaction is undone and each append is tried alone, so that those which still fit are kept and the others are
 * refused; nothing that was acknowledged is touched.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { equalBytes, toHex } from "../../shared/protocol/bytes.ts";
import { DeskDraft, type Place } from "../draft.ts";
import type {
  AppendOutcome,
  BaseStore,
  ChainState,
  CheckedEnvelope,
  KeptEnvelope,
  Log,
  NamedEnd,
  RosterOutcome,
} from "../log.ts";
import { type LogAccess, SqliteBases } from "./bases.ts";
import { isFull } from "./full.ts";
import { migrate } from "./schema.ts";
import { inTransaction } from "./transaction.ts";

export interface SqliteLogSettings {
  /** The database's file; its folder exists. */
  file: string;
  /** The clock, ms since 1970. */
  now: () => number;
  /** Bytes that one desk may keep. */
  quotaBytes: number;
  /** Pages that the file may grow to, for a server that shares its disk; unlimited when absent. */
  maxPages?: number;
}

interface Waiting {
  desk: Uint8Array;
  rosterHead: Uint8Array;
  group: readonly CheckedEnvelope[];
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: unknown) => void;
}

interface DeskRow {
  id: number;
  head: number;
  roster_head: Uint8Array;
  roster_length: number;
  bytes: number;
  pruned: number;
}

const NO_CHAIN: ChainState = { counter: 0, hash: new Uint8Array(32) };

/** Opens (or makes) the log in a file. Throws when the file is no database or is of a later Sidedesk. */
export function openSqliteLog(settings: SqliteLogSettings): Log {
  const database = new DatabaseSync(settings.file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  migrate(database);
  if (settings.maxPages) database.exec(`PRAGMA max_page_count = ${Math.trunc(settings.maxPages)}`);
  return new SqliteLog(database, settings);
}

export class SqliteLog implements Log {
  readonly #database: DatabaseSync;
  readonly #settings: Pick<SqliteLogSettings, "now" | "quotaBytes">;
  readonly #statements = new Map<string, StatementSync>();
  readonly bases: BaseStore;
  #waiting: Waiting[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  constructor(database: DatabaseSync, settings: Pick<SqliteLogSettings, "now" | "quotaBytes">) {
    this.#settings = settings;
    this.#database = database;
    const all: LogAccess["all"] = (sql, ...values) => this.#statement(sql).all(...values);
    const run: LogAccess["run"] = (sql, ...values) => void this.#run(sql, ...values);
    const desk: LogAccess["desk"] = (id) => this.#desk(id);
    this.bases = new SqliteBases({ ...settings, all, run, desk, written: (write) => this.#written(write) });
  }

  async createDesk(desk: Uint8Array, entry: Uint8Array, head: Uint8Array) {
    return this.#written(() => {
      if (this.#desk(desk)) return "exists" as const;
      const added = this.#run(
        "INSERT INTO desks (desk, head, roster_head, roster_length, bytes) VALUES (?, 0, ?, 1, ?)",
        desk,
        head,
        entry.length,
      );
      this.#run("INSERT INTO roster (desk_id, position, entry) VALUES (?, 0, ?)", added, entry);
      return "created" as const;
    });
  }

  async roster(desk: Uint8Array, from: number): Promise<Uint8Array[] | undefined> {
    const row = this.#desk(desk);
    if (!row) return undefined;
    const sql = "SELECT entry FROM roster WHERE desk_id = ? AND position >= ? ORDER BY position";
    return this.#statement(sql)
      .all(row.id, from)
      .map((found) => found.entry as Uint8Array);
  }

  async appendRoster(
    desk: Uint8Array,
    expectedHead: Uint8Array,
    entry: Uint8Array,
    head: Uint8Array,
    ends: readonly NamedEnd[] = [],
  ): Promise<RosterOutcome> {
    return this.#written(() => {
      const row = this.#desk(desk);
      if (!row) return "unknown-desk";
      if (!equalBytes(row.roster_head, expectedHead)) return "moved";
      if (ends.some(({ device, hash }) => !equalBytes(this.#chain(row.id, device).hash, hash)))
        return "counter";
      this.#run(
        "INSERT INTO roster (desk_id, position, entry) VALUES (?, ?, ?)",
        row.id,
        row.roster_length,
        entry,
      );
      this.#run(
        "UPDATE desks SET roster_head = ?, roster_length = roster_length + 1, bytes = bytes + ? WHERE id = ?",
        head,
        entry.length,
        row.id,
      );
      return "appended";
    });
  }

  append(
    desk: Uint8Array,
    rosterHead: Uint8Array,
    group: readonly CheckedEnvelope[],
  ): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ desk, rosterHead, group, resolve, reject });
      this.#scheduled ??= setImmediate(() => this.#commitWaiting());
    });
  }

  async entriesAfter(desk: Uint8Array, seq: number, limitBytes: number): Promise<KeptEnvelope[]> {
    const row = this.#desk(desk);
    const kept: KeptEnvelope[] = [];
    if (!row) return kept;
    const sql = "SELECT seq, at, envelope FROM envelopes WHERE desk_id = ? AND seq > ? ORDER BY seq";
    let bytes = 0;
    for (const found of this.#statement(sql).iterate(row.id, seq)) {
      const envelope = found.envelope as Uint8Array;
      bytes += envelope.length;
      if (kept.length > 0 && bytes > limitBytes) break;
      kept.push({ seq: Number(found.seq), at: Number(found.at), envelope });
    }
    return kept;
  }

  async head(desk: Uint8Array): Promise<number> {
    return this.#desk(desk)?.head ?? 0;
  }

  async chain(desk: Uint8Array, device: Uint8Array): Promise<ChainState> {
    const row = this.#desk(desk);
    return row ? this.#chain(row.id, device) : NO_CHAIN;
  }

  async usage(desk: Uint8Array): Promise<number> {
    return this.#desk(desk)?.bytes ?? 0;
  }

  /** One process has the file to itself: there is nobody else to hear of. */
  watch(): () => void {
    return () => undefined;
  }

  pass(): void {}

  async ping(): Promise<void> {
    this.#statement("SELECT 1 FROM desks LIMIT 1").get();
  }

  /** Commits what still waits, then closes the file. */
  async close(): Promise<void> {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#commitWaiting();
    this.#database.close();
  }

  #commitWaiting(): void {
    this.#scheduled = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    try {
      const outcomes = inTransaction(this.#database, () => this.#appendAll(waiting));
      waiting.forEach((one, index) => {
        one.resolve(outcomes[index]!);
      });
    } catch (error) {
      if (waiting.length > 1 && isFull(error)) {
        for (const one of waiting) this.#commitAlone(one);
      } else for (const one of waiting) settle(one, error);
    }
  }

  #commitAlone(one: Waiting): void {
    try {
      one.resolve(inTransaction(this.#database, () => this.#appendAll([one]))[0]!);
    } catch (error) {
      settle(one, error);
    }
  }

  #appendAll(waiting: readonly Waiting[]): AppendOutcome[] {
    const drafts = new Map<string, { id: number; draft: DeskDraft }>();
    const at = this.#settings.now();
    const outcomes = waiting.map(({ desk, rosterHead, group }): AppendOutcome => {
      const name = toHex(desk);
      const known = drafts.get(name) ?? this.#draft(desk, at);
      if (!known) return { ok: false, code: "unknown-desk", index: 0 };
      drafts.set(name, known);
      return known.draft.fit(rosterHead, group);
    });
    for (const { id, draft } of drafts.values()) this.#write(id, draft, at);
    return outcomes;
  }

  #draft(desk: Uint8Array, at: number): { id: number; draft: DeskDraft } | undefined {
    const row = this.#desk(desk);
    if (!row) return undefined;
    const { id } = row;
    const sql = "SELECT seq, hash FROM envelopes WHERE desk_id = ? AND device = ? AND counter = ?";
    const sources = {
      chain: (device: Uint8Array) => this.#chain(id, device),
      place: (device: Uint8Array, counter: number) =>
        this.#statement(sql).get(id, device, counter) as Place | undefined,
    };
    const state = { ...row, rosterHead: row.roster_head };
    return { id, draft: new DeskDraft(state, sources, this.#settings.quotaBytes, at) };
  }

  #write(deskId: number, { added, ends, head, bytes: total }: DeskDraft, at: number): void {
    if (added.length === 0) return;
    const columns = "desk_id, seq, at, device, counter, hash, envelope";
    const insert = `INSERT INTO envelopes (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`;
    for (const { seq, device, counter, hash, bytes } of added)
      this.#run(insert, deskId, seq, at, device, counter, hash, bytes);
    const extend = `INSERT INTO chains (desk_id, device, counter, hash) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET counter = excluded.counter, hash = excluded.hash`;
    for (const { device, counter, hash } of ends.values()) this.#run(extend, deskId, device, counter, hash);
    this.#run("UPDATE desks SET head = ?, bytes = ? WHERE id = ?", head, total, deskId);
  }

  #desk(desk: Uint8Array): DeskRow | undefined {
    const sql = "SELECT id, head, roster_head, roster_length, bytes, pruned FROM desks WHERE desk = ?";
    return this.#statement(sql).get(desk) as DeskRow | undefined;
  }

  #chain(deskId: number, device: Uint8Array): ChainState {
    const sql = "SELECT counter, hash FROM chains WHERE desk_id = ? AND device = ?";
    return (this.#statement(sql).get(deskId, device) as ChainState | undefined) ?? NO_CHAIN;
  }

  /** Prepared once each; the texts are the constants of this file, so the map stays small. */
  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  #written<T>(write: () => T): T | "storage-full" {
    try {
      return inTransaction(this.#database, write);
    } catch (error) {
      if (isFull(error)) return "storage-full";
      throw error;
    }
  }
}

function settle(one: Waiting, error: unknown): void {
  if (isFull(error)) one.resolve({ ok: false, code: "storage-full", index: 0 });
  else one.reject(error);
}
