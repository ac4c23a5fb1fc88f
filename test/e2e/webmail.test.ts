import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { gmail } from "../../extension/webmail/gmail/selectors.ts";
import type { RecordedPage } from "../../extension/webmail/mail-page.ts";
import { outlook } from "../../extension/webmail/outlook/selectors.ts";
import mail from "../fixtures/webmail/mail.data.json" with { type: "json" };
import { practiceRoutes } from "../fixtures/webmail/serve.ts";
import { type Launched, launchChromium, launchFirefox } from "./harness/browser.ts";
import { type Hosts, startHosts } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { buildProbe, probe } from "./harness/probe/build.ts";

const gmailHome = "https://mail.google.com/mail/u/0/";
const outlookHome = "https://outlook.office.com/mail/inbox";
const thread = (key: string) => mail.threads.find((each) => each.key === key) ?? expect.fail(key);
const hex = (key: string) => BigInt(thread(key).number ?? 0).toString(16);
const conversation = (key: string) => `AAQkADhjNDQ+${btoa(`practice ${key}`).replaceAll("=", "")}/x+EAB=`;
const item = (key: string) => `AAMkADhjNDQ+${btoa(`practice ${key}`).replaceAll("=", "")}/x+BGAAAAAB=`;
const graph = (id: string) => id.replaceAll("/", "-").replaceAll("+", "_");
const inGmail = (key: string, query = "") => `${gmailHome}${query}#inbox/${hex(key)}`;
const inOutlook = (key: string, query = "") =>
  `${outlookHome}/id/${encodeURIComponent(conversation(key))}${query}`;

const editors = "[contenteditable=true][role=textbox]";
const texts = (page: Page) =>
  page.$$eval(editors, (found) =>
    found.map((editor) => (editor as HTMLElement).innerText.replaceAll("\u00a0", " ")),
  );
const draft = { body: "Dear Ms Caller,\n\nclause 4 is agreed.\nWe sign on Friday.\n\nKind regards" };
/** The lines of a box that are not empty: editors differ in how they write an empty line. */
const filledLines = (text = "") => text.split("\n").filter((line) => line.trim() !== "");

for (const [name, kind, launchBrowser] of [
  ["Chromium", "chrome", launchChromium],
  ["Firefox", "firefox", launchFirefox],
] as const) {
  describe.skipIf(!isInstalled(kind))(`webmail pages in ${name}`, () => {
    let hosts: Hosts;
    let launched: Launched;
    let probeExtension: Awaited<ReturnType<typeof buildProbe>>;
    let page: Page;

    beforeAll(async () => {
      [hosts, probeExtension] = await Promise.all([startHosts({ routes: practiceRoutes() }), buildProbe()]);
      launched = await launchBrowser({ extensionDir: probeExtension.dir, proxyPort: hosts.proxy.port });
    });
    afterAll(async () => {
      await launched?.close();
      await hosts?.close();
      await probeExtension?.remove();
    });
    afterEach(() => page?.close());
    const open = async (url: string, ready: string) => {
      page = await launched.openPage(url);
      await page.waitForSelector(ready);
      await page.waitForSelector("html[data-probe=ready]");
      return page;
    };
    const openGmail = (key: string, query = "") => open(inGmail(key, query), ".amn");
    const openOutlook = (key: string, query = "") => open(inOutlook(key, query), "[id$=_SUBJECT]");

    describe("Gmail", () => {
      it("reads the open thread: id, subject, people, dates, text without quotes, attachments", async () => {
        await openGmail("renewal");
        const report = await probe(page, "report");
        expect(report).toMatchObject({
          provider: "gmail",
          account: "assistant1@example.com",
          recognised: true,
        });
        expect(report.thread).toMatchObject({
          threadId: hex("renewal"),
          idKind: "gmail-hex",
          subject: thread("renewal").subject,
        });
        const [first, , last] = report.thread?.messages ?? [];
        expect(first).toMatchObject({
          messageId: hex("renewal"),
          from: { name: "Sample Caller", email: "sample.caller@example.com" },
          to: [{ name: "me", email: "assistant1@example.com" }],
          collapsed: false,
          clipped: false,
          textCut: false,
        });
        expect(first?.date).toContain("20 November 2026");
        expect(first?.attachments).toEqual([
          expect.objectContaining({
            name: "Annex 2 (revised).pdf",
            type: "application/pdf",
            url: expect.stringMatching(/^https:/),
          }),
          expect.objectContaining({ name: "Price list 2027.xlsx" }),
        ]);
        expect(last?.text?.split("\n")[0]).toBe("Good morning,");
        expect(last?.text).not.toContain("thank you, I have passed");
      });

      it("keeps the cells of a booking's table apart", async () => {
        await openGmail("flight");
        const [message] = (await probe(page, "report")).thread?.messages ?? [];
        expect(message?.text).toContain("Principal A\t14C\t235-2400000001\n");
        expect(message?.text).toContain("TK 1757\tIstanbul (IST)\tRiga (RIX)\tThu, 3 December 2026, 10:15");
      });

      it("does not mistake a view that it left for the open one", async () => {
        await openGmail("renewal");
        await page.click("[data-back]");
        await page.waitForFunction(() => location.hash === "#inbox");
        expect(await page.$$eval("h2.hP", (found) => found.length)).toBe(1);
        expect((await probe(page, "report")).thread).toBeNull();
        await page.evaluate((id) => {
          location.hash = `#inbox/${id}`;
        }, hex("hotel"));
        await page.waitForFunction(() => document.querySelectorAll("h2.hP").length === 2);
        expect((await probe(page, "report")).thread).toMatchObject({
          threadId: hex("hotel"),
          messages: [expect.anything()],
        });
      });
    });

    describe("Outlook", () => {
      it("reads the open conversation: id for Graph, subject, people, text without the quoted mail", async () => {
        await openOutlook("renewal");
        const report = await probe(page, "report");
        expect(report).toMatchObject({
          provider: "outlook",
          account: "assistant1@example.com",
          recognised: true,
        });
        expect(report.thread).toMatchObject({
          threadId: graph(conversation("renewal")),
          idKind: "outlook-conversation",
          subject: thread("renewal").subject,
        });
        const [first, , last] = report.thread?.messages ?? [];
        expect(first).toMatchObject({
          messageId: null,
          from: { name: "Sample Caller", email: null },
          to: [{ name: "Assistant 1", email: null }],
          attachments: [{ name: "Annex 2 (revised).pdf" }, { name: "Price list 2027.xlsx" }],
        });
        expect(first?.text).toContain("annex 2: prices from 1 January 2027.");
        expect(last?.text?.split("\n")[0]).toBe("Good morning,");
        expect(last?.text).not.toMatch(/thank you, I have passed|assistant1@/);
      });
    });

    describe.each([
      ["Gmail", () => openGmail("renewal"), ".amn [role=link]"],
      ["Outlook", () => openOutlook("flight"), "[data-icon-name=ArrowReplyRegular]"],
    ])("drafts in %s", (_webmail, openThread, replyButton) => {
      it("puts every line into the reply box, as lines", async () => {
        await openThread();
        await page.click(replyButton);
        await page.waitForSelector(editors);
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: true });
        const [text] = await texts(page);
        expect(filledLines(text)).toEqual(filledLines(draft.body));
      });

      it("keeps what is already typed, after the draft", async () => {
        await openThread();
        await page.click(replyButton);
        await page.waitForSelector(editors);
        await page.type(editors, "PS: the annex is attached.");
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: true });
        expect(filledLines((await texts(page))[0])).toEqual([
          ...filledLines(draft.body),
          "PS: the annex is attached.",
        ]);
      });

      it("says so when no compose box is open, and opens the reply box when asked", async () => {
        await openThread();
        expect(await probe(page, "insertDraft", draft)).toMatchObject({
          ok: false,
          reason: "no-compose-box",
        });
        expect(await texts(page)).toEqual([]);
        expect(await probe(page, "openReply")).toMatchObject({ ok: true });
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: true });
        expect(await texts(page)).toHaveLength(1);
      });
    });

    describe.each([
      ["Gmail", inGmail("flight"), ".amn"],
      ["Outlook", inOutlook("flight"), "[id$=_SUBJECT]"],
    ])("the sidebar in %s", (_webmail, url, ready) => {
      const edges = () =>
        page.evaluate(() => ({
          page: document.body.getBoundingClientRect().right,
          window: document.documentElement.clientWidth,
        }));
      const frame = () => page.frames().find((each) => each !== page.mainFrame());

      it("stands beside the page, gives the width back when closed, and comes back", async () => {
        await open(url, ready);
        await probe(page, "sidebar", "open");
        const besideIt = await edges();
        expect(besideIt.window - besideIt.page).toBe(360);
        await expect.poll(() => frame()?.evaluate(() => document.body.textContent)).toContain("Note");
        await probe(page, "sidebar", "close");
        const alone = await edges();
        expect(alone.page).toBe(alone.window);
        const onTop = (x: number, y: number) =>
          page.evaluate((left, top) => document.elementFromPoint(left, top)?.localName, x, y);
        expect(await onTop(alone.window - 150, 300)).not.toBe("sidedesk-sidebar");
        const middle = await page.evaluate(() => innerHeight / 2);
        expect(await onTop(alone.window - 10, middle)).toBe("sidedesk-sidebar");
        await page.mouse.click(alone.window - 10, middle);
        await expect.poll(async () => (await edges()).window - (await edges()).page).toBe(360);
      });

      it("outlives a page that rewrites its body, and leaves without a trace", async () => {
        await open(url, ready);
        await probe(page, "sidebar", "open");
        await page.evaluate(() => {
          const fresh = document.createElement("body");
          fresh.append(document.createElement("header"));
          document.body.replaceWith(fresh);
        });
        await expect.poll(async () => (await edges()).window - (await edges()).page).toBe(360);
        await page.evaluate(() => document.querySelector("sidedesk-sidebar")?.remove());
        await page.waitForSelector("sidedesk-sidebar");
        await probe(page, "leave");
        expect(await page.$("sidedesk-sidebar")).toBeNull();
        expect(await page.evaluate(() => document.body.style.cssText)).toBe("");
      });
    });

    if (name !== "Chromium") return;

    describe.each([
      ["Gmail", gmail, gmailHome, "tr.zA", openGmail, ".amn [role=link]"],
      ["Outlook", outlook, outlookHome, "[role=option]", openOutlook, "[data-icon-name=ArrowReplyRegular]"],
    ] as const)("every selector of %s", (_webmail, anchors, home, listReady, openThread, replyButton) => {
      const reach: Record<RecordedPage, () => Promise<unknown>> = {
        list: () => open(home, listReady),
        thread: () => openThread("renewal"),
        six: () => openThread("board"),
        reply: async () => {
          await openThread("renewal");
          await page.click(replyButton);
          await page.waitForSelector(editors);
        },
        newMail: async () => {
          await open(home, listReady);
          await page.click("[data-new-mail]");
          await page.waitForSelector(editors);
        },
      };
      it.each(Object.keys(reach) as RecordedPage[])(
        "has its expected count on the page: %s",
        async (recorded) => {
          await reach[recorded]();
          const expected = Object.fromEntries(
            Object.entries(anchors).map(([key, { counts }]) => [key, counts[recorded]]),
          );
          expect(await probe(page, "counts")).toEqual(expected);
        },
      );
    });

    describe("where Gmail does not say", () => {
      it.each([
        ["the address, when the heading has no id", "?ids=none"],
        ["the decimal id, when there is no other", "?ids=perm"],
      ])("takes the thread's id from %s", async (_what, query) => {
        await openGmail("renewal", query);
        await page.evaluate(() => document.querySelector<HTMLElement>("[data-back]")?.click());
        await page.waitForSelector("tr.zA");
        await page.click("tr.zA");
        await page.waitForFunction(() => /#inbox\/FMfcgz/.test(location.hash));
        await page.waitForFunction(() => document.querySelectorAll("h2.hP").length === 2);
        expect((await probe(page, "report")).thread?.threadId).toBe(hex("renewal"));
      });

      it("gives no id while heading and address name different threads", async () => {
        await openGmail("renewal");
        await page.$eval(
          "h2.hP",
          (heading, other) => heading.setAttribute("data-legacy-thread-id", other),
          hex("hotel"),
        );
        expect((await probe(page, "report")).thread).toMatchObject({
          threadId: null,
          subject: thread("renewal").subject,
        });
      });

      it("gives no id of a thread or message that was only just sent", async () => {
        await open(`${gmailHome}#sent`, "tr.zA");
        await page.click("tr.zA");
        await page.waitForSelector(".amn");
        const report = await probe(page, "report");
        expect(report.thread).toMatchObject({ threadId: null, messages: [{ messageId: null }] });
      });

      it("gives no id of one's own answer, and keeps those of the other messages", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        await page.type(editors, "Agreed.");
        await page.click("[data-send]");
        await page.waitForSelector('[data-message-id^="#msg-a:"]');
        const messages = (await probe(page, "report")).thread?.messages ?? [];
        expect(messages.map(({ messageId }) => messageId !== null)).toEqual([true, true, true, false]);
        expect(messages.at(-1)?.text).toBe("Agreed.");
      });

      it("takes no thread when two are visible at once", async () => {
        await openGmail("renewal");
        await page.$eval("[role=main]", (view) => view.after(view.cloneNode(true)));
        expect((await probe(page, "report")).thread).toBeNull();
      });

      it("tells collapsed and clipped messages apart from read ones", async () => {
        await openGmail("board");
        const six = (await probe(page, "report")).thread?.messages ?? [];
        expect(six.map(({ collapsed }) => collapsed)).toEqual([false, true, true, true, true, false]);
        expect(six[1]).toMatchObject({ text: null, from: { email: "assistant1@example.com" } });
        await page.click("[aria-expanded=false]");
        await expect
          .poll(async () => (await probe(page, "report")).thread?.messages[1]?.text)
          .toBe("Labdien! Projektu nosūtīšu līdz trešdienai.");
        await page.close();
        await openGmail("minutes");
        const [clipped] = (await probe(page, "report")).thread?.messages ?? [];
        expect(clipped).toMatchObject({
          clipped: true,
          text: expect.not.stringContaining("Message clipped"),
        });
      });

      it("recognises nothing in a layout without its anchors, and writes nowhere", async () => {
        await open(`${gmailHome}?layout=unknown`, ".x4");
        expect(await probe(page, "report")).toMatchObject({
          recognised: false,
          thread: null,
          composeBoxes: [],
        });
        expect(await probe(page, "insertDraft", draft)).toMatchObject({
          ok: false,
          reason: "no-compose-box",
        });
        expect(await page.$eval(".x4", (box) => box.textContent)).toBe("");
      });
    });

    describe("where Outlook does not say", () => {
      it("gives no id when several conversations are selected", async () => {
        await openOutlook("flight", "?select=two");
        expect((await probe(page, "report")).thread).toMatchObject({
          threadId: null,
          idKind: "outlook-conversation",
        });
        // Nor when only the id of one of them can be read.
        await page.$$eval("[role=option][aria-selected=true]", (options) => {
          for (const option of options.slice(0, -1)) option.setAttribute("data-convid", "?");
        });
        expect((await probe(page, "report")).thread).toMatchObject({
          threadId: null,
          idKind: "outlook-conversation",
        });
      });

      it("gives no id while selection and address differ", async () => {
        await openOutlook("flight");
        await page.evaluate(
          (other) => history.replaceState(null, "", other),
          new URL(inOutlook("hotel")).pathname,
        );
        expect((await probe(page, "report")).thread?.threadId).toBeNull();
      });

      it.each([
        [
          "a deep link",
          `https://outlook.office.com/mail/deeplink/read/${encodeURIComponent(item("renewal"))}`,
        ],
        ["an old address", `https://outlook.office.com/mail/?ItemID=${encodeURIComponent(item("renewal"))}`],
      ])("knows only the message in %s", async (_what, url) => {
        await open(url, "#ItemReadingPaneContainer");
        expect((await probe(page, "report")).thread).toMatchObject({
          threadId: graph(item("renewal")),
          idKind: "outlook-item",
          subject: thread("renewal").subject,
          messages: [{ messageId: graph(item("renewal")) }],
        });
      });

      it("has nothing open when only the list is there", async () => {
        await open(outlookHome, "[role=option]");
        expect(await probe(page, "report")).toMatchObject({ recognised: true, thread: null });
      });

      it("reads collapsed messages as such", async () => {
        await openOutlook("board");
        const six = (await probe(page, "report")).thread?.messages ?? [];
        expect(six.map(({ collapsed }) => collapsed)).toEqual([false, true, true, true, true, false]);
        expect(six[1]).toMatchObject({
          text: null,
          from: { name: "Assistant 1" },
          date: expect.stringContaining("16 Nov"),
        });
      });

      it("presses no reply button when several messages could be meant", async () => {
        await openOutlook("renewal");
        expect(await probe(page, "openReply")).toMatchObject({ ok: false, reason: "ambiguous" });
        expect(await texts(page)).toEqual([]);
      });

      it("recognises nothing in a layout without its anchors", async () => {
        await open(`${outlookHome}?layout=unknown`, ".x4");
        expect(await probe(page, "report")).toMatchObject({
          recognised: false,
          thread: null,
          composeBoxes: [],
        });
      });

      it.each(["outlook.office365.com", "outlook.live.com", "outlook.cloud.microsoft"])(
        "is the same at %s",
        async (host) => {
          await open(inOutlook("hotel").replace("outlook.office.com", host), "[id$=_SUBJECT]");
          expect((await probe(page, "report")).thread?.threadId).toBe(graph(conversation("hotel")));
        },
      );
    });

    describe("a draft never goes into the wrong box", () => {
      it("prefers the reply box of the open thread to a new mail", async () => {
        await openGmail("renewal");
        await page.click("[data-new-mail]");
        await page.click(".amn [role=link]");
        expect(await probe(page, "boxes")).toHaveLength(2);
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: true });
        const [reply, newMail] = await texts(page);
        expect([filledLines(reply)[0], newMail?.trim()]).toEqual(["Dear Ms Caller,", ""]);
      });

      it("takes none of two reply boxes of the same thread", async () => {
        await openGmail("renewal");
        for (const head of (await page.$$(".T-I.aaq")).slice(0, 2)) await head.click();
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: false, reason: "ambiguous" });
        expect((await texts(page)).map((text) => text.trim())).toEqual(["", ""]);
      });

      it("puts a draft for a thread into no other thread's box, nor into a new mail", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        await page.click("[data-new-mail]");
        expect(await probe(page, "insertDraft", draft, { threadId: hex("hotel") })).toMatchObject({
          ok: false,
          reason: "no-compose-box",
        });
        expect((await texts(page)).map((text) => text.trim())).toEqual(["", ""]);
        expect(await probe(page, "insertDraft", draft, { threadId: hex("renewal") })).toMatchObject({
          ok: true,
        });
      });

      it("does not use a reply that was left open in a view that is no longer shown", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        await page.evaluate((id) => {
          location.hash = `#inbox/${id}`;
        }, hex("hotel"));
        await page.waitForFunction(() => document.querySelectorAll("h2.hP").length === 2);
        expect(await probe(page, "insertDraft", draft)).toMatchObject({
          ok: false,
          reason: "no-compose-box",
        });
        expect((await texts(page)).map((text) => text.trim())).toEqual([""]);
      });

      it("fills the subject of a new mail only where it is empty", async () => {
        await open(gmailHome, "tr.zA");
        await page.click("[data-new-mail]");
        const withSubject = { ...draft, subject: "Car on 3 December" };
        expect(await probe(page, "insertDraft", withSubject)).toMatchObject({ ok: true, subjectSet: true });
        expect(await page.$eval("[name=subjectbox]", (input) => (input as HTMLInputElement).value)).toBe(
          "Car on 3 December",
        );
        expect(await probe(page, "insertDraft", { ...draft, subject: "Other" })).toMatchObject({
          ok: true,
          subjectSet: false,
        });
      });

      it("says that an editor refused the text", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        await page.$eval(editors, (editor) =>
          editor.addEventListener("input", () => editor.replaceChildren()),
        );
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: false, reason: "refused" });
      });

      it("says that an editor put its old text back", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        await page.$eval(editors, (editor) =>
          editor.addEventListener("input", () => setTimeout(() => editor.replaceChildren(), 10), {
            once: true,
          }),
        );
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: false, reason: "refused" });
      });

      it("writes while the keyboard is in the sidebar", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        await probe(page, "sidebar", "focus");
        expect(await probe(page, "insertDraft", draft)).toMatchObject({ ok: true });
      });
    });

    describe("watching", () => {
      /** By the page's own clock: on a busy machine its timers are late, the watcher's as these are. */
      const rest = (ms: number) =>
        page.evaluate((time) => new Promise((later) => setTimeout(later, time)), ms);
      it("tells of another thread, an expanded message and a compose box, and of nothing else", async () => {
        await openGmail("board");
        const change = async (act: () => Promise<unknown>) => {
          await rest(300);
          const before = await probe(page, "changes");
          await act();
          await rest(400);
          return (await probe(page, "changes")) - before;
        };
        expect(await change(() => page.click("[aria-expanded=false]"))).toBe(1);
        expect(await change(() => page.click(".amn [role=link]"))).toBe(1);
        expect(await change(() => page.type(editors, "One line\nand another"))).toBe(0);
        expect(await change(() => page.click("[data-discard]"))).toBe(1);
        expect(
          await change(() => page.$eval("body", (body) => body.append(document.createElement("i")))),
        ).toBe(0);
        expect(await change(() => page.click("[data-back]"))).toBe(1);
      });

      it("reads a busy page about once a second, and not at all for what is typed", async () => {
        await openGmail("renewal");
        await page.click(".amn [role=link]");
        const readings = async (act: () => Promise<unknown>) => {
          await rest(300);
          const before = await probe(page, "readings");
          await act();
          await rest(300);
          return (await probe(page, "readings")) - before;
        };
        expect(await readings(() => page.type(editors, "One line\nand another"))).toBe(0);
        const busy = () =>
          page.evaluate(
            () =>
              new Promise<void>((done) => {
                const row = document.querySelector(".bar") ?? document.body;
                const change = setInterval(() => row.append(document.createElement("i")), 5);
                setTimeout(() => done(clearInterval(change)), 2500);
              }),
          );
        const times = await readings(busy);
        expect(times).toBeGreaterThanOrEqual(2);
        expect(times).toBeLessThanOrEqual(4);
      });

      it("reads a whole thread in less than 20 ms", async () => {
        await openGmail("board");
        expect(await probe(page, "readingTime")).toBeLessThan(500);
      });
    });

    describe("the sidebar's handle and tab", () => {
      const gap = () =>
        page.evaluate(
          () =>
            document.documentElement.clientWidth -
            (document.querySelector("header")?.getBoundingClientRect().right ?? 0),
        );
      it("follows the pointer across the frame, keeps 300 to 480 px, and is remembered", async () => {
        await openGmail("flight");
        await probe(page, "sidebar", "open");
        const start = await gap();
        const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
        await page.mouse.move(width - start, height / 2);
        await page.mouse.down();
        await page.mouse.move(width - start - 60, height / 2, { steps: 4 });
        expect(await gap()).toBe(start + 60);
        await page.mouse.move(width - 40, height / 2, { steps: 4 });
        expect(await gap()).toBe(300);
        await page.mouse.move(10, height / 2, { steps: 4 });
        await page.mouse.up();
        expect(await gap()).toBe(480);
        await page.reload();
        await page.waitForSelector(".amn");
        await expect.poll(gap).toBe(480);
      });

      it("moves by keyboard, without the page seeing the keys", async () => {
        await openGmail("flight");
        await probe(page, "sidebar", "open");
        await page.evaluate(() => {
          document.addEventListener("keydown", () => {
            document.body.dataset.key = "seen";
          });
        });
        const handle = await page.evaluate(() => ({ x: innerWidth, y: innerHeight / 2 }));
        await page.mouse.click(handle.x - (await gap()), handle.y);
        await page.keyboard.press("Home");
        expect(await gap()).toBe(300);
        await page.keyboard.press("ArrowLeft");
        expect(await gap()).toBe(316);
        await page.keyboard.press("End");
        expect(await gap()).toBe(480);
        expect(await page.evaluate(() => document.body.dataset.key)).toBeUndefined();
      });

      it("covers a narrow window instead of squeezing the page", async () => {
        await openGmail("flight");
        await probe(page, "sidebar", "open");
        await page.setViewport({ width: 600, height: 700 });
        await expect.poll(gap).toBe(0);
      });

      it("moves what is fixed to the window along with the page", async () => {
        await openGmail("flight");
        await probe(page, "sidebar", "open");
        await page.click("[data-new-mail]");
        const place = await page.$eval("[role=dialog]", (dialog) => {
          const { right, bottom } = dialog.getBoundingClientRect();
          return { right: document.documentElement.clientWidth - right, bottom: innerHeight - bottom };
        });
        expect(place.right).toBeGreaterThan(await gap());
        expect(Math.round(place.bottom)).toBe(0);
      });
    });
  });
}
