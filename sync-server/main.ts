/** `npm run server`: one sync server on this machine. It speaks plain HTTP; a proxy in front adds TLS. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { jsonLogger } from "./observe.ts";
import { startServer } from "./server.ts";
import { readSettings, SettingError } from "./settings.ts";
import { openSqliteLog } from "./sqlite-log.ts";

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  const now = () => Date.now();
  const logger = jsonLogger((line) => process.stderr.write(line), now);
  const log = openSqliteLog({
    file: join(settings.data, "sidedesk.sqlite"),
    now,
    quotaBytes: settings.quotaBytes,
  });
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const { host, port, proxied } = settings;
  const server = await startServer({ host, port, proxied, log, now, random, logger });
  console.log(`Sidedesk's server listens on ${server.url} and keeps its data in ${settings.data}.`);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger("stop", { signal });
    void server.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (error) {
  const expected = error instanceof SettingError || (error instanceof Error && "code" in error);
  if (!expected) throw error;
  console.error(`The server did not start: ${error.message}`);
  process.exit(1);
}
