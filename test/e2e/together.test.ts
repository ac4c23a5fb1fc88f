import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands, openSurface, sidebarOf } from "../practice/assistant.ts";
import { openMail } from "../practice/demo.ts";
import { look, lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { builtExtension } from "./harness/built.ts";
import { capture, currentDesk, openPopup, openText, shareDesk } from "./harness/desk.ts";
import { gmailHost, outlookHosts } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const GMAIL = `https://${gmailHost}/mail/u/0/`;
const OUTLOOK = `https://${outlookHosts[0]}/mail/`;
const RENEWAL = "Renewal of the framework contract";
const BOOKING = "Your booking is confirmed";

/** Puts the caret behind a word of the text area, as a click there does. */
const caretAfter = (surface: Page | Frame, word: string) =>
  surface.$eval(
    "textarea.input",
    (area, after) => {
      area.focus();
      const at = (area as HTMLTextAreaElement).value.indexOf(after) + after.length;
      (area as HTMLTextAreaElement).setSelectionRange(at, at);
    },
    word,
  );

/** 12 words that only one writer writes. */
const words = (letter: string) => Array.from({ length: 12 }, (_, n) => ` ${letter}${n}`).join("");

/** Writes a writer's words behind a word of the text, key by key, at the pace of a quick typist. */
async function write(surface: Page | Frame, page: Page, after: string, letter: string): Promise<void> {
  await caretAfter(surface, after);
  await page.keyboard.type(words(letter), { delay: 12 });
}

describe.skipIf(!isInstalled("chrome"))("Several surfaces at once", () => {
  let workplace: Workplace;
  let a: Launched;
  let b: Launched;
  let deskA: Page;
  let deskB: Page;
  let desk: string;
  let mail: Page;
  let sidebar: Frame;

  beforeAll(async () => {
    workplace = await openWorkplace();
    [a, b] = await Promise.all([workplace.launch("chrome"), workplace.launch("chrome")]);
    ({ a: deskA, b: deskB } = await shareDesk(a, b, workplace.url));
    desk = (await currentDesk(deskA)).id;
    mail = await a.openPage(GMAIL);
    sidebar = await sidebarOf(mail, a);
  });
  afterAll(() => workplace?.close());

  it("each tab's and each window's sidebar knows its own mail, whatever the others open", async () => {
    const window = await a.browser.newPage({ type: "window" });
    await window.emulateFocusedPage(true);
    const second = await a.openPage(GMAIL);
    await window.goto(OUTLOOK);
    const sidebars = [sidebar, await sidebarOf(second, a), await sidebarOf(window, a)] as const;
    await Promise.all([openMail(mail, RENEWAL), openMail(second, BOOKING), openMail(window, BOOKING)]);
    await Promise.all([
      hands.see(sidebars[0], "Sample Caller"),
      hands.see(sidebars[1], "TK 1757"),
      hands.see(sidebars[2], "TK 1757"),
    ]);
    await (await second.waitForSelector("[data-back]", { visible: true }))?.click();
    await hands.see(sidebars[1], "Open a mail");
    expect(await hands.text(sidebars[0])).toContain("Sample Caller");
    expect(await hands.text(sidebars[2])).toContain("TK 1757");
    await second.close();
    await window.close();
    await hands.see(sidebar, "Sample Caller");
  });

  it("a line in the popup, saved while desk page and sidebar are open, is in all of them at once", async () => {
    await deskA.bringToFront();
    await hands.go(deskA, "Calls");
    const popup = await openPopup(a);
    const typing = popup.keyboard;
    await popup.focus("#line");
    await typing.type("Gerda Sample re ");
    await hands.see(popup, "Kept as you type");
    const other = await openPopup(a);
    await hands.see(other, "Gerda Sample re");
    await other.close();
    await capture(popup, "two popups");
    const calls = { q: "rows" as const, desk, kinds: ["call"] };
    for (const page of [deskA, deskB]) await lookUntil(page, calls, ({ total }) => total > 0);
    await deskA.bringToFront();
    await hands.see(deskA, "Gerda Sample");
    expect((await look(deskA, calls)).rows.map(({ title }) => title)).toEqual(["Gerda Sample"]);
    await popup.close();
  });

  describe("writing one draft at once", () => {
    let record: string;
    let onB: Page;
    const body = () => ({ q: "record" as const, desk, id: record });
    /** Waits until both browsers have the text and every surface shows it. */
    const allShow = async (whole: string, surfaces: readonly (Page | Frame)[]) => {
      for (const page of [deskA, deskB])
        await lookUntil(page, body(), (view) => view?.record.fields.body === whole);
      for (const surface of surfaces)
        await surface.waitForFunction(
          (wanted) => document.querySelector<HTMLTextAreaElement>("textarea.input")?.value === wanted,
          { timeout: 30_000, polling: 100 },
          whole,
        );
    };

    beforeAll(async () => {
      await mail.bringToFront();
      await hands.press(sidebar, "Write a reply");
      await sidebar.waitForSelector("textarea.input[placeholder='Colleagues see this as you write']");
      await sidebar.focus("textarea.input[placeholder='Colleagues see this as you write']");
      await mail.keyboard.type("one, two, three");
      const replies = { q: "rows" as const, desk, kinds: ["reply"] };
      const { rows } = await lookUntil(deskB, replies, ({ total }) => total === 1);
      record = rows[0]?.id ?? "";
      await lookUntil(deskB, body(), (view) => view?.record.fields.body === "one, two, three");
      onB = await openText(b, "reply", record);
    });

    it("two browsers each have their words where they typed them, and see who else is writing", async () => {
      await Promise.all([
        write(sidebar, mail, "one", "s"),
        write(onB, onB, "two", "b"),
        hands.see(sidebar, "Assistant 2 is writing here"),
        hands.see(onB, "Assistant 1 is writing here"),
      ]);
      await allShow(`one${words("s")}, two${words("b")}, three`, [sidebar, onB]);
    });

    it("two surfaces of one browser each have their words where they were typed", async () => {
      const onDesk = await openText(a, "reply", record);
      await Promise.all([write(sidebar, mail, ", two", "t"), write(onDesk, onDesk, "three", "d")]);
      await allShow(`one${words("s")}, two${words("t")}${words("b")}, three${words("d")}`, [
        sidebar,
        onDesk,
        onB,
      ]);
      await onDesk.close();
    });

    it("three surfaces in two browsers come to the same text, with every key that was typed", async () => {
      const before = String((await look(deskA, body()))?.record.fields.body);
      const onDesk = await openText(a, "reply", record);
      await Promise.all([
        write(sidebar, mail, "one", "x"),
        write(onDesk, onDesk, ", two", "y"),
        write(onB, onB, "three", "z"),
      ]);
      const typed = [...before, ...words("x"), ...words("y"), ...words("z")].sort().join("");
      const view = await lookUntil(
        deskB,
        body(),
        (now) => [...String(now?.record.fields.body)].sort().join("") === typed,
      );
      await allShow(String(view?.record.fields.body), [sidebar, onDesk, onB]);
      await onDesk.close();
    });
  });

  it("a new version leaves no orphaned sidebar in an open mail, says why, and brings one that works when the page is loaded again", async () => {
    const sidebars = () => mail.$$eval("sidedesk-sidebar", (found) => found.length);
    await mail.bringToFront();
    expect(await sidebars()).toBe(1);
    await a.browser.installExtension(builtExtension("chrome"));
    await mail.waitForFunction(() => document.querySelector("sidedesk-sidebar") === null, {
      timeout: 30_000,
    });
    const width = await mail.evaluate(() => ({ page: document.body.clientWidth, window: innerWidth }));
    expect(width.page, "the mail has its whole width again").toBeGreaterThan(width.window - 30);
    // It says so, and leaves the moment to the person: a mail may be half written.
    const loaded = mail.waitForNavigation({ waitUntil: "domcontentloaded" });
    await hands.press(mail, "Load again");
    await loaded;
    expect(await mail.$("sidedesk-notice")).toBeNull();
    sidebar = await sidebarOf(mail, a);
    expect(await sidebars()).toBe(1);
    await hands.see(sidebar, "Sample Caller");
    const desks = await openSurface(a, "desk.html");
    expect((await look(desks, { q: "rows", desk, kinds: ["reply"] })).total).toBe(1);
  });
});
