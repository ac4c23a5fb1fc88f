import { MemoryTokenStore, type TokenStore } from "./front/tokens.ts";
import type { Log } from "./log.ts";
import { openPostgresLog } from "./postgres/log.ts";
import { databaseIn, takeFolder } from "./sqlite/folder.ts";
import { openSqliteLog } from "./sqlite/log.ts";

export interface StorageSettings {
  /** Folder of the SQLite file, made where it is not there. */
  data: string;
  /** A PostgreSQL instead of it, such as "postgres://user@host/sidedesk". */
  database: string | undefined;
  quotaBytes: number;
  now: () => number;
  random: (count: number) => Uint8Array<ArrayBuffer>;
  fault: (error: Error) => void;
}

/** Opens what the settings name. Rejects when it cannot be opened, is in use, or is of a later Sidedesk. */
export async function openStorage(settings: StorageSettings): Promise<{ log: Log; tokens: TokenStore }> {
  const { data, database, now, random, quotaBytes, fault } = settings;
  if (database !== undefined) return openPostgresLog({ url: database, now, quotaBytes, fault });
  // Held until the process ends.
  takeFolder(data);
  const log = openSqliteLog({ file: databaseIn(data), now, quotaBytes });
  return { log, tokens: new MemoryTokenStore(random, now) };
}
