/**
 * The log in PostgreSQL, for several server processes over one database. Appends of one desk that arrive while one is
 * being committed share the next transaction; those of different desks are committed side by side, and PostgreSQL
 * shares the waits for its disk among them. A transaction takes two round trips: the desk's row, locked, with the chains'
 * ends; then everything that is written, with the commit.
 */
import { equalBytes, toHex } from "../../shared/protocol/bytes.ts";
import { DeskDraft } from "../draft.ts";
import type {
  AppendOutcome,
  BaseStore,
  ChainState,
  CheckedEnvelope,
  KeptEnvelope,
  Log,
  NamedEnd,
  RosterOutcome,
  Standing,
} from "../log.ts";
import { PostgresBases } from "./bases.ts";
import { type Ask, Database, isFull } from "./database.ts";
import { Hints } from "./hints.ts";
import { chainsOf, placeName, placesOf, plain, writesOf } from "./rows.ts";
import { migrate } from "./schema.ts";
import * as sql from "./statements.ts";
import { PostgresTokenStore } from "./token-store.ts";

export interface PostgresLogSettings {
  /** Such as "postgres://user:password@host:5432/sidedesk". */
  url: string;
  /** The clock, ms since 1970. */
  now: () => number;
  /** Bytes that one desk may keep. */
  quotaBytes: number;
  /** Hears of connections that broke while nobody waited for them; they are made anew. */
  fault: (error: Error) => void;
}

interface Waiting {
  rosterHead: Uint8Array;
  group: readonly CheckedEnvelope[];
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: unknown) => void;
}

/** Envelopes and bytes of one transaction: enough to share a commit well, far from what a statement may take. */
const BATCH = 2_000;
const BATCH_BYTES = 8 * 1024 * 1024;
/** Rows that a part of a desk's log is picked from. */
const PART_ROWS = 4_096;
const NO_CHAIN: ChainState = { counter: 0, hash: new Uint8Array(32) };

/** Opens the log, making its tables where there are none. Rejects when the database does not answer or is of a later Sidedesk. */
export async function openPostgresLog(
  settings: PostgresLogSettings,
): Promise<{ log: Log; tokens: PostgresTokenStore; desks: () => Promise<Uint8Array[]> }> {
  const database = new Database(settings.url, settings.fault);
  try {
    await migrate(database);
    const tokens = await PostgresTokenStore.open(database, settings.now);
    const desks = async () => {
      const { rows } = await database.ask<{ desk: Buffer }>("SELECT desk FROM sidedesk.desks ORDER BY desk");
      return rows.map(({ desk }) => plain(desk));
    };
    return { log: new PostgresLog(database, settings), tokens, desks };
  } catch (error) {
    await database.close();
    throw error;
  }
}

class PostgresLog implements Log {
  readonly bases: BaseStore;
  readonly #database: Database;
  readonly #settings: PostgresLogSettings;
  readonly #hints: Hints;
  readonly #waitingByDesk = new Map<string, Waiting[]>();
  readonly #draining = new Set<Promise<void>>();

  constructor(database: Database, settings: PostgresLogSettings) {
    this.#database = database;
    this.#settings = settings;
    this.bases = new PostgresBases(database, settings);
    this.#hints = new Hints({
      client: () => database.client(),
      standing: (desk) => this.#standing(desk),
      fault: settings.fault,
    });
  }

  async createDesk(desk: Uint8Array, entry: Uint8Array, head: Uint8Array) {
    try {
      return await this.#database.transaction(async (ask) => {
        const { rowCount } = await ask(sql.CREATE_DESK, [desk, head, entry.length]);
        if (rowCount === 0) return { commit: false, answer: "exists" as const };
        return {
          commit: true,
          answer: "created" as const,
          writes: (write) => [write(sql.ADD_ROSTER_ENTRY, [desk, 0, entry])],
        };
      });
    } catch (error) {
      if (isFull(error)) return "storage-full" as const;
      throw error;
    }
  }

  async roster(desk: Uint8Array, from: number): Promise<Uint8Array[] | undefined> {
    const { rows } = await this.#database.ask<{ entry: Buffer }>(sql.ROSTER, [desk, from]);
    if (rows.length > 0) return rows.map(({ entry }) => plain(entry));
    return (await this.#standing(desk)) ? [] : undefined;
  }

  async appendRoster(
    desk: Uint8Array,
    expectedHead: Uint8Array,
    entry: Uint8Array,
    head: Uint8Array,
    ends: readonly NamedEnd[] = [],
  ): Promise<RosterOutcome> {
    let standing: Standing | undefined;
    try {
      const outcome = await this.#database.transaction<RosterOutcome>(async (ask) => {
        const [{ rows }, chains] = await Promise.all([
          ask<sql.DeskRow>(sql.LOCK_DESK, [desk]),
          chainsOf(
            ask,
            desk,
            ends.map(({ device }) => device),
          ),
        ]);
        const row = rows[0];
        const refused = (answer: RosterOutcome) => ({ commit: false, answer });
        if (!row) return refused("unknown-desk");
        if (!equalBytes(row.roster_head, expectedHead)) return refused("moved");
        const chainOf = (device: Uint8Array) => chains.get(toHex(device)) ?? NO_CHAIN;
        if (ends.some(({ device, hash }) => !equalBytes(chainOf(device).hash, hash)))
          return refused("counter");
        standing = { head: Number(row.head), rosterLength: row.roster_length + 1 };
        return {
          commit: true,
          answer: "appended",
          writes: (write) => [
            write(sql.ADD_ROSTER_ENTRY, [desk, row.roster_length, entry]),
            write(sql.EXTEND_ROSTER, [desk, head, entry.length]),
          ],
        };
      });
      if (outcome === "appended" && standing) this.#hints.tell(desk, standing);
      return outcome;
    } catch (error) {
      if (isFull(error)) return "storage-full";
      throw error;
    }
  }

  append(
    desk: Uint8Array,
    rosterHead: Uint8Array,
    group: readonly CheckedEnvelope[],
  ): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      const id = toHex(desk);
      const waiting = this.#waitingByDesk.get(id);
      const one = { rosterHead, group, resolve, reject };
      if (waiting) {
        waiting.push(one);
        return;
      }
      this.#waitingByDesk.set(id, [one]);
      const draining = this.#drain(id, desk).finally(() => this.#draining.delete(draining));
      this.#draining.add(draining);
    });
  }

  /** Commits what waits for one desk until nothing does; what arrives meanwhile goes with the next commit. */
  async #drain(id: string, desk: Uint8Array): Promise<void> {
    // What arrives in the same turn of the event loop goes together.
    await new Promise((resolve) => setImmediate(resolve));
    for (;;) {
      const waiting = this.#waitingByDesk.get(id) ?? [];
      if (waiting.length === 0) break;
      await this.#settle(desk, waiting.splice(0, batchOf(waiting)));
    }
    this.#waitingByDesk.delete(id);
  }

  async #settle(desk: Uint8Array, batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#commit(desk, batch);
      for (const [index, one] of batch.entries()) one.resolve(outcomes[index]!);
    } catch (error) {
      // Where there is no room for all, there may be for some.
      if (isFull(error) && batch.length > 1) for (const one of batch) await this.#settle(desk, [one]);
      else if (isFull(error)) batch[0]?.resolve({ ok: false, code: "storage-full", index: 0 });
      else for (const one of batch) one.reject(error);
    }
  }

  async #commit(desk: Uint8Array, batch: readonly Waiting[]): Promise<AppendOutcome[]> {
    let standing: Standing | undefined;
    const outcomes = await this.#database.transaction<AppendOutcome[]>(async (ask) => {
      const envelopes = batch.flatMap(({ group }) => group);
      const devices = [...new Map(envelopes.map(({ device }) => [toHex(device), device])).values()];
      const [{ rows }, chains] = await Promise.all([
        ask<sql.DeskRow>(sql.LOCK_DESK, [desk]),
        chainsOf(ask, desk, devices),
      ]);
      const row = rows[0];
      if (!row)
        return { commit: false, answer: batch.map(() => ({ ok: false, code: "unknown-desk", index: 0 })) };
      const places = await placesOf(ask, desk, envelopes, chains);
      const state = {
        head: Number(row.head),
        bytes: Number(row.bytes),
        rosterHead: row.roster_head,
        pruned: Number(row.pruned),
      };
      const sources = {
        chain: (device: Uint8Array) => chains.get(toHex(device)) ?? NO_CHAIN,
        place: (device: Uint8Array, counter: number) => places.get(placeName(device, counter)),
      };
      const at = this.#settings.now();
      const draft = new DeskDraft(state, sources, this.#settings.quotaBytes, at);
      const answer = batch.map(({ rosterHead, group }) => draft.fit(rosterHead, group));
      standing = { head: draft.head, rosterLength: row.roster_length };
      const isNew = draft.added.length > 0;
      return { commit: isNew, answer, writes: (write) => (isNew ? writesOf(write, desk, draft, at) : []) };
    });
    if (standing && outcomes.some((outcome) => outcome.ok && outcome.kept.length > 0))
      this.#hints.tell(desk, standing);
    return outcomes;
  }

  async entriesAfter(desk: Uint8Array, seq: number, limitBytes: number): Promise<KeptEnvelope[]> {
    const { rows } = await this.#database.ask<{ seq: string; at: string; envelope: Buffer }>(
      sql.ENTRIES_AFTER,
      [desk, seq, limitBytes, PART_ROWS],
    );
    return rows.map((row) => ({ seq: Number(row.seq), at: Number(row.at), envelope: plain(row.envelope) }));
  }

  async head(desk: Uint8Array): Promise<number> {
    return (await this.#standing(desk))?.head ?? 0;
  }

  async #standing(desk: Uint8Array): Promise<Standing | undefined> {
    const { rows } = await this.#database.ask<sql.DeskRow>(sql.DESK, [desk]);
    return rows[0] && { head: Number(rows[0].head), rosterLength: rows[0].roster_length };
  }

  async chain(desk: Uint8Array, device: Uint8Array): Promise<ChainState> {
    const ask: Ask = (text, values) => this.#database.ask(text, values);
    return (await chainsOf(ask, desk, [device])).get(toHex(device)) ?? NO_CHAIN;
  }

  async usage(desk: Uint8Array): Promise<number> {
    const { rows } = await this.#database.ask<sql.DeskRow>(sql.DESK, [desk]);
    return Number(rows[0]?.bytes ?? 0);
  }

  watch(
    desk: Uint8Array,
    heard: (standing: Standing) => void,
    passed: (sealed: Uint8Array) => void,
  ): () => void {
    return this.#hints.watch(desk, heard, passed);
  }

  pass(desk: Uint8Array, device: Uint8Array, sealed: Uint8Array): void {
    this.#hints.pass(desk, device, sealed);
  }

  async ping(): Promise<void> {
    await this.#database.ask("SELECT 1");
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#draining);
    await this.#hints.close();
    await this.#database.close();
  }
}

/** How many of what waits go into one transaction: at least one. */
function batchOf(waiting: readonly Waiting[]): number {
  let [count, envelopes, bytes] = [0, 0, 0];
  for (const { group } of waiting) {
    envelopes += group.length;
    for (const envelope of group) bytes += envelope.bytes.length;
    if (count > 0 && (envelopes > BATCH || bytes > BATCH_BYTES)) break;
    count++;
  }
  return count;
}
