// `npm start`: builds the extension, starts a sync server and opens a browser on a practice mailbox with a sample desk.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Launched, launchChromium, launchFirefox } from "../e2e/harness/browser.ts";
import { gmailHost, outlookHosts } from "../e2e/harness/https.ts";
import { findBrowsers, type InstalledBrowser } from "../e2e/harness/installed.ts";
import { bin, killRunning, run, step } from "../run/steps.ts";
import { claimFolder } from "./claim.ts";
import { openMail, playDemo } from "./demo.ts";
import { type Ending, openEnding } from "./ending.ts";
import { type Office, openOffice } from "./office.ts";
import { ensureSampleDesk } from "./sample-desk.ts";

const DATA = resolve(process.env.SIDEDESK_DATA ?? ".data");
const PORT = Number(process.env.SIDEDESK_PORT ?? 8787);
const BROWSERS = ["chromium", "chrome", "edge", "firefox"];
/** The mail that is open at first: the sidebar has something to say about it. */
const FIRST_MAIL = "Renewal of the framework contract";
const say = (line = "") => void process.stdout.write(`${line}\n`);

/** What keeps the practice from beginning, in words that say what to do; `byHand` where only the browsers do. */
class CannotBegin extends Error {
  readonly byHand: boolean;
  constructor(message: string, byHand = false) {
    super(message);
    this.byHand = byHand;
  }
}

/** The browsers to try, best first. */
function browsersToTry(): InstalledBrowser[] {
  const wanted = process.env.SIDEDESK_BROWSER?.toLowerCase();
  const installed = findBrowsers();
  if (!wanted) return installed;
  if (!BROWSERS.includes(wanted))
    throw new CannotBegin(`SIDEDESK_BROWSER is "${wanted}"; it can be ${BROWSERS.join(", ")}.`);
  const found = installed.filter(({ name }) => name.toLowerCase() === wanted);
  if (found.length === 0)
    throw new CannotBegin(
      `There is no ${wanted} on this computer. Found: ${installed.map(({ name }) => name).join(", ") || "none"}.`,
    );
  return found;
}

function takeData(ending: Ending): void {
  let claimed: ReturnType<typeof claimFolder>;
  try {
    claimed = claimFolder(DATA);
  } catch (error) {
    throw new CannotBegin(
      `The folder ${DATA} cannot be written (${(error as Error).message}). Name another one: SIDEDESK_DATA=/some/folder npm start`,
    );
  }
  if (typeof claimed === "number")
    throw new CannotBegin(
      `The practice is running already (process ${claimed}) on ${DATA}. End that one with Ctrl-C first, or take another folder: SIDEDESK_DATA=/some/folder npm start`,
    );
  ending.also(claimed);
}

async function build(kind: InstalledBrowser["kind"], name: string): Promise<void> {
  const built = await step(`Building the extension for ${name}`, () =>
    run(bin("wxt"), ["build", "-b", kind]),
  );
  if (built.code !== 0) throw new CannotBegin(`${built.output}\nThe extension could not be built.`);
}

async function openBrowser(installed: InstalledBrowser, office: Office, ending: Ending): Promise<Launched> {
  const { kind, name, path } = installed;
  await build(kind, name);
  say(`… Opening ${name}`);
  const launching = (kind === "chrome" ? launchChromium : launchFirefox)({
    extensionDir: resolve(`.output/${kind}-mv3`),
    profileDir: resolve(DATA, `practice-${kind}`),
    headless: false,
    proxyPort: office.hosts.proxy.port,
    trustedKey: office.hosts.trustedKey,
    executablePath: path,
  });
  // A signal may come while it opens: what it becomes is ended all the same.
  ending.also(() => launching.then((browser) => browser.close()));
  return launching;
}

/** The first browser that opens and takes the extension; what the others said is told. */
async function openFirst(
  toTry: readonly InstalledBrowser[],
  office: Office,
  ending: Ending,
): Promise<[Launched, InstalledBrowser]> {
  for (const installed of toTry)
    try {
      return [await openBrowser(installed, office, ending), installed];
    } catch (error) {
      if (ending.begun || error instanceof CannotBegin) throw error;
      say(`✗ ${installed.name} (${installed.path}): ${error instanceof Error ? error.message : error}`);
    }
  throw new CannotBegin(
    toTry.length === 0
      ? "No Chromium, Chrome, Edge or Firefox was found on this computer. Install one and run npm start again, or load the extension by hand:"
      : "No browser here could be opened with the extension: a company's policy may forbid it. Load the extension by hand:",
    true,
  );
}

async function practise(ending: Ending): Promise<void> {
  ending.also(killRunning);
  if (!Number.isInteger(PORT) || PORT < 0 || PORT > 65_535)
    throw new CannotBegin(`SIDEDESK_PORT is "${process.env.SIDEDESK_PORT}"; it is a number up to 65535.`);
  const toTry = browsersToTry();
  takeData(ending);
  ending.also(() => say("✓ Ended. Nothing of it is left running."));
  say("… Starting the sync server and the practice mailbox");
  const office = await openOffice(DATA, PORT);
  ending.also(() => office.close());
  say(`✓ Sync server on ${office.server.url}, its data in ${DATA}`);
  if (PORT !== 0 && office.server.port !== PORT)
    say(`  Another program has port ${PORT}, so it is ${office.server.port} this time.`);

  const [browser, { name }] = await openFirst(toTry, office, ending);
  browser.browser.on("disconnected", () => {
    if (!ending.begun) say(`\n${name} was closed. Ending …`);
    void ending.end(0);
  });
  const blank = (await browser.browser.pages())[0];
  const hasSample = await ensureSampleDesk(browser);
  await browser.openPage(`https://${outlookHosts[0]}/mail/`);
  const gmail = await browser.openPage(`https://${gmailHost}/mail/u/0/`);
  await gmail.bringToFront();
  await blank?.close().catch(() => {});
  await openMail(gmail, FIRST_MAIL);
  say(
    hasSample
      ? `✓ ${name} is open on the practice mailbox, with a sample desk that one click removes`
      : `✓ ${name} is open on the practice mailbox, with the desk of last time`,
  );
  say();
  say(
    "This browser is a practice one: a profile of its own, and every address in it leads to this computer.",
  );
  say(`  Practice mailbox   https://${gmailHost}  and  https://${outlookHosts[0]}  (in that browser only)`);
  say(`  Desk page          ${browser.extensionUrl("desk.html")}`);
  say(`  Sync server        ${office.server.url}   (give this address to a desk to share it)`);
  if (browser.kind === "firefox")
    say(
      "  Firefox says “Not secure” of it, for the page's certificate is made here, and shows that it is steered.",
    );
  say(
    `  To begin           Alt+L logs a call, Alt+Shift+N opens what is due next; the open mail has a reply ready`,
  );
  howToLoad();
  say();
  say(`Ctrl-C, or closing that browser, ends everything. To begin afresh, delete the folder ${DATA}.`);
}

function howToLoad(): void {
  say();
  say("To load Sidedesk into your own browser:");
  if (!existsSync(".output/chrome-mv3") || !existsSync(".output/firefox-mv3"))
    say("  first                    npm run build  makes it for both kinds of browser");
  say(
    `  Chrome, Edge, Chromium   chrome://extensions → Developer mode → Load unpacked → ${resolve(".output/chrome-mv3")}`,
  );
  say(
    `  Firefox                  about:debugging → This Firefox → Load Temporary Add-on → ${resolve(".output/firefox-mv3/manifest.json")}`,
  );
}

const ending = openEnding(say, 0);
if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  say("There is no display here, so the demo is played without one.");
  await ending.end(await playDemo(ending));
}
try {
  await practise(ending);
} catch (error) {
  // What a signal or a closed window broke off is no failure.
  if (!ending.begun) {
    say(`✗ ${error instanceof CannotBegin ? error.message : ((error as Error).stack ?? error)}`);
    if (error instanceof CannotBegin && error.byHand) howToLoad();
  }
  await ending.end(1);
}
