import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { jsonLogger } from "../../sync-server/observe.ts";
import { type RunningServer, startServer } from "../../sync-server/server.ts";
import { openSqliteLog } from "../../sync-server/sqlite/log.ts";
import { type Hosts, startHosts } from "../e2e/harness/https.ts";
import { practiceRoutes } from "../fixtures/webmail/serve.ts";

/** A sync server on SQLite and the practice webmails, all on this machine. */
export interface Office {
  readonly server: RunningServer;
  readonly hosts: Hosts;
  close(): Promise<void>;
}

const QUOTA_BYTES = 1_000_000_000;

/** What a test changes in the server's ways. */
export interface ServerOptions {
  /** Pages of 4 kB that the database may grow to. */
  readonly maxPages?: number;
}

/** @param log where the server's structured lines go */
export async function openServer(
  folder: string,
  port: number,
  log: (line: string) => void,
  options: ServerOptions = {},
): Promise<RunningServer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = () => Date.now();
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const settings = {
    host: "127.0.0.1",
    log: openSqliteLog({ file: join(folder, "sidedesk.sqlite"), now, quotaBytes: QUOTA_BYTES, ...options }),
    now,
    random,
    logger: jsonLogger(log, now),
  };
  try {
    return await startServer({ ...settings, port });
  } catch (error) {
    // Another program has the usual port: any other one does as well.
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || port === 0) throw error;
    return startServer({ ...settings, port: 0 });
  }
}

export async function openOffice(
  folder: string,
  port: number,
  log: (line: string) => void = () => {},
): Promise<Office> {
  const server = await openServer(folder, port, log);
  const hosts = await startHosts({ routes: practiceRoutes() });
  return {
    server,
    hosts,
    async close() {
      await hosts.close();
      await server.close();
    },
  };
}
