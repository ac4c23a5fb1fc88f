import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands } from "../practice/assistant.ts";
import { lookUntil } from "./harness/ask.ts";
import { stopBackground } from "./harness/background.ts";
import type { Launched } from "./harness/browser.ts";
import { capture, currentDesk, openPopup, shareDesk } from "./harness/desk.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

type Meddling = "damaged change" | "another key";

/** Does to the extension's database what a fault or a bad disk might have done to it. */
const meddle = (page: Page, what: Meddling, desk: string) =>
  page.evaluate(
    async (meddling, id) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open("sidedesk");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const stores = ["desks", "outbox", "records", "changes", "snapshots", "history", "chains"];
      const tx = db.transaction(stores, "readwrite");
      const done = new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      if (meddling === "damaged change") {
        const change = new Uint8Array([133, 111, 74, 131, 1, 2, 3, 4, 1, 0]);
        tx.objectStore("outbox").add({ desk: id, document: "2026-11", change });
      } else {
        const desks = tx.objectStore("desks");
        desks.get(id).onsuccess = (event) => {
          const stored = (event.target as IDBRequest<object>).result;
          desks.put({ ...stored, cursor: 0, epochKeys: [new Uint8Array(32)] });
        };
        for (const name of stores.slice(2)) tx.objectStore(name).clear();
      }
      await done;
      db.close();
    },
    what,
    desk,
  );

describe("When something is wrong on a device, a person", () => {
  let workplace: Workplace;
  let a: Launched;
  let b: Launched;
  let deskA: Page;
  let deskB: Page;
  let desk: string;
  const seenBy = (page: Page, search: string) =>
    lookUntil(page, { q: "rows", desk, search }, ({ total }) => total > 0).then(({ rows }) =>
      rows.map(({ title }) => title),
    );

  beforeAll(async () => {
    workplace = await openWorkplace();
    [a, b] = await Promise.all([workplace.launch("chrome"), workplace.launch("chrome")]);
    ({ a: deskA, b: deskB } = await shareDesk(a, b, workplace.url));
    desk = (await currentDesk(deskA)).id;
  });
  afterAll(() => workplace?.close());

  it("who was sent a damaged change is told by whom, also after the background has ended; all else is there", async () => {
    await meddle(deskA, "damaged change", desk);
    const popup = await openPopup(a);
    await capture(popup, "Marianne Sample re behind a damaged change");
    await popup.close();
    expect(await seenBy(deskB, "Marianne")).toEqual(["Marianne Sample"]);
    await deskB.bringToFront();
    const told = "1 change by Assistant 1 could not be read; all others are here.";
    await hands.see(deskB, told);
    await stopBackground(b);
    await deskB.reload();
    await hands.see(deskB, told);
    await hands.press(deskB, "Dismiss");
    await deskB.waitForFunction((text) => !document.body.innerText.includes(text), {}, told);
  });

  it("whose disk is full keeps her line in the field, is told what to do, and saves it when there is room", async () => {
    const popup = await openPopup(a);
    const background = await a.serviceWorker();
    // Chromium's own switch for quotas leaves an extension with unlimited storage alone.
    await background.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("The disk is full.", "QuotaExceededError");
      };
      Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { add }) });
    });
    await popup.focus("#line");
    await popup.keyboard.type("Nathalie Sample re a full disk");
    await popup.keyboard.press("Enter");
    await hands.see(popup, "There is no room left on this device.");
    expect(await popup.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe(
      "Nathalie Sample re a full disk",
    );
    await background.evaluate(() => void (globalThis as unknown as { makeRoom(): void }).makeRoom());
    await popup.focus("#line");
    await popup.keyboard.press("Enter");
    await hands.see(popup, "Saved");
    await popup.close();
    expect(await seenBy(deskB, "Nathalie")).toEqual(["Nathalie Sample"]);
  });

  it("whose key does not open the desk is told so, and what she writes is kept", async () => {
    await meddle(deskB, "another key", desk);
    await stopBackground(b);
    await deskB.bringToFront();
    await deskB.reload();
    await hands.see(deskB, "The key on this device does not open the desk");
    const popup = await openPopup(b);
    await capture(popup, "Ottilie Sample re the wrong key");
    await popup.close();
    expect(await seenBy(deskB, "Ottilie")).toEqual(["Ottilie Sample"]);
    await deskB.bringToFront();
    await hands.see(deskB, "1 change waits here to be sent.");
  });

  it("whose browser took everything away is told what is gone", async () => {
    // A page of the extension that asks the background nothing.
    await deskA.goto(a.extensionUrl("manifest.json"));
    await stopBackground(a);
    await deskA.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase("sidedesk");
          deleting.onsuccess = resolve;
          deleting.onerror = () => reject(deleting.error);
        }),
    );
    await deskA.goto(a.extensionUrl("desk.html"));
    await deskA.bringToFront();
    await hands.see(deskA, "Gone from this browser: Board office.");
  });
});
