import { browser } from "wxt/browser";
import type { Engine } from "../engine-type.ts";
import type { PagePorts } from "../ports/page-port.ts";
import type { Surfaces, Tabs } from "../ports/surface-port.ts";
import { type Badge, showBadge } from "./badge.ts";
import { lockWhenIdle } from "./idle.ts";
import { offerMenu } from "./menu.ts";
import { listenToOmnibox } from "./omnibox.ts";
import { fillPopup, openPopup } from "./popup-line.ts";
import { withoutSurface } from "./without-surface.ts";

interface Parts {
  readonly started: Promise<Engine>;
  readonly surfaces: Promise<Surfaces>;
  readonly pages: PagePorts;
  readonly tabs: Tabs;
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => () => void;
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  readonly report: (error: unknown) => void;
}

/**
 * Listens to the browser's own keys, menus and address bar, and keeps the mark on the toolbar button. Listeners are
 * there at once, as a woken worker needs; what they hear waits for the engine.
 */
export function wireBrowser({ started, surfaces, pages, tabs, now, later, random, report }: Parts): {
  /** Settled when what a person marked is in the popup's line: a popup that opened for it is served then. */
  filled(): Promise<unknown>;
} {
  let filling: Promise<unknown> = Promise.resolve();
  const alone = started.then((engine) =>
    withoutSurface(engine, { now, random, languages: navigator.languages }),
  );
  const badge: Promise<Badge> = started.then((engine) => showBadge(engine, now, later, report));
  badge.catch(() => {});
  const mark = (done: boolean) => void badge.then((shown) => shown.mark(done), report);

  lockWhenIdle(started, report);
  const menu = offerMenu((marked) => {
    filling = started.then((engine) => fillPopup(engine, marked)).catch(report);
    openPopup().catch(report);
  });
  const speak = () =>
    alone.then(async ({ locale, mayWrite }) => menu.speak(await locale(), await mayWrite())).catch(report);
  void speak();
  started.then(
    (engine) => engine.onChange(({ what }) => what === "state" && void speak()),
    () => {},
  );

  listenToOmnibox(
    async () => (await alone).locale(),
    async (line) => (await alone).preview(line),
    async (line) => {
      try {
        // Said while it was typed; the mark says it again.
        if (!(await (await alone).mayWrite())) return mark(false);
        const saved = await (await alone).save(line);
        if (saved) return mark(true);
        // No desk yet: the line waits in the popup for the first one.
        const engine = await started;
        await fillPopup(engine, { kind: "call", line, text: "" });
        await tabs.openDesk(undefined);
      } catch (error) {
        report(error);
        mark(false);
        await started.then((engine) => fillPopup(engine, { kind: "call", line, text: "" })).catch(report);
      }
    },
  );

  const commands: Readonly<Record<string, () => Promise<unknown>>> = {
    // Where no mail is, nothing can stand beside it: the key leads to the desk, never to nothing.
    "toggle-sidebar": async () => {
      const tab = await tabs.active();
      return pages.isMail(tab) ? pages.sidebar(tab, "toggle") : tabs.openDesk(undefined);
    },
    "open-desk": () => tabs.openDesk(undefined),
    "next-due": async () => tabs.openDesk((await (await alone).nextDue()) ?? "today"),
    lock: async () => (await started).lock.lock(),
    claim: async () => {
      const tab = await tabs.active();
      mark(await (await alone).claim((await surfaces).viewed(tab), pages.report(tab)));
    },
  };
  browser.commands.onCommand.addListener((command) => {
    if (Object.hasOwn(commands, command)) commands[command]?.().catch(report);
  });
  // A browser that starts wakes nobody by itself: the mark on the button must not wait for the first surface.
  browser.runtime.onStartup.addListener(() => {});
  return { filled: () => filling };
}
