import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands, openSurface, sidebarOf } from "../practice/assistant.ts";
import { openMail } from "../practice/demo.ts";
import { lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { capture, currentDesk, openPopup, openText, shareDesk } from "./harness/desk.ts";
import { gmailHost, outlookHosts } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const RENEWAL = "Renewal of the framework contract";
/** The text of the reply box that is open in a webmail. */
const composed = (page: Page) =>
  page.evaluate(() => document.querySelector("[contenteditable=true][role=textbox]")?.textContent ?? "");

describe.skipIf(!isInstalled("firefox") || !isInstalled("chrome"))(
  "Firefox, on one desk with Chromium",
  () => {
    let workplace: Workplace;
    let firefox: Launched;
    let chromium: Launched;
    let deskF: Page;
    let deskC: Page;
    let desk: string;

    beforeAll(async () => {
      workplace = await openWorkplace();
      [firefox, chromium] = await Promise.all([
        workplace.launch("firefox", { profile: "firefox" }),
        workplace.launch("chrome"),
      ]);
      ({ a: deskF, b: deskC } = await shareDesk(firefox, chromium, workplace.url));
      desk = (await currentDesk(deskF)).id;
    });
    afterAll(() => workplace?.close());

    const openWebmail = async (url: string): Promise<[Page, Frame]> => {
      const page = await firefox.openPage(url);
      await page.bringToFront();
      return [page, await sidebarOf(page, firefox)];
    };

    it("captures in the popup, and Chromium has it", async () => {
      const popup = await openPopup(firefox);
      await capture(popup, "Hedda Sample, +371 20000004 re the fire drill");
      const seen = await lookUntil(
        deskC,
        { q: "rows", desk, search: "fire drill" },
        ({ total }) => total === 1,
      );
      expect(seen.rows[0]?.title).toBe("Hedda Sample");
      await popup.close();
    });

    it("shows what Chromium captures", async () => {
      await capture(await openPopup(chromium), "Irma Sample, +371 20000005 re the lift");
      await hands.go(deskF, "Calls");
      await hands.see(deskF, "Irma Sample");
    });

    it("has the sidebar beside Outlook, and puts a draft into its reply box", async () => {
      const [mail, sidebar] = await openWebmail(`https://${outlookHosts[0]}/mail/`);
      await openMail(mail, RENEWAL);
      await hands.see(sidebar, "Sample Caller");
      const widths = await mail.evaluate(() => ({ page: document.body.clientWidth, window: innerWidth }));
      expect(widths.page, "the sidebar stands beside the mail, not over it").toBeLessThan(
        widths.window - 250,
      );
      await hands.press(sidebar, "Received, thank you");
      await hands.press(sidebar, "Put into the mail");
      await hands.see(sidebar, "This mail has several messages. Press Reply on the right one first");
      expect(await composed(mail), "nothing is guessed").toBe("");
      const replyButtons = await mail.$$("[data-icon-name=ArrowReplyRegular]");
      await replyButtons.at(-1)?.click();
      await hands.press(sidebar, "Put into the mail");
      await hands.see(sidebar, "It is in the mail");
      expect(await composed(mail)).toContain("Sample Caller");
      await mail.close();
    });

    it("has the sidebar beside Gmail, where a draft is written with Chromium and put into the reply box", async () => {
      const [mail, sidebar] = await openWebmail(`https://${gmailHost}/mail/u/0/`);
      await openMail(mail, RENEWAL);
      await hands.see(sidebar, "Sample Caller");
      await hands.press(sidebar, "Write a reply");
      const area = await sidebar.waitForSelector("textarea[placeholder='Colleagues see this as you write']");
      await area?.type("Written in Firefox.");
      const replies = { q: "rows" as const, desk, kinds: ["reply"], search: "written in firefox" };
      const { rows } = await lookUntil(deskC, replies, ({ total }) => total === 1);
      const inChromium = await openText(chromium, "reply", rows[0]?.id ?? "");
      await inChromium.keyboard.down("Control");
      await inChromium.keyboard.press("End");
      await inChromium.keyboard.up("Control");
      await inChromium.keyboard.type(" And in Chromium.");
      await hands.see(sidebar, "Written in Firefox. And in Chromium.");
      await hands.press(sidebar, "Put into the mail");
      await hands.see(sidebar, "It is in the mail");
      expect(await composed(mail)).toContain("Written in Firefox. And in Chromium.");
    });

    it("keeps its desk and its place in the log when it is killed and started again", async () => {
      await firefox.kill();
      await capture(await openPopup(chromium), "Jenny Sample, +371 20000006 re meanwhile");
      firefox = await workplace.launch("firefox", { profile: "firefox" });
      deskF = await openSurface(firefox, "desk.html");
      await lookUntil(deskF, { q: "rows", desk, search: "meanwhile" }, ({ total }) => total === 1);
      expect((await lookUntil(deskF, { q: "rows", desk, kinds: ["call"] }, () => true)).total).toBe(3);
    });
  },
);
