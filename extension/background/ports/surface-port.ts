import * as v from "valibot";
import type { Kept } from "../../port/app-state.ts";
import { type Call, type Query, type Reply, requestSchema } from "../../port/surface.ts";
import { sampleDesk } from "../desks/sample.ts";
import type { Engine } from "../engine-type.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Presence } from "../presence/presence.ts";
import { authenticatorCalls } from "./authenticator-calls.ts";
import { backupCalls } from "./backup-calls.ts";
import { concerns } from "./concerns.ts";
import { errorOf } from "./failure.ts";
import type { PagePorts } from "./page-port.ts";

/** The part of a `runtime.Port` that is used here. */
export interface IncomingPort {
  readonly name: string;
  readonly sender?:
    | {
        readonly id?: string;
        readonly url?: string;
        readonly documentId?: string;
        readonly frameId?: number;
        readonly tab?: { readonly id?: number };
      }
    | undefined;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** What surfaces ask of the browser, apart from the engine. */
export interface Tabs {
  /**
   * The tab in front; undefined where there is none.
   * @param beside the document of a surface that stands beside tabs: of its window; else of the window used last
   */
  active(beside?: string): Promise<number | undefined>;
  /** Called when another tab comes to the front. */
  onActive(listener: () => void): () => void;
  /** Opens the desk page at a record or a list; undefined is where it begins. */
  openDesk(at: string | undefined): Promise<void>;
  /** Opens the options at a part; undefined is where they begin. */
  openOptions(part?: string): Promise<void>;
  /** What the browser says of its disk. */
  storage(): Promise<Pick<Kept, "used" | "quota" | "persisted">>;
}

/**
 * What is done while it is locked: unlocking, and taking in what a surface still had to say when the lock fell, or a
 * person types meanwhile. None of them tells anything of a desk.
 */
const WHILE_LOCKED: ReadonlySet<Call["call"]> = new Set([
  "lock",
  "unlock",
  "authenticatorChallenge",
  "unlockByAuthenticator",
  "setPassphrase",
  "eraseAll",
  "submit",
  "scratchPut",
  "closeSidebar",
]);

/** The surfaces that are open. */
export interface Surfaces {
  /** @param early what the port said before the engine was there */
  serve(port: IncomingPort, early?: readonly unknown[]): void;
  /** The record that a surface of this tab has in front, or the browser's side panel beside it; null where none has. */
  viewed(tab: number | undefined): string | null;
  /** The tab in which a page of the extension is open. */
  tabOf(page: string): number | undefined;
}

/**
 * Serves surfaces: each port is one popup, sidebar or desk page. Answers are sent again only when they differ.
 */
export function serveSurfaces(
  engine: Engine,
  pages: PagePorts,
  presence: Presence,
  tabs: Tabs,
  now: () => number,
  report: (error: unknown) => void,
): Surfaces {
  const open = new Set<{ readonly port: IncomingPort; viewed(): string | null }>();
  const calls: {
    [C in Call["call"]]: (
      call: Extract<Call, { call: C }>,
      tab: number | undefined,
      beside: string | undefined,
    ) => Promise<unknown>;
  } = {
    submit: async ({ desk, commands }) => {
      const done = await engine.submit(desk, commands);
      // What takes a change back says what was there before.
      return (await engine.lock.isLocked()) ? { undo: [] } : done;
    },
    createDesk: async ({ name, memberName, server, deviceName }) => ({
      desk: await engine.desks.create(name, memberName, { server, deviceName }),
    }),
    createSampleDesk: async ({ memberName, locale }) => ({
      desk: await sampleDesk(engine, memberName, locale, now()),
    }),
    removeDesk: ({ desk }) => engine.desks.remove(desk),
    chooseDesk: ({ desk }) => engine.desks.choose(desk),
    setServer: ({ desk, server }) => engine.desks.setServer(desk, server),
    invite: ({ desk, role, until }) => engine.desks.invite(desk, role, until ? Date.parse(until) : undefined),
    addDevice: ({ desk }) => engine.desks.addDevice(desk),
    makePaperKey: ({ desk }) => engine.desks.makePaperKey(desk),
    remindLater: ({ desk }) => engine.desks.remindLater(desk),
    removeDevice: ({ desk, device }) => engine.members.removeDevice(desk, device),
    removeMember: ({ desk, member }) => engine.members.remove(desk, member),
    changeRole: ({ desk, member, role, until }) =>
      engine.members.changeRole(desk, member, role, until ? Date.parse(until) : 0),
    revokeInvite: ({ desk, invite }) => engine.members.revokeInvite(desk, invite),
    rotate: ({ desk }) => engine.members.rotate(desk),
    inspectInvite: ({ link, server }) => engine.desks.inspect(link, server),
    join: async ({ link, server, memberName, deviceName }) => ({
      desk: await engine.desks.join(link, memberName, { server, device: deviceName }),
    }),
    ...backupCalls(() => engine.desks),
    scratchGet: async ({ key }) => ({ value: await engine.scratchGet(key) }),
    scratchPut: ({ key, value }) => engine.scratchPut(key, value),
    insertDraft: async ({ call: _, ...draft }, tab, beside) =>
      pages.insertDraft(tab ?? (await tabs.active(beside)), draft),
    openDesk: ({ record, list }) => tabs.openDesk(record ?? list),
    closeSidebar: async (_, tab) => pages.sidebar(tab, "close"),
    setSingleKeys: ({ on }) => engine.preferences.setSingleKeys(on),
    prepareSearch: ({ desk }) => engine.prepareSearch(desk),
    syncNow: async ({ desk }) => engine.syncNow(desk),
    syncAnew: ({ desk }) => engine.syncAnew(desk),
    dismissLost: () => engine.dismissLost(),
    dismissUnread: ({ desk }) => engine.dismissUnread(desk),
    lock: () => engine.lock.lock(),
    unlock: ({ passphrase }) => engine.lock.unlock(passphrase),
    ...authenticatorCalls(engine.lock),
    setPassphrase: ({ passphrase, current }) => engine.lock.set(passphrase, current),
    removePassphrase: ({ current }) => engine.lock.remove(current),
    setLockAfter: ({ minutes }) => engine.lock.setAfter(minutes),
    eraseAll: () => engine.eraseAll(),
    setLocale: ({ locale }) => engine.preferences.setLocale(locale),
    setLook: ({ look }) => engine.preferences.setLook(look),
    setPresence: ({ on }) => engine.preferences.setPresence(on),
    checkServer: async ({ server }) => ({ server: await engine.desks.checkServer(server) }),
    kept: async () => ({ desks: await engine.contents.count(), ...(await tabs.storage()) }),
    exportRecords: ({ desk, after }) => engine.contents.records(desk, after),
    audit: ({ desk, principal, limit }) => engine.contents.audit(desk, principal, limit),
    auditFile: ({ desk, principal, words }) => engine.contents.auditFile(desk, principal, words),
    openOptions: ({ part }) => tabs.openOptions(part),
    renameDesk: ({ desk, name }) => engine.desks.rename(desk, name),
    dismissSetAside: ({ command }) => engine.dismissSetAside(command),
  };

  const serve = (port: IncomingPort, early: readonly unknown[] = []) => {
    const tab = port.sender?.tab?.id;
    const beside = port.sender?.documentId;
    const watches = new Map<
      number,
      { query: Query; last: string | undefined; running: boolean; again: boolean }
    >();
    let gone = false;
    const post = (reply: Reply) => {
      if (gone) return;
      try {
        port.postMessage(reply);
      } catch {
        // Closed before anybody listened for that, while the engine was starting.
        leave();
      }
    };
    const answer = async (query: Query): Promise<unknown> => {
      if (query.q === "viewing" || query.q === "showing") return null;
      if (query.q !== "mail" && query.q !== "presence") return engine.answer(query);
      // A worker that has just begun: the page beside the sidebar has not said yet what is open, and what the sidebar
      // shows of it stays, with the text that is being written there.
      const isEarly = tab !== undefined && port.sender?.frameId && !pages.isHeard(tab);
      if (query.q === "mail" && isEarly) return undefined;
      const front = query.q === "mail" ? (tab ?? (await tabs.active(beside))) : undefined;
      if (await engine.lock.isLocked()) throw new ExpectedError("locked", "Sidedesk is locked.");
      return query.q === "mail" ? pages.report(front) : presence.of(query.desk);
    };
    const run = async (call: Call): Promise<unknown> => {
      if (!WHILE_LOCKED.has(call.call) && (await engine.lock.isLocked()))
        throw new ExpectedError("locked", "Sidedesk is locked.");
      return (calls[call.call] as (call: Call, ...from: unknown[]) => Promise<unknown>)(call, tab, beside);
    };

    const refresh = async (id: number) => {
      const watch = watches.get(id);
      if (!watch) return;
      if (watch.running) {
        watch.again = true;
        return;
      }
      watch.running = true;
      do {
        watch.again = false;
        try {
          const value = await answer(watch.query);
          if (value === undefined) continue;
          const text = JSON.stringify(value);
          if (text !== watch.last && watches.has(id)) {
            watch.last = text;
            post({ id, value });
          }
        } catch (error) {
          // The next answer takes the error off the screen, even where it is the same as the last one before it.
          watch.last = undefined;
          // A locked surface shows the lock; the question is asked again when it opens.
          if (error instanceof ExpectedError && error.code === "locked") continue;
          post({ id, error: errorOf(error, report) });
        }
      } while (watch.again);
      watch.running = false;
    };

    const lookAt = (isMeant: (query: Query) => boolean) => {
      for (const [id, { query }] of watches) if (isMeant(query)) void refresh(id);
    };
    const stopEngine = engine.onChange((change) => lookAt((query) => concerns(query, change)));
    const stopPresence = presence.onChange((desk) =>
      lookAt((query) => query.q === "presence" && query.desk === desk),
    );
    const lookAtMail = () => lookAt(({ q }) => q === "mail");
    /** What it shows is what it watches by `showing`. */
    const show = () =>
      presence.show(
        port,
        [...watches.values()].flatMap(({ query }) => (query.q === "showing" ? [query] : [])),
      );
    const stopPages = pages.onReport((changed) => {
      if (tab === undefined || changed === tab) lookAtMail();
    });
    // Beside the tabs, in the browser's side panel, another tab is another mail.
    const stopTabs = tab === undefined ? tabs.onActive(lookAtMail) : () => {};
    const self = {
      port,
      viewed: () =>
        [...watches.values()]
          .map(({ query }) => (query.q === "viewing" ? query.record : null))
          .find(Boolean) ?? null,
    };
    open.add(self);
    const leave = () => {
      gone = true;
      open.delete(self);
      watches.clear();
      show();
      stopEngine();
      stopPresence();
      stopPages();
      stopTabs();
    };
    port.onDisconnect.addListener(leave);
    const hear = (message: unknown) => {
      const read = v.safeParse(requestSchema, message);
      if (!read.success) {
        const id = typeof message === "object" && message && "id" in message ? Number(message.id) : 0;
        post({ id, error: { code: "invalid", detail: v.summarize(read.issues) } });
        return;
      }
      const request = read.output;
      if ("unwatch" in request) {
        watches.delete(request.id);
        show();
      } else if ("watch" in request) {
        watches.set(request.id, { query: request.watch, last: undefined, running: false, again: false });
        show();
        void refresh(request.id);
      } else {
        run(request.request).then(
          (result) => post({ id: request.id, result: result ?? null }),
          (error) => post({ id: request.id, error: errorOf(error, report) }),
        );
      }
    };
    port.onMessage.addListener(hear);
    for (const message of early) hear(message);
  };
  const tabOf = (port: IncomingPort) => port.sender?.tab?.id;
  return {
    serve,
    viewed(tab) {
      const found = [...open].map((each) => ({ tab: tabOf(each.port), record: each.viewed() }));
      const inTab = found.find((each) => each.record && each.tab !== undefined && each.tab === tab);
      return (inTab ?? found.find((each) => each.record && each.tab === undefined))?.record ?? null;
    },
    tabOf: (page) =>
      [...open]
        .map(({ port }) => port)
        .find((port) => port.sender?.url?.startsWith(page) && tabOf(port) !== undefined)?.sender?.tab?.id,
  };
}
