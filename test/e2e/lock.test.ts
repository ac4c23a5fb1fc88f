import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands, openSurface, sidebarOf } from "../practice/assistant.ts";
import { ask, look } from "./harness/ask.ts";
import { stopBackground } from "./harness/background.ts";
import type { Launched } from "./harness/browser.ts";
import { capture, makeRecords, openPopup } from "./harness/desk.ts";
import { gmailHost } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const RIGHT = "right horse battery";
const CALLER = "Marianne Sample";
const NUMBER = "+37120000371";
const LOCKED = "Sidedesk is locked";

/** The files of a browser's profile in which words stand, in UTF-8 or UTF-16. */
function filesWith(profile: string, words: string): string[] {
  const forms = [Buffer.from(words), Buffer.from(words, "utf16le")];
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    });
}

describe.skipIf(!isInstalled("chrome"))("A browser whose Sidedesk is locked", () => {
  let workplace: Workplace;
  let browser: Launched;
  let desk: Page;
  let mail: Page;
  /** A tab that was on the desk page and has gone on elsewhere. */
  let left: Page;
  const unlock = async (page: Page) => {
    await hands.type(page, "Passphrase", RIGHT);
    await page.keyboard.press("Enter");
  };

  beforeAll(async () => {
    workplace = await openWorkplace();
    browser = await workplace.launch("chrome", { profile: "lock" });
    desk = await openSurface(browser, "desk.html#call");
    await ask(desk, { call: "createDesk", name: "Harbour office", memberName: "Assistant Quill" });
    await makeRecords(desk, "call", [{ caller: CALLER, note: CALLER }]);
    mail = await browser.openPage(`https://${gmailHost}/mail/u/0/`);
    await hands.see(await sidebarOf(mail, browser), "Harbour office");
    const options = await openSurface(browser, "options.html#lock");
    await hands.type(options, "New passphrase", RIGHT);
    await hands.type(options, "The same once more", RIGHT);
    await hands.press(options, "Set a passphrase");
    await hands.see(options, "Lock now");
    await options.close();
    await desk.bringToFront();
  });
  afterAll(() => workplace?.close());

  it("names nobody in the addresses and titles that the browser keeps, and shows what is confidential to no spelling check", async () => {
    const [call = ""] = await makeRecords(desk, "call", [
      { caller: CALLER, phone: NUMBER, note: CALLER, classification: "confidential" },
    ]);
    const visited = await openSurface(browser, `desk.html#call/${call}`);
    await visited.waitForSelector(".detail textarea");
    const fields = await visited.$$eval(".detail :is(input[type=text], input[type=tel], textarea)", (all) =>
      all.map((field) => [
        field.spellcheck,
        (field instanceof HTMLInputElement ? field : field.form)?.autocomplete,
      ]),
    );
    expect(fields.length).toBeGreaterThan(2);
    expect(new Set(fields.map(String))).toEqual(new Set(["false,off"]));
    await visited.evaluate(() => {
      location.hash = "people";
    });
    await (await visited.waitForSelector(`::-p-text(${CALLER})`))?.click();
    await visited.waitForSelector(".detail");
    expect(await visited.evaluate(() => JSON.stringify(history.state))).not.toMatch(/arianne|371/);
    await visited.reload();
    await visited.waitForSelector(`::-p-text(${CALLER})`);
    const cdp = await visited.createCDPSession();
    const { entries } = await cdp.send("Page.getNavigationHistory");
    expect(entries.length).toBeGreaterThan(2);
    for (const { url, title } of entries)
      expect(`${decodeURIComponent(url)} ${title}`).not.toMatch(/Marianne|371/);
    await visited.goBack();
    await visited.waitForSelector(".rows, [role=grid]");
    await visited.goto(`${workplace.url}/health`);
    left = visited;
  });

  it("shows nothing of a desk on any surface, a moment after its key was pressed", async () => {
    await desk.bringToFront();
    await hands.see(desk, CALLER);
    await desk.keyboard.down("Control");
    await desk.keyboard.down("Shift");
    await desk.keyboard.press("l");
    await desk.keyboard.up("Shift");
    await desk.keyboard.up("Control");
    await hands.see(desk, LOCKED);
    const sidebar = await sidebarOf(mail, browser);
    await hands.see(sidebar, LOCKED);
    const popup = await openPopup(browser);
    await hands.see(popup, LOCKED);
    const panel = await openSurface(browser, "sidepanel.html");
    await hands.see(panel, LOCKED);
    // Whoever goes back to a page that was left before.
    await left.bringToFront();
    await left.goBack();
    await hands.see(left, LOCKED);
    for (const surface of [desk, sidebar, popup, panel, left]) {
      await surface.evaluate(() => {
        const dropped = new DataTransfer();
        dropped.setData("text/plain", "dropped");
        for (const type of ["dragenter", "dragover", "drop"])
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }),
          );
      });
      expect(await surface.evaluate(() => document.documentElement.outerHTML)).not.toMatch(
        /Marianne|Harbour office|Assistant Quill|dropped/,
      );
    }
    await desk.emulateMediaType("print");
    expect(await hands.text(desk)).not.toMatch(/Marianne|Harbour office|Assistant Quill/);
    await desk.emulateMediaType();
    await Promise.all([popup.close(), panel.close(), left.close()]);
    await desk.bringToFront();
  });

  it("tells its background's questions nothing, also after the background was ended", async () => {
    await stopBackground(browser);
    const state = await look(desk, { q: "state" });
    expect(state).toMatchObject({ desks: [], lock: { locked: true, set: true } });
    await expect(
      ask(desk, { call: "exportRecords", desk: state.current ?? "", after: null }),
    ).rejects.toThrow("locked");
    const worker = await browser.serviceWorker();
    const badge = await worker.evaluate("chrome.action.getBadgeText({})");
    expect(badge).toBe("");
  });

  it("keeps a line that is typed meanwhile, and a popup that was half typed before", async () => {
    const popup = await openPopup(browser);
    await popup.focus("#line");
    await popup.keyboard.type("Sample Caller rings");
    await popup.keyboard.press("Enter");
    await hands.see(popup, "Kept. It waits for you here.");
    await popup.keyboard.type("and another");
    // Closed at once: what was typed goes with the page's last word.
    await popup.close();
    await desk.bringToFront();
    await unlock(desk);
    await hands.see(desk, CALLER);
    const opened = await openPopup(browser);
    await hands.see(opened, "Sample Caller rings and another");
    await opened.evaluate(() => {
      const line = document.querySelector<HTMLTextAreaElement>("#line");
      if (line) line.value = "";
      line?.dispatchEvent(new Event("input"));
    });
    await capture(opened, "Oskar Sample wants a call back");
    await opened.close();
  });

  it("stays open while the background comes and goes", async () => {
    await stopBackground(browser);
    expect((await look(desk, { q: "state" })).lock.locked).toBe(false);
  });

  it("leaves what records say in the desk's own database alone, and the passphrase nowhere, once the browser is closed", async () => {
    await browser.close();
    const written = join(workplace.folder, "lock");
    const places = (words: string) =>
      filesWith(written, words).map((file) => /IndexedDB|Extension Settings/.exec(file)?.[0] ?? file);
    expect(new Set([CALLER, NUMBER, "Oskar Sample"].flatMap(places)), "what records say").toEqual(
      new Set(["IndexedDB"]),
    );
    expect(
      new Set(["Harbour office", "Assistant Quill"].flatMap(places)),
      "names of desks and people",
    ).toEqual(new Set(["IndexedDB", "Extension Settings"]));
    expect(places(RIGHT), "the passphrase").toEqual([]);
  });

  it("is locked when the browser begins", async () => {
    browser = await workplace.launch("chrome", { profile: "lock" });
    desk = await openSurface(browser, "desk.html#call");
    await hands.see(desk, LOCKED);
    await hands.type(desk, "Passphrase", "not this one");
    await desk.keyboard.press("Enter");
    await hands.see(desk, "This is not the passphrase.");
    await hands.type(desk, "Passphrase", RIGHT, { anew: true });
    await desk.keyboard.press("Enter");
    await hands.see(desk, "Oskar Sample");
  });

  it("is opened by a computer that recognises its person; in the popup a link leads to where it can be asked", async () => {
    const options = await openSurface(browser, "options.html#lock");
    const cdp = await options.createCDPSession();
    await cdp.send("WebAuthn.enable");
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await options.reload();
    await (await options.waitForSelector("::-p-text(Unlock without typing)"))?.click();
    await hands.type(options, "Present passphrase", RIGHT);
    await hands.press(options, "Let this computer recognise me");
    await hands.see(options, "This computer can unlock Sidedesk now");
    await ask(options, { call: "lock" });
    await hands.see(options, LOCKED);
    const popup = await openPopup(browser);
    await popup.waitForSelector(`a[href="/desk.html"][target=_blank]`);
    await popup.close();
    await options.bringToFront();
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
    await hands.press(options, "Unlock with this computer");
    await hands.see(options, "The computer did not recognise you");
    expect((await look(options, { q: "state" })).lock.locked).toBe(true);
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
    await hands.press(options, "Unlock with this computer");
    await hands.see(options, "Lock now");
    await options.close();
  });

  it("has one way out without the passphrase: Sidedesk is erased, and loads itself anew", async () => {
    await ask(desk, { call: "lock" });
    await hands.see(desk, LOCKED);
    await desk.click("details summary");
    await hands.press(desk, "Erase Sidedesk from this browser");
    await hands.press(desk, "Erase everything");
    // The extension loads itself anew, which closes its pages; that nothing is left is seen in lock.test.ts of the background.
    await expect.poll(() => desk.isClosed(), { timeout: 20_000 }).toBe(true);
  });
});
