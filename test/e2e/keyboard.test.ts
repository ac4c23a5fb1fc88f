import type { Frame, KeyInput, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sidebarOf } from "../practice/assistant.ts";
import { openMail } from "../practice/demo.ts";
import { lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { currentDesk, makeRecords, openPopup, shareDesk } from "./harness/desk.ts";
import { gmailHost } from "./harness/https.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

/** A pair of hands without a mouse that counts what it presses: letters of the work's own text, and keys beside them. */
class Keyboard {
  keys = 0;
  letters = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  /** Keys pressed together count once. */
  async press(...chord: readonly KeyInput[]): Promise<void> {
    this.keys++;
    const last = chord.at(-1);
    for (const key of chord.slice(0, -1)) await this.page.keyboard.down(key);
    if (last) await this.page.keyboard.press(last);
    for (const key of chord.slice(0, -1)) await this.page.keyboard.up(key);
  }
  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }
  /** What is typed only to find or to choose: all of it counts as keys. */
  async choose(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }
  /** A key of the browser's own, which no test can press: its command is told instead. */
  async command(browser: Launched, name: string): Promise<void> {
    this.keys++;
    await (await browser.serviceWorker()).evaluate((command) => {
      (
        globalThis as unknown as {
          chrome: { commands: { onCommand: { dispatch(command: string): void } } };
        }
      ).chrome.commands.onCommand.dispatch(command);
    }, name);
  }
}

describe("A person with a keyboard alone", () => {
  let workplace: Workplace;
  let a: Launched;
  let b: Launched;
  let deskA: Page;
  let deskB: Page;
  let desk: string;
  const counted: { job: string; keys: number; letters: number }[] = [];
  const count = (job: string, { keys, letters }: Keyboard, most: number) => {
    counted.push({ job, keys, letters });
    expect(keys).toBeLessThanOrEqual(most);
  };

  beforeAll(async () => {
    workplace = await openWorkplace();
    [a, b] = await Promise.all([workplace.launch("chrome"), workplace.launch("chrome")]);
    ({ a: deskA, b: deskB } = await shareDesk(a, b, workplace.url));
    desk = (await currentDesk(deskA)).id;
  });
  afterAll(async () => {
    await workplace?.close();
    console.table(counted);
  });

  it("logs a call", async () => {
    const popup = await openPopup(a);
    const hands = new Keyboard(popup);
    // Alt+L, which opens the popup.
    hands.keys++;
    await hands.type("Sample Caller +371 26 123 456 about the annex, call back by 3pm");
    await hands.press("Enter");
    await lookUntil(
      deskA,
      { q: "rows", desk, kinds: ["call"] },
      ({ rows }) => rows[0]?.title === "Sample Caller",
    );
    count("log a call", hands, 2);
    await popup.close();
  });

  it("hands it to a colleague", async () => {
    await deskA.bringToFront();
    await deskA.evaluate(() => {
      location.hash = "queue";
    });
    await deskA.waitForSelector("[data-row]");
    const hands = new Keyboard(deskA);
    await hands.press("j");
    await hands.press("h");
    await deskA.waitForSelector("dialog.palette .option");
    await hands.choose("2");
    await hands.press("Enter");
    const other = (await currentDesk(deskB)).members.find(({ me }) => me)?.id;
    await lookUntil(deskB, { q: "rows", desk, kinds: ["call"] }, ({ rows }) => rows[0]?.assignee === other);
    count("hand it to a colleague", hands, 4);
  });

  it("drafts a reply into the open mail", async () => {
    const mail = await a.openPage(`https://${gmailHost}/mail/u/0/`);
    await mail.bringToFront();
    const sidebar: Frame = await sidebarOf(mail, a);
    await openMail(mail, "Renewal of the framework contract");
    await sidebar.waitForSelector(".choices button");
    const hands = new Keyboard(mail);
    await hands.command(a, "toggle-sidebar");
    await sidebar.waitForFunction(() => document.hasFocus());
    await hands.press("r");
    await sidebar.waitForFunction(() => document.activeElement?.matches(".choices button"));
    await hands.press("Enter");
    await sidebar.waitForFunction(() => document.activeElement?.matches(".mail textarea"));
    await hands.type("We accept clause 4. ");
    await hands.press("Control", "Enter");
    await mail.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>("[contenteditable=true]")].some((box) =>
        box.textContent?.includes("We accept clause 4."),
      ),
    );
    count("draft a reply", hands, 4);
    // The keyboard is where the text went. The key goes to the sidebar; from within, it closes it and comes back.
    const inBox = () => document.activeElement?.closest("[contenteditable=true]") !== null;
    const inSidebar = () => document.activeElement?.localName === "sidedesk-sidebar";
    await mail.waitForFunction(inBox);
    await hands.command(a, "toggle-sidebar");
    await mail.waitForFunction(inSidebar);
    await hands.command(a, "toggle-sidebar");
    await mail.waitForFunction(inBox);
    await mail.close();
  });

  it("finds an old trip among a year's", async () => {
    const trips = Array.from({ length: 60 }, (_, n) => ({
      title: n === 40 ? "Tallinn supervisory board" : `Trip ${n}`,
      startsOn: `2024-0${1 + (n % 9)}-11`,
    }));
    await makeRecords(deskA, "trip", trips);
    await lookUntil(deskA, { q: "rows", desk, search: "tallinn" }, ({ total }) => total === 1);
    await deskA.bringToFront();
    const hands = new Keyboard(deskA);
    await hands.press("Control", "k");
    await deskA.waitForSelector("dialog.palette[open]");
    await hands.choose("tall");
    await hands.press("Enter");
    await deskA.waitForFunction(
      () => document.querySelector(".detail h2")?.textContent === "Tallinn supervisory board",
    );
    count("find an old trip", hands, 6);
  });
});
