import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hands, openSurface } from "../practice/assistant.ts";
import { ask, look, lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { currentDesk, makeRecords } from "./harness/desk.ts";
import { type FirefoxWindow, windowOf } from "./harness/firefox-window.ts";
import { gmailHost } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const PANEL = `[...document.querySelectorAll("panel")].find((each) => each.state === "open" && each.querySelector("browser.webextension-popup-browser"))`;
const POPUP = `${PANEL} !== undefined`;
const MENU = `document.getElementById("contentAreaContextMenu")`;

describe.skipIf(!isInstalled("firefox"))("In Firefox, by its own keys, menus and address bar", () => {
  let workplace: Workplace;
  let firefox: Launched;
  let browser: FirefoxWindow;
  let desk: Page;
  let mail: Page;
  let id: string;
  let me: string;

  beforeAll(async () => {
    workplace = await openWorkplace();
    firefox = await workplace.launch("firefox");
    desk = await openSurface(firefox, "desk.html");
    await hands.type(desk, "Name of the desk", "Board office");
    await hands.type(desk, "Your name, as colleagues see it", "Assistant 1");
    await hands.press(desk, "Create desk");
    await desk.waitForSelector(".desk");
    const now = await currentDesk(desk);
    id = now.id;
    me = now.members.find((member) => member.me)?.id ?? "";
    mail = await firefox.openPage(`https://${gmailHost}/mail/u/0/`);
    browser = await windowOf(firefox);
    // The welcome tab is a desk page too, which no debugger sees: the keys are to mean this one.
    await desk.evaluate(() => {
      location.hash = "queue";
    });
    await browser.until(
      `[...gBrowser.tabs].some((tab) => tab.linkedBrowser.currentURI.spec.endsWith("#queue"))`,
    );
    await browser.evaluate(`(() => {
      for (const tab of [...gBrowser.tabs])
        if (tab.linkedBrowser.currentURI.spec.endsWith("desk.html")) gBrowser.removeTab(tab);
    })()`);
  });
  afterAll(() => workplace?.close());
  beforeEach(async () => {
    await mail.bringToFront();
    await browser.evaluate("(window.focus(), gBrowser.selectedBrowser.focus())");
  });

  const kept = async () => (await ask(desk, { call: "scratchGet", key: `popup.${id}` })).value ?? "";
  const closePopup = async () => {
    await browser.evaluate(`${PANEL}.hidePopup()`);
    await browser.until(`!(${POPUP})`);
  };
  /** Opens the menu of something on the page with the right button, and chooses what Sidedesk has put there. */
  const choose = async (selector: string, label: string) => {
    await mail.click(selector, { button: "right" });
    await browser.until(`${MENU}.state === "open"`);
    const own = `[...${MENU}.querySelectorAll("menu")].find((each) => each.id.includes("sidedesk"))`;
    await browser.evaluate(`${own}.openMenu(true)`);
    await browser.until(`${own}.menupopup.state === "open"`);
    await browser.evaluate(`(() => {
      const { menupopup } = ${own};
      menupopup.activateItem([...menupopup.children].find((each) => each.label === ${JSON.stringify(label)}));
    })()`);
  };

  it("Alt+L opens the popup", async () => {
    await browser.press("l", "Alt");
    await browser.until(POPUP);
    await closePopup();
  });

  it("Alt+Shift+D brings the desk to the front", async () => {
    await browser.press("d", "Alt", "Shift");
    await browser.until(`gBrowser.currentURI.spec.includes("desk.html")`);
  });

  it("Alt+Shift+N opens what of mine is due next, Alt+Shift+C takes what stands open", async () => {
    const due = new Date(Date.now() + 3_600_000).toISOString();
    const [mine = ""] = await makeRecords(desk, "task", [{ summary: "Send the annex", due, assignee: me }]);
    await browser.press("n", "Alt", "Shift");
    await browser.until(`gBrowser.currentURI.spec.includes("${mine}")`);
    const [free = ""] = await makeRecords(desk, "task", [{ summary: "Book room 4" }]);
    await desk.evaluate((record) => {
      location.hash = `task/${record}`;
    }, free);
    await hands.see(desk, "Book room 4");
    await browser.evaluate("gBrowser.selectedBrowser.focus()");
    // Which record is in front, the background knows a moment after it is there.
    const taken = async () => {
      await browser.press("c", "Alt", "Shift");
      return (await look(desk, { q: "record", desk: id, id: free }))?.record.fields.assignee;
    };
    await expect.poll(taken, { timeout: 30_000, interval: 500 }).toBe(me);
  });

  it("marked text goes into the popup's line by “New task”, a telephone link by “Log call”", async () => {
    await mail.evaluate(() => {
      const paragraph = document.createElement("p");
      paragraph.id = "marked";
      paragraph.textContent = "Send the annex by Friday";
      const link = document.createElement("a");
      link.id = "telephone";
      link.href = "tel:+371-26-123-456;ext=45";
      link.textContent = "call the office";
      document.body.prepend(paragraph, link);
      getSelection()?.selectAllChildren(paragraph);
    });
    await choose("#marked", "New task");
    await expect.poll(kept, { timeout: 10_000 }).toContain("Send the annex by Friday");
    await browser.until(POPUP);
    await closePopup();
    await mail.evaluate(() => getSelection()?.removeAllRanges());
    await choose("#telephone", "Log call");
    await expect.poll(kept, { timeout: 10_000 }).toContain("+37126123456 ext 45");
    await browser.until(POPUP);
    await closePopup();
  });

  it("a line behind the keyword of the address bar is a call, with Enter", async () => {
    await browser.evaluate(`(gURLBar.focus(), gURLBar.search("sd Orla Sample +371 20000009 call back"))`);
    await browser.until(`gURLBar.view.isOpen && gURLBar.view.getResultAtIndex(0)?.type === 5`);
    await browser.press("Enter");
    const calls = { q: "rows" as const, desk: id, kinds: ["call"] };
    const { rows } = await lookUntil(desk, calls, ({ total }) => total === 1);
    expect(rows[0]).toMatchObject({ title: "Orla Sample", status: "callBack" });
  });
});
