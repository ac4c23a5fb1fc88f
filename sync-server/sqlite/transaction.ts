import type { DatabaseSync } from "node:sqlite";

/** Writes all of it or nothing. Throws what `write` throws. */
export function inTransaction<T>(database: DatabaseSync, write: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = write();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk makes SQLite undo the transaction by itself; a second ROLLBACK would be an error.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
