import type { KeyInput, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringAxe } from "../surfaces/gallery/measure.ts";
import { type Gallery, openGallery, type View } from "../surfaces/gallery/open.ts";
import { isInstalled } from "./harness/installed.ts";

describe.skipIf(!isInstalled("chrome"))("Keys and palette", () => {
  let gallery: Gallery;
  let page: Page;
  const open = async (view: View) => {
    if (page) await gallery.leave(page);
    page = await gallery.open(view);
    await page.waitForSelector(view.surface === "sidebar" ? ".mail" : ".rows .row");
  };
  const chord = async (held: KeyInput, key: KeyInput) => {
    await page.keyboard.down(held);
    await page.keyboard.press(key);
    await page.keyboard.up(held);
  };
  const commands = () => page.evaluate(() => window.background.commands.map(({ action }) => action));
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-row") ?? null);
  const rows = () => page.$$eval("[data-row]", (all) => all.map((row) => row.getAttribute("data-row") ?? ""));
  const chosen = () => page.$eval('[role="option"][aria-selected="true"]', (option) => option.textContent);
  const closed = () => page.waitForFunction(() => !document.querySelector("dialog"));
  const openPalette = async () => {
    // The same keys would only close the one before.
    await closed();
    await chord("Control", "k");
    await page.waitForSelector("dialog.palette[open]");
  };

  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(async () => {
    expect(gallery.errors).toEqual([]);
    await gallery.close();
  });

  for (const surface of ["desk", "sidebar"] as const) {
    it(`opens over the ${surface} in the frame after its key, without asking for anything but the record`, async () => {
      await open({ surface, width: surface === "desk" ? 1280 : 320, hash: "#queue" });
      // Its code comes when the page has nothing else to do; on a busy machine that may be after the first key.
      await openPalette();
      await page.keyboard.press("Escape");
      // Gone, not only hidden: until the page has heard of its closing, the same key still means to close it.
      await closed();
      await page.evaluate(() => {
        const scope = window as unknown as { framesToOpen: number };
        document.addEventListener("keydown", (event) => {
          if (event.key !== "k") return;
          requestAnimationFrame(() => {
            scope.framesToOpen = document.querySelectorAll("dialog.palette[open] .option").length;
          });
        });
      });
      await openPalette();
      expect(
        await page.evaluate(() => (window as unknown as { framesToOpen: number }).framesToOpen),
      ).toBeGreaterThan(10);
      await bringAxe(page);
      const faults = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import("axe-core") };
        return (await axe.run("dialog.palette")).violations.map(({ id }) => id);
      });
      expect(faults).toEqual([]);
    });
  }

  it("is a combobox: the focus stays in it while arrows choose, and the count is said", async () => {
    await open({ surface: "desk", width: 1280, hash: "#queue" });
    await openPalette();
    await page.keyboard.type("new t");
    await page.waitForFunction(() =>
      document.querySelector(".palette [role=status]")?.textContent?.includes("result"),
    );
    const said = () =>
      page.evaluate(() => {
        const field = document.activeElement;
        const option = document.getElementById(field?.getAttribute("aria-activedescendant") ?? "");
        return [field?.getAttribute("role"), option?.getAttribute("role"), option?.textContent];
      });
    const first = await said();
    expect(first.slice(0, 2)).toEqual(["combobox", "option"]);
    await page.keyboard.press("ArrowDown");
    const second = await said();
    expect(second[2]).not.toBe(first[2]);
    expect(await chosen()).toBe(second[2]);
    await page.keyboard.press("ArrowUp");
    expect(await said()).toEqual(first);
    await page.keyboard.press("Escape");
    await closed();
  });

  it("finds a record among all, and Enter that came before the answer opens it", async () => {
    await open({ surface: "desk", width: 1280, hash: "#queue" });
    await openPalette();
    await page.keyboard.type("riga");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".detail h2")?.textContent === "Riga board trip");
  });

  it("goes to a list, makes a record, changes the language", async () => {
    await open({ surface: "desk", width: 1280, hash: "#queue" });
    await openPalette();
    await page.keyboard.type("templ");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Templates");
    await openPalette();
    await page.keyboard.type("new task");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".detail");
    expect(await commands()).toMatchObject([{ do: "create", kind: "task" }]);
    await openPalette();
    await page.keyboard.type("latv");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.documentElement.lang === "lv");
    await openPalette();
    await page.keyboard.type("jauns zvans");
    await page.waitForFunction(() =>
      document.querySelector('[aria-selected="true"]')?.textContent?.startsWith("Jauns ieraksts: zvans"),
    );
  });

  it("sets when a record is due from what is typed", async () => {
    await open({ surface: "desk", width: 1280, hash: "#task" });
    await page.keyboard.press("j");
    const row = await focused();
    await page.keyboard.press("d");
    await page.waitForSelector("dialog.palette .option");
    await page.keyboard.type("fri 15:00");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".toast");
    expect(await commands()).toMatchObject([
      { do: "set", record: row, field: "due", value: "2026-11-27T13:00:00Z" },
    ]);
    await closed();
  });

  it("walks through rows with letters and arrows, to both ends, and opens with Enter", async () => {
    await open({ surface: "desk", width: 1280, hash: "#queue" });
    const all = await rows();
    for (const [key, at] of [
      ["j", 0],
      ["j", 1],
      ["ArrowDown", 2],
      ["k", 1],
      ["ArrowUp", 0],
      ["End", all.length - 1],
      ["Home", 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(), key).toBe(all[at]);
    }
    await page.keyboard.press("Enter");
    await page.waitForSelector(".detail h2");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".detail"));
    await page.waitForFunction((id) => document.activeElement?.getAttribute("data-row") === id, {}, all[0]);
  });

  it("puts the focus on the next row when the one that had it goes", async () => {
    await open({ surface: "desk", width: 1280, hash: "#queue" });
    const all = await rows();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("h");
    await page.waitForSelector("dialog.palette .option");
    await page.keyboard.type("assistant 2");
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => !document.querySelector(`[data-row="${id}"]`), {}, all[1]);
    await page.waitForFunction((id) => document.activeElement?.getAttribute("data-row") === id, {}, all[2]);
    await page.keyboard.press("z");
    await page.waitForFunction((id) => document.querySelector(`[data-row="${id}"]`), {}, all[1]);
    expect(await focused()).toBe(all[2]);
  });

  it("does nothing by single keys while a person types or composes, or once they are turned off", async () => {
    await open({ surface: "desk", width: 1280, hash: "#queue" });
    await page.keyboard.press("/");
    await page.keyboard.type("jc?");
    expect(await page.$eval("input[type=search]", (box) => (box as HTMLInputElement).value)).toBe("jc?");
    expect(await commands()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.evaluate(() => {
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "?", isComposing: true, bubbles: true }),
      );
    });
    expect(await page.$("dialog")).toBeNull();
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    await page.click('dialog input[type="checkbox"]');
    await page.keyboard.press("Escape");
    await closed();
    expect(await page.evaluate(() => window.background.calls.at(-1))).toEqual({
      call: "setSingleKeys",
      on: false,
    });
    await page.keyboard.press("j");
    await page.keyboard.press("?");
    expect([await focused(), await page.$("dialog")]).toEqual([null, null]);
    await chord("Control", "/");
    await page.waitForSelector("dialog[open]");
    expect(await page.$$eval("dialog kbd", (keys) => keys.map((key) => key.textContent))).not.toContain("J");
  });

  it("shows every key that works here, and finds one", async () => {
    await open({ surface: "sidebar", width: 320 });
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    expect((await page.$$("dialog .keys > div")).length).toBeGreaterThan(20);
    await page.keyboard.type("hand");
    await page.waitForFunction(() => document.querySelectorAll("dialog .keys > div").length === 1);
    expect(await page.$eval("dialog kbd", (key) => key.textContent)).toBe("H");
  });

  it("writes the reply and puts it into the mail, from the sidebar, by key alone", async () => {
    await open({ surface: "sidebar", scenario: "letterless" });
    await page.waitForSelector(".choices button");
    await page.keyboard.press("r");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches(".mail textarea"));
    await page.keyboard.type("Q");
    await chord("Control", "Enter");
    await page.waitForFunction(() => window.background.calls.some(({ call }) => call === "insertDraft"));
  });
});
