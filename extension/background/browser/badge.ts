import { browser } from "wxt/browser";
import type { Engine } from "../engine-type.ts";

/** Not looked at oftener than this while changes pour in. */
const AGAIN_MS = 400;
/** How long a mark stands for something that was done without a surface. */
const MARK_MS = 2_500;
const ALARM = "badge";
const RED = "#b3261e";
const GREEN = "#146c3a";
/** More than this is said as more. */
const MOST = 99;

/** The mark on the toolbar button. */
export interface Badge {
  /** Shows for a moment that something was done, or was not. */
  mark(done: boolean): void;
}

/**
 * Shows on the toolbar button how much of mine is overdue, on all my desks, in red; nothing where nothing is.
 * Things become overdue by themselves, and a worker that has nothing to do is ended: an alarm wakes it at that moment.
 */
export function showBadge(
  engine: Engine,
  now: () => number,
  later: (run: () => void, ms: number) => () => void,
  report: (error: unknown) => void,
): Badge {
  let marked = false;
  let planned = false;
  /** For when the alarm is set; undefined until this worker has set it. */
  let awaited: number | null | undefined;
  let drawn = "";
  const draw = async (text: string, color: string) => {
    if (drawn === text + color) return;
    await browser.action.setBadgeBackgroundColor({ color });
    await browser.action.setBadgeTextColor({ color: "#ffffff" });
    await browser.action.setBadgeText({ text });
    drawn = text + color;
  };
  const show = async () => {
    const { desks, lock } = await engine.answer({ q: "state" });
    const asked = desks.length > 0 && !lock.locked;
    const counts = asked ? await engine.answer({ q: "counts", desk: "all" }) : null;
    const overdue = counts?.overdueMine ?? 0;
    const said = overdue > MOST ? `${MOST}+` : String(overdue);
    if (!marked) await draw(overdue > 0 ? said : "", RED);
    const next = counts?.overdueNext ?? null;
    if (next === awaited) return;
    awaited = next;
    if (next === null) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when: Math.max(next, now()) + 1 });
  };
  const look = () => void show().catch(report);
  /** At once, then once more behind what comes meanwhile. */
  const soon = () => {
    if (planned) return;
    planned = true;
    look();
    later(() => {
      planned = false;
      look();
    }, AGAIN_MS);
  };
  engine.onChange(soon);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    awaited = undefined;
    look();
  });
  soon();
  return {
    mark(done) {
      marked = true;
      draw(done ? "✓" : "!", done ? GREEN : RED).catch(report);
      later(() => {
        marked = false;
        look();
      }, MARK_MS);
    },
  };
}
