import type { Launched } from "../e2e/harness/browser.ts";
import { hands, welcome } from "../practice/assistant.ts";
import { ask, stopWorker, withBrowsers } from "./browser.ts";
import type { Figure } from "./main.ts";
import { quantile } from "./statistics.ts";

const OPENINGS = 15;
const ENTERS = 30;

/** Opens the popup and says when, after its navigation began, the line took keys, and when the desk's name was there. */
async function openPopup(browser: Launched): Promise<{ ready: number; answered: number }> {
  const page = await browser.browser.newPage();
  await page.bringToFront();
  await page.evaluateOnNewDocument(() => {
    const times: { ready?: number; answered?: number } = {};
    Object.assign(globalThis, { openTimes: times });
    const look = () => {
      if (times.ready === undefined && document.activeElement?.id === "line") times.ready = performance.now();
      if (times.answered === undefined && document.querySelector(".desk-link"))
        times.answered = performance.now();
      if (times.ready === undefined || times.answered === undefined) setTimeout(look, 1);
    };
    look();
  });
  await page.goto(browser.extensionUrl("popup.html"));
  const times = await page.waitForFunction(
    () => {
      const { openTimes } = globalThis as unknown as { openTimes: { ready?: number; answered?: number } };
      return openTimes.ready !== undefined && openTimes.answered !== undefined ? openTimes : null;
    },
    { timeout: 10_000, polling: 20 },
  );
  const seen = (await times.jsonValue()) as { ready: number; answered: number };
  await page.close();
  return seen;
}

/** From Enter to the word "Saved", which is said only once the call is durably in IndexedDB. */
async function enters(browser: Launched): Promise<number[]> {
  const page = await browser.openPage(browser.extensionUrl("popup.html"));
  await page.bringToFront();
  await page.evaluate(() => {
    const samples: number[] = [];
    let pressed = 0;
    Object.assign(globalThis, { samples });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Enter") pressed = performance.now();
      },
      true,
    );
    new MutationObserver(() => {
      if (pressed && document.body.innerText.includes("Saved")) {
        samples.push(performance.now() - pressed);
        pressed = 0;
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const taken = () => page.evaluate(() => (globalThis as unknown as { samples: number[] }).samples);
  for (let n = 0; n < ENTERS; n++) {
    await page.focus("#line");
    await page.keyboard.type(`Sample Caller ${n}, +371 20000001 re matter ${n}`);
    await hands.see(page, "Kept as you type");
    await page.evaluate(() => {
      for (const close of document.querySelectorAll<HTMLElement>(".toast button[aria-label]")) close.click();
    });
    await page.waitForFunction(() => !document.body.innerText.includes("Saved"));
    await page.keyboard.press("Enter");
    const end = Date.now() + 5_000;
    while ((await taken()).length <= n && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const samples = await taken();
  await page.close();
  return samples;
}

/** Capturing: how soon a person can type, and how soon what she typed is safe. */
export function benchCapture(): Promise<Figure[]> {
  return withBrowsers(1, async ([browser]) => {
    const page = await welcome(browser!);
    await ask(page, { call: "createDesk", name: "Board office", memberName: "Assistant 1" });
    const cold: { ready: number; answered: number }[] = [];
    for (let n = 0; n < OPENINGS; n++) {
      await stopWorker(browser!);
      cold.push(await openPopup(browser!));
    }
    const samples = await enters(browser!);
    return [
      {
        what: "popup opened to ready to type, cold worker, median",
        value: quantile(
          cold.map(({ ready }) => ready),
          0.5,
        ),
        unit: "ms",
        goal: 150,
      },
      {
        what: "popup opened to the desk's answer, cold worker, median",
        value: quantile(
          cold.map(({ answered }) => answered),
          0.5,
        ),
        unit: "ms",
      },
      {
        what: `Enter to durable and said so, warm, median of ${samples.length}`,
        value: quantile(samples, 0.5),
        unit: "ms",
        goal: 25,
      },
      { what: "Enter to durable and said so, warm, p95", value: quantile(samples, 0.95), unit: "ms" },
    ];
  });
}
