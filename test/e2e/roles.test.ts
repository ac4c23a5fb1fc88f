import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayAct } from "../../shared/documents/may-act.ts";
import { type Gallery, openGallery, type View } from "../surfaces/gallery/open.ts";
import { isInstalled } from "./harness/installed.ts";

const CALL = "2026-11.call1000000000000000";
const SINGLE_KEYS = ["c", "h", "e", "s", "d", "n", "r"] as const;

const places: readonly (View & { readonly what: string })[] = [
  { what: "a record of the desk page", surface: "desk", hash: `#queue/${CALL}`, width: 1440 },
  { what: "an empty list", surface: "desk", hash: "#template" },
  { what: "the people", surface: "desk", hash: "#people" },
  { what: "a mail beside the sidebar", surface: "sidebar" },
  { what: "the popup", surface: "popup" },
  { what: "the principals", surface: "options", hash: "#principals" },
  { what: "the templates", surface: "options", hash: "#templates" },
  { what: "the members", surface: "options", hash: "#members" },
];

/** Everything that is offered is tried: single keys, then every button, after each of which the page is as it was. */
async function tryEverything(page: Page): Promise<void> {
  for (const key of SINGLE_KEYS) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(key);
    await page.keyboard.press("Escape");
  }
  await page.evaluate(async () => {
    const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    await drawn();
    const said = (button: Element) => `${button.className} ${button.textContent} ${button.ariaLabel}`;
    const tried = new Set<string>();
    for (;;) {
      const next = [...document.querySelectorAll<HTMLElement>("button:not([disabled]), .tick")].find(
        (button) => button.checkVisibility() && !tried.has(said(button)),
      );
      if (!next) return;
      tried.add(said(next));
      next.click();
      await drawn();
      document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
    }
  });
}

const submitted = (page: Page) =>
  page.evaluate(() =>
    window.background.calls.flatMap((call) =>
      call.call === "submit" ? call.commands.map(({ action }) => action) : [],
    ),
  );
/** What a person may withdraw in any role: their own links and paper key. */
const ownLinks = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve) =>
        window.background.watch({ q: "state" }, ({ desks }) =>
          resolve(
            desks.flatMap(({ invites, paperKey }) => [
              ...invites.filter(({ own }) => own).map(({ id }) => id),
              ...(paperKey ? [paperKey.invite] : []),
            ]),
          ),
        ),
      ),
  );
const decided = (page: Page, own: readonly string[]) =>
  page.evaluate(
    (withdrawable) =>
      window.background.calls
        .filter((request) => request.call !== "revokeInvite" || !withdrawable.includes(request.invite))
        .map(({ call }) => call)
        .filter((call) => ["invite", "revokeInvite", "changeRole", "removeMember", "rotate"].includes(call)),
    own,
  );

describe.skipIf(!isInstalled("chrome"))("What a role may not do is not offered", () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(async () => {
    expect(gallery.errors).toEqual([]);
    await gallery.close();
  });

  for (const { what, ...view } of places) {
    for (const scenario of ["viewer", "ended"])
      it(`nothing that is pressed on ${what} is asked of the desk: ${scenario}`, async () => {
        const page = await gallery.open({ ...view, scenario });
        const own = await ownLinks(page);
        await tryEverything(page);
        expect(await submitted(page)).toEqual([]);
        expect(await decided(page, own)).toEqual([]);
        await gallery.leave(page);
      });

    it(`nothing that a principal presses on ${what} is refused`, async () => {
      const page = await gallery.open({ ...view, scenario: "principal" });
      const own = await ownLinks(page);
      await tryEverything(page);
      expect((await submitted(page)).filter((action) => !mayAct("principal", action))).toEqual([]);
      expect(await decided(page, own)).toEqual([]);
      await gallery.leave(page);
    });
  }

  it("an assistant is offered all of it", async () => {
    const page = await gallery.open({ surface: "desk", hash: `#queue/${CALL}`, width: 1440 });
    await tryEverything(page);
    const actions = (await submitted(page)) ?? [];
    expect(actions.some((action) => !mayAct("principal", action))).toBe(true);
    await gallery.leave(page);
  });

  it("whoever may not settle two decisions is not asked to: a principal reads that they are open, and with whom", async () => {
    const view = { surface: "desk", hash: `#queue/${CALL}`, width: 1440 } as const;
    const said = async (scenario: string) => {
      const page = await gallery.open({ ...view, scenario });
      await page.waitForSelector(".choice-card");
      const [row, card] = await Promise.all([
        page.$eval(`.row:has([data-row="${CALL}"])`, ({ textContent }) => textContent),
        page.$eval(".section:has(.choice-card)", ({ textContent }) => textContent),
      ]);
      await gallery.leave(page);
      return `${row} ${card}`;
    };
    expect(await said("busy")).toMatch(/two decisions.*Two decisions at once.*Keep this/);
    for (const scenario of ["principal", "viewer"]) {
      const told = await said(scenario);
      expect(told).toMatch(/Two values at once.*An assistant keeps one of them/);
      expect(told).not.toMatch(/decisions|Keep this/);
    }
  });

  it("says until when a role lasts, and plainly when it has ended", async () => {
    const reading = await gallery.open({ surface: "sidebar", scenario: "viewer" });
    expect(await reading.$eval(".role-note", ({ textContent }) => textContent)).toMatch(
      /You read here.*ends on 4 Dec 2026/,
    );
    await gallery.leave(reading);
    for (const surface of ["sidebar", "desk", "popup", "options"] as const) {
      const over = await gallery.open({ surface, scenario: "ended" });
      expect(await over.$eval(".banner.urgent", ({ textContent }) => textContent), surface).toMatch(
        /ended on 20 Nov 2026.*can still be read.*ask an owner/,
      );
      await gallery.leave(over);
    }
  });

  it("is given an end by an owner: in an invitation after some days, to a colleague with a day", async () => {
    const page = await gallery.open({ surface: "options", hash: "#members" });
    const asked = () => page.evaluate(() => window.background.calls);
    await page.select('select[aria-label="When the role ends"]', "14");
    await page.locator("::-p-text(Invite a colleague)").click();
    expect((await asked()).findLast(({ call }) => call === "invite")).toMatchObject({
      role: "assistant",
      until: expect.stringMatching(/^2026-12-0[678]T/),
    });
    const [colleague] = await page.$$eval('select[aria-label^="When the role of"]', (lists) =>
      lists.map(({ ariaLabel }) => ariaLabel),
    );
    await page.select(`select[aria-label="${colleague}"]`, "day");
    const field = await page.waitForSelector(`input[aria-label="${colleague}"]`);
    await field?.evaluate((input) => {
      (input as HTMLInputElement).value = "2026-12-15";
    });
    await page.keyboard.press("Enter");
    await page.waitForSelector(`select[aria-label="${colleague}"]:focus`);
    expect((await asked()).findLast(({ call }) => call === "changeRole")).toMatchObject({
      until: expect.stringMatching(/^2026-12-1[456]T/),
    });
    await gallery.leave(page);
  });
});
