import type { Page } from "puppeteer-core";
import type { Launched } from "../e2e/harness/browser.ts";
import { welcome } from "../practice/assistant.ts";
import { ask, stopWorker, withBrowsers } from "./browser.ts";
import { fillDesk } from "./fill-desk.ts";
import type { Figure } from "./main.ts";
import { extensionMemory, extensionTime } from "./resident.ts";
import { quantile } from "./statistics.ts";

/** Five years of a busy office. */
const RECORDS = 50_000;
const OPENINGS = 12;
/** After so much was written at once the browser is busy with its disk for a while, as it is with no desk that grew. */
const SETTLE_MS = 15_000;
/** Nobody closes a page at once, and a worker is ended after half a minute of rest: by then it has kept what it told. */
const REST_MS = 2_500;
const SEARCHES = ["baltic sample", "renewal 123", "sample caller 77", "+371 2100", "auditors 4242", "annex"];

/** Opens a list of the desk page; says when, after its navigation began, its first rows were painted. */
async function openList(browser: Launched, list: string): Promise<{ page: Page; painted: number }> {
  const page = await browser.browser.newPage();
  await page.setViewport({ width: 1280, height: 860 });
  await page.bringToFront();
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      if (document.querySelector(".rows [data-row]"))
        setTimeout(() => Object.assign(globalThis, { painted: performance.now() }));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(browser.extensionUrl(`desk.html#${list}`), { waitUntil: "domcontentloaded" });
  const painted = await page.waitForFunction(() => (globalThis as unknown as { painted?: number }).painted, {
    polling: 20,
  });
  return { page, painted: Number(await painted.jsonValue()) };
}

/**
 * What of the extension runs when its desk page is opened: all of it; its process alone (a page of it that asks
 * nothing is open); nothing. No surface is open: it would wake the background again at once.
 */
const STATES = ["warm worker", "cold worker", "no process of it either"] as const;

async function openings(browser: Launched, list: string, state: (typeof STATES)[number]): Promise<number[]> {
  const samples: number[] = [];
  const still = await browser.browser.newPage();
  if (state === "cold worker") await still.goto(browser.extensionUrl("security.txt"));
  for (let n = 0; n < OPENINGS; n++) {
    if (state !== "warm worker") await stopWorker(browser);
    const { page, painted } = await openList(browser, list);
    samples.push(painted);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    await page.close();
  }
  await still.close();
  return samples;
}

/** Scrolls through a list as a hand does, then to both ends at once; gives the longest tasks and frames, in ms. */
function scrollThrough(page: Page): Promise<{ tasks: number[]; frames: number[]; unread: number }> {
  return page.evaluate(async () => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask" });
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const list = document.querySelector(".long-list")!;
    const frames: number[] = [];
    let unread = 0;
    let last = await frame();
    for (let turn = 0; turn < 600; turn++) {
      // Slowly, faster, in leaps, and to the ends.
      list.scrollTop += turn < 200 ? 60 : turn < 400 ? 400 : turn < 590 ? 5_000 : (turn % 2 ? -1 : 1) * 1e9;
      const now = await frame();
      frames.push(now - last);
      last = now;
      if (turn < 400 && list.querySelector(".unread")) unread++;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { tasks, frames, unread };
  });
}

/** From each letter typed to the rows of its search being painted, in ms. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(globalThis, { samples });
    document.addEventListener(
      "input",
      () => {
        const began = performance.now();
        const look = () => {
          const list = document.querySelector(".long-list");
          if (list?.ariaBusy === "true") requestAnimationFrame(look);
          else setTimeout(() => samples.push(performance.now() - began));
        };
        requestAnimationFrame(look);
      },
      true,
    );
  });
  const taken = () => page.evaluate(() => (globalThis as unknown as { samples: number[] }).samples.length);
  let typed = 0;
  for (const words of SEARCHES) {
    await page.focus('input[type="search"]');
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    for (const letter of words) {
      await page.keyboard.type(letter);
      typed++;
      for (const end = Date.now() + 5_000; (await taken()) < typed && Date.now() < end; )
        await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  return page.evaluate(() => (globalThis as unknown as { samples: number[] }).samples);
}

const times = (what: string, samples: readonly number[], goal: number): Figure[] => [
  { what: `${what}, median of ${samples.length}`, value: quantile(samples, 0.5), unit: "ms" },
  { what: `${what}, p95`, value: quantile(samples, 0.95), unit: "ms", goal },
];

/** The desk page of a desk with years behind it, in the built extension. */
export function benchDesk(): Promise<Figure[]> {
  return withBrowsers(1, async ([browser]) => {
    if (!browser) return [];
    const page = await welcome(browser);
    const { desk } = await ask<{ desk: string }>(page, {
      call: "createDesk",
      name: "Board office",
      memberName: "Assistant 1",
    });
    await fillDesk(page, desk, RECORDS);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await browser.browser.newPage();
    await page.close();
    // It may have looked into the desk before this was filled behind its back.
    await stopWorker(browser);
    const figures: Figure[] = [];
    for (const [list, name] of [
      ["queue", "the queue"],
      ["call", "all calls"],
    ] as const)
      for (const state of STATES)
        figures.push(
          ...times(`${name}: first rows painted, ${state}`, await openings(browser, list, state), 300),
        );
    const { page: open } = await openList(browser, "call");
    const { tasks, frames, unread } = await scrollThrough(open);
    const before = extensionTime(browser);
    const letters = await typing(open);
    const used = (extensionTime(browser) - before) / letters.length;
    return [
      ...figures,
      { what: "scrolling: the longest task", value: Math.max(0, ...tasks), unit: "ms", goal: 50 },
      { what: "scrolling: a frame, p95", value: quantile(frames, 0.95), unit: "ms" },
      { what: "scrolling by hand: frames with a row not yet read, of 400", value: unread, unit: "" },
      { what: "a letter typed in search: processor time of page and background", value: used, unit: "ms" },
      ...times("a letter typed in search to its rows painted", letters, 50),
      {
        what: "the page's JavaScript heap",
        value: (await open.metrics()).JSHeapUsedSize! / 1e6,
        unit: "MB",
      },
      { what: "the page and the background, resident", value: extensionMemory(browser), unit: "MB" },
    ];
  });
}
