import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDesk } from "../bench/fill-desk.ts";
import { hands, openSurface, welcome } from "../practice/assistant.ts";
import { ask, lookUntil } from "./harness/ask.ts";
import { stopBackground } from "./harness/background.ts";
import type { Launched } from "./harness/browser.ts";
import { makeRecords } from "./harness/desk.ts";
import { isInstalled } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

const RECORDS = 6_000;

describe.skipIf(!isInstalled("chrome"))("A list of thousands", () => {
  let workplace: Workplace;
  let browser: Launched;
  let page: Page;
  let desk: string;
  let calls: number;

  /** Waits until every row in sight is read. */
  const rest = () =>
    page.waitForFunction(() => {
      const list = document.querySelector(".long-list");
      if (!list || list.ariaBusy === "true" || list.querySelector(".unread")) return false;
      const { top, bottom } = list.getBoundingClientRect();
      const tops = [...list.querySelectorAll('[role="row"]')].map((row) => row.getBoundingClientRect().top);
      return tops.some((at) => at < top + 60 && at >= top) && tops.some((at) => at > bottom - 60);
    });
  /** What stands at the top of the list, below the head: its place, its name, its distance from the list's top. */
  const topRow = async () => {
    await rest();
    return page.evaluate(() => {
      const list = document.querySelector(".long-list")!;
      const top = list.getBoundingClientRect().top;
      const rows = [...list.querySelectorAll<HTMLElement>('[role="row"]')];
      const first = rows.find((row) => row.getBoundingClientRect().top >= top)!;
      return {
        index: Number(first.ariaRowIndex),
        id: first.querySelector<HTMLElement>("[data-row]")!.dataset.row,
        at: Math.round(first.getBoundingClientRect().top - top),
      };
    });
  };
  const focused = () =>
    page.evaluate(() => {
      const row = document.activeElement?.closest('[role="row"]');
      return { index: Number(row?.ariaRowIndex), id: (document.activeElement as HTMLElement).dataset.row };
    });
  const focusComesTo = (index: number) =>
    page.waitForFunction(
      (wanted) => document.activeElement?.closest('[role="row"]')?.ariaRowIndex === String(wanted),
      {},
      index,
    );
  const scrollBy = async (pixels: number) => {
    await page.evaluate(
      (by) =>
        new Promise((resolve) => {
          document.querySelector(".long-list")!.scrollTop += by;
          requestAnimationFrame(resolve);
        }),
      pixels,
    );
    await rest();
  };
  const total = () =>
    page.evaluate(() => Number(document.querySelector('[role="grid"]')?.getAttribute("aria-rowcount")));
  const openList = async (list: string) => {
    page = await openSurface(browser, `desk.html#${list}`);
    await page.setViewport({ width: 1280, height: 800 });
    await page.waitForSelector('[role="grid"] [data-row]');
  };

  beforeAll(async () => {
    workplace = await openWorkplace();
    browser = await workplace.launch("chrome");
    const first = await welcome(browser);
    ({ desk } = await ask(first, { call: "createDesk", name: "Board office", memberName: "Assistant 1" }));
    await fillDesk(first, desk, RECORDS);
    await stopBackground(browser);
    const all = await lookUntil(
      first,
      { q: "rows", desk, kinds: ["call"], limit: 1 },
      (found) => found.total > 0,
    );
    calls = all.total;
    await first.close();
    await openList("call");
  });
  afterAll(() => workplace?.close());

  it("draws only what is in sight, and says how many there are", async () => {
    expect(calls).toBe(RECORDS / 2);
    expect(await total()).toBe(calls);
    expect(await page.$$eval('[role="row"]', (rows) => rows.length)).toBeLessThan(60);
    await hands.see(page, "3,000 records");
  });

  it("goes through all of it by key: a row, a page, the end and back", async () => {
    await page.keyboard.press("j");
    await focusComesTo(1);
    await page.keyboard.press("ArrowDown");
    await focusComesTo(2);
    await page.keyboard.press("PageDown");
    await page.waitForFunction(
      () => Number(document.activeElement?.closest('[role="row"]')?.ariaRowIndex) > 8,
    );
    await page.keyboard.press("End");
    await focusComesTo(calls);
    await page.keyboard.press("k");
    await focusComesTo(calls - 1);
    await page.keyboard.press("Home");
    await focusComesTo(1);
    expect((await topRow()).index).toBe(1);
  });

  it("stays where it is read while a colleague's call comes in above", async () => {
    await scrollBy(20_000);
    const before = await topRow();
    await makeRecords(page, "call", [{ caller: "Newest Caller", startedAt: "2031-01-06T09:00:00Z" }]);
    await page.waitForFunction(
      (count) => document.querySelector('[role="grid"]')?.getAttribute("aria-rowcount") === String(count),
      {},
      calls + 1,
    );
    expect(await topRow()).toEqual({ ...before, index: before.index + 1 });
    calls++;
    await page.evaluate(() => {
      document.querySelector(".long-list")!.scrollTop = 0;
    });
    await hands.see(page, "Newest Caller");
  });

  it("puts the focus on the next row where its own is gone", async () => {
    await page.keyboard.press("Home");
    await focusComesTo(1);
    await page.keyboard.press("ArrowDown");
    await focusComesTo(2);
    const { id } = await focused();
    await ask(page, {
      call: "submit",
      desk,
      commands: [
        {
          id: "delete00000000000000000001",
          at: new Date().toISOString(),
          action: { do: "set", record: id!, field: "deletedAt", value: new Date().toISOString() },
        },
      ],
    });
    await page.waitForFunction(
      (gone) => {
        const here = document.activeElement as HTMLElement;
        return here.dataset.row !== undefined && here.dataset.row !== gone;
      },
      {},
      id,
    );
    expect((await focused()).index).toBe(2);
    calls--;
  });

  it("finds in each of the six languages as one types, and marks what it found", async () => {
    await makeRecords(page, "message", [
      { caller: "Sample Attorney", message: "Asks for the arbitration seat." },
      { caller: "Nguyễn Thị Mẫu", message: "Hỏi về hợp đồng" },
      { caller: "Jānis Bērziņš", message: "Lūdz pārcelt sēdi" },
      { caller: "Žofie Ukázková", message: "Příliš žluťoučký kůň" },
      { caller: "王小明", message: "请在董事会议室等候" },
      { caller: "Ёлкина Проба", message: "Просит перезвонить" },
    ]);
    await openList("queue");
    for (const [typed, name, marked] of [
      ["arbitr", "Sample Attorney", "arbitr"],
      ["nguyen mau", "Nguyễn Thị Mẫu", "Nguyễn"],
      ["berz", "Jānis Bērziņš", "Bērz"],
      ["zlut kun", "Žofie Ukázková", "žluť"],
      ["会议室", "王小明", "会议室"],
      ["елкина", "Ёлкина Проба", "Ёлкина"],
    ] as const) {
      await page.focus('input[type="search"]');
      await page.$eval('input[type="search"]', (box) => (box as HTMLInputElement).select());
      await page.keyboard.type(typed);
      await page.waitForFunction(
        (who, what) =>
          document.querySelectorAll('[role="grid"] [data-row]').length === 1 &&
          document.querySelector('[role="grid"] .title')?.textContent === who &&
          [...document.querySelectorAll("mark")].some(({ textContent }) => textContent === what),
        {},
        name,
        marked,
      );
    }
  });

  it("says what helps where nothing is found, and takes the filters away", async () => {
    await page.$eval('input[type="search"]', (box) => (box as HTMLInputElement).select());
    await page.keyboard.type("renewal");
    await page.waitForFunction(() => document.querySelectorAll('[role="grid"] [data-row]').length > 5);
    await page.select('select[aria-label="Kind"]', "trip");
    await hands.see(page, "Nothing found");
    await hands.press(page, "Show everything");
    await page.waitForFunction(() => document.querySelectorAll('[role="grid"] [data-row]').length > 5);
  });

  it("shows at once what it was told last, before the background has said anything", async () => {
    await openList("call");
    const { id } = await topRow();
    const kept = () =>
      page.evaluate(async () => {
        const { storage } = (
          globalThis as unknown as { chrome: { storage: { session: { get(): Promise<object> } } } }
        ).chrome;
        return JSON.stringify(await storage.session.get());
      });
    await expect.poll(kept, { timeout: 30_000 }).toContain(id);
    const silent = await browser.browser.newPage();
    await silent.setViewport({ width: 1280, height: 800 });
    await silent.evaluateOnNewDocument(() => {
      const port = {
        postMessage() {},
        disconnect() {},
        onMessage: { addListener() {} },
        onDisconnect: { addListener() {} },
      };
      const { runtime } = (globalThis as unknown as { chrome: { runtime: object } }).chrome;
      Object.defineProperty(runtime, "connect", { value: () => port });
    });
    await silent.goto(browser.extensionUrl("desk.html#call"));
    await silent.waitForSelector('[role="grid"] [data-row]');
    expect(await silent.$eval('[role="grid"] [data-row]', (row) => (row as HTMLElement).dataset.row)).toBe(
      id,
    );
    await silent.close();
  });

  it("knows everyone who called, and everything with one of them", async () => {
    await openList("people");
    await page.focus('input[type="search"]');
    await page.keyboard.type("caller 882");
    await page.waitForFunction(() => document.querySelectorAll('[role="grid"] [data-row]').length === 1);
    await page.click("[data-row]");
    await page.waitForSelector(".desk-right .rows .row");
    expect(await page.$eval(".desk-right h2", ({ textContent }) => textContent)).toBe("Sample Caller 882");
  });
});
