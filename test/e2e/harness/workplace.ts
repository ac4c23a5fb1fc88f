import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "../../../sync-server/server.ts";
import { practiceRoutes } from "../../fixtures/webmail/serve.ts";
import { openServer, type ServerOptions } from "../../practice/office.ts";
import { type Launched, launchChromium, launchFirefox } from "./browser.ts";
import { builtExtension } from "./built.ts";
import { type Hosts, startHosts } from "./https.ts";
import type { OfflineProxy } from "./proxy.ts";

interface LaunchedAs {
  /** The same name is the same profile, started again. */
  readonly profile?: string;
  readonly proxy?: OfflineProxy;
  /** Another folder with the built extension. */
  readonly extensionDir?: string;
}

/** Everything of one test file: a folder, a server that comes and goes, webmails, browsers with the built extension. */
export interface Workplace {
  readonly folder: string;
  readonly hosts: Hosts;
  /** The server's address; the same after each restart. */
  readonly url: string;
  startServer(options?: ServerOptions): Promise<RunningServer>;
  stopServer(): Promise<void>;
  /** Removes everything that the server keeps; it must be down. */
  wipeServer(): void;
  /** All bytes of all files that the server has written: database, WAL, shared memory, log lines. */
  serverFiles(): readonly { readonly name: string; readonly bytes: Buffer }[];
  /** Starts a browser with the built extension. */
  launch(kind: "chrome" | "firefox", options?: LaunchedAs): Promise<Launched>;
  close(): Promise<void>;
}

const starters = { chrome: launchChromium, firefox: launchFirefox };
/** A person's language, whatever the machine's is. */
const english = { chrome: ["--lang=en-GB"], firefox: [] };

/** @param mail what the practice webmails show in place of their own mail */
export async function openWorkplace(mail?: object): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-e2e-"));
  const serverFolder = join(folder, "server");
  const hosts = await startHosts({ routes: practiceRoutes(mail) });
  const browsers = new Set<Launched>();
  mkdirSync(serverFolder);
  const log = (line: string) => appendFileSync(join(serverFolder, "server.log"), `${line}\n`);
  let server: RunningServer | undefined;
  let port = 0;
  const workplace: Workplace = {
    folder,
    hosts,
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    async startServer(options) {
      server = await openServer(serverFolder, port, log, options);
      if (port !== 0 && server.port !== port) throw new Error(`Port ${port} was taken meanwhile.`);
      port = server.port;
      return server;
    },
    async stopServer() {
      await server?.close();
      server = undefined;
    },
    wipeServer() {
      rmSync(serverFolder, { recursive: true });
      mkdirSync(serverFolder);
    },
    serverFiles: () =>
      readdirSync(serverFolder).map((name) => ({ name, bytes: readFileSync(join(serverFolder, name)) })),
    async launch(kind, { profile, proxy = hosts.proxy, extensionDir = builtExtension(kind) } = {}) {
      const profileDir = profile === undefined ? undefined : join(folder, profile);
      if (profileDir) mkdirSync(profileDir, { recursive: true });
      const launched = await starters[kind]({
        extensionDir,
        proxyPort: proxy.port,
        args: english[kind],
        ...(profileDir ? { profileDir } : {}),
      });
      browsers.add(launched);
      return launched;
    },
    async close() {
      await Promise.all([...browsers].map((launched) => launched.close().catch(() => {})));
      await hosts.close();
      await server?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  await workplace.startServer();
  return workplace;
}
