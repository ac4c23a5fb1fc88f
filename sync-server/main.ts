/** `npm run server`: one sync server, or a command on what it keeps. It speaks plain HTTP; a proxy adds TLS. */
import { runCommand } from "./commands/run.ts";
import { sharesOf } from "./limits.ts";
import { jsonLogger } from "./observe.ts";
import { startServer } from "./server.ts";
import { HELP, readSettings, SettingError, type Settings } from "./settings.ts";
import { FolderError } from "./sqlite/folder.ts";
import { sayStartFailure } from "./start-failure.ts";
import { openStorage } from "./storage.ts";

async function serve(settings: Settings): Promise<void> {
  const now = () => Date.now();
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const logger = jsonLogger((line) => process.stderr.write(line), now);
  const { host, port, proxied, data, database, creation } = settings;
  const fault = ({ message }: Error) => logger("fault", { where: "storage", error: message });
  const limits = sharesOf(settings.quotaBytes);
  const { log, tokens } = await openStorage({ ...settings, now, random, fault });
  const server = await startServer({
    host,
    port,
    proxied,
    creation,
    log,
    tokens,
    now,
    random,
    logger,
    limits,
  });
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

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  console.log(HELP);
  process.exit(0);
}
let settings: Settings | undefined;
try {
  settings = readSettings(args, process.env);
  if (settings.command === "serve") await serve(settings);
  else process.exit(await runCommand(settings, (line) => console.log(line)));
} catch (error) {
  const isOurs = error instanceof SettingError || error instanceof FolderError;
  const why = isOurs ? error.message : settings && sayStartFailure(error, settings);
  if (why === undefined) throw error;
  const command = settings?.command ?? "serve";
  console.error(`${command === "serve" ? "The server did not start" : `server ${command}`}: ${why}`);
  process.exit(1);
}
