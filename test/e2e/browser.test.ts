import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands, openSurface, sidebarOf } from "../practice/assistant.ts";
import { openMail } from "../practice/demo.ts";
import { ask, look, lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { currentDesk, makeRecords, openPopup } from "./harness/desk.ts";
import { gmailHost } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

/** What the browser tells an extension, told in its place: no test can press its menus and its own keys. */
interface Events {
  readonly contextMenus: { readonly onClicked: { dispatch(info: object): void } };
  readonly omnibox: { readonly onInputEntered: { dispatch(text: string, how: string): void } };
  readonly commands: { readonly onCommand: { dispatch(command: string): void } };
}

describe.skipIf(!isInstalled("chrome"))("The browser's own keys, menus and address bar", () => {
  let workplace: Workplace;
  let a: Launched;
  let desk: Page;
  let id: string;
  let me: string;

  const worker = () => a.serviceWorker();
  const press = async (command: string) =>
    (await worker()).evaluate((name) => {
      (globalThis as unknown as { chrome: Events }).chrome.commands.onCommand.dispatch(name);
    }, command);
  const mark = async (info: object) =>
    (await worker()).evaluate((pressed) => {
      (globalThis as unknown as { chrome: Events }).chrome.contextMenus.onClicked.dispatch(pressed);
    }, info);
  const enter = async (line: string) =>
    (await worker()).evaluate((typed) => {
      (globalThis as unknown as { chrome: Events }).chrome.omnibox.onInputEntered.dispatch(
        typed,
        "currentTab",
      );
    }, line);
  const badge = async () =>
    (await worker()).evaluate(() =>
      (
        globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
      ).chrome.action.getBadgeText({}),
    );
  const badgeBecomes = async (wanted: string, patience = 30_000) => {
    const end = Date.now() + patience;
    while ((await badge()) !== wanted) {
      if (Date.now() > end) throw new Error(`The badge is "${await badge()}", not "${wanted}".`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  /** The popup's page, once the extension has opened it, with what its line holds. */
  const popupLine = async (holds: string) => {
    const url = a.extensionUrl("popup.html");
    const target = await a.browser.waitForTarget((each) => each.url() === url, { timeout: 30_000 });
    const page = await target.asPage();
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLTextAreaElement>("#line")?.value.includes(wanted),
      { timeout: 30_000 },
      holds,
    );
    return page;
  };

  beforeAll(async () => {
    workplace = await openWorkplace();
    a = await workplace.launch("chrome");
    desk = await openSurface(a, "desk.html");
    await hands.type(desk, "Name of the desk", "Board office");
    await hands.type(desk, "Your name, as colleagues see it", "Assistant 1");
    await hands.press(desk, "Create desk");
    await desk.waitForSelector(".desk");
    const now = await currentDesk(desk);
    id = now.id;
    me = now.members.find((member) => member.me)?.id ?? "";
  });
  afterAll(() => workplace?.close());

  it("saves a line of the address bar, says so by a tick alone, and the next surface takes it back", async () => {
    await enter("Sample Caller +371 26 123 456 call back");
    const { rows } = await lookUntil(
      desk,
      { q: "rows", desk: id, kinds: ["call"] },
      (page) => page.total === 1,
    );
    expect(rows[0]).toMatchObject({ kind: "call", title: "Sample Caller", status: "callBack" });
    await badgeBecomes("✓");
    await hands.see(desk, "Saved: Sample Caller");
    await badgeBecomes("");
    const popup = await openPopup(a);
    await hands.see(popup, "Saved: Sample Caller");
    await hands.press(popup, "Undo");
    await lookUntil(desk, { q: "rows", desk: id, kinds: ["call"] }, (page) => page.total === 0);
    await popup.close();
  });

  it("takes marked text and telephone links into the popup's line, behind what stands there", async () => {
    const offered = await (await worker()).evaluate(async () => {
      const { contextMenus } = (
        globalThis as unknown as {
          chrome: { contextMenus: { update(id: string, to: object): Promise<void> } };
        }
      ).chrome;
      const items = ["call selection", "task selection", "call telephone", "task telephone"];
      await Promise.all(items.map((item) => contextMenus.update(item, {})));
      return items.length;
    });
    expect(offered).toBe(4);
    await mark({ menuItemId: "task selection", selectionText: " Send the annex\u202e\n  by Friday " });
    const first = await popupLine("Send the annex by Friday");
    await first.close();
    await mark({ menuItemId: "call telephone", linkUrl: "tel:+371-26-123-456;ext=45" });
    const popup = await popupLine("Send the annex by Friday +37126123456 ext 45");
    await popup.waitForFunction(() => document.querySelector<HTMLInputElement>("input[name=kind]")?.checked);
    await popup.close();
    await ask(desk, { call: "scratchPut", key: `popup.${id}`, value: null });
  });

  it("shows what of mine is overdue at the moment when it is, and takes it away when it is done", async () => {
    // Not yet when it is looked at for the first time, on a busy machine either.
    const due = new Date(Math.ceil((Date.now() + 5_000) / 1_000) * 1_000).toISOString().replace(".000", "");
    const [task = ""] = await makeRecords(desk, "task", [{ summary: "Send the annex", due, assignee: me }]);
    await lookUntil(desk, { q: "counts", desk: id }, (counts) => counts.overdueNext !== null);
    expect(await badge()).toBe("");
    await badgeBecomes("1", 90_000);
    await press("next-due");
    await desk.waitForFunction((record) => location.hash.includes(record), {}, task);
    await desk.bringToFront();
    await desk.waitForSelector(".detail h2");
    await desk.keyboard.press("e");
    await badgeBecomes("");
  });

  it("claims the record that stands open, and the open mail's first that is nobody's", async () => {
    const [task = "", other = ""] = await makeRecords(desk, "task", [
      { summary: "Book room 4" },
      { summary: "Visa letters" },
    ]);
    await desk.evaluate((record) => {
      location.hash = `task/${record}`;
    }, task);
    await desk.waitForFunction(() => document.querySelector(".detail h2")?.textContent === "Book room 4");
    await desk.bringToFront();
    await press("claim");
    const assignee = (record: string) => async () =>
      (await look(desk, { q: "record", desk: id, id: record }))?.record.fields.assignee;
    await expect.poll(assignee(task)).toBe(me);
    expect(await assignee(other)()).toBeUndefined();

    const mail = await a.openPage(`https://${gmailHost}/mail/u/0/`);
    const sidebar = await sidebarOf(mail, a);
    await openMail(mail, "Renewal of the framework contract");
    await sidebar.waitForSelector(".mail .section");
    await hands.press(sidebar, "Add task");
    const { rows } = await lookUntil(desk, { q: "rows", desk: id, kinds: ["task"] }, (page) =>
      page.rows.some(({ thread }) => thread !== null),
    );
    const ofMail = rows.find(({ thread }) => thread !== null)?.id ?? "";
    await sidebar.waitForSelector(".detail");
    await hands.press(sidebar, "Back");
    await sidebar.waitForFunction(() => !document.querySelector(".detail"));
    await mail.bringToFront();
    await press("claim");
    await expect.poll(assignee(ofMail)).toBe(me);
    // The webmail has its own keys while the focus is in it: none of the sidebar's, and the sidebar does not take it
    // where what had the focus there goes away.
    await sidebar.focus(".buttons.tight button");
    await mail.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await sidebar.$eval(".buttons.tight button", (focused) => focused.remove());
    expect(await mail.evaluate(() => document.activeElement?.localName)).toBe("body");
    await mail.keyboard.type("jec?");
    expect(await sidebar.$("dialog")).toBeNull();
  });
});
