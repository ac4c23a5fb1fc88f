import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands, invite, joinDesk, sidebarOf } from "../practice/assistant.ts";
import { lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { capture, currentDesk, openPopup, shareDesk } from "./harness/desk.ts";
import { type Behind, type Doorman, startDoorman } from "./harness/doorman.ts";
import { gmailHost } from "./harness/https.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

/** The longest wait between two tries of a device that has been without its server for a few seconds. */
const RECONNECTS_WITHIN_MS = 45_000;

describe("When things go wrong, a person", () => {
  let workplace: Workplace;
  let doorman: Doorman;
  let a: Launched;
  let b: Launched;
  let deskA: Page;
  let deskB: Page;
  let mailB: Page;
  let sidebarB: Frame;
  let desk: string;

  const seenBy = (page: Page, search: string, patience = RECONNECTS_WITHIN_MS) =>
    lookUntil(page, { q: "rows", desk, search }, ({ total }) => total > 0, patience).then(({ rows }) =>
      rows.map(({ title }) => title),
    );
  /** Writes a call down in the popup, as she would at any time; gives the popup. */
  const write = async (on: Launched, name: string) => {
    const popup = await openPopup(on);
    await capture(popup, `${name} Sample re trouble`);
    return popup;
  };
  /** Sees texts on the desk page and in the sidebar beside a mail. */
  const everywhere = async (...texts: readonly string[]) => {
    for (const [page, surface] of [
      [mailB, sidebarB],
      [deskB, deskB],
    ] as const) {
      // A page behind another draws no frames.
      await page.bringToFront();
      for (const text of texts) await hands.see(surface, text, RECONNECTS_WITHIN_MS);
    }
  };
  const type = async (address: string) => {
    await hands.type(deskB, "Address of the server", address, { anew: true });
    await hands.press(deskB, "Connect");
  };

  beforeAll(async () => {
    workplace = await openWorkplace();
    doorman = await startDoorman(() => workplace.url);
    [a, b] = await Promise.all([workplace.launch("chrome"), workplace.launch("chrome")]);
    ({ a: deskA, b: deskB } = await shareDesk(a, b, workplace.url));
    desk = (await currentDesk(deskA)).id;
    mailB = await b.openPage(`https://${gmailHost}/mail/u/0/`);
    sidebarB = await sidebarOf(mailB, b);
    await deskB.bringToFront();
    await hands.press(deskB, "Desk and settings", "link");
  });
  afterAll(async () => {
    await workplace?.close();
    await doorman?.close();
  });

  it("who mistypes the server's address is told so under it, at once, and her desk stays where it was", async () => {
    await hands.press(deskB, "Change the address");
    const told: readonly (readonly [Behind, string])[] = [
      ["nobody", "The server cannot be reached."],
      ["page", "There is no Sidedesk server at this address."],
      ["closed page", "There is no Sidedesk server at this address."],
      ["other version", "The server is of another version"],
    ];
    for (const [behind, text] of told) {
      await doorman.become(behind);
      await type(doorman.url);
      await hands.see(deskB, text);
      expect((await currentDesk(deskB)).server, behind).toBe(workplace.url);
    }
    await type("somewhere else");
    await hands.see(deskB, "This is not the address of a server.");
    await doorman.become("server");
    await type(doorman.url);
    await deskB.waitForSelector('::-p-aria([name="Change the address"][role="button"])');
    await hands.see(deskB, "All sent");
    expect((await currentDesk(deskB)).server).toBe(doorman.url);
  });

  const GARBLED = "The server sends what Sidedesk cannot read.";
  for (const { behind, name, text, again } of [
    { behind: "nobody", name: "Adele", text: "Offline · 1 to send", again: false },
    { behind: "page", name: "Birgit", text: "Something else answers at the server’s address", again: true },
    {
      behind: "closed page",
      name: "Clarissa",
      text: "Something else answers at the server’s address",
      again: true,
    },
    { behind: "other version", name: "Dagmar", text: "are of different versions", again: true },
    { behind: "garbled", name: "Elvira", text: GARBLED, again: true },
    { behind: "oversized", name: "Felicia", text: GARBLED, again: true },
  ] as const)
    it(`whose server has become “${behind}” works on, is told, and loses nothing`, async () => {
      await doorman.become(behind);
      const popup = await write(b, name);
      await everywhere(text, ...(again ? ["1 change waits here to be sent."] : []));
      await popup.bringToFront();
      await hands.see(popup, text);
      await popup.close();
      await doorman.become("server");
      await deskB.bringToFront();
      // Where waiting may help, Sidedesk tries by itself as well: the button may be gone before it is pressed.
      await hands.press(deskB, again ? "Try again" : "Sync now").catch(async (error) => {
        if (!(await hands.text(deskB)).includes("All sent")) throw error;
      });
      expect(await seenBy(deskA, name)).toEqual([`${name} Sample`]);
      await hands.see(deskB, "All sent");
      expect(await hands.text(deskB)).not.toContain(text);
    });

  it("whose server's disk is full is told so; what she writes waits, and goes when there is room", async () => {
    await workplace.stopServer();
    await workplace.startServer({ maxPages: 1 });
    const popup = await write(b, "Gertrud");
    await popup.close();
    await everywhere("The server has no room left for this desk.", "1 to send");
    await workplace.stopServer();
    await workplace.startServer();
    expect(await seenBy(deskA, "Gertrud")).toEqual(["Gertrud Sample"]);
    await hands.see(deskB, "All sent");
  });

  it("whose server was set back to a backup sends again what it lost, with one press on each side", async () => {
    const [kept, backup] = [join(workplace.folder, "server"), join(workplace.folder, "backup")];
    await workplace.stopServer();
    cpSync(kept, backup, { recursive: true });
    await workplace.startServer();
    await (await write(a, "Hedwig")).close();
    await (await write(b, "Irmgard")).close();
    await Promise.all([seenBy(deskB, "Hedwig"), seenBy(deskA, "Irmgard")]);
    await workplace.stopServer();
    rmSync(kept, { recursive: true });
    cpSync(backup, kept, { recursive: true });
    await workplace.startServer();
    for (const page of [deskA, deskB]) {
      await page.bringToFront();
      await hands.see(page, "The server has gone back to an older state", RECONNECTS_WITHIN_MS);
    }
    await (await write(b, "Jolanda")).close();
    await deskB.bringToFront();
    await hands.see(deskB, "1 change waits here to be sent.");
    for (const page of [deskB, deskA]) {
      await page.bringToFront();
      await hands.press(page, "Sync from the beginning");
      await hands.see(page, "All sent");
    }
    expect(await seenBy(deskA, "Jolanda")).toEqual(["Jolanda Sample"]);
    const calls = { q: "rows" as const, desk, kinds: ["call"], limit: 100 };
    const names = (page: Page) =>
      lookUntil(page, calls, () => true).then(({ rows }) => rows.map(({ title }) => title).sort());
    expect(await names(deskA)).toEqual(await names(deskB));
    await (await write(a, "Klothilde")).close();
    expect(await seenBy(deskB, "Klothilde")).toEqual(["Klothilde Sample"]);
  });

  it("whose server was emptied fills it again: members, keys and work", async () => {
    await workplace.stopServer();
    workplace.wipeServer();
    await workplace.startServer();
    await (await write(b, "Leokadia")).close();
    for (const page of [deskA, deskB]) {
      await page.bringToFront();
      await hands.see(page, "The server does not know this desk", RECONNECTS_WITHIN_MS);
      await hands.press(page, "Sync from the beginning");
      await hands.see(page, "All sent");
    }
    expect(await seenBy(deskA, "Leokadia")).toEqual(["Leokadia Sample"]);
    const c = await workplace.launch("chrome");
    await deskA.bringToFront();
    const deskC = await joinDesk(c, await invite(a), "Assistant 3");
    expect(await seenBy(deskC, "Leokadia")).toEqual(["Leokadia Sample"]);
    expect(await seenBy(deskC, "Hedwig")).toEqual(["Hedwig Sample"]);
    await c.close();
  });
});
