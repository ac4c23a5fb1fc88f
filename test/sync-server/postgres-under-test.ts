/** A real PostgreSQL of its own, in a temporary folder, for as long as a test file needs it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { killTree } from "../e2e/harness/processes.ts";

/** Where Debian keeps the programs of each version; elsewhere they are in the path. */
const DEBIAN = "/usr/lib/postgresql";

/** The folder of `initdb` and `postgres`; undefined where there is no PostgreSQL. */
function programs(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a)).map((name) => join(DEBIAN, name, "bin"));
  const found = [...newest, ...(process.env.PATH ?? "").split(":")].find((folder) =>
    existsSync(join(folder, "initdb")),
  );
  return found === "" ? undefined : found;
}

/** The user that it runs as: PostgreSQL refuses to run as root. */
function servant(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (which: string) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Why there is no PostgreSQL for the tests; undefined where there is one. */
export function lackOfPostgres(): string | undefined {
  if (process.platform === "win32") return "PostgreSQL is started on Unix only";
  if (!programs()) return "no PostgreSQL on this computer";
  if (process.getuid?.() === 0 && spawnSync("id", ["postgres"]).status !== 0)
    return "PostgreSQL does not run as root, and there is no user postgres";
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A running database server; `kill` is a crash (SIGKILL to all of it), after which `start` finds what was committed. */
export class PostgresUnderTest {
  readonly folder: string;
  readonly port: number;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;
  #databases = 0;

  private constructor(folder: string, port: number, settings: readonly string[]) {
    this.folder = folder;
    this.port = port;
    this.#settings = settings;
  }

  /** @param settings of postgresql.conf, such as "fsync=off" */
  static async begin(...settings: string[]): Promise<PostgresUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), "sidedesk-postgres-"));
    const { uid, gid } = servant();
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    chmodSync(folder, 0o700);
    const args = ["-D", join(folder, "data"), "-U", "sidedesk", "-A", "trust", "--no-sync", "-E", "UTF8"];
    const options = { ...servant(), cwd: folder, encoding: "utf8" } as const;
    const made = spawnSync(join(programs()!, "initdb"), args, options);
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
    const postgres = new PostgresUnderTest(folder, await freePort(), settings);
    await postgres.start();
    return postgres;
  }

  async start(): Promise<void> {
    const settings = [
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      "max_connections=100",
      ...this.#settings,
    ];
    const args = ["-D", join(this.folder, "data"), "-p", String(this.port)];
    this.#process = spawn(
      join(programs()!, "postgres"),
      [...args, ...settings.flatMap((setting) => ["-c", setting])],
      { ...servant(), cwd: this.folder, stdio: "ignore" },
    );
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#on("postgres", "SELECT 1");
      } catch (error) {
        if (attempt > 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** The address of a new, empty database. */
  async database(): Promise<string> {
    const name = `desk${++this.#databases}`;
    await this.#on("postgres", `CREATE DATABASE ${name}`);
    return this.url(name);
  }

  /** A database as PostgreSQL's own tool backs it up, while servers write to it. */
  dump(url: string): string {
    const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
    return execFileSync(join(programs()!, "pg_dump"), ["--inserts", url], options);
  }

  /** The address of a new database in which such a backup is restored. */
  async restored(dump: string): Promise<string> {
    const url = await this.database();
    const args = ["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", url];
    execFileSync(join(programs()!, "psql"), args, { input: dump, stdio: ["pipe", "ignore", "pipe"] });
    return url;
  }

  /** A folder of the database's own in another place. */
  folderIn(place: string): string {
    const folder = join(place, "postgres");
    mkdirSync(folder, { mode: 0o700 });
    const { uid, gid } = servant();
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    return folder;
  }

  url(name: string): string {
    return `postgres://sidedesk@127.0.0.1:${this.port}/${name}`;
  }

  async #on(database: string, sql: string): Promise<void> {
    const client = new Client({ connectionString: this.url(database) });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Ends all of it at once, as a power cut does; resolves when it is gone. */
  async kill(): Promise<void> {
    const process = this.#process!;
    this.#process = undefined;
    const gone = new Promise((resolve) => process.on("exit", resolve));
    killTree(process.pid!);
    await gone;
  }

  async remove(): Promise<void> {
    const process = this.#process;
    if (process) {
      const gone = new Promise((resolve) => process.on("exit", resolve));
      process.kill("SIGINT");
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
