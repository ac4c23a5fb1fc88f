import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSurface } from "../practice/assistant.ts";
import { look, lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { capture, currentDesk, makeRecords, openPopup, openText, shareDesk } from "./harness/desk.ts";
import { isInstalled } from "./harness/installed.ts";
import type { OfflineProxy } from "./harness/proxy.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

/** What a killed browser may cost. */
const LOST_TYPING_MS = 250;
/** Words without a repetition, so that what is missing is seen to be the end. */
const TEXT = Array.from({ length: 200 }, (_, n) => `w${n}`).join(" ");

/** Keys that are in before a browser is killed, however slow the machine. */
const FIRST_KEYS = 11;

/**
 * Types until the browser is gone; it is killed after `ms` and the first keys, while more go in. Gives each key's
 * time, in ms.
 */
async function typeUntilKilled(page: Page, browser: Launched, ms: number): Promise<number[]> {
  const taken: number[] = [];
  const begun = Promise.withResolvers<void>();
  const passed = new Promise((resolve) => setTimeout(resolve, ms));
  const killed = Promise.all([passed, begun.promise]).then(() => browser.kill());
  try {
    for (const key of TEXT) {
      await page.keyboard.press(key === " " ? "Space" : (key as "w"));
      taken.push(performance.now());
      if (taken.length === FIRST_KEYS) begun.resolve();
    }
  } catch {
    // It is gone.
  }
  begun.resolve();
  await killed;
  return taken;
}

/**
 * How long before the last key the first of the lost ones was typed, in ms, without the longest time that the whole
 * machine stood still meanwhile; 0 where none is lost.
 */
function lostMs(taken: readonly number[], left: string): number {
  expect(TEXT.startsWith(left), `what is left is the beginning of what was typed: “${left}”`).toBe(true);
  if (left.length >= taken.length) return 0;
  const lost = taken.slice(Math.max(0, left.length - 10));
  const stood = Math.max(...lost.slice(1).map((at, index) => at - lost[index]!));
  return taken.at(-1)! - taken[left.length]! - stood;
}

describe.skipIf(!isInstalled("chrome"))("A browser that is killed in the middle of work", () => {
  let workplace: Workplace;
  let proxyA: OfflineProxy;
  let a: Launched;
  let deskA: Page;
  let deskB: Page;
  let desk: string;
  /** A's browser again, on the same profile. */
  const restart = async () => {
    a = await workplace.launch("chrome", { profile: "a", proxy: proxyA });
    deskA = await openSurface(a, "desk.html");
  };
  const titles = (page: Page, search: string) =>
    look(page, { q: "rows", desk, search }).then(({ rows }) => rows.map(({ title }) => title));

  beforeAll(async () => {
    workplace = await openWorkplace();
    proxyA = await workplace.hosts.newProxy();
    a = await workplace.launch("chrome", { profile: "a", proxy: proxyA });
    const b = await workplace.launch("chrome");
    ({ a: deskA, b: deskB } = await shareDesk(a, b, workplace.url));
    desk = (await currentDesk(deskA)).id;
  });
  afterAll(() => workplace?.close());

  for (const [name, network] of [
    ["Alma", "on"],
    ["Berta", "loopback-off"],
    ["Clara", "on"],
  ] as const)
    it(`has what it said it had saved, and sends it on (${name}, the network ${network === "on" ? "on" : "off"})`, async () => {
      proxyA.setNetwork(network);
      const popup = await openPopup(a);
      await capture(popup, `${name} Sample, +371 20000001 re saved before the end`);
      await a.kill();
      proxyA.setNetwork("on");
      await restart();
      expect(await titles(deskA, name)).toEqual([`${name} Sample`]);
      const seen = await lookUntil(deskB, { q: "rows", desk, search: name }, ({ total }) => total > 0);
      expect(seen.rows.map(({ title }) => title)).toEqual([`${name} Sample`]);
    });

  for (const ms of [700, 1_300, 2_050])
    it(`loses at most the last ${LOST_TYPING_MS} ms of a draft (killed after ${ms} ms of typing)`, async () => {
      const [record] = await makeRecords(deskA, "reply", [{ subject: `Killed after ${ms}`, body: "" }]);
      if (!record) throw new Error("No reply was made.");
      const page = await openText(a, "reply", record);
      const taken = await typeUntilKilled(page, a, ms);
      await restart();
      const query = { q: "record", desk, id: record } as const;
      const left = String((await look(deskA, query))?.record.fields.body ?? "");
      expect(lostMs(taken, left)).toBeLessThanOrEqual(LOST_TYPING_MS);
      await lookUntil(deskB, query, (view) => view?.record.fields.body === left);
    });

  it(`loses at most the last ${LOST_TYPING_MS} ms of a line in the popup, which is there when it is opened again`, async () => {
    const popup = await openPopup(a);
    await popup.focus("#line");
    const taken = await typeUntilKilled(popup, a, 1_500);
    await restart();
    const again = await openPopup(a);
    await again.waitForFunction(() => document.querySelector<HTMLTextAreaElement>("#line")?.value !== "");
    const left = await again.$eval("#line", (line) => (line as HTMLTextAreaElement).value);
    expect(lostMs(taken, left)).toBeLessThanOrEqual(LOST_TYPING_MS);
  });

  it("goes on sending where it was stopped: nothing missing, nothing twice", async () => {
    proxyA.setNetwork("loopback-off");
    const all = Array.from({ length: 300 }, (_, n) => `Batched ${String(n).padStart(3, "0")}`);
    // Many envelopes: each call is drained by itself.
    for (let from = 0; from < all.length; from += 20)
      await makeRecords(
        deskA,
        "call",
        all.slice(from, from + 20).map((caller) => ({ caller })),
      );
    proxyA.setNetwork("on");
    const some = await lookUntil(
      deskB,
      { q: "rows", desk, search: "batched", limit: 500 },
      ({ total }) => total > 0,
    );
    await a.kill();
    expect(some.total).toBeLessThanOrEqual(all.length);
    await restart();
    for (const page of [deskA, deskB]) {
      const { rows } = await lookUntil(
        page,
        { q: "rows", desk, search: "batched", limit: 500 },
        ({ total }) => total >= all.length,
      );
      expect(rows.map(({ title }) => title).sort()).toEqual(all);
    }
    await lookUntil(deskA, { q: "state" }, ({ desks }) => desks[0]?.sync.unsent === 0);
    expect((await look(deskA, { q: "state" })).setAside).toEqual([]);
  });
});
