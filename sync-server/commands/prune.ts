/** `server prune`: lets go of the log that confirmed bases hold, without waiting. */
import { DatabaseSync } from "node:sqlite";
import type { Log } from "../log.ts";
import { openPostgresLog } from "../postgres/log.ts";
import { databaseIn, desksIn, takeFolder } from "../sqlite/folder.ts";
import { SqliteLog } from "../sqlite/log.ts";
import { migrate } from "../sqlite/schema.ts";

/** Prunes every desk of a data folder that no server is using, and gives the disk its space back. Throws FolderError. */
export async function pruneFolder(data: string): Promise<number> {
  const giveBack = takeFolder(data);
  try {
    const database = new DatabaseSync(databaseIn(data));
    migrate(database);
    const log = new SqliteLog(database, { now: Date.now, quotaBytes: 0 });
    const gone = await pruneAll(log, desksIn(database));
    if (gone > 0) database.exec("VACUUM");
    await log.close();
    return gone;
  } finally {
    giveBack();
  }
}

/** Prunes every desk of a PostgreSQL, while servers go on. */
export async function prunePostgres(url: string): Promise<number> {
  const { log, desks } = await openPostgresLog({ url, now: Date.now, quotaBytes: 0, fault: () => undefined });
  try {
    return await pruneAll(log, await desks());
  } finally {
    await log.close();
  }
}

async function pruneAll(log: Log, desks: readonly Uint8Array[]): Promise<number> {
  let gone = 0;
  for (const desk of desks) gone += await log.bases.prune(desk, Number.MAX_SAFE_INTEGER);
  return gone;
}
