import type { DeskRecord } from "../../../shared/records/record.ts";
import type { Kept } from "../../port/app-state.ts";
import type { Database } from "../storage/database.ts";
import { countUnsent } from "../sync/outgoing.ts";
import { type AuditLog, auditLog } from "./audit-log.ts";

/** A message of so many records stays far below what a port carries, whatever they hold. */
const PAGE = 500;

/** What this browser keeps of its desks. */
export interface DeskContents extends AuditLog {
  /** Of each desk: its records, the deleted ones too, and the changes that no server has. */
  count(): Promise<Kept["desks"]>;
  /** A desk's records behind the id `after`, in the order of their ids, the deleted ones too; fewer than 500 are the last. */
  records(desk: string, after: string | null): Promise<readonly DeskRecord[]>;
}

/** @param unpackAll awaited before a desk's records or their history are read */
export function deskContents(
  db: Database,
  now: () => number,
  unpackAll: (desk: string) => Promise<void>,
): DeskContents {
  const { audit, auditFile } = auditLog(db, now);
  return {
    async audit(desk, ...asked) {
      await unpackAll(desk);
      return audit(desk, ...asked);
    },
    async auditFile(desk, ...asked) {
      await unpackAll(desk);
      return auditFile(desk, ...asked);
    },
    async count() {
      const ids = await db.getAllKeys("desks");
      await Promise.all(ids.map(unpackAll));
      return Promise.all(
        ids.map(async (id) => ({
          id,
          records: await db.count("records", IDBKeyRange.bound([id], [id, []])),
          unsent: await countUnsent(db, id),
        })),
      );
    },
    async records(desk, after) {
      await unpackAll(desk);
      const range = IDBKeyRange.bound(after === null ? [desk] : [desk, after], [desk, []], after !== null);
      return (await db.getAll("records", range, PAGE)).map(({ record }) => record);
    },
  };
}
