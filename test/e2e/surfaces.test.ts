import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gallery, openGallery, type View } from "../surfaces/gallery/open.ts";
import { isInstalled } from "./harness/installed.ts";

const CALL = "#queue/2026-11.call1000000000000000";

describe.skipIf(!isInstalled("chrome"))("The surfaces", () => {
  let gallery: Gallery;
  let page: Page;
  const open = async (view: View) => {
    if (page) await gallery.leave(page);
    page = await gallery.open(view);
    return page;
  };
  const commands = () => page.evaluate(() => window.background.commands.map(({ action }) => action));
  /** A file of a name and a content is dropped somewhere on the page. */
  const drop = (name: string, content: string) =>
    page.evaluate(
      (file, text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], file));
        const options = { dataTransfer, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent("dragover", options));
        document.body.dispatchEvent(new DragEvent("drop", options));
      },
      name,
      content,
    );
  const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? "");
  const press = async (name: string) => {
    await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`);
    await page.click(`::-p-aria([name="${name}"][role="button"])`);
  };

  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(async () => {
    expect(gallery.errors).toEqual([]);
    await gallery.close();
  });

  describe("The popup", () => {
    it("has the cursor in its line, understands it, and Enter saves and makes room for the next", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Second Sample, +371 21 234 567 for A re menu, call back before 3pm urgent");
      await page.waitForFunction(() => document.querySelectorAll(".chips .chip").length >= 5);
      expect(await text(".chips")).toContain("For Principal A");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector(".toast")?.textContent?.includes("Saved"));
      expect(await page.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe("");
      const [action] = await commands();
      expect(action).toMatchObject({
        do: "create",
        kind: "call",
        fields: { caller: "Second Sample", phone: "+37121234567", urgent: true, status: "callBack" },
      });
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("line");
    });

    it("becomes a task with Alt+3, and a newline in the text with Shift+Enter", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Send the annex");
      await page.keyboard.down("Alt");
      await page.keyboard.press("Digit3");
      await page.keyboard.up("Alt");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.type("both copies");
      await page.keyboard.down("Shift");
      await page.keyboard.press("Enter");
      await page.keyboard.up("Shift");
      await page.keyboard.type("by courier");
      expect(await commands()).toEqual([]);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        {
          do: "create",
          kind: "task",
          fields: { summary: "Send the annex", note: "both copies\nby courier" },
        },
      ]);
    });

    it("opens the other fields with Tab, and what is corrected there is saved", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Sample Caller");
      await page.waitForSelector(".chips .chip");
      await page.keyboard.press("Tab");
      await page.waitForFunction(() => document.activeElement?.closest(".form"));
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type("Somebody Else");
      await page.keyboard.press("Tab");
      await page.focus("#line");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([{ fields: { caller: "Somebody Else" } }]);
    });

    it("shows who is calling", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("+371 26 123 456");
      await page.waitForSelector(".known");
      expect(await text(".known")).toContain("Sample Caller · 2 calls");
    });

    it("keeps what is typed within 250 ms", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("half a li");
      // By the page's own clock: on a busy machine its timers are late, all of them, and in their order.
      const kept = await page.evaluate(async () => {
        await new Promise((later) => setTimeout(later, 250));
        return [...window.background.scratch.values()].join();
      });
      expect(JSON.parse(kept)).toMatchObject({ line: "half a li" });
    });

    it("does not offer again what was saved while it was being closed", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Sample Caller");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast");
      const saved = await page.evaluate(() => {
        const put = window.background.calls.findLast(
          (call) => call.call === "scratchPut" && call.value?.includes('"record"'),
        );
        return put?.call === "scratchPut" ? put.value : null;
      });
      const record = JSON.parse(String(saved)).record;
      expect(await page.evaluate((id) => window.background.records.has(id), record)).toBe(true);
    });

    it("takes what is typed while it saves for the next line", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Sample Caller");
      await page.evaluate(() => {
        window.background.delay = 300;
      });
      await page.keyboard.press("Enter");
      await page.keyboard.type("Next");
      await page.waitForSelector(".toast");
      expect(await page.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe("Next");
    });

    it("keeps the text when saving fails, and says what to do", async () => {
      await open({ surface: "popup", width: 420 });
      await page.evaluate(() => {
        window.background.refuse = "disk-full";
      });
      await page.keyboard.type("Sample Caller");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast.urgent");
      expect(await text(".toast.urgent")).toContain("free some space");
      expect(await page.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe("Sample Caller");
    });

    it("takes back what was saved", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Sample Caller");
      await page.keyboard.press("Enter");
      await press("Undo");
      await page.waitForFunction(() => document.querySelector(".toast")?.textContent?.includes("Undone"));
      expect(await commands()).toMatchObject([{ do: "create" }, { do: "set", field: "deletedAt" }]);
    });

    it("saves the same line as a task too, which says what it came from, by three keys or two presses", async () => {
      for (const hand of ["key", "mouse"]) {
        await open({ surface: "popup", width: 420 });
        await page.keyboard.type("Sample Caller for A re annex");
        await page.keyboard.press("Enter");
        await page.waitForSelector(".also-as");
        if (hand === "mouse") await press("Task");
        else {
          await page.keyboard.press("ArrowUp");
          await page.keyboard.down("Alt");
          await page.keyboard.press("Digit3");
          await page.keyboard.up("Alt");
        }
        await page.waitForFunction(
          () => document.querySelector<HTMLInputElement>("label:nth-child(3) input[name=kind]")?.checked,
        );
        expect(await page.evaluate(() => document.activeElement?.id)).toBe("line");
        await page.keyboard.press("Enter");
        await page.waitForFunction(() => window.background.commands.length === 2);
        const [made] = await commands();
        expect((await commands())[1], hand).toMatchObject({
          do: "create",
          kind: "task",
          fields: { relatedTo: made?.record, principal: "lasting.principala0000000000" },
        });
        if (hand === "key") await page.close();
      }
    });

    it("ties a line to nothing that was typed after the one brought back was cleared", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Sample Caller");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".also-as");
      await page.keyboard.press("ArrowUp");
      await page.$eval("#line", (line) => (line as HTMLTextAreaElement).select());
      await page.keyboard.press("Backspace");
      await page.waitForSelector(".also-as");
      await page.keyboard.type("task: send the annex");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => window.background.commands.length === 2);
      const after = (await commands())[1];
      expect(after).toMatchObject({ do: "create", kind: "task" });
      expect(JSON.stringify(after)).not.toContain("relatedTo");
    });

    it("keeps what is typed before there is a desk, for the first one", async () => {
      await open({ surface: "popup", scenario: "none", width: 420 });
      await page.keyboard.type("Sample Caller about the annex");
      await page.waitForFunction(() => window.background.scratch.get("popup.")?.includes("annex"));
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.matches(".onboarding input"));
      await page.keyboard.type("Board office");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Mia");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".chips .chip");
      expect(await page.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe(
        "Sample Caller about the annex",
      );
      expect(await page.evaluate(() => window.background.scratch.has("popup."))).toBe(false);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([{ do: "create", kind: "call" }]);
    });

    it("makes the first desk, and is then ready for a call", async () => {
      await open({ surface: "popup", scenario: "none", width: 420 });
      const inputs = await page.$$(".onboarding input");
      await inputs[0]?.type("Board office");
      await inputs[1]?.type("Mia");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#line:not([hidden])");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("line");
    });

    it("takes a backup file that is chosen or dropped, and names it in the language that was chosen", async () => {
      await open({ surface: "sidebar", scenario: "none", locale: "cs" });
      await press("Mám záložní soubor");
      expect(await text(".file")).toBe("Vybrat soubornebo jej přetáhněte sem");
      await drop("Board-office.sidedesk", "a backup");
      await page.waitForFunction(
        () => document.querySelector(".file-name")?.textContent === "Board-office.sidedesk",
      );
      await page.type("input[type=password]", "a passphrase");
      await press("Otevřít soubor");
      await page.waitForSelector(".onboarding .card");
    });

    it("shows where an invitation leads before joining", async () => {
      await open({ surface: "popup", scenario: "none", width: 420 });
      await press("Join with a link");
      await page.evaluate(() => {
        window.background.refuse = "damaged";
      });
      await page.type(".onboarding [inputmode=url]", "x");
      await page.waitForSelector(".onboarding [inputmode=url][aria-invalid=true]");
      expect(
        await page.$eval(".onboarding [inputmode=url]", (field) =>
          field.ariaDescribedByElements?.map((element) => element.getAttribute("role")),
        ),
      ).toEqual(["alert"]);
      await page.evaluate(() => {
        window.background.refuse = undefined;
      });
      await page.type(".onboarding [inputmode=url]", "Dear Mia,\n\n web+sidedesk:join?server=x&desk=y#z \n");
      await page.waitForSelector(".fingerprint");
      expect(await text(".onboarding .card")).toContain("Board office");
    });
  });

  describe("The sidebar", () => {
    it("adds the booking in the mail to the trip that it fits", async () => {
      await open({ surface: "sidebar" });
      await press("Add to Riga board trip");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        {
          do: "add",
          list: "reservations",
          fields: { type: "FlightReservation", reservationNumber: "X7K2PQ" },
        },
      ]);
    });

    it("adds it by one key, and takes a change over by the same", async () => {
      await open({ surface: "sidebar" });
      await page.waitForSelector(".booking");
      await page.keyboard.press("a");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([{ do: "add", list: "reservations" }]);
      await open({ surface: "sidebar", scenario: "moved" });
      await page.waitForSelector(".differs");
      await page.keyboard.press("a");
      await page.waitForFunction(() => document.body.textContent.includes("On Riga board trip already"));
      expect((await commands())[0]).toMatchObject({ do: "setItem", field: "startsAt" });
    });

    it("pushes nothing away that is on screen, however late it has read a booking", async () => {
      /** How much of the view was pushed, as the browser itself counts it. */
      const pushed = () =>
        page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const shift of list.getEntries()) sum += (shift as unknown as { value: number }).value;
              }).observe({ type: "layout-shift", buffered: true });
              setTimeout(() => resolve(sum), 50);
            }),
        );
      await open({ surface: "sidebar" });
      await page.waitForSelector(".booking");
      expect(await pushed()).toBeLessThan(0.05);
    });

    it("reads a ticket that was saved, chosen or dropped, and says what is none", async () => {
      const ticket = [
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Flight TK 1757\nDTSTART:20261203T071500Z",
        "DTEND:20261203T100500Z\nDESCRIPTION:Booking reference: X7K2PQ\\nFrom: Istanbul (IST) 10:15\\nTo: Riga (RIX) 12:05",
        "END:VEVENT\nEND:VCALENDAR",
      ].join("\n");
      await open({ surface: "sidebar", scenario: "attached" });
      await page.waitForSelector('::-p-aria([name="Read a ticket from a file…"])');
      expect(await text(".ticket")).toContain("e-ticket X7K2PQ.pdf may hold a booking.");
      await drop("menu.txt", "Soup and salad");
      await page.waitForFunction(() =>
        document.body.textContent.includes("No booking was found in menu.txt."),
      );
      await drop("flight.ics", ticket);
      await page.waitForSelector(".booking");
      expect(await text(".booking")).toContain("IST");
      await press("Add to Riga board trip");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        { do: "add", list: "reservations", fields: { reservationNumber: "X7K2PQ" } },
      ]);
    });

    it("says that a trip has the mail's booking already", async () => {
      await open({ surface: "sidebar", scenario: "held" });
      await page.waitForFunction(() => document.body.textContent.includes("On Riga board trip already"));
      expect(await page.$('::-p-aria([name="Add to Riga board trip"])')).toBeNull();
    });

    it("shows what a later mail says otherwise, and takes it over", async () => {
      await open({ surface: "sidebar", scenario: "moved" });
      await page.waitForSelector(".differs");
      expect(await text(".differs li")).toBe("Starts: Thu 3 Dec 09:40 → Thu 3 Dec 10:15");
      await press("Update the trip");
      await page.waitForFunction(() => document.body.textContent.includes("On Riga board trip already"));
      expect((await commands())[0]).toMatchObject({
        do: "setItem",
        item: "flight000002",
        field: "startsAt",
        value: "2026-12-03T10:15:00+03:00",
      });
    });

    it("cancels on the trip what a mail says is cancelled", async () => {
      await open({ surface: "sidebar", scenario: "cancelled" });
      await press("Update the trip");
      await page.waitForFunction(() => document.body.textContent.includes("On Riga board trip already"));
      expect((await commands())[0]).toMatchObject({ field: "status", value: "ReservationCancelled" });
    });

    it("marks a guess in its place", async () => {
      await open({ surface: "sidebar", scenario: "guessed" });
      await page.waitForSelector(".journey .unsure");
      expect(await text(".journey .end .unsure")).toBe("10:15 ?");
    });

    it("says why a draft could not be put into the mail", async () => {
      await open({ surface: "sidebar" });
      await press("Put into the mail");
      await page.waitForSelector(".banner.urgent");
      expect(await text(".banner.urgent")).toContain("Press Reply on the mail");
    });

    it("sends a draft to its own thread or nowhere, and opens the reply box with the same press", async () => {
      await open({ surface: "sidebar" });
      await page.focus(".mail textarea");
      await page.keyboard.press("End");
      await page.keyboard.type("Zq");
      await press("Put into the mail");
      const asked = await page.evaluate(() =>
        window.background.calls.find(({ call }) => call === "insertDraft"),
      );
      expect(asked).toMatchObject({ threadId: "18c2f0a1b2c3d4e5", mayOpenReply: true });
      // What is on screen goes, not what the record held a moment before.
      expect(asked).toMatchObject({ body: expect.stringContaining("Zq") });
    });

    it("begins a reply from a letter that comes with it", async () => {
      await open({ surface: "sidebar", scenario: "letterless" });
      await press("Received, thank you");
      await page.waitForFunction(() => document.querySelector(".mail textarea")?.matches("textarea"));
      expect(await page.$eval(".mail textarea", (area) => (area as HTMLTextAreaElement).value)).toContain(
        "Dear Sample Caller,",
      );
    });

    it("keeps a letter out of every mail but its own, also where the page names neither by an id", async () => {
      await open({ surface: "sidebar", scenario: "letterless" });
      const read = (subject: string, threadId: string | null) =>
        page.evaluate(
          (next, id) => {
            const letterless = window.background.mail();
            const { thread } = letterless ?? {};
            if (letterless && thread)
              window.background.show({
                ...letterless,
                thread: { ...thread, threadId: id, subject: next, url: `https://mail.example.com/${next}` },
              });
          },
          subject,
          threadId,
        );
      await read("First", null);
      await press("Received, thank you");
      await page.waitForSelector(".mail textarea");
      await page.type(".mail textarea", "For the first alone");
      await read("Second", null);
      await page.waitForSelector(".mail .choices");
      expect(await page.$(".mail textarea")).toBeNull();
      // Pressed twice, a letter is begun once.
      await page.click(".mail .choices button", { count: 2 });
      await page.waitForSelector(".mail textarea");
      const made = (await commands()).filter((action) => action.do === "create" && action.kind === "reply");
      expect(made).toHaveLength(2);
    });

    it("stays at the letter that is being written while a colleague begins another, and leaves one that was taken back", async () => {
      await open({ surface: "sidebar" });
      await page.type(".mail textarea", "Mine ");
      await page.evaluate(() => {
        const mine = [...window.background.records.values()].find(({ kind }) => kind === "reply");
        const { thread = null, subject = null } = mine?.fields ?? {};
        const fields = { thread, subject, body: "A colleague's", status: "draft" };
        const record = "2026-11.reply9000000000000000";
        const action = { do: "create", record, kind: "reply", fields } as const;
        window.background.arrive({ id: "1".repeat(26), at: "2026-11-23T11:43:00Z", action }, "22".repeat(16));
      });
      await page.type(".mail textarea", "still");
      const shown = () => page.$eval(".mail textarea", (area) => (area as HTMLTextAreaElement).value);
      expect(await shown()).toContain("still");
      expect(await shown()).not.toContain("A colleague's");
      await page.evaluate(() => {
        for (const { id, kind, fields } of window.background.records.values())
          if (kind === "reply" && fields.body !== "A colleague's")
            window.background.arrive(
              {
                id: "2".repeat(26),
                at: "2026-11-23T11:44:00Z",
                action: { do: "set", record: id, field: "deletedAt", value: "2026-11-23T11:44:00Z" },
              },
              "22".repeat(16),
            );
      });
      await page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>(".mail textarea")?.value === "A colleague's",
      );
    });

    it("puts a draft into the mail once, by a double click and by a key that is held down", async () => {
      await open({ surface: "sidebar" });
      const inserted = () =>
        page.evaluate(() => window.background.calls.filter(({ call }) => call === "insertDraft").length);
      const name = '::-p-aria([name="Put into the mail"][role="button"])';
      await (await page.waitForSelector(name))?.click({ count: 2 });
      expect(await inserted()).toBe(1);
      await page.focus(".mail textarea");
      await page.keyboard.down("Control");
      await page.keyboard.down("Enter");
      await page.keyboard.down("Enter");
      await page.keyboard.up("Enter");
      await page.keyboard.up("Control");
      expect(await inserted()).toBe(2);
    });

    it("leaves the caret in the person's word while a colleague writes above it", async () => {
      await open({ surface: "sidebar" });
      await page.focus(".mail textarea");
      await page.$eval(".mail textarea", (area) => (area as HTMLTextAreaElement).setSelectionRange(9, 9));
      await page.keyboard.type("dear ");
      await page.evaluate(() => {
        const reply = [...window.background.records.values()].find(({ kind }) => kind === "reply");
        const base = String(reply?.fields.body);
        window.background.arrive(
          {
            id: "0".repeat(26),
            at: "2026-11-23T11:42:00Z",
            action: {
              do: "edit",
              record: reply?.id ?? "",
              field: "body",
              base,
              splice: { index: 0, remove: 0, insert: "Riga, 23 November\n\n" },
            },
          },
          "22".repeat(16),
        );
      });
      await page.keyboard.type("very ");
      await page.waitForFunction(() => {
        const reply = [...window.background.records.values()].find(({ kind }) => kind === "reply");
        const shown = document.querySelector<HTMLTextAreaElement>(".mail textarea")?.value;
        return shown?.includes("very ") && shown === reply?.fields.body;
      });
      const shown = await page.$eval(".mail textarea", (area) => (area as HTMLTextAreaElement).value);
      expect(shown.startsWith("Riga, 23 November\n\nDear Ms Cdear very aller")).toBe(true);
      expect(
        await page.evaluate(
          () => [...window.background.records.values()].find(({ kind }) => kind === "reply")?.fields.body,
        ),
      ).toBe(shown);
    });

    it("moves between its parts with the arrow keys", async () => {
      await open({ surface: "sidebar" });
      await page.focus('[role="tab"][aria-selected="true"]');
      await page.keyboard.press("ArrowRight");
      expect(await text('[role="tab"][aria-selected="true"]')).toContain("Queue");
      await page.waitForSelector(".rows .row");
    });

    it("logs a line for the mail that is open, from Alt+N", async () => {
      await open({ surface: "sidebar" });
      await page.focus(".mail textarea");
      await page.keyboard.down("Alt");
      await page.keyboard.press("KeyN");
      await page.keyboard.up("Alt");
      await page.keyboard.type("Sample Caller asked for the annex");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        { do: "create", fields: { thread: "gmail:18c2f0a1b2c3d4e5" } },
      ]);
    });
  });

  describe("The desk page", () => {
    it("is driven by keys: j moves, c claims, Enter opens, Escape closes, ? shows them", async () => {
      await open({ surface: "desk", width: 1280, hash: "#queue" });
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("c");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([{ do: "set", field: "assignee" }]);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".detail h2");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector(".detail"));
      await page.keyboard.press("?");
      await page.waitForSelector("dialog[open]");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("dialog"));
    });

    it("opens the whole form of what is made anew, with the cursor in its first field", async () => {
      await open({ surface: "desk", width: 1280, hash: "#trip" });
      await press("New");
      await page.waitForFunction(() => document.activeElement?.closest(".detail .form"));
      expect(await page.$$(".detail details .form")).toEqual([]);
      await page.keyboard.type("Tallinn board trip");
      await page.keyboard.press("Tab");
      await page.waitForFunction(
        () => document.querySelector(".detail h2")?.textContent === "Tallinn board trip",
      );
      expect(await page.$$(".detail details .form")).toEqual([]);
    });

    it("settles two decisions with one press", async () => {
      await open({ surface: "desk", width: 1280, hash: CALL });
      await page.waitForSelector(".choice-card");
      await page.click(".choice-card:last-child button");
      await page.waitForFunction(() => !document.querySelector(".choice-card"));
      expect(await commands()).toMatchObject([
        { do: "set", field: "callBackBy", value: "2026-11-24T09:00:00Z" },
      ]);
    });

    it("makes the task that follows from a call by one key, and leads back from it", async () => {
      await open({ surface: "desk", width: 1280, hash: CALL });
      await page.waitForSelector(".detail h2");
      await page.keyboard.press("f");
      await page.waitForSelector(".came-from");
      expect(await commands()).toMatchObject([
        { do: "create", kind: "task", fields: { relatedTo: CALL.split("/")[1] } },
      ]);
      await page.waitForFunction(() => document.activeElement?.matches(".form .input"));
      await page.click(".came-from");
      await page.waitForFunction((hash) => location.hash === hash, {}, CALL);
    });

    it("takes a changed field back by the key for it", async () => {
      await open({ surface: "desk", width: 1280, hash: CALL });
      await page.waitForSelector(".detail h2");
      await page.click(".form input[type=checkbox]");
      await page.waitForSelector(".take-back");
      await page.keyboard.press("z");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        { do: "set", field: "urgent", value: false },
        { do: "set", field: "urgent", value: true },
      ]);
      expect(await page.$(".take-back")).toBeNull();
    });

    it("takes one entry of the history back", async () => {
      await open({ surface: "desk", width: 1280, hash: CALL });
      await page.waitForSelector(".history li");
      await page.click(".history li:nth-child(3) button");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([{ do: "set", field: "status", value: "connected" }]);
    });

    it("takes out of a text what was written in one piece, and offers it nowhere else", async () => {
      await open({ surface: "desk", width: 1280, hash: CALL });
      await page.waitForSelector(".history li");
      await page.click(".history li:nth-child(2) button");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        { do: "edit", field: "note", splice: { index: 39, remove: 39, insert: "" } },
      ]);
      // What was cut has no place any more: there is nothing to press.
      await page.waitForFunction(() =>
        document.querySelector(".history li span")?.textContent?.includes("shortened"),
      );
      expect(await page.$(".history li:first-child button")).toBeNull();
    });

    it("gives a record to any member and moves it on, by key alone", async () => {
      await open({ surface: "desk", width: 1280, hash: "#queue" });
      await page.waitForSelector(".rows .row");
      await page.keyboard.press("j");
      const row = await page.evaluate(() => document.activeElement?.getAttribute("data-row"));
      await page.keyboard.press("h");
      await page.waitForSelector("dialog.palette .option");
      await page.keyboard.type("ass 2");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast");
      expect(await commands()).toMatchObject([
        { do: "set", record: row, field: "assignee", value: "22".repeat(16) },
      ]);
      await page.keyboard.press("s");
      await page.waitForSelector("dialog.palette .option");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => window.background.commands.length === 2);
      expect((await commands())[1]).toMatchObject({ do: "set", field: "status" });
    });

    it("keeps the focus: on the record that took the list's place, and back on its row", async () => {
      await open({ surface: "desk", width: 320, hash: "#queue" });
      await page.waitForSelector(".rows .row");
      await page.keyboard.press("j");
      const row = await page.evaluate(() => document.activeElement?.getAttribute("data-row"));
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.matches(".detail h2"));
      await page.keyboard.press("Escape");
      await page.waitForFunction((id) => document.activeElement?.getAttribute("data-row") === id, {}, row);
    });

    it("marks in a row who is on its record, says it with the row, and moves nothing for it", async () => {
      await open({ surface: "desk", width: 320, hash: "#queue" });
      await page.waitForSelector(".rows .row");
      const places = () =>
        page.$$eval(".row, .row > :not(.beside)", (pieces) =>
          pieces.map((piece) => Object.values(piece.getBoundingClientRect().toJSON())),
        );
      const before = await places();
      const row = CALL.split("/")[1] ?? "";
      const [assistant, mine] = ["22".repeat(16), "11".repeat(16)];
      const meet = (person: string, place: string) =>
        page.evaluate(
          (who, where) => window.background.meet([{ person: who, place: where, writing: false }]),
          person,
          place,
        );
      await meet(assistant, row);
      await page.waitForSelector(`.row:has([data-row="${row}"]) .beside .avatar`);
      expect(await page.$$eval(".beside", (marks) => marks.length)).toBe(1);
      expect(await text(`[data-row="${row}"]`)).toMatch(/Assistant 2 has this open$/);
      expect(await places()).toEqual(before);
      expect(
        await page.evaluate(() => window.background.watched().filter(({ q }) => q === "presence").length),
        "asked once for all rows",
      ).toBe(1);
      await meet(mine, row);
      await page.waitForFunction(() => !document.querySelector(".beside"));
    });

    it("keeps its filters in one line, which says where it goes on and that what narrows lies there", async () => {
      await open({ surface: "desk", width: 320, hash: "#queue" });
      await page.waitForSelector(".strip-end.after:not(.on)");
      const chips = await page.$$eval(".filters > .chip", (each) =>
        each.map((chip) => chip.getBoundingClientRect().top),
      );
      expect(new Set(chips).size).toBe(1);
      await page.focus(".filters > .chip:last-child");
      const end = await page.$eval(
        ".filters > .chip:last-child",
        (chip) => chip.getBoundingClientRect().right,
      );
      expect(end, "what has the focus is in sight").toBeLessThanOrEqual(320);
      await page.select(".filters > .chip:last-child", "privileged");
      await page.focus(".filters > .chip:first-child");
      await page.waitForSelector(".strip-end.after.on");
    });

    it("draws of thousands what is in sight, and the end of them at one key", async () => {
      await open({ surface: "desk", width: 1280, scenario: "many", hash: "#call" });
      await page.waitForSelector(".rows .row");
      expect(await page.$$eval(".rows .row", (rows) => rows.length)).toBeLessThan(60);
      expect(await page.$eval('[role="grid"]', (grid) => grid.getAttribute("aria-rowcount"))).toBe("3000");
      await page.keyboard.press("j");
      await page.keyboard.press("End");
      await page.waitForFunction(
        () =>
          document.activeElement?.closest('[role="row"]')?.getAttribute("aria-rowindex") === "3000" &&
          document.activeElement.textContent?.includes("Sample Caller 3000"),
      );
    });

    it("prints a list whole by the key for it, and says what is not on the paper", async () => {
      await open({ surface: "desk", width: 1280, scenario: "many", hash: "#call" });
      await page.waitForSelector(".rows .row");
      const onPaper = () =>
        page.evaluate(() => ({
          lines: document.querySelectorAll(".paper-list li").length,
          said: document.querySelector(".paper-list")?.textContent ?? "",
        }));
      await page.evaluate(() => {
        Object.assign(window, { print: () => dispatchEvent(new Event("printing")), papers: [] });
        addEventListener("printing", () => {
          const paper = document.querySelector(".paper-list");
          (window as unknown as { papers: (Element | null)[] }).papers.push(
            paper?.cloneNode(true) as Element,
          );
        });
      });
      await page.keyboard.down("Control");
      await page.keyboard.press("p");
      await page.keyboard.up("Control");
      const papers = () =>
        page.evaluate(() =>
          (window as unknown as { papers: (Element | null)[] }).papers.map((paper) => ({
            lines: paper?.querySelectorAll("li").length,
            said: paper?.textContent,
          })),
        );
      await page.waitForFunction(() => (window as unknown as { papers: unknown[] }).papers.length === 1);
      const [whole] = await papers();
      expect(whole?.lines).toBe(1000);
      expect(whole?.said).toContain("The first 1,000 of 3,000");
      expect(whole?.said?.includes("Yesterday"), "paper is read on other days").toBe(false);
      expect((await onPaper()).lines, "nothing of it is left in the page").toBe(0);
      // The browser's own menu waits for nothing: what is known is printed, and says so.
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const part = await onPaper();
      expect(part.lines).toBeGreaterThan(20);
      expect(part.said).toMatch(/Rows 1 to \d+ of 3,000\. Ctrl P/);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      expect((await onPaper()).lines).toBe(0);
    });

    it("finds by words", async () => {
      await open({ surface: "desk", width: 1280, scenario: "many", hash: "#call" });
      await page.keyboard.press("/");
      await page.keyboard.type("matter 2999");
      await page.waitForFunction(() => document.querySelectorAll(".rows .row").length === 1);
    });

    it("deletes the sample with one press, offers no way back, and begins anew", async () => {
      await open({ surface: "desk", width: 1280, scenario: "sample" });
      await press("Delete for good");
      await page.waitForSelector(".onboarding");
      expect(await page.$(".toast")).toBeNull();
      await page.waitForFunction(() => document.activeElement?.matches(".onboarding input"));
    });

    it("takes a stranger from an empty page to the first call by key alone", async () => {
      await open({ surface: "desk", width: 320, scenario: "none" });
      await page.waitForFunction(() => document.activeElement?.matches(".onboarding input"));
      await page.keyboard.type("Board office");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Mia");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.matches(".first-call textarea"));
      await page.keyboard.type("Sample Caller");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector(".toast")?.textContent?.includes("Saved"));
      await page.waitForFunction(() => document.activeElement?.matches("h1, [data-row]"));
      expect(await commands()).toMatchObject([
        { do: "create", kind: "call", fields: { caller: "Sample Caller" } },
      ]);
    });

    it("says why the sync has stopped, and begins it anew when asked", async () => {
      await open({ surface: "desk", width: 1280, scenario: "stopped" });
      await page.waitForSelector(".banner.urgent");
      expect(await text(".banner.urgent")).toContain("another history");
      expect(await text(".banner.urgent")).toContain("nothing is lost");
      await press("Sync from the beginning");
      expect(await page.evaluate(() => window.background.calls.at(-1))).toMatchObject({ call: "syncAnew" });
    });

    it("says what waits to be sent, and tries again when asked", async () => {
      await open({ surface: "desk", width: 1280, scenario: "serverFull" });
      await page.waitForSelector(".banner.urgent");
      expect(await text(".banner.urgent")).toContain("3 changes wait here to be sent.");
      await press("Try again");
      expect(await page.evaluate(() => window.background.calls.at(-1))).toMatchObject({ call: "syncNow" });
    });

    it("says whose change could not be read, until she has read it", async () => {
      for (const surface of ["sidebar", "desk"] as const) {
        await open({ surface, scenario: "unread", width: 1280 });
        await page.waitForSelector(".banner");
        expect(await text(".banner")).toContain("2 changes by Assistant 2 could not be read");
        await press("Dismiss");
        expect(await page.evaluate(() => window.background.calls.at(-1))).toMatchObject({
          call: "dismissUnread",
        });
      }
    });

    it("says to who cannot see it that a colleague's work has come in", async () => {
      await open({ surface: "desk", width: 1280, hash: "#queue" });
      await page.waitForSelector(".rows .row");
      const said = () => page.$eval("p.unseen[role=status]", (status) => status.textContent);
      expect(await said()).toBe("");
      await page.evaluate(() =>
        window.background.call({
          call: "submit",
          desk: window.background.app().current ?? "",
          commands: [
            {
              id: "from-a-colleague-000000",
              at: "2026-11-23T11:41:00Z",
              action: {
                do: "create",
                record: "2026-11.task9000000000000000",
                kind: "task",
                fields: { summary: "Send the annex" },
              },
            },
          ],
        }),
      );
      await page.waitForFunction(
        () => document.querySelector("p.unseen[role=status]")?.textContent === "9 wait in the queue",
      );
    });

    it("says when the background is gone, over what is being typed, and no longer when it is back", async () => {
      await open({ surface: "popup", width: 420 });
      await page.keyboard.type("Half a line");
      await page.evaluate(() => window.background.stand("silent"));
      await page.waitForSelector(".standing .button");
      expect(await text(".standing")).toContain("your text stays in its field");
      expect(await page.$eval("#line", (line) => (line as HTMLTextAreaElement).value)).toBe("Half a line");
      await page.evaluate(() => window.background.stand("here"));
      await page.waitForSelector(".standing", { hidden: true });
    });
  });
});
