import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gallery, openGallery, type View } from "../surfaces/gallery/open.ts";

describe("The options", () => {
  let gallery: Gallery;
  let page: Page;
  const open = async (view: Partial<View> = {}) => {
    if (page) await gallery.leave(page);
    page = await gallery.open({ surface: "options", width: 1100, ...view });
  };
  const press = async (name: string, role = "button") => {
    await (await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`))?.click();
  };
  const see = (text: string) =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text);
  const type = async (label: string, text: string) => {
    const field = await page.waitForSelector(`::-p-aria([name="${label}"][role="textbox"])`);
    await field?.evaluate((input) => (input as HTMLInputElement).select());
    await field?.type(text);
  };
  const commands = () => page.evaluate(() => window.background.commands.map(({ action }) => action));

  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(async () => {
    expect(gallery.errors).toEqual([]);
    await gallery.close();
  });

  it("look up what answers at a server's address while it is typed, and say it there", async () => {
    await open({ scenario: "sample" });
    await see("everything works without a server");
    await type("Address of the server", "desk");
    await see("This is not the address of a server");
    await type("Address of the server", "https://nowhere.example.com");
    await see("The server cannot be reached");
    await type("Address of the server", "sync.example.com");
    await see("A Sidedesk server answers there.");
    await press("Connect");
    await see("Sync now");
    expect(await page.evaluate(() => window.background.calls.map(({ call }) => call))).toContain("setServer");
  });

  it("show what the organisation has set, and let nobody change it", async () => {
    await open({ scenario: "managed" });
    await see("Set by your organisation");
    expect(await page.$("input[inputmode=url]")).toBe(null);
    await press("Language", "link");
    await page.waitForSelector("fieldset:disabled");
  });

  it("change the language at once, each by its own name", async () => {
    await open({ hash: "#language" });
    await press("latviešu", "radio");
    await page.waitForFunction(() => document.documentElement.lang === "lv");
    await see("Valoda");
  });

  it("change the look at once", async () => {
    await open({ hash: "#look" });
    // The gallery's own size of text.
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    for (const name of ["Dark", "Outlook", "Dense", "Larger"]) await press(name, "radio");
    await page.waitForFunction(() => document.documentElement.dataset.look === "dark outlook dense larger");
    const seen = await page.evaluate(() => {
      const { colorScheme, fontSize } = getComputedStyle(document.documentElement);
      return { colorScheme, fontSize, beside: document.documentElement.dataset.beside };
    });
    expect(seen).toEqual({ colorScheme: "dark", fontSize: "20.8px", beside: "outlook" });
  });

  it("add a principal, put one first and remove one, each with its undo", async () => {
    await open({ hash: "#principals" });
    await press("Add a principal");
    await type("Name", "Principal D");
    await page.keyboard.press("Tab");
    await see("Principal D");
    await press("Move Principal B up");
    await page.waitForFunction(() =>
      document.querySelector(".settings-item summary")?.textContent?.includes("Principal B"),
    );
    await press("Remove Principal D");
    await see("Principal D removed");
    await page.keyboard.press("z");
    await see("Undone");
    await press("Move Principal D up");
    expect(await commands()).toContainEqual(expect.objectContaining({ field: "fn", value: "Principal D" }));
  });

  it("preview a template as it is typed, say what is wrong where it is, and bring a built-in letter back", async () => {
    await open({ hash: "#templates" });
    await (await page.waitForSelector("::-p-text(Will call you back)"))?.click();
    await see("will call you back on +371 20000001");
    await press("Change “Will call you back”");
    await page.waitForSelector(".options textarea");
    await type("Text", "Call {{ recipient }} {% if phone %}on {{ phone }}");
    await see("Line 1: Something is not closed");
    await page.keyboard.type("{% endif %} {{ nobody }}");
    await see("Call Sample Caller on +371 20000001 [nobody]");
    await see("No such value: nobody");
    await press("What can be filled in", "DisclosureTriangle").catch(() =>
      page.click(".item details summary"),
    );
    await press("Insert: principal");
    await see("[nobody]Principal A");
    await press("Bring back the built-in text");
    await see("The built-in text is back");
    await see("built in");
  });

  it("export the desk into the browser's downloads", async () => {
    await open({ hash: "#data" });
    await see("12.4 MB used");
    const saved = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const made = URL.createObjectURL;
          URL.createObjectURL = (blob: Blob) => {
            void blob.text().then(resolve);
            return made(blob);
          };
        }),
    );
    await press("Everything (JSON)");
    expect(JSON.parse(await saved)).toMatchObject({
      format: "sidedesk-export",
      desk: { name: "Board office" },
    });
    await see("Board-office-2026-11-23.json is with");
  });

  it("show the log in a principal's name, verified, and save it with the words that were chosen", async () => {
    await open({ hash: "#principals", scenario: "audited" });
    await (await page.waitForSelector(".options details summary"))?.click();
    await press("Show the log");
    await see("48 entries, each one signed");
    await see("by authority from Mia Example");
    await press("All but confidential and privileged", "radio");
    await press("Save as a file");
    await see("Principal-A-2026-11-23.audit.json");
    const asked = await page.evaluate(() =>
      window.background.calls.filter(({ call }) => call.startsWith("audit")),
    );
    expect(asked).toMatchObject([{ call: "audit" }, { call: "auditFile", words: "open" }]);
  });

  it("leave desks apart that the desk page shows together: what is done to a row is done on its desk", async () => {
    await open({ surface: "desk", scenario: "severalDesks" });
    await page.select('select[aria-label="Choose a desk"]', "all");
    await see("Today · All desks");
    await (await page.waitForSelector("::-p-xpath(//nav//button[starts-with(., 'Queue')])"))?.click();
    await see("Queue · All desks");
    const claimed = async (act: () => Promise<unknown>) => {
      const before = await page.evaluate(() => window.background.calls.length);
      await act();
      await page.waitForFunction(
        (count) => window.background.calls.slice(count).some(({ call }) => call === "submit"),
        {},
        before,
      );
      return page.evaluate(
        (count) =>
          window.background.calls.slice(count).flatMap((call) => (call.call === "submit" ? call.desk : [])),
        before,
      );
    };
    const row = await page.waitForSelector(`[data-desk="${"cd".repeat(16)}"]`);
    // By its own button, by a key, and in the record that opens beside.
    expect(
      await claimed(async () =>
        (await row?.$("xpath/ancestor::*[@role='row']//*[contains(@class,'claim')]//button"))?.click(),
      ),
    ).toEqual(["cd".repeat(16)]);
    await page.focus(`[data-desk="${"cd".repeat(16)}"]`);
    expect(await claimed(() => page.keyboard.press("c"))).toEqual(["cd".repeat(16)]);
    await page.click(`[data-desk="${"cd".repeat(16)}"]`);
    await page.waitForSelector(`.detail[data-desk="${"cd".repeat(16)}"]`);
    expect(await claimed(async () => (await page.$(".detail [data-key=status] button"))?.click())).toEqual([
      "cd".repeat(16),
    ]);
  });

  it("say what removing a desk means before they remove it", async () => {
    await open({ hash: "#data" });
    await press("Remove Board office from this device");
    await see("Colleagues keep it");
    await press("Remove");
    await see("There is no desk in this browser yet.");
    expect(await page.evaluate(() => window.background.calls.map(({ call }) => call))).toContain(
      "removeDesk",
    );
  });
});
