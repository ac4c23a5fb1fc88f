import type { Page } from "puppeteer-core";
import { newItemId } from "../../shared/records/new-record.ts";
import { beginDesk, hands, invite, joinDesk } from "../practice/assistant.ts";
import { ask, withBrowsers } from "./browser.ts";
import type { Figure } from "./main.ts";
import { quantile } from "./statistics.ts";

const CHANGES = 100;
const EVERY_MS = 100;

const random = () => crypto.getRandomValues(new Uint8Array(16));

/** A task for the queue, as a surface would submit it. */
export function taskCommand(summary: string) {
  const at = new Date().toISOString();
  const record = `${at.slice(0, 7)}.${newItemId(random())}`;
  return { id: newItemId(random()), at, action: { do: "create", record, kind: "task", fields: { summary } } };
}

/** Notes on a page when each text that begins with "Bench" is first seen in its list, in ms since 1970. */
function noteSights(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sights: Record<string, number> = {};
    Object.assign(globalThis, { sights });
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll(".row .title")) {
        const title = textContent ?? "";
        if (title.startsWith("Bench ") && sights[title] === undefined)
          sights[title] = performance.timeOrigin + performance.now();
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** From a change submitted on A to the row on B's screen, through a server on this machine. */
export function benchSync(): Promise<Figure[]> {
  return withBrowsers(2, async ([a, b], office) => {
    const deskA = await beginDesk(a!, "Board office", "Assistant 1", office.server.url);
    const deskB = await joinDesk(b!, await invite(a!), "Assistant 2");
    const { desk } = await deskA.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("sidedesk");
        opening.onsuccess = () => resolve(opening.result);
      });
      const [key] = await new Promise<IDBValidKey[]>((resolve) => {
        const keys = db.transaction("desks").objectStore("desks").getAllKeys();
        keys.onsuccess = () => resolve(keys.result);
      });
      db.close();
      return { desk: String(key) };
    });
    await deskB.bringToFront();
    await hands.press(deskB, "Tasks");
    await noteSights(deskB);
    // The first change brings Automerge up on both sides.
    await ask(deskA, { call: "submit", desk, commands: [taskCommand("Warm up")] });
    await hands.see(deskB, "Warm up");
    const sent: Record<string, number> = {};
    for (let n = 0; n < CHANGES; n++) {
      const summary = `Bench ${n}`;
      const command = taskCommand(summary);
      sent[summary] = performance.timeOrigin + performance.now();
      await ask(deskA, { call: "submit", desk, commands: [command] });
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    await hands.see(deskB, `Bench ${CHANGES - 1}`);
    const sights = await deskB.evaluate(
      () => (globalThis as unknown as { sights: Record<string, number> }).sights,
    );
    const delays = Object.entries(sent).flatMap(([title, at]) =>
      sights[title] === undefined ? [] : [sights[title] - at],
    );
    return [
      {
        what: `change on A to visible on B, p50 of ${delays.length}`,
        value: quantile(delays, 0.5),
        unit: "ms",
        goal: 50,
      },
      { what: "change on A to visible on B, p99", value: quantile(delays, 0.99), unit: "ms" },
    ];
  });
}
