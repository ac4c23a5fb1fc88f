/**
 * A desk's bases in SQLite. `parts.base` is the hash of the base that a part belongs to, empty until one names it;
 * `bases.confirmation` is empty until somebody confirms it. At most one base of each sort stands there.
 */
import type { SQLInputValue } from "node:sqlite";
import { isOther, mayConfirm, mayOffer } from "../base-rules.ts";
import { quotaForBases } from "../limits.ts";
import type { BaseOutcome, BaseStore, Bases, KeptBase, OfferedBase } from "../log.ts";

/** What these need of the log and its database. */
export interface LogAccess {
  now: () => number;
  quotaBytes: number;
  desk(desk: Uint8Array): DeskRow | undefined;
  all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[];
  run(sql: string, ...values: SQLInputValue[]): void;
  /** One transaction: all of it, or nothing where the disk is full. */
  written<T>(write: () => T): T | "storage-full";
}

interface DeskRow {
  id: number;
  head: number;
  roster_head: Uint8Array;
  bytes: number;
  pruned: number;
}

const LOOSE = new Uint8Array(0);
const OFFERED = "confirmation = x''";
const CONFIRMED = "confirmation <> x''";

export class SqliteBases implements BaseStore {
  readonly #log: LogAccess;

  constructor(log: LogAccess) {
    this.#log = log;
  }

  async keepPart(desk: Uint8Array, hash: Uint8Array, part: Uint8Array): Promise<BaseOutcome> {
    return this.#ofDesk(desk, ({ id, bytes }) => {
      if (this.#part(id, hash)) return "kept";
      if (bytes + part.length > quotaForBases(this.#log.quotaBytes)) return "quota";
      this.#log.run(
        "INSERT INTO parts (desk_id, hash, base, part) VALUES (?, ?, ?, ?)",
        id,
        hash,
        LOOSE,
        part,
      );
      this.#count(id, part.length);
      return "kept";
    });
  }

  async part(desk: Uint8Array, hash: Uint8Array): Promise<Uint8Array | undefined> {
    const row = this.#log.desk(desk);
    return row && this.#part(row.id, hash);
  }

  async offer(desk: Uint8Array, rosterHead: Uint8Array, base: OfferedBase): Promise<BaseOutcome> {
    return this.#ofDesk(desk, (row) => {
      const { id } = row;
      const may = mayOffer({ ...row, rosterHead: row.roster_head }, this.#bases(row), rosterHead, base);
      if (may !== "new") return may;
      const isLoose = "SELECT 1 FROM parts WHERE desk_id = ? AND hash = ? AND base = ?";
      if (!base.parts.every((hash) => this.#log.all(isLoose, id, hash, LOOSE).length > 0)) return "base";
      this.#drop(id, OFFERED);
      for (const hash of base.parts)
        this.#log.run("UPDATE parts SET base = ? WHERE desk_id = ? AND hash = ?", base.hash, id, hash);
      this.#dropParts(id, LOOSE);
      this.#log.run(
        "INSERT INTO bases (desk_id, hash, covers, manifest, confirmation, confirmed_at) VALUES (?, ?, ?, ?, x'', 0)",
        id,
        base.hash,
        base.covers,
        base.manifest,
      );
      this.#count(id, base.manifest.length);
      return "kept";
    });
  }

  async confirm(
    desk: Uint8Array,
    rosterHead: Uint8Array,
    hash: Uint8Array,
    confirmation: Uint8Array,
  ): Promise<BaseOutcome> {
    return this.#ofDesk(desk, (row) => {
      const bases = this.#bases(row);
      const may = mayConfirm(row.roster_head, bases, rosterHead, hash);
      if (may !== "new") return may;
      if (isOther(bases.confirmed, hash)) this.#drop(row.id, CONFIRMED);
      else this.#count(row.id, -(bases.confirmed?.confirmation.length ?? 0));
      const update = "UPDATE bases SET confirmation = ?, confirmed_at = ? WHERE desk_id = ? AND hash = ?";
      this.#log.run(update, confirmation, this.#log.now(), row.id, hash);
      this.#count(row.id, confirmation.length);
      return "kept";
    });
  }

  async of(desk: Uint8Array): Promise<Bases> {
    const row = this.#log.desk(desk);
    return row ? this.#bases(row) : { confirmed: undefined, offered: undefined, pruned: 0 };
  }

  async looseBytes(desk: Uint8Array): Promise<number> {
    const row = this.#log.desk(desk);
    return row ? this.#partBytes(row.id, LOOSE) : 0;
  }

  async prune(desk: Uint8Array, confirmedBy: number): Promise<number> {
    const gone = this.#log.written(() => {
      const row = this.#log.desk(desk);
      const confirmed = `SELECT covers FROM bases WHERE desk_id = ? AND ${CONFIRMED} AND confirmed_at <= ?`;
      const [base] = row ? this.#log.all(confirmed, row.id, confirmedBy) : [];
      if (!row || !base || Number(base.covers) <= row.pruned) return 0;
      const held = "FROM envelopes WHERE desk_id = ? AND seq <= ?";
      const sums = `SELECT count(*) AS count, coalesce(sum(length(envelope)), 0) AS bytes ${held}`;
      const [sum] = this.#log.all(sums, row.id, Number(base.covers));
      this.#log.run(`DELETE ${held}`, row.id, Number(base.covers));
      this.#log.run("UPDATE desks SET pruned = ? WHERE id = ?", Number(base.covers), row.id);
      this.#count(row.id, -Number(sum?.bytes));
      return Number(sum?.count);
    });
    return gone === "storage-full" ? 0 : gone;
  }

  #ofDesk(desk: Uint8Array, write: (row: DeskRow) => BaseOutcome): BaseOutcome {
    return this.#log.written(() => {
      const row = this.#log.desk(desk);
      return row ? write(row) : "unknown-desk";
    });
  }

  #bases({ id, pruned }: DeskRow): Bases {
    const sql = "SELECT hash, covers, manifest, confirmation FROM bases WHERE desk_id = ?";
    const kept = this.#log.all(sql, id) as unknown as KeptBase[];
    return {
      confirmed: kept.find(({ confirmation }) => confirmation.length > 0),
      offered: kept.find(({ confirmation }) => confirmation.length === 0),
      pruned,
    };
  }

  #part(id: number, hash: Uint8Array): Uint8Array | undefined {
    const [row] = this.#log.all("SELECT part FROM parts WHERE desk_id = ? AND hash = ?", id, hash);
    return row?.part as Uint8Array | undefined;
  }

  #drop(id: number, which: string): void {
    const where = `FROM bases WHERE desk_id = ? AND ${which}`;
    const sql = `SELECT hash, length(manifest) + length(confirmation) AS size ${where}`;
    for (const { hash, size } of this.#log.all(sql, id)) {
      this.#count(id, -Number(size));
      this.#dropParts(id, hash as Uint8Array);
    }
    this.#log.run(`DELETE ${where}`, id);
  }

  #dropParts(id: number, base: Uint8Array): void {
    this.#count(id, -this.#partBytes(id, base));
    this.#log.run("DELETE FROM parts WHERE desk_id = ? AND base = ?", id, base);
  }

  #partBytes(id: number, base: Uint8Array): number {
    const sql = "SELECT coalesce(sum(length(part)), 0) AS bytes FROM parts WHERE desk_id = ? AND base = ?";
    return Number(this.#log.all(sql, id, base)[0]?.bytes);
  }

  #count(id: number, bytes: number): void {
    this.#log.run("UPDATE desks SET bytes = bytes + ? WHERE id = ?", bytes, id);
  }
}
