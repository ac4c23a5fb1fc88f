import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagePort } from "../../extension/port/page.ts";
import { EVERY_PAGE_MESSAGE, EVERY_REQUEST } from "../port/every-message.ts";
import { hands, openSurface, sidebarOf } from "../practice/assistant.ts";
import { ask, look } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { type FirefoxWindow, windowOf } from "./harness/firefox-window.ts";
import { gmailHost } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { ASKS_STATE, type Tried, tryPort } from "./harness/try-port.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const EVERYTHING = [...EVERY_REQUEST, ...EVERY_PAGE_MESSAGE];
const REFUSED = { got: [], closed: true };
const STRANGER = "stranger@example.invalid";

describe.skipIf(!isInstalled("firefox"))("In Firefox, messages to the background", () => {
  let workplace: Workplace;
  let firefox: Launched;
  let browser: FirefoxWindow;
  let desk: Page;
  let mail: Page;

  /**
   * Evaluates in the world of the extension's content script, as somebody who has taken it over would; or in one like
   * it in the page's first frame, where no script of ours ever is.
   */
  const inContentScript = (expression: string, frame = false): Promise<Tried> => {
    const script = `(async () => {
      const { ExtensionContent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionContent.sys.mjs");
      const own = ExtensionContent.getContextByExtensionId(${JSON.stringify(firefox.extensionId)}, content);
      const context = ${frame ? "ExtensionContent.getContext(own.extension, content.frames[0])" : "own"};
      const said = await Cu.evalInSandbox(${JSON.stringify(`${expression}.then(JSON.stringify)`)}, context.sandbox ?? context.cloneScope);
      sendAsyncMessage("tried", said);
    })().catch((error) => sendAsyncMessage("tried", JSON.stringify({ error: String(error) })))`;
    return browser.evaluate(`new Promise((resolve) => {
      const { messageManager } = [...gBrowser.tabs].find(({ linkedBrowser }) =>
        linkedBrowser.currentURI.spec.startsWith("https://${gmailHost}/mail/")).linkedBrowser;
      messageManager.addMessageListener("tried", function hear({ data }) {
        messageManager.removeMessageListener("tried", hear);
        resolve(JSON.parse(data));
      });
      messageManager.loadFrameScript("data:application/javascript," + ${JSON.stringify(encodeURIComponent(script))}, false);
    })`);
  };
  const tryFromContentScript = (name: string, ...messages: unknown[]) =>
    inContentScript(tryPort({ name, messages }));

  beforeAll(async () => {
    workplace = await openWorkplace();
    firefox = await workplace.launch("firefox");
    desk = await openSurface(firefox, "desk.html");
    await ask(desk, { call: "createDesk", name: "Board office", memberName: "Assistant 1" });
    mail = await firefox.openPage(`https://${gmailHost}/mail/u/0/`);
    await sidebarOf(mail, firefox);
    browser = await windowOf(firefox);
  });
  afterAll(() => workplace?.close());

  it("are answered to a surface (so that the refusals below mean something)", async () => {
    const tried = (await desk.evaluate(
      tryPort({ name: "surface", messages: [ASKS_STATE], answers: 1 }),
    )) as Tried;
    expect(JSON.stringify(tried.got)).toContain("Board office");
    expect(tried.closed).toBe(false);
  });

  it("cannot be sent by the webmail page, which has no way to the extension, even where it knows its address", async () => {
    const ways = await mail.evaluate(
      async (urls) => {
        const { chrome, browser } = globalThis as { chrome?: object; browser?: object };
        const read = (url: string) =>
          fetch(url).then(
            () => true,
            () => false,
          );
        return { runtime: [typeof chrome, typeof browser], read: await Promise.all(urls.map(read)) };
      },
      ["desk.html", "popup.html", "background.js"].map((path) => firefox.extensionUrl(path)),
    );
    expect(ways).toEqual({ runtime: ["undefined", "undefined"], read: [false, false, false] });
  });

  it("are not answered to the content script where it says that it is a surface, or something else", async () => {
    expect(await tryFromContentScript("surface", ...EVERYTHING)).toEqual(REFUSED);
    for (const name of ["", "Surface", "surface ", "__proto__"])
      expect(await tryFromContentScript(name, ...EVERYTHING), name).toEqual(REFUSED);
  });

  it("of a page that are no report are dropped, whatever they hold", async () => {
    const messages = [
      ...EVERY_REQUEST,
      { type: "page", provider: "gmail" },
      { type: "reply", id: 1, ok: true, subjectSet: false, more: "x" },
    ];
    const { got } = await inContentScript(tryPort({ name: pagePort, messages, answers: 0 }));
    expect(got).toEqual([]);
    expect((await look(desk, { q: "state" })).desks.map(({ name }) => name)).toEqual(["Board office"]);
  });

  it("of a page are not taken from a frame in it, nor from a surface that says that it is a webmail", async () => {
    await mail.evaluate(async () => {
      const frame = document.createElement("iframe");
      frame.src = "/mail/u/0/";
      document.body.prepend(frame);
      await new Promise((loaded) => frame.addEventListener("load", loaded));
    });
    for (const name of [pagePort, "surface"])
      expect(await inContentScript(tryPort({ name, messages: EVERYTHING }), true), name).toEqual(REFUSED);
    expect(await desk.evaluate(tryPort({ name: pagePort, messages: EVERYTHING }))).toEqual(REFUSED);
  });

  it("leave nothing for the way back: a page that was left before the lock fell shows the lock", async () => {
    const calls = await openSurface(firefox, "desk.html#call");
    await hands.see(calls, "Desk and settings");
    const beside = await firefox.openPage(`https://${gmailHost}/mail/u/0/`);
    await hands.see(await sidebarOf(beside, firefox), "Board office");
    for (const page of [calls, beside]) await page.goto(`${workplace.url}/health`);
    await ask(desk, { call: "setPassphrase", passphrase: "right horse battery", current: null });
    await ask(desk, { call: "lock" });
    // What was kept comes back without being loaded, which nobody may wait for.
    for (const page of [calls, beside]) await page.evaluate(() => void setTimeout(() => history.back()));
    await hands.see(calls, "Sidedesk is locked");
    expect(await hands.text(calls)).not.toContain("Board office");
    const sidebar = await sidebarOf(beside, firefox);
    await hands.see(sidebar, "Sidedesk is locked");
    expect(await hands.text(sidebar)).not.toContain("Board office");
    await ask(desk, { call: "unlock", passphrase: "right horse battery" });
    await ask(desk, { call: "removePassphrase", current: "right horse battery" });
    await Promise.all([calls.close(), beside.close()]);
  });

  it("of another extension are not answered", async () => {
    const dir = join(workplace.folder, "stranger");
    mkdirSync(dir);
    const manifest = {
      manifest_version: 3,
      name: "Stranger",
      version: "1",
      browser_specific_settings: { gecko: { id: STRANGER } },
    };
    writeFileSync(join(dir, "manifest.json"), JSON.stringify(manifest));
    writeFileSync(join(dir, "page.html"), "<!doctype html>");
    await firefox.browser.installExtension(dir);
    const host = await browser.evaluate<string>(
      `WebExtensionPolicy.getByID(${JSON.stringify(STRANGER)}).mozExtensionHostname`,
    );
    const page = await firefox.openPage(`moz-extension://${host}/page.html`);
    for (const name of ["surface", pagePort])
      expect(
        await page.evaluate(tryPort({ to: firefox.extensionId, name, messages: EVERYTHING })),
        name,
      ).toEqual(REFUSED);
  });
});
