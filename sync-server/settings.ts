import { parseArgs } from "node:util";
import { sayWrongFlag } from "./flags.ts";
import { DEFAULT_QUOTA_BYTES, type DeskCreation } from "./limits.ts";

/** What is asked of the program: to serve, or one of its commands on what it keeps. */
const COMMANDS = ["serve", "check", "backup", "restore", "prune"] as const;

/** What `--help` says. The flags are told of in README.md, with their variables and defaults. */
export const HELP = `npm run server -- [flags]                 serves until Ctrl-C
npm run server -- check                   looks through everything that is kept
npm run server -- backup FOLDER           copies it while the server runs
npm run server -- restore FOLDER          puts a copy back in its place
npm run server -- prune                   lets go of what confirmed bases hold, at once

  --data FOLDER        where the database lies (.data)
  --database ADDRESS   a PostgreSQL instead: postgres://user@host/name
  --host ADDRESS       127.0.0.1 for this computer alone, 0.0.0.0 for everybody
  --port NUMBER        8787; 0 takes a free one
  --quota-mb NUMBER    MiB that one desk may keep (2048)
  --new-desks WHO      who may begin a desk: anyone, key or nobody
  --proxied            behind a proxy that sets X-Forwarded-For

More: sync-server/README.md`;

/** How one server process runs. */
export interface Settings {
  command: (typeof COMMANDS)[number];
  /** The other folder of `backup` and `restore`. */
  folder: string | undefined;
  /** Folder of the database. */
  data: string;
  /** A PostgreSQL, instead of a file in that folder. */
  database: string | undefined;
  host: string;
  port: number;
  quotaBytes: number;
  creation: DeskCreation;
  /** Whether a proxy in front says the clients' addresses. */
  proxied: boolean;
}

/** A setting that the server cannot start with; the message names it. */
export class SettingError extends Error {
  override name = "SettingError";
}

/**
 * Settings from words (`check`, `prune`, `backup FOLDER`, `restore FOLDER`) and flags (`--data`, `--database`, `--host`, `--port`, `--quota-mb`, `--new-desks`,
 * `--proxied`), else from the
 * environment (SIDEDESK_DATA, SIDEDESK_DATABASE, SIDEDESK_HOST, SIDEDESK_PORT, SIDEDESK_QUOTA_MB,
 * SIDEDESK_NEW_DESKS with SIDEDESK_DESK_KEY, SIDEDESK_PROXIED=1), else the defaults.
 * Throws SettingError.
 */
export function readSettings(args: string[], environment: Record<string, string | undefined>): Settings {
  const text = { type: "string" } as const;
  const options = {
    data: text,
    database: text,
    host: text,
    port: text,
    "quota-mb": text,
    "new-desks": text,
    proxied: { type: "boolean" },
  } as const;
  let flags: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  let words: string[];
  try {
    ({ values: flags, positionals: words } = parseArgs({ args, options, allowPositionals: true }));
  } catch (error) {
    throw new SettingError(`${sayWrongFlag(error)}. npm run server -- --help lists them.`);
  }
  const quota = flags["quota-mb"] ?? environment.SIDEDESK_QUOTA_MB;
  const [word = "serve", folder, ...more] = words;
  const command = COMMANDS.find((known) => known === word);
  if (!command) throw new SettingError(`"${word}" is no command. One of: ${COMMANDS.join(", ")}.`);
  const takesFolder = command === "backup" || command === "restore";
  if (takesFolder !== (folder !== undefined) || more.length > 0)
    throw new SettingError(`server ${command} ${takesFolder ? "names one folder" : "takes no folder"}.`);
  return {
    command,
    folder,
    data: flags.data ?? environment.SIDEDESK_DATA ?? ".data",
    database: address(flags.database ?? environment.SIDEDESK_DATABASE),
    host: flags.host ?? environment.SIDEDESK_HOST ?? "127.0.0.1",
    port: whole("port", flags.port ?? environment.SIDEDESK_PORT ?? "8787", 65_535),
    quotaBytes:
      quota === undefined ? DEFAULT_QUOTA_BYTES : whole("quota-mb", quota, 1_000_000_000) * 1024 * 1024,
    creation: creation(
      flags["new-desks"] ?? environment.SIDEDESK_NEW_DESKS ?? "anyone",
      environment.SIDEDESK_DESK_KEY,
    ),
    proxied: flags.proxied ?? environment.SIDEDESK_PROXIED === "1",
  };
}

function creation(who: string, key = ""): DeskCreation {
  if (who === "anyone" || who === "nobody") return { who };
  if (who !== "key") throw new SettingError(`--new-desks is anyone, key or nobody, not "${who}"`);
  // It travels in the fragment of an address.
  if (!/^[\w-]{16,200}$/.test(key))
    throw new SettingError("--new-desks key needs SIDEDESK_DESK_KEY: 16 letters, digits, - or _ at least");
  return { who, key };
}

/** The address itself may hold a password: a message never repeats it. */
function address(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new SettingError("--database is the address of a PostgreSQL: postgres://user@host/name");
  return text;
}

function whole(name: string, text: string, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) throw new SettingError(`--${name} is a whole number up to ${max}, not "${text}"`);
  return value;
}
