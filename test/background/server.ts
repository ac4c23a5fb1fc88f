import { join } from "node:path";
import type { ServerLimits } from "../../sync-server/limits.ts";
import { type RunningServer, startServer } from "../../sync-server/server.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { random } from "./world.ts";

/** A real sync server on SQLite in a folder; port 0 takes a free one. Generous where a test hurries. */
export function openServer(
  folder: string,
  port = 0,
  now = Date.now,
  more: Partial<ServerLimits> = {},
): Promise<RunningServer> {
  const log = openSqliteLog({ file: join(folder, "sidedesk.sqlite"), now, quotaBytes: 1e9 });
  const limits = { desksPerMinute: 10_000, requestsPerSecond: 10_000, messagesPerSecond: 10_000, ...more };
  return startServer({ host: "127.0.0.1", port, log, now, random, logger: () => {}, limits });
}
