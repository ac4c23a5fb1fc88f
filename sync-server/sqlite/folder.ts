/** A data folder: which file is the database, who uses it, and what is asked of it as a whole. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrationsOf } from "./schema.ts";

/** The database's file in a data folder. */
export const databaseIn = (folder: string): string => join(folder, "sidedesk.sqlite");

/** A data folder that another process uses, or that is not what it should be; the message says what helps. */
export class FolderError extends Error {
  override name = "FolderError";
}

/** Locks that this process holds: one that nothing refers to any more is collected, and given up with that. */
const held = new Set<DatabaseSync>();

/** Makes a folder and those above it, one at a time: Node's own way of it never ends where the system has no place for one (`/proc`). */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing)
    try {
      mkdirSync(each, { mode: 0o700 });
    } catch (error) {
      // Another process may have made it in between.
      if (!existsSync(each)) throw error;
    }
  mkdirSync(folder, { recursive: true });
}

/**
 * Takes a data folder for this process alone, making it where it is not there; gives it back when called. Two servers
 * over one file would not hear of each other's work. The system itself gives up the lock of a process that dies.
 */
export function takeFolder(folder: string): () => void {
  makeFolder(folder);
  const lock = new DatabaseSync(join(folder, "sidedesk.lock"));
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
  } catch (error) {
    lock.close();
    if (error instanceof Error && error.message.includes("locked"))
      throw new FolderError(`A server is running with the data folder ${folder}. Stop it first.`);
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}

/** Opens a database to read alone, whether or not a server is running on it. */
export function openToRead(file: string): DatabaseSync {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
  } catch (error) {
    throw new FolderError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  const { version, newest } = migrationsOf(database);
  if (version === newest) return database;
  database.close();
  const then = version === 0 ? "It holds no desks." : "Start this version of the server on it once first.";
  throw new FolderError(`${file} has schema ${version}, this is version ${newest}. ${then}`);
}

/** The ids of all desks in a database that is open. */
export function desksIn(database: DatabaseSync): Uint8Array[] {
  return database
    .prepare("SELECT desk FROM desks ORDER BY id")
    .all()
    .map(({ desk }) => desk as Uint8Array);
}

/** What is wrong with a file that is open, by itself and by what is filed in it: nothing, as a rule. */
export function faultsOfFile(database: DatabaseSync): string[] {
  const found = [
    ...database.prepare("PRAGMA integrity_check").all(),
    ...database.prepare("PRAGMA foreign_key_check").all(),
  ]
    .map((row) => String(row.integrity_check ?? `a row of ${row.table} belongs to no ${row.parent}`))
    .filter((text) => text !== "ok");
  return [...found, ...misfiledIn(database)];
}

/** Envelopes that are filed under another hash than their own, and rosters under another head. */
function misfiledIn(database: DatabaseSync): string[] {
  database.function("sha256", { deterministic: true }, (bytes) =>
    createHash("sha256")
      .update(bytes as Uint8Array)
      .digest(),
  );
  const envelopes = database
    .prepare("SELECT desk_id, seq FROM envelopes WHERE hash <> sha256(envelope)")
    .all()
    .map(({ desk_id, seq }) => `row ${desk_id}: envelope ${seq} is filed under a hash that is not its own`);
  const rosters = database
    .prepare(
      `SELECT desks.id AS desk_id FROM desks LEFT JOIN roster ON roster.desk_id = desks.id
         AND roster.position = roster_length - 1 WHERE entry IS NULL OR roster_head <> sha256(entry)`,
    )
    .all()
    .map(({ desk_id }) => `row ${desk_id}: the list of members ends elsewhere than is noted`);
  return [...envelopes, ...rosters];
}
