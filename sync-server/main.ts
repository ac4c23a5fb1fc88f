/** `npm run server`: one sync server, or a command on what it keeps. It speaks plain HTTP; a proxy adds TLS. */
import { runCommand } from "./commands/run.ts";
import { jsonLogger } from "./observe.ts";
import { startServer } from "./server.ts";
import { readSettings, SettingError, type Settings } from "./settings.ts";
import { FolderError } from "./sqlite/folder.ts";
import { openStorage } from "./storage.ts";

async function serve(settings: Settings): Promise<void> {
  const now = () => Date.now();
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const logger = jsonLogger((line) => process.stderr.write(line), now);
  const { host, port, proxied, data, database, creation } = settings;
  const fault = ({ message }: Error) => logger("fault", { where: "storage", error: message });
  const { log, tokens } = await openStorage({ ...settings, now, random, fault });
  const server = await startServer({ host, port, proxied, creation, log, tokens, now, random, logger });
  const place = database === undefined ? data : "PostgreSQL";
  console.log(`Sidedesk's server listens on ${server.url} and keeps its data in ${place}.`);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger("stop", { signal });
    void server.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.command === "serve") await serve(settings);
  else process.exit(await runCommand(settings, (line) => console.log(line)));
} catch (error) {
  const isExpected =
    error instanceof SettingError ||
    error instanceof FolderError ||
    (error instanceof Error && "code" in error);
  if (!isExpected) throw error;
  console.error(`The server did not start: ${error.message}`);
  process.exit(1);
}
