import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hands, openSurface, welcome } from "../practice/assistant.ts";
import { ask, look, lookUntil } from "./harness/ask.ts";
import type { Launched } from "./harness/browser.ts";
import { builtExtension } from "./harness/built.ts";
import { findBrowsers } from "./harness/installed.ts";
import { openWorkplace, type Workplace } from "./harness/workplace.ts";

describe("A person who has just installed Sidedesk", () => {
  let workplace: Workplace;
  let browser: Launched;
  beforeAll(async () => {
    workplace = await openWorkplace();
    browser = await workplace.launch("chrome");
  });
  afterAll(() => workplace?.close());

  it("logs the first call in the welcome tab, by keys alone, without a server or an account", async () => {
    const page = await welcome(browser);
    await page.waitForFunction(() => document.activeElement?.matches(".onboarding input"));
    await page.keyboard.type("Board office");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Mia Example");
    await page.keyboard.press("Enter");
    await hands.see(page, "Log your first call");
    await page.waitForFunction(() => document.activeElement?.matches(".first-call textarea"));
    await page.keyboard.type("Sample Caller +371 20000001 call back by 23:59");
    await page.keyboard.press("Enter");
    await hands.see(page, "Saved");
    const { current } = await look(page, { q: "state" });
    const { rows } = await look(page, { q: "rows", desk: current ?? "", kinds: ["call"] });
    expect(rows.map(({ title }) => title)).toEqual(["Sample Caller"]);
  });

  it("brings the desk back from a backup file, once nothing of it is in the browser any more", async () => {
    const options = await openSurface(browser, "options.html#data");
    await hands.press(options, "Make a backup file");
    for (const field of ["New passphrase", "The same once more"])
      await hands.type(options, field, "correct horse battery staple");
    // The browser's downloads, without its window for them.
    const saved = options.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const made = URL.createObjectURL;
          URL.createObjectURL = (blob: Blob) => {
            void blob.arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes).toBase64()));
            return made(blob);
          };
        }),
    );
    await hands.press(options, "Save the file");
    const file = await saved;
    await hands.see(options, "Last made in this browser");
    await hands.press(options, "Remove Board office from this device");
    await hands.press(options, "Remove");
    const desk = await openSurface(browser, "desk.html");
    await hands.press(desk, "I have a backup file");
    await hands.type(desk, "Passphrase of the file", "correct horse battery");
    await desk.evaluate((bytes) => {
      const field = document.querySelector<HTMLInputElement>("input[type=file]");
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.fromBase64(bytes)], "Board-office.sidedesk"));
      if (field) field.files = chosen.files;
      field?.dispatchEvent(new Event("change", { bubbles: true }));
    }, file);
    await hands.press(desk, "Open the file");
    await hands.see(desk, "This passphrase does not open the file.");
    await hands.type(desk, "Passphrase of the file", "correct horse battery staple", { anew: true });
    await hands.press(desk, "Open the file");
    await hands.see(desk, "by Mia Example");
    await hands.press(desk, "Restore the desk");
    await hands.see(desk, "Sample Caller");
    const { desks, current } = await look(desk, { q: "state" });
    expect(desks.map(({ name, members }) => [name, members[0]?.devices.length])).toEqual([
      ["Board office", 2],
    ]);
    const { rows } = await look(desk, { q: "rows", desk: current ?? "", kinds: ["call"] });
    expect(rows.map(({ title }) => title)).toEqual(["Sample Caller"]);
  });

  it("finds the look in every part at once, and before the first paint in the next", async () => {
    const options = await openSurface(browser, "options.html#look");
    const desk = await openSurface(browser, "desk.html");
    await options.bringToFront();
    await hands.press(options, "Dark", "radio");
    await desk.waitForFunction(() => document.documentElement.dataset.look?.startsWith("dark"));
    const popup = await browser.browser.newPage();
    await popup.evaluateOnNewDocument(() => {
      addEventListener("DOMContentLoaded", () => {
        document.documentElement.dataset.first = document.documentElement.dataset.look;
      });
    });
    await popup.goto(browser.extensionUrl("popup.html"));
    const seen = await popup.evaluate(() => ({
      first: document.documentElement.dataset.first,
      scheme: getComputedStyle(document.documentElement).colorScheme,
    }));
    expect(seen).toEqual({ first: "dark page comfortable usual", scheme: "dark" });
  });

  it("finds the licences and what is safe in the package", async () => {
    for (const [file, holds] of [
      ["third-party-notices.txt", "Open Travel Data"],
      ["security.txt", "## Reporting"],
    ] as const) {
      const page = await openSurface(browser, file);
      expect(await page.evaluate(() => document.body.innerText)).toContain(holds);
    }
  });
});

/** Where Debian's Chromium reads policies; Chrome and Edge have places of their own. */
const POLICY = "/etc/chromium/policies/managed/sidedesk-test.json";
const debian = findBrowsers().find(({ kind }) => kind === "chrome")?.path === "/usr/bin/chromium";
const mayWrite = debian && process.getuid?.() === 0;

// Only root may set a policy, and it holds for every Chromium of the machine while the test runs: for a copy of the
// extension, which has an id of its own.
describe.skipIf(!mayWrite)("In a Chromium that an organisation manages", () => {
  let workplace: Workplace;
  let extensionDir: string;
  let made: string | undefined;
  const decide = (id: string, settings: object) => {
    made = mkdirSync(dirname(POLICY), { recursive: true });
    writeFileSync(POLICY, JSON.stringify({ "3rdparty": { extensions: { [id]: settings } } }));
  };
  beforeAll(async () => {
    workplace = await openWorkplace();
    extensionDir = join(workplace.folder, "managed");
    cpSync(builtExtension("chrome"), extensionDir, { recursive: true });
  });
  afterAll(async () => {
    // What was not there before goes again, and nothing else.
    rmSync(made ?? POLICY, { recursive: true, force: true });
    await workplace?.close();
  });

  it("the language and the server are the organisation's, and no other server is asked", async () => {
    // An unpacked extension's id follows from its folder: it is known once it has been installed.
    const first = await workplace.launch("chrome", { extensionDir });
    const id = first.extensionId;
    await first.close();
    decide(id, {
      server: "https://desk.example.com",
      otherServers: false,
      language: "lv",
      welcomeTab: false,
      presence: false,
    });
    const browser = await workplace.launch("chrome", { extensionDir });
    expect(browser.extensionId).toBe(id);
    const page = await openSurface(browser, "desk.html");
    const { policy, locale } = await lookUntil(page, { q: "state" }, (state) => state.policy.server !== null);
    expect({ policy, locale }).toEqual({
      policy: {
        server: "https://desk.example.com",
        otherServers: false,
        language: "lv",
        welcomeTab: false,
        presence: false,
        lockAfter: null,
      },
      locale: "lv",
    });
    await expect(ask(page, { call: "setLocale", locale: "en" })).rejects.toThrow("policy");
    await expect(ask(page, { call: "checkServer", server: workplace.url })).rejects.toThrow("policy");
    await ask(page, { call: "createDesk", name: "Sample", memberName: "Assistant 1" });
    const options = await openSurface(browser, "options.html#desk");
    await hands.see(options, "https://desk.example.com");
    await hands.see(options, "Noteikusi jūsu organizācija");
  });
});
