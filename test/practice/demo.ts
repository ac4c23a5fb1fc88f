// `npm run demo`: two assistants, two browsers, one sync server, with nobody watching. It ends well only if every
// step was seen to happen.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Frame, Page } from "puppeteer-core";
import { type Launched, launchChromium } from "../e2e/harness/browser.ts";
import { gmailHost, outlookHosts } from "../e2e/harness/https.ts";
import { isInstalled } from "../e2e/harness/installed.ts";
import type { OfflineProxy } from "../e2e/harness/proxy.ts";
import { bin, killRunning, run, step } from "../run/steps.ts";
import { addPrincipal, beginDesk, hands, invite, joinDesk, openSurface, sidebarOf } from "./assistant.ts";
import { type Ending, openEnding } from "./ending.ts";
import { type Office, openOffice } from "./office.ts";

const SHOTS = ".output/demo";
/** What one assistant does, the other sees within this time; what takes longer is told, for a machine may be busy. */
const AT_ONCE_MS = 1_000;

/** Words that are typed in the demo: none of them may be found with the server. */
export const TYPED = [
  "Sample Caller",
  "contract renewal",
  "Sample Member",
  "budget vote",
  "arbitration seat",
  "Board office",
  "Assistant 2",
] as const;

export interface Desktop {
  readonly browser: Launched;
  readonly proxy: OfflineProxy;
  readonly desk: Page;
  readonly mail: Page;
  readonly sidebar: Frame;
}

/** Tells a step when it is over, with its time; throws what the step throws. */
export type Tell = <T>(what: string, work: () => Promise<T>) => Promise<T>;

/** The whole play, on an office that is open; `launch` starts one browser. */
export async function play(
  office: Office,
  launch: (proxy: OfflineProxy) => Promise<Launched>,
  tell: Tell,
  shot: (page: Page, name: string) => Promise<unknown>,
): Promise<{ a: Desktop; b: Desktop }> {
  const proxies = [await office.hosts.newProxy(), await office.hosts.newProxy()] as const;
  const [browserA, browserB] = await tell("two browsers with the extension", () =>
    Promise.all([launch(proxies[0]), launch(proxies[1])]),
  );
  const deskA = await tell("A begins a desk and shares it through the server", () =>
    beginDesk(browserA, "Board office", "Assistant 1", office.server.url),
  );
  const deskB = await tell("B joins by A's link", async () =>
    joinDesk(browserB, await invite(browserA), "Assistant 2"),
  );
  await tell("A adds the principal", () => addPrincipal(deskA, "Principal A"));

  const [mailA, mailB] = await tell(
    "A opens Gmail, B opens Outlook; the sidebar stands beside each",
    async () => {
      const opened = await Promise.all([
        browserA.openPage(`https://${gmailHost}/mail/u/0/`),
        browserB.openPage(`https://${outlookHosts[0]}/mail/`),
      ]);
      await Promise.all(opened.map((page) => page.bringToFront()));
      return opened;
    },
  );
  const [sidebarA, sidebarB] = await Promise.all([sidebarOf(mailA, browserA), sidebarOf(mailB, browserB)]);
  const a = { browser: browserA, proxy: proxies[0], desk: deskA, mail: mailA, sidebar: sidebarA };
  const b = { browser: browserB, proxy: proxies[1], desk: deskB, mail: mailB, sidebar: sidebarB };
  await hands.press(sidebarB, "Queue", "tab");

  /** What A does last, B sees in her queue at once. */
  const seenByB = (what: string, text: string, act: () => Promise<void>) =>
    tell(what, async () => {
      const seen = hands.see(sidebarB, text);
      // Where the act fails, that is what is told.
      seen.catch(() => {});
      await act();
      const began = performance.now();
      await seen;
      const ms = Math.round(performance.now() - began);
      return `B sees it ${ms > AT_ONCE_MS ? "only " : ""}${ms} ms later`;
    });

  const popup = await openSurface(browserA, "popup.html");
  await popup.setViewport({ width: 420, height: 560 });
  const capture = async (line: string, note?: string) => {
    await popup.bringToFront();
    await popup.keyboard.type(line);
    if (note) {
      await popup.keyboard.press("ArrowDown");
      await popup.keyboard.type(note);
    }
  };
  await seenByB("A logs a call in the popup, by keyboard", "contract renewal", async () => {
    await capture(
      "Sample Caller, Baltic Sample Rail, +371 20000001 for Principal A re contract renewal, call back by 16:00",
    );
    await hands.see(popup, "Kept as you type");
    await shot(popup, "1-popup-call");
    await popup.keyboard.press("Enter");
  });
  await seenByB("A takes a message for the principal", "Sample Member", async () => {
    await hands.see(popup, "Saved");
    await popup.bringToFront();
    await popup.keyboard.down("Alt");
    await popup.keyboard.press("2");
    await popup.keyboard.up("Alt");
    await capture(
      "Sample Member, +371 20000002 for Principal A",
      "Would like half an hour before the budget vote.",
    );
    await popup.keyboard.press("Enter");
  });
  await mailA.bringToFront();
  await seenByB("A drafts a reply from a template", "Renewal of the framework contract", async () => {
    await openMail(mailA, "Renewal of the framework contract");
    await hands.see(sidebarA, "Sample Caller");
    await hands.press(sidebarA, "Received, thank you");
  });
  await tell("A edits the draft and puts it into the mail's reply box", async () => {
    await hands.press(mailA, "Reply");
    const body = await sidebarA.waitForSelector("textarea.prose, section textarea");
    await body?.focus();
    await mailA.keyboard.down("Control");
    await mailA.keyboard.press("End");
    await mailA.keyboard.up("Control");
    await body?.type("\nWe would ask that clause 4 name the arbitration seat.");
    await hands.press(sidebarA, "Put into the mail");
    await hands.see(sidebarA, "It is in the mail");
    await mailA.waitForFunction(
      () =>
        document
          .querySelector('[contenteditable="true"][role="textbox"]')
          ?.textContent?.includes("arbitration seat"),
      { timeout: 30_000 },
    );
    await shot(mailA, "2-gmail-reply");
  });
  await seenByB("A adds a trip from a booking mail", "Riga", async () => {
    await (await mailA.waitForSelector("[data-back]", { visible: true }))?.click();
    await openMail(mailA, "Your booking is confirmed");
    await hands.see(sidebarA, "TK 1757");
    await shot(mailA, "3-gmail-booking");
    await hands.press(sidebarA, "New trip");
  });
  await shot(mailB, "4-outlook-queue");
  return { a, b };
}

/** Opens a mail of the practice mailbox by the beginning of its subject, in the list that is shown. */
export async function openMail(page: Page, subject: string): Promise<void> {
  const row = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>("tr.zA, [role=option]")].find(
        (one) => one.checkVisibility() && one.textContent?.includes(wanted),
      ),
    { timeout: 30_000 },
    subject,
  );
  await row.asElement()?.evaluate((element) => (element as HTMLElement).click());
}

/** What follows: claiming, and writing together while one is offline. */
export async function playTogether(
  a: Desktop,
  b: Desktop,
  tell: Tell,
  shot: (page: Page, name: string) => Promise<unknown>,
): Promise<void> {
  await tell("B claims the call; A sees whose it is", async () => {
    await claimFirst(b.sidebar, "Sample Caller");
    await a.desk.bringToFront();
    await hands.go(a.desk, "Calls");
    await a.desk.waitForSelector(`::-p-aria([name="With Assistant 2. Take it or give it back"])`, {
      timeout: 30_000,
    });
  });
  await tell("A goes offline; B edits the draft, A edits it too", async () => {
    a.proxy.setNetwork("loopback-off");
    await hands.see(a.desk, "Offline");
    await writeInReply(b.desk, "Home", "B, first line.\n");
    await writeInReply(a.desk, "End", "\nA, last line.");
    await hands.see(a.desk, "to send");
    const before = await hands.text(a.desk);
    if (before.includes("B, first line.")) throw new Error("A saw B's edit without a network.");
    await shot(a.desk, "5-desk-offline");
  });
  await tell("A comes back; both show the same text", async () => {
    a.proxy.setNetwork("on");
    await Promise.all([
      hands.see(a.desk, "B, first line.", 70_000),
      hands.see(b.desk, "A, last line.", 70_000),
    ]);
    const texts = await Promise.all(
      [a.desk, b.desk].map((page) => page.$eval("textarea", (field) => field.value)),
    );
    if (texts[0] !== texts[1]) throw new Error(`They differ:\n${texts.join("\n---\n")}`);
    await hands.see(a.desk, "All sent");
    await shot(a.desk, "6-desk-same");
  });
}

async function claimFirst(sidebar: Frame, title: string): Promise<void> {
  const button = await sidebar.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".row")]
        .find((row) => row.textContent?.includes(wanted))
        ?.querySelector<HTMLElement>("button.act"),
    { timeout: 30_000 },
    title,
  );
  await button.asElement()?.evaluate((element) => (element as HTMLElement).click());
}

/** Opens the reply on a desk page and types at its beginning or its end. */
async function writeInReply(page: Page, where: "Home" | "End", text: string): Promise<void> {
  await page.bringToFront();
  await hands.go(page, "Replies");
  const row = await page.waitForSelector(".row button.open", { timeout: 30_000 });
  await row?.click();
  const field = await page.waitForSelector("textarea", { timeout: 30_000 });
  await field?.focus();
  await page.keyboard.down("Control");
  await page.keyboard.press(where);
  await page.keyboard.up("Control");
  await field?.type(text);
}

/** Tells steps on the terminal. */
export const tellOnTerminal: Tell = async (what, work) => {
  const began = performance.now();
  try {
    const result = await work();
    const said = typeof result === "string" ? ` (${result})` : "";
    process.stdout.write(
      `✓ ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${what}${said}\n`,
    );
    return result;
  } catch (error) {
    process.stdout.write(`✗ ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${what}\n`);
    throw error;
  }
};

/** Pictures of everything that a browser has open; a page that does not answer is passed over. */
async function showAll({ browser }: Launched, path: string): Promise<void> {
  const pages = await browser.pages().catch(() => []);
  for (const [index, page] of pages.entries()) {
    const taken = page
      .bringToFront()
      .then(() => page.screenshot({ path: `${path}-${index}.png` }))
      .catch(() => {});
    await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, 3_000))]);
  }
}

/** Plays it with headless browsers; gives the exit code. What it opens is ended with `ending`. */
export async function playDemo(ending: Ending): Promise<number> {
  if (!isInstalled("chrome")) {
    process.stdout.write(
      "The demo plays in Chromium, Chrome or Edge, and there is none on this computer. Install one (on Debian: apt-get install chromium), then try again.\n",
    );
    return 1;
  }
  ending.also(killRunning);
  const built = await step("build for chrome", () => run(bin("wxt"), ["build", "-b", "chrome"]));
  if (built.code !== 0) {
    process.stdout.write(built.output);
    return 1;
  }
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "sidedesk-demo-"));
  ending.also(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  mkdirSync(SHOTS, { recursive: true });
  const office = await openOffice(folder, 0);
  ending.also(() => office.close());
  const browsers: Launched[] = [];
  const launch = async (proxy: OfflineProxy) => {
    const launching = launchChromium({
      extensionDir: ".output/chrome-mv3",
      proxyPort: proxy.port,
      args: ["--lang=en-GB"],
    });
    ending.also(() => launching.then((browser) => browser.close()));
    const launched = await launching;
    browsers.push(launched);
    return launched;
  };
  const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` });
  try {
    const { a, b } = await play(office, launch, tellOnTerminal, shot);
    await playTogether(a, b, tellOnTerminal, shot);
    process.stdout.write(
      `Every step was seen to happen, in ${((performance.now() - began) / 1000).toFixed(1)} s. Screenshots: ${SHOTS}\n`,
    );
    return 0;
  } catch (error) {
    if (ending.begun) return 1;
    process.stdout.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    for (const [index, launched] of browsers.entries()) await showAll(launched, `${SHOTS}/failed-${index}`);
    process.stdout.write(`What the browsers showed then: ${SHOTS}/failed-*.png\n`);
    return 1;
  }
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const ending = openEnding((line) => void process.stdout.write(`${line}\n`), 130);
  await ending.end(await playDemo(ending));
}
