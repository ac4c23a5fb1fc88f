import { type Browser, browser } from "wxt/browser";
import { lastAnswersKey } from "../port/last-answers.ts";
import { lookKey } from "../port/look.ts";
import { keepLineReader } from "./browser/line-reader.ts";
import { wireBrowser } from "./browser/wire.ts";
import { createEngine } from "./engine.ts";
import type { Engine } from "./engine-type.ts";
import { readPolicy } from "./policy.ts";
import { serveFailure } from "./ports/failure.ts";
import { admitted } from "./ports/gate.ts";
import { keepLastAnswers } from "./ports/last-answers.ts";
import { pagePorts } from "./ports/page-port.ts";
import { type Surfaces, serveSurfaces, type Tabs } from "./ports/surface-port.ts";
import { permitPresence } from "./presence/permission.ts";
import { openPresence, type Presence } from "./presence/presence.ts";
import { random } from "./random.ts";
import { openDatabase } from "./storage/database.ts";
import { untilDone } from "./sync/backoff.ts";
import { automergeLoader } from "./work/automerge.ts";

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
const now = () => Date.now();
/** In memory for as long as the browser runs, and out of every page's reach. */
const UNLOCKED = "unlocked";
/** Desks that this run of the browser writes, in memory as well. */
const WRITES = "writes";
/** The desks that are in the database, beside it. */
const DESKS = "desks";
const report = (error: unknown) => console.error("Sidedesk:", error);
/** Firefox refuses the question where nobody manages the browser. */
const managed = (): Promise<unknown> => browser.storage.managed.get(null).catch(() => null);

/** The window in which a document stands as side panel; undefined where the browser does not say. */
async function windowOf(documentId: string): Promise<number | undefined> {
  const panels = await browser.runtime.getContexts?.({
    contextTypes: ["SIDE_PANEL"],
    documentIds: [documentId],
  });
  return panels?.[0]?.windowId;
}

/** One page of a sort is enough: a key pressed ten times a day must not leave ten of them. */
async function openPage(
  surfaces: () => Promise<Surfaces>,
  path: "/desk.html" | "/options.html",
  at: string | undefined,
): Promise<void> {
  const page = browser.runtime.getURL(path);
  const url = at ? `${page}#${at}` : page;
  const open = (await surfaces().catch(() => null))?.tabOf(page);
  const there = open === undefined ? undefined : await browser.tabs.get(open).catch(() => undefined);
  if (there?.id === undefined) return void (await browser.tabs.create({ url }));
  await browser.tabs.update(there.id, { active: true, ...(at ? { url } : {}) });
  await browser.windows.update(there.windowId, { focused: true });
}

const browserTabs = (surfaces: () => Promise<Surfaces>): Tabs => ({
  async active(beside) {
    const windowId = beside === undefined ? undefined : await windowOf(beside);
    const [tab] = await browser.tabs.query({
      active: true,
      ...(windowId === undefined ? { lastFocusedWindow: true } : { windowId }),
    });
    return tab?.id;
  },
  onActive(listener) {
    const { onActivated } = browser.tabs;
    const { onFocusChanged } = browser.windows;
    onActivated.addListener(listener);
    onFocusChanged.addListener(listener);
    return () => {
      onActivated.removeListener(listener);
      onFocusChanged.removeListener(listener);
    };
  },
  openDesk: (at) => openPage(surfaces, "/desk.html", at),
  openOptions: (part) =>
    part === undefined ? browser.runtime.openOptionsPage() : openPage(surfaces, "/options.html", part),
  async storage() {
    const { usage, quota } = await navigator.storage.estimate();
    return { used: usage ?? null, quota: quota ?? null, persisted: await navigator.storage.persisted() };
  },
});

async function openEngine(presence: Presence): Promise<Engine> {
  const db = await openDatabase(() => browser.runtime.reload());
  const automerge = automergeLoader(async () => {
    const response = await fetch(browser.runtime.getURL("/automerge.wasm" as never));
    return new Uint8Array(await response.arrayBuffer());
  });
  const network = { fetch: (...args: Parameters<typeof fetch>) => fetch(...args), WebSocket };
  const look = {
    get: async () => (await browser.storage.local.get(lookKey))[lookKey],
    set: (written: string) => browser.storage.local.set({ [lookKey]: written }),
  };
  const deskMemory = {
    get: async () => (await browser.storage.local.get(DESKS))[DESKS],
    set: (desks: unknown) => browser.storage.local.set({ [DESKS]: desks }),
  };
  const actorMark = {
    get: async () => (await browser.storage.session.get(WRITES))[WRITES],
    set: (desks: readonly string[]) => browser.storage.session.set({ [WRITES]: desks }),
  };
  const session = {
    get: async () => (await browser.storage.session.get(UNLOCKED))[UNLOCKED],
    set: (mark: string | null) => browser.storage.session.set({ [UNLOCKED]: mark }),
  };
  const lastAnswers = {
    get: async () => (await browser.storage.session.get(lastAnswersKey))[lastAnswersKey],
    set: (kept: unknown) =>
      kept === null
        ? browser.storage.session.remove(lastAnswersKey)
        : browser.storage.session.set({ [lastAnswersKey]: kept }),
  };
  const begin = () => browser.runtime.reload();
  const origin = browser.runtime.getURL("/").slice(0, -1);
  const browserParts = { automerge, network, look, deskMemory, actorMark, session, origin, begin };
  const world = { db, now, later, random, managed, report, presence, ...browserParts };
  return keepLastAnswers(createEngine(world), lastAnswers, world);
}

/**
 * The engine, once this worker is the only one that writes: a second one waits for the first to end. A browser's
 * storage can fail to open for a moment (a full disk, a profile still being locked): it is then tried again, for a
 * worker that gave up would be kept alive, and of no use, by the surfaces that ask it.
 */
function startEngine(presence: Presence): Promise<Engine> {
  return new Promise((resolve, reject) => {
    const begin = async () => {
      const engine = await untilDone(() => openEngine(presence), report, later, Math.random);
      resolve(engine);
      await untilDone(() => engine.start(), report, later, Math.random);
    };
    // Held for as long as this worker lives.
    navigator.locks
      .request("sidedesk writer", () => begin().then(() => new Promise<never>(() => {})))
      .catch(reject);
  });
}

/** Starts the background. Listeners are there at once, as a woken worker needs; what they hear waits for the engine. */
export function runBackground(): void {
  keepLineReader();
  const pages = pagePorts(later);
  const presence = openPresence({ now, later });
  const started = startEngine(presence);
  started.catch(report);
  const tabs = browserTabs(() => surfaces);
  const surfaces = started.then((engine) => {
    permitPresence(engine, presence, report);
    return serveSurfaces(engine, pages, presence, tabs, now, report);
  });
  surfaces.catch(() => {});
  const fromBrowser = wireBrowser({ started, surfaces, pages, tabs, now, later, random, report });

  browser.runtime.onConnect.addListener((port: Browser.runtime.Port) => {
    const asks = admitted(port, browser.runtime.id, browser.runtime.getURL("/"));
    if (asks === "page") return pages.serve(port);
    if (asks === null) return port.disconnect();
    const early: unknown[] = [];
    const keep = (message: unknown) => early.push(message);
    port.onMessage.addListener(keep);
    Promise.all([surfaces, fromBrowser.filled()]).then(
      ([{ serve }]) => {
        port.onMessage.removeListener(keep);
        serve(port, early);
      },
      (error: unknown) => {
        port.onMessage.removeListener(keep);
        serveFailure(port, error, early);
      },
    );
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== "install") return;
    managed()
      .then((found) => (readPolicy(found, report).welcomeTab ? tabs.openDesk(undefined) : undefined))
      .catch(report);
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") started.then((engine) => engine.policyChanged()).catch(report);
  });
  self.addEventListener("online", () => {
    started.then(
      (engine) => engine.reconnect(),
      () => {},
    );
  });
  navigator.storage.persist?.().catch(() => false);
}
