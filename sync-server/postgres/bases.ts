/**
 * A desk's bases in PostgreSQL, as in sqlite/bases.ts: a part's `base` is empty until a base names it, a base's
 * `confirmation` until somebody confirms it. Whoever writes holds the desk's row.
 */
import { concat } from "../../shared/protocol/bytes.ts";
import { isOther, mayConfirm, mayOffer } from "../base-rules.ts";
import { quotaForBases } from "../limits.ts";
import type { BaseOutcome, BaseStore, Bases, OfferedBase } from "../log.ts";
import { type Ask, type Database, isFull } from "./database.ts";
import { plain } from "./rows.ts";
import { type DeskRow, LOCK_DESK } from "./statements.ts";

const LOOSE = Buffer.alloc(0);
const COUNT = "UPDATE sidedesk.desks SET bytes = bytes + $2 WHERE desk = $1";
const BASES = "SELECT hash, covers, manifest, confirmation FROM sidedesk.bases WHERE desk = $1";
const PRUNED = "SELECT pruned FROM sidedesk.desks WHERE desk = $1";
const PART = "SELECT part FROM sidedesk.parts WHERE desk = $1 AND hash = $2";
const ADD_PART = "INSERT INTO sidedesk.parts (desk, hash, base, part) VALUES ($1, $2, $3, $4)";
/** Loose parts of these hashes, 32 bytes each, become those of a base. */
const NAME_PARTS = `UPDATE sidedesk.parts SET base = $2 WHERE desk = $1 AND base = '' AND hash IN
  (SELECT substring($3::bytea FROM n * 32 + 1 FOR 32) FROM generate_series(0, octet_length($3::bytea) / 32 - 1) AS n)`;
const DROP_PARTS = `WITH gone AS (DELETE FROM sidedesk.parts WHERE desk = $1 AND base = $2 RETURNING octet_length(part) AS size)
  SELECT coalesce(sum(size), 0) AS bytes FROM gone`;
const LOOSE_BYTES = `SELECT coalesce(sum(octet_length(part)), 0) AS bytes FROM sidedesk.parts
  WHERE desk = $1 AND base = ''`;
const DROP_BASES = `DELETE FROM sidedesk.bases WHERE desk = $1 AND (confirmation = '') = $2
  RETURNING hash, octet_length(manifest) + octet_length(confirmation) AS size`;
const ADD_BASE = `INSERT INTO sidedesk.bases (desk, hash, covers, manifest, confirmation, confirmed_at)
  VALUES ($1, $2, $3, $4, '', 0)`;
const CONFIRM =
  "UPDATE sidedesk.bases SET confirmation = $3, confirmed_at = $4 WHERE desk = $1 AND hash = $2";
const CONFIRMED_BY = `SELECT covers FROM sidedesk.bases
  WHERE desk = $1 AND confirmation <> '' AND confirmed_at <= $2`;
const DROP_ENVELOPES = `WITH gone AS (DELETE FROM sidedesk.envelopes WHERE desk = $1 AND seq <= $2 RETURNING octet_length(envelope) AS size)
  SELECT count(*) AS count, coalesce(sum(size), 0) AS bytes FROM gone`;
const NOTE_PRUNED = "UPDATE sidedesk.desks SET pruned = $2 WHERE desk = $1";

interface BaseRow {
  hash: Buffer;
  covers: string;
  manifest: Buffer;
  confirmation: Buffer;
}

export class PostgresBases implements BaseStore {
  readonly #database: Database;
  readonly #settings: { now: () => number; quotaBytes: number };

  constructor(database: Database, settings: { now: () => number; quotaBytes: number }) {
    this.#database = database;
    this.#settings = settings;
  }

  keepPart(desk: Uint8Array, hash: Uint8Array, part: Uint8Array): Promise<BaseOutcome> {
    return this.#written(desk, async (ask, row) => {
      if ((await ask(PART, [desk, hash])).rows.length > 0) return "kept";
      if (Number(row.bytes) + part.length > quotaForBases(this.#settings.quotaBytes)) return "quota";
      await ask(ADD_PART, [desk, hash, LOOSE, part]);
      await ask(COUNT, [desk, part.length]);
      return "kept";
    });
  }

  async part(desk: Uint8Array, hash: Uint8Array): Promise<Uint8Array | undefined> {
    const { rows } = await this.#database.ask<{ part: Buffer }>(PART, [desk, hash]);
    return rows[0] && plain(rows[0].part);
  }

  offer(desk: Uint8Array, rosterHead: Uint8Array, base: OfferedBase): Promise<BaseOutcome> {
    const { hash, covers, manifest, parts } = base;
    return this.#written(desk, async (ask, row) => {
      const state = { head: Number(row.head), rosterHead: row.roster_head };
      const may = mayOffer(state, await basesOf(ask, desk), rosterHead, base);
      if (may !== "new") return may;
      await drop(ask, desk, true);
      const named = await ask(NAME_PARTS, [desk, hash, concat(...parts)]);
      // The transaction is undone: what was dropped stays.
      if (named.rowCount !== parts.length) return "base";
      await dropParts(ask, desk, LOOSE);
      await ask(ADD_BASE, [desk, hash, covers, manifest]);
      await ask(COUNT, [desk, manifest.length]);
      return "kept";
    });
  }

  confirm(
    desk: Uint8Array,
    rosterHead: Uint8Array,
    hash: Uint8Array,
    confirmation: Uint8Array,
  ): Promise<BaseOutcome> {
    return this.#written(desk, async (ask, row) => {
      const bases = await basesOf(ask, desk);
      const may = mayConfirm(row.roster_head, bases, rosterHead, hash);
      if (may !== "new") return may;
      if (isOther(bases.confirmed, hash)) await drop(ask, desk, false);
      else await ask(COUNT, [desk, -(bases.confirmed?.confirmation.length ?? 0)]);
      await ask(CONFIRM, [desk, hash, confirmation, this.#settings.now()]);
      await ask(COUNT, [desk, confirmation.length]);
      return "kept";
    });
  }

  of(desk: Uint8Array): Promise<Bases> {
    return basesOf((sql, values) => this.#database.ask(sql, values), desk);
  }

  async looseBytes(desk: Uint8Array): Promise<number> {
    const { rows } = await this.#database.ask<{ bytes: string }>(LOOSE_BYTES, [desk]);
    return Number(rows[0]?.bytes);
  }

  prune(desk: Uint8Array, confirmedBy: number): Promise<number> {
    return this.#database.transaction(async (ask) => {
      await ask(LOCK_DESK, [desk]);
      const { rows } = await ask<{ covers: string }>(CONFIRMED_BY, [desk, confirmedBy]);
      const covers = Number(rows[0]?.covers ?? 0);
      if (covers <= (await prunedOf(ask, desk))) return { commit: false, answer: 0 };
      const gone = await ask<{ count: string; bytes: string }>(DROP_ENVELOPES, [desk, covers]);
      await ask(NOTE_PRUNED, [desk, covers]);
      await ask(COUNT, [desk, -Number(gone.rows[0]?.bytes)]);
      return { commit: true, answer: Number(gone.rows[0]?.count) };
    });
  }

  async #written(
    desk: Uint8Array,
    write: (ask: Ask, row: DeskRow) => Promise<BaseOutcome>,
  ): Promise<BaseOutcome> {
    try {
      return await this.#database.transaction<BaseOutcome>(async (ask) => {
        const { rows } = await ask<DeskRow>(LOCK_DESK, [desk]);
        const answer = rows[0] ? await write(ask, rows[0]) : "unknown-desk";
        return { commit: answer === "kept", answer };
      });
    } catch (error) {
      if (isFull(error)) return "storage-full";
      throw error;
    }
  }
}

async function basesOf(ask: Ask, desk: Uint8Array): Promise<Bases> {
  const { rows } = await ask<BaseRow>(BASES, [desk]);
  const kept = rows.map(({ hash, covers, manifest, confirmation }) => ({
    hash: plain(hash),
    covers: Number(covers),
    manifest: plain(manifest),
    confirmation: plain(confirmation),
  }));
  return {
    confirmed: kept.find(({ confirmation }) => confirmation.length > 0),
    offered: kept.find(({ confirmation }) => confirmation.length === 0),
    pruned: await prunedOf(ask, desk),
  };
}

async function prunedOf(ask: Ask, desk: Uint8Array): Promise<number> {
  const { rows } = await ask<{ pruned: string }>(PRUNED, [desk]);
  return Number(rows[0]?.pruned ?? 0);
}

async function drop(ask: Ask, desk: Uint8Array, isOffered: boolean): Promise<void> {
  const { rows } = await ask<{ hash: Buffer; size: number }>(DROP_BASES, [desk, isOffered]);
  for (const { hash, size } of rows) {
    await ask(COUNT, [desk, -size]);
    await dropParts(ask, desk, hash);
  }
}

async function dropParts(ask: Ask, desk: Uint8Array, base: Uint8Array): Promise<void> {
  const { rows } = await ask<{ bytes: string }>(DROP_PARTS, [desk, base]);
  await ask(COUNT, [desk, -Number(rows[0]?.bytes)]);
}
