import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPrincipal, hands, openSurface, sidebarOf } from "../practice/assistant.ts";
import { openMail } from "../practice/demo.ts";
import { look, lookUntil } from "./harness/ask.ts";
import { stopBackground } from "./harness/background.ts";
import type { Launched } from "./harness/browser.ts";
import { capture, currentDesk, makeRecords, openPopup, openText, shareDesk } from "./harness/desk.ts";
import { gmailHost } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

/** The longest wait between two tries of a device that has been without its server for a few seconds. */
const RECONNECTS_WITHIN_MS = 45_000;

describe.skipIf(!isInstalled("chrome"))("Without a server, or without a background", () => {
  let workplace: Workplace;
  let a: Launched;
  let deskA: Page;
  let deskB: Page;
  let desk: string;
  const seenByB = (search: string, patience?: number) =>
    lookUntil(deskB, { q: "rows", desk, search }, ({ total }) => total > 0, patience).then(({ rows }) =>
      rows.map(({ title }) => title),
    );

  beforeAll(async () => {
    workplace = await openWorkplace();
    a = await workplace.launch("chrome", { profile: "a" });
    const b = await workplace.launch("chrome");
    ({ a: deskA, b: deskB } = await shareDesk(a, b, workplace.url));
    await addPrincipal(deskA, "Principal A");
    desk = (await currentDesk(deskA)).id;
    await lookUntil(deskB, { q: "records", desk, kinds: ["principal"] }, (found) => found.length === 1);
    await a.close();
    await workplace.stopServer();
    a = await workplace.launch("chrome", { profile: "a" });
    deskA = await openSurface(a, "desk.html");
  });
  afterAll(() => workplace?.close());

  it("a browser that starts with its server down captures, drafts and books, and says what is to send", async () => {
    await hands.see(deskA, "Offline");
    await capture(await openPopup(a), "Dora Sample, +371 20000003 for Principal A re the seating plan");
    const mail = await a.openPage(`https://${gmailHost}/mail/u/0/`);
    await mail.bringToFront();
    const sidebar = await sidebarOf(mail, a);
    await openMail(mail, "Renewal of the framework contract");
    await hands.press(sidebar, "Received, thank you");
    const body = await sidebar.waitForSelector("textarea[placeholder='Colleagues see this as you write']");
    await body?.type("Written without a server. ");
    await (await mail.waitForSelector("[data-back]", { visible: true }))?.click();
    await openMail(mail, "Your booking is confirmed");
    await hands.see(sidebar, "TK 1757");
    await hands.press(sidebar, "New trip");
    await hands.see(sidebar, "Open the trip");
    await mail.close();
    await deskA.bringToFront();
    await hands.see(deskA, "to send");
    const { sync } = await currentDesk(deskA);
    expect(sync.phase).toBe("offline");
    expect(sync.unsent).toBeGreaterThanOrEqual(3);
    expect(await hands.text(deskA)).toContain(`Offline · ${sync.unsent} to send`);
    expect((await look(deskB, { q: "rows", desk, kinds: ["call", "reply", "trip"] })).total).toBe(0);
  });

  it("sends all of it by itself when the server is there", async () => {
    await workplace.startServer();
    expect(await seenByB("seating plan", RECONNECTS_WITHIN_MS)).toEqual(["Dora Sample"]);
    expect(await seenByB("without a server")).toEqual(["Re: Renewal of the framework contract, annex 2"]);
    const trips = { q: "records" as const, desk, kinds: ["trip"] };
    const [trip] = await lookUntil(deskB, trips, (found) => found.length > 0);
    expect(trip).toEqual((await look(deskA, trips))[0]);
    expect(JSON.stringify(trip?.lists)).toContain("TK 1757");
    await hands.see(deskA, "All sent");
  });

  it("a stopped background is woken by the popup, which takes keys before that", async () => {
    await deskA.close();
    await stopBackground(a);
    const popup = await a.openPage(a.extensionUrl("popup.html"));
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe("line");
    await popup.bringToFront();
    await popup.keyboard.type("Edda Sample re the first keys");
    await hands.see(popup, "Kept as you type");
    expect(await popup.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe(
      "Edda Sample re the first keys",
    );
    await popup.keyboard.press("Enter");
    await hands.see(popup, "Saved");
    expect(await seenByB("first keys", RECONNECTS_WITHIN_MS)).toEqual(["Edda Sample"]);
    await popup.close();
    deskA = await openSurface(a, "desk.html");
  });

  it("a background that stops while a line is typed costs nothing of it", async () => {
    const popup = await openPopup(a);
    await popup.focus("#line");
    await popup.keyboard.type("Frida Sample re ");
    await stopBackground(a);
    await popup.keyboard.type("the interrupted line");
    await popup.keyboard.press("Enter");
    await hands.see(popup, "Saved");
    expect(await seenByB("interrupted line", RECONNECTS_WITHIN_MS)).toEqual(["Frida Sample"]);
    await popup.close();
  });

  it("a background that stops while a draft is typed costs nothing of it, and doubles nothing", async () => {
    const [record = ""] = await makeRecords(deskA, "reply", [{ subject: "Interrupted", body: "" }]);
    const page = await openText(a, "reply", record);
    const words = Array.from({ length: 40 }, (_, n) => `w${n}`).join(" ");
    const typed = page.keyboard.type(words, { delay: 5 });
    await stopBackground(a);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stopBackground(a);
    await typed;
    const query = { q: "record", desk, id: record } as const;
    for (const surface of [page, deskB])
      await lookUntil(surface, query, (view) => view?.record.fields.body === words, RECONNECTS_WITHIN_MS);
    expect(await page.$eval("textarea", (area) => area.value)).toBe(words);
  });
});
