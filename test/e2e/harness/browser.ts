import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch, type Page, type WebWorker } from "puppeteer-core";
import { findBrowsers } from "./installed.ts";
import { killTree } from "./processes.ts";

export type LaunchOptions = {
  /** Folder of the built, unpacked extension. */
  extensionDir: string;
  /** Kept, so that a killed browser can be started again on the same data; without it, a new one is made and removed. */
  profileDir?: string;
  headless?: boolean;
  /** `hosts.proxy.port`, or that of a proxy of its own. */
  proxyPort: number;
  /** The one public key (`hosts.trustedKey`) that Chromium takes for good, and shows so; without it, it takes any. */
  trustedKey?: string;
  executablePath?: string;
  args?: readonly string[];
};

export type Launched = {
  kind: "chrome" | "firefox";
  browser: Browser;
  extensionId: string;
  /** Opens a page and waits until its DOM is parsed. */
  openPage(url: string): Promise<Page>;
  /** The address of a file of the extension; both browsers can open it as a page. */
  extensionUrl(path: string): string;
  /** The background of the extension, to evaluate in. Only Chromium shows it; elsewhere it throws. */
  serviceWorker(): Promise<WebWorker>;
  /** SIGKILL to the whole process tree: nothing gets a chance to save. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

/** Starts Chromium, Chrome or Edge with the extension, its network led through the offline proxy. */
export async function launchChromium(options: LaunchOptions): Promise<Launched> {
  const profile = await profileOf(options);
  const browser = await launch({
    browser: "chrome",
    executablePath: executable(options, "chrome"),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: options.trustedKey === undefined,
    // Whoever launched it ends it, in order: a signal is theirs to handle.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    userDataDir: profile.dir,
    defaultViewport: null,
    ignoreDefaultArgs: options.headless === false ? ["--enable-automation"] : [],
    args: [
      // Chromium refuses to run as root (a container) with its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      // A person who tries it out sees no bar that warns of switches or of automation.
      ...(options.headless === false ? ["--test-type"] : []),
      options.trustedKey === undefined
        ? "--ignore-certificate-errors"
        : `--ignore-certificate-errors-spki-list=${options.trustedKey}`,
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      "--proxy-bypass-list=<-loopback>",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
      "--hide-crash-restore-bubble",
      "--window-size=1280,860",
      ...(options.args ?? []),
    ],
  });
  const life = lifetime("chrome", browser, profile, options.headless);
  const extensionId = await install(options.extensionDir, browser, life);
  const extensionUrl = (path: string) => `chrome-extension://${extensionId}/${path.replace(/^\//, "")}`;
  const lookedInto = new WeakSet<WebWorker>();
  return {
    ...life,
    extensionId,
    extensionUrl,
    async serviceWorker() {
      const target = await browser.waitForTarget(
        (candidate) => candidate.type() === "service_worker" && candidate.url().startsWith(extensionUrl("")),
        { timeout: 15_000 },
      );
      const worker = await target.worker();
      if (!worker) throw new Error("The extension's service worker ended while it was looked up.");
      if (!lookedInto.has(worker)) {
        lookedInto.add(worker);
        letRunAgain(worker);
      }
      return worker;
    },
  };
}

/** Chromium has a worker that a debugger looks into wait for that debugger each time it is started again: it is to run. */
function letRunAgain({ client }: WebWorker): void {
  client.on("Inspector.targetReloadedAfterCrash", () => {
    // The browser may be ending.
    client.send("Runtime.runIfWaitingForDebugger").catch(() => {});
  });
}

/**
 * Starts Firefox with the extension, its network led through the offline proxy. The extension's internal UUID is
 * fixed by a preference, so that its origin, and with it its storage, is the same after a restart on the same profile.
 */
export async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const profile = await profileOf(options);
  const addonId = await geckoId(options.extensionDir);
  const uuid = uuidOf(addonId);
  const browser = await launch({
    browser: "firefox",
    executablePath: executable(options, "firefox"),
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    // Whoever launched it ends it, in order: a signal is theirs to handle.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    userDataDir: profile.dir,
    defaultViewport: null,
    // Firefox 153 opens an extension's page for a debugger only with this switch.
    args: ["--remote-allow-system-access", "--width=1280", "--height=860", ...(options.args ?? [])],
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    extraPrefsFirefox: {
      "services.settings.server": "data:,#no-remote-settings/v1",
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": options.proxyPort,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": options.proxyPort,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
      "extensions.webextensions.uuids": JSON.stringify({ [addonId]: uuid }),
      "extensions.webextensions.keepUuidOnUninstall": true,
      "extensions.webextensions.keepStorageOnUninstall": true,
    },
  });
  const life = lifetime("firefox", browser, profile, options.headless);
  const extensionId = await install(options.extensionDir, browser, life);
  return {
    ...life,
    extensionId,
    extensionUrl: (path) => `moz-extension://${uuid}/${path.replace(/^\//, "")}`,
    async serviceWorker() {
      throw new Error(
        "Firefox shows no background page to a debugger: ask the extension through one of its pages.",
      );
    },
  };
}

/** A browser that does not take the extension is not left running. */
async function install(dir: string, browser: Browser, life: { kill(): Promise<void> }): Promise<string> {
  try {
    return await browser.installExtension(dir);
  } catch (error) {
    await life.kill();
    throw new Error(`The browser did not take the extension in ${dir}; is it built?`, { cause: error });
  }
}

type Profile = { dir: string; remove(): Promise<void> };

async function profileOf({ profileDir }: LaunchOptions): Promise<Profile> {
  if (profileDir !== undefined) return { dir: profileDir, remove: async () => {} };
  const dir = await mkdtemp(join(tmpdir(), "sidedesk-browser-"));
  // A dying browser may still write for a moment.
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}

function executable(options: LaunchOptions, kind: "chrome" | "firefox"): string {
  const path = options.executablePath ?? findBrowsers().find((found) => found.kind === kind)?.path;
  if (path) return path;
  const name = kind === "chrome" ? "Chromium, Chrome or Edge" : "Firefox";
  throw new Error(`No ${name} found on this machine. Install one, or give its path as executablePath.`);
}

function lifetime(kind: Launched["kind"], browser: Browser, profile: Profile, headless = true) {
  const child = browser.process();
  const ended = new Promise<void>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
  const kill = async () => {
    if (child?.pid) killTree(child.pid);
    await ended;
    await profile.remove();
  };
  return {
    kind,
    browser,
    async openPage(url: string) {
      const page = await browser.newPage();
      // An extension may open a tab of its own when it is installed; a page behind it would draw no frames, and a click
      // in it wait for ever.
      if (kind === "chrome" && headless) await page.emulateFocusedPage(true);
      if (url.startsWith("moz-extension:")) await gotoUnannounced(page, url);
      else await page.goto(url, { waitUntil: "domcontentloaded" });
      return page;
    },
    kill,
    async close() {
      const asked = browser.close().then(
        () => true,
        () => false,
      );
      const late = new Promise<false>((resolve) => setTimeout(resolve, 10_000, false).unref());
      if (!(await Promise.race([asked, late]))) return kill();
      await ended;
      await profile.remove();
    },
  };
}

/** Firefox loads an extension's page but never tells the debugger so (its URL stays about:blank): ask the page itself. */
async function gotoUnannounced(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: 0 }).catch(() => {});
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const there = page.evaluate(
      (wanted) => location.href === wanted && document.readyState !== "loading",
      url,
    );
    if (await there.catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not load within 15 s.`);
}

async function geckoId(extensionDir: string): Promise<string> {
  const manifest: { browser_specific_settings?: { gecko?: { id?: string } } } = JSON.parse(
    await readFile(join(extensionDir, "manifest.json"), "utf8"),
  );
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id.`);
  return id;
}

function uuidOf(addonId: string): string {
  const hex = createHash("sha256").update(addonId).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
