import type { CDPSession, Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagePort } from "../../extension/port/page.ts";
import { itemOf } from "../../extension/surfaces/sidebar/bookings.ts";
import { idFor, newId } from "../../extension/surfaces/state/ids.ts";
import type { Action, Scalar } from "../../shared/documents/command.ts";
import type { FieldDefinition, KindDefinition } from "../../shared/records/define.ts";
import { KINDS } from "../../shared/records/kinds.ts";
import { maxLength } from "../../shared/records/value.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { summariseReservation } from "../../shared/travel/summary.ts";
import { FORM_NUMBER, hostileMailbox, hotel, packed } from "../fixtures/hostile/mailbox.ts";
import { CANARY_HOST, payloads } from "../fixtures/hostile/payloads.ts";
import { beginDesk, hands, type Surface, sidebarOf } from "../practice/assistant.ts";
import { openMail } from "../practice/demo.ts";
import { alive, listen, openListening, shownText, shows } from "./harness/alive.ts";
import { ask } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { currentDesk } from "./harness/desk.ts";
import { gmailHost, outlookHosts } from "./harness/https.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const mailbox = hostileMailbox();
const LINES = packed(payloads, 500).map(({ text }) => text);
const NAMES = packed(payloads, 300).map(({ text }) => text);
/** Local parts that an address may have, and that say more than an address in a link. */
const ADDRESSES = [
  "x?bcc=y@example.com",
  "x%0d%0abcc=y@example.com",
  "'onclick=1@example.com",
  "x&body=y@example.com",
];

/** A value for a field out of a packed text; null where the field takes no words. */
function hostileValue(field: FieldDefinition, text: string, n: number): Scalar {
  if (field.type === "email") return ADDRESSES[n % ADDRESSES.length] ?? null;
  if (field.type !== "line" && field.type !== "prose" && field.type !== "phone") return null;
  return maxLength(field) < text.length ? null : text;
}

/** One record of a kind for each packed text; the first reply has all of them in its text. */
function hostileRecords(kind: KindDefinition): { readonly id: string; readonly create: Action }[] {
  return LINES.map((text, n) => {
    const id = idFor(kind, Date.now());
    const fields = Object.entries(kind.fields).flatMap(([name, field]): [string, Scalar][] => {
      const all = n === 0 && kind.kind === "reply" && name === "body";
      const value = hostileValue(field, all ? LINES.join("\n") : text, n);
      return value === null ? [] : [[name, value]];
    });
    return { id, create: { do: "create", record: id, kind: kind.kind, fields: Object.fromEntries(fields) } };
  });
}

/** Reservations as a sender's program writes them, in JSON-LD and in a calendar, with a payload in every text. */
function hostileBookings() {
  const all = payloads.map(({ text }) => text);
  return Array.from({ length: Math.ceil(all.length / 4) }, (_, n) => {
    const [name = "", by = "", number = "", street = ""] = all.slice(n * 4);
    const text = JSON.stringify({
      "@context": "http://schema.org",
      "@type": "LodgingReservation",
      reservationNumber: number.slice(0, 100),
      underName: { "@type": "Person", name: by },
      reservationFor: { "@type": "LodgingBusiness", name, address: { streetAddress: street } },
      checkinTime: "2026-12-03T14:00:00+02:00",
      checkoutTime: "2026-12-05T12:00:00+02:00",
      ["__proto__"]: { executed: n },
    });
    const folded = text.replaceAll("\\", "\\\\").replaceAll(",", "\\,").replaceAll(";", "\\;");
    const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:20261203T101500Z\r\nSUMMARY:${name}\r\nLOCATION:${by}\r\nX-KDE-KITINERARY-RESERVATION:${folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const [kind, source] = n % 2 === 0 ? (["json-ld", text] as const) : (["ics", calendar] as const);
    const [found] = readBookings({ kind, text: source });
    if (!found) throw new Error(`No booking was found in the ${kind} ${source}`);
    return found;
  });
}

describe.skipIf(!isInstalled("chrome"))(
  "Of five hundred hostile texts in mails, none is more than text",
  () => {
    let workplace: Workplace;
    let browser: Launched;
    let desk: Page;
    let popup: Page;
    let options: Page;
    let gmail: Page;
    let outlook: Page;
    let besideGmail: Frame;
    let besideOutlook: Frame;
    let id: string;
    const records = new Map(Object.values(KINDS).map((kind) => [kind.kind, hostileRecords(kind)]));

    const submit = async (actions: readonly Action[]) => {
      const at = new Date().toISOString();
      for (let from = 0; from < actions.length; from += 500)
        await ask(desk, {
          call: "submit",
          desk: id,
          commands: actions.slice(from, from + 500).map((action) => ({ id: newId(), at, action })),
        });
    };
    const goTo = (view: string) =>
      desk.evaluate((hash) => {
        location.hash = hash;
      }, view);
    const surfaces = (): [string, Surface][] => [
      ["desk", desk],
      ["popup", popup],
      ["options", options],
      ["Gmail", gmail],
      ["Outlook", outlook],
      ["sidebar beside Gmail", besideGmail],
      ["sidebar beside Outlook", besideOutlook],
    ];
    /** The payloads whose every letter stood on a surface, and are not yet in `seen`. */
    const lookAt = async (surface: Surface, seen: Set<number>) => {
      const text = await shownText(surface);
      for (const payload of payloads) if (text.includes(payload.text)) seen.add(payload.n);
      expect(await alive(surface)).toEqual([]);
    };
    const unseen = (seen: ReadonlySet<number>) =>
      payloads.filter(({ n }) => !seen.has(n)).map(({ text }) => text);

    beforeAll(async () => {
      workplace = await openWorkplace(mailbox);
      browser = await workplace.launch("chrome");
      await (await beginDesk(browser, "Board office", "Assistant 1", workplace.url)).close();
      desk = await openListening(browser, browser.extensionUrl("desk.html"));
      id = (await currentDesk(desk)).id;
      [popup, options, gmail, outlook] = await Promise.all([
        openListening(browser, browser.extensionUrl("popup.html")),
        openListening(browser, browser.extensionUrl("options.html#templates")),
        openListening(browser, `https://${gmailHost}/mail/u/0/`),
        openListening(browser, `https://${outlookHosts[0]}/mail/`),
      ]);
      [besideGmail, besideOutlook] = await Promise.all([
        sidebarOf(gmail, browser),
        sidebarOf(outlook, browser),
      ]);
      await Promise.all([listen(besideGmail), listen(besideOutlook)]);
    });
    afterAll(() => workplace?.close());

    it("there are five hundred, all different, of sixteen families", () => {
      expect(new Set(payloads.map(({ text }) => text)).size).toBeGreaterThanOrEqual(500);
      expect(new Set(payloads.map(({ family }) => family)).size).toBe(16);
      const names = mailbox.threads.flatMap(({ messages }) =>
        messages.flatMap(({ attachments }) => attachments),
      );
      expect(new Set(names.map(({ name }) => name)).size).toBe(payloads.length);
    });

    it("in the mails that stand in Gmail and in Outlook, beside each of which the sidebar says who wrote", async () => {
      const turn = async (mail: Page, sidebar: Frame, rest: number) => {
        for (const n of mailbox.threads.keys()) {
          if (n % 2 !== rest) continue;
          await openMail(mail, `Mail ${n} `);
          await shows(sidebar, `Sender ${n} `);
          await shows(sidebar, FORM_NUMBER);
          expect(await alive(sidebar)).toEqual([]);
          // Beside Gmail's mail its list is not shown.
          await mail.evaluate(() => document.querySelector<HTMLElement>("[data-back]")?.click());
        }
        expect(await alive(mail)).toEqual([]);
      };
      await Promise.all([turn(gmail, besideGmail, 0), turn(outlook, besideOutlook, 1)]);
    });

    it("in a reply that is put into the mail, where every line of it is a line of text", async () => {
      await gmail.bringToFront();
      await openMail(gmail, "Mail 0 ");
      await shows(besideGmail, "Sender 0 ");
      await hands.press(besideGmail, "Write a reply");
      const area = await besideGmail.waitForSelector(
        "textarea[placeholder='Colleagues see this as you write']",
      );
      const body = LINES.join("\n");
      await area?.evaluate((field, text) => {
        (field as HTMLTextAreaElement).value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, body);
      // There is nothing to put there before the text is kept.
      await besideGmail.waitForSelector("::-p-aria([name='Put into the mail'][role='button'])");
      await besideGmail.waitForFunction(() =>
        [...document.querySelectorAll("button")].some(
          (each) => each.textContent?.startsWith("Put into the mail") && !each.disabled,
        ),
      );
      await hands.press(besideGmail, "Put into the mail");
      await hands.see(besideGmail, "It is in the mail", 12_000).catch(async () => {
        throw new Error(await hands.text(besideGmail));
      });
      const box = await gmail.$eval("[contenteditable=true][role=textbox]", (editor) => ({
        text: editor.textContent ?? "",
        elements: [...new Set([...editor.querySelectorAll("*")].map(({ nodeName }) => nodeName))],
      }));
      const seen = new Set(
        payloads.filter(({ text }) => box.text.includes(text.replaceAll("\t", ""))).map(({ n }) => n),
      );
      expect(seen.size).toBeGreaterThan(500);
      expect(box.elements.filter((name) => !["DIV", "P", "BR", "SPAN"].includes(name))).toEqual([]);
    });

    it("in what a page says is open: senders' names, subjects, attachments and a booking's words", async () => {
      const cdp = await gmail.createCDPSession();
      const world = await contentWorldOf(cdp, browser);
      const seen = new Set<number>();
      for (const [n, name] of NAMES.entries()) {
        const report = {
          type: "page",
          provider: "gmail",
          account: "assistant1@example.com",
          recognised: true,
          composeBoxes: [],
          thread: {
            threadId: n.toString(16).padStart(16, "a"),
            idKind: "gmail-hex",
            subject: LINES[n % LINES.length],
            messagesLeftOut: 0,
            url: `https://${gmailHost}/#inbox/${n}`,
            messages: [
              {
                messageId: null,
                from: { name, email: "sender@example.com" },
                to: [{ name, email: null }],
                date: name.slice(0, 200),
                text: hotel(name),
                textCut: false,
                collapsed: false,
                clipped: false,
                attachments: [{ name, type: name.slice(0, 200), url: "javascript:void 0" }],
              },
            ],
          },
        };
        await cdp.send("Runtime.evaluate", {
          expression: `(globalThis.told ??= chrome.runtime.connect({ name: "${pagePort}" })).postMessage(${JSON.stringify(report)})`,
          contextId: world,
        });
        await shows(besideGmail, name);
        await lookAt(besideGmail, seen);
      }
      expect(unseen(seen)).toEqual([]);
    });

    it("in every field of every kind, in the lists of the desk page", async () => {
      await submit([...records.values()].flatMap((all) => all.map(({ create }) => create)));
      await desk.bringToFront();
      await desk.setViewport({ width: 1280, height: 12_000 });
      for (const kind of records.keys()) {
        // Its row tells of other records, not of texts of its own.
        if (kind === "delegation") continue;
        const seen = new Set<number>();
        await goTo(kind);
        await shows(desk, LINES[0] ?? "");
        await shows(desk, LINES.at(-1) ?? "");
        await lookAt(desk, seen);
        expect(unseen(seen), kind).toEqual([]);
      }
      await desk.setViewport({ width: 1280, height: 860 });
    });

    it("in a record itself: its fields, its texts, its history", async () => {
      for (const [n, [kind, all]] of [...records].entries()) {
        const seen = new Set<number>();
        for (const at of [0, n + 1]) {
          const record = all[at]?.id;
          // Beside the list that has no text of its own.
          await goTo(`delegation/${record}`);
          await desk.waitForSelector(`[data-record="${record}"]`);
          if (kind !== "delegation") await shows(desk, LINES[at] ?? "");
          await lookAt(desk, seen);
        }
        if (kind === "reply") expect(unseen(seen)).toEqual([]);
      }
    });

    it("in a person, whose links say whom to write to and nothing else, and in what a search has found", async () => {
      await goTo("people");
      await shows(desk, LINES[0] ?? "");
      await lookAt(desk, new Set());
      await desk.type("input[type=search]", "onerror");
      await desk.waitForSelector("mark");
      await lookAt(desk, new Set());
      for (const email of ADDRESSES) {
        await goTo("people");
        await desk.$eval("input[type=search]", (field) => (field as HTMLInputElement).select());
        await desk.type("input[type=search]", email);
        const row = await desk.waitForFunction(
          (wanted) =>
            [...document.querySelectorAll(".rows .row")].find((each) => each.textContent?.includes(wanted)),
          {},
          email,
        );
        await row.asElement()?.$eval(".open", (open) => (open as HTMLElement).click());
        await desk.waitForSelector(`article.detail a[href^="mailto:"]`);
        await shows(desk, email);
        await lookAt(desk, new Set());
      }
    });

    it("in bookings that a sender's program wrote, in JSON-LD and in calendars", async () => {
      const seen = new Set<number>();
      for (const found of [hostileBookings().slice(0, 70), hostileBookings().slice(70)]) {
        const trip = idFor(KINDS.trip as KindDefinition, Date.now());
        const items = found.map(({ reservation, foundBy, unsure }): Action => {
          const summary = summariseReservation(reservation);
          const booking = { reservation, foundBy, unsure, summary, fromCode: undefined, toCode: undefined };
          return {
            do: "add",
            record: trip,
            list: "reservations",
            item: newId(),
            fields: itemOf(booking, null),
          };
        });
        await submit([{ do: "create", record: trip, kind: "trip", fields: { title: "Trip" } }, ...items]);
        await goTo(`delegation/${trip}`);
        await desk.waitForSelector(`[data-record="${trip}"]`);
        await shows(desk, summariseReservation(found.at(-1)?.reservation ?? { "@type": "" }).title);
        await lookAt(desk, seen);
      }
      expect(seen.size).toBeGreaterThan(250);
    });

    it("in the popup's line and text, where marked words of a page come in", async () => {
      await popup.bringToFront();
      const seen = new Set<number>();
      for (const line of packed(payloads, 2_000)) {
        const kept = { line: line.text, text: line.text, chosen: null, corrected: {} };
        // It keeps what stands in it when it closes.
        await popup.goto("about:blank");
        await ask(desk, { call: "scratchPut", key: `popup.${id}`, value: JSON.stringify(kept) });
        await popup.goto(browser.extensionUrl("popup.html"));
        await shows(popup, line.text);
        await popup.waitForSelector(".popup-body");
        await lookAt(popup, seen);
      }
      expect(unseen(seen)).toEqual([]);
    });

    it("in letters' names, in letters and how they come out, in the name of a desk and on the page of its paper key", async () => {
      await options.bringToFront();
      const seen = new Set<number>();
      await shows(options, LINES.at(-1) ?? "");
      await lookAt(options, seen);
      expect(unseen(seen)).toEqual([]);
      for (const item of (await options.$$("details.item > summary")).slice(-12)) {
        await item.evaluate((summary) => (summary as HTMLElement).click());
        await options.waitForSelector("details.item[open] textarea, details.item[open] .preview");
        await lookAt(options, seen);
      }
      const [{ text: name = "" } = {}] = packed(
        payloads.filter(({ family }) => family === "mutation"),
        100,
      );
      await ask(desk, { call: "renameDesk", desk: id, name });
      await options.evaluate(() => {
        location.hash = "members";
      });
      await hands.press(options, "Make a paper key");
      await options.waitForSelector(".paper-key");
      await shows(options, name);
      await lookAt(options, seen);
    });

    it("and nothing of it ran, was asked for, or is left behind", async () => {
      for (const [name, surface] of surfaces()) expect(await alive(surface), name).toEqual([]);
      const worker = await browser.serviceWorker();
      expect(await worker.evaluate(() => [...Object.keys(Object.prototype), "executed" in {}])).toEqual([
        false,
      ]);
      expect(workplace.hosts.proxy.asked.filter((target) => target.includes(CANARY_HOST))).toEqual([]);
      const own = [
        browser.extensionUrl(""),
        `https://${gmailHost}/`,
        `https://${outlookHosts[0]}/`,
        "about:blank",
      ];
      const open = (await browser.browser.pages()).map((page) => page.url());
      expect(open.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
    });
  },
);

/** The world of the extension's content script in a page. */
async function contentWorldOf(cdp: CDPSession, browser: Launched): Promise<number> {
  const world = new Promise<number>((resolve) => {
    cdp.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin.startsWith(browser.extensionUrl("").slice(0, -1))) resolve(context.id);
    });
  });
  await cdp.send("Runtime.enable");
  return world;
}
