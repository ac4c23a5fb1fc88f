// The pictures of the documentation, taken of the built extension on the practice mailbox with the sample desk. By hand:
// `node test/practice/screenshots.ts`
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Launched, launchChromium } from "../e2e/harness/browser.ts";
import { gmailHost, outlookHosts } from "../e2e/harness/https.ts";
import { bin, run, step } from "../run/steps.ts";
import { hands, openSurface, sidebarOf, welcome } from "./assistant.ts";
import { openMail } from "./demo.ts";
import { type Office, openOffice } from "./office.ts";

const FOLDER = "test/practice/screenshots";
const MOST_BYTES = 100_000;
/** An office looks like itself in the morning: the browser's clock is in the zone where it is ten now. */
const MORNING = 10;

function zoneWhereItIs(hour: number, now: Date): string {
  const ahead = (hour - now.getUTCHours() + 24) % 24;
  const east = ahead > 12 ? ahead - 24 : ahead;
  // The signs of these zones are those of POSIX: west is positive.
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

async function take(page: Page, name: string): Promise<void> {
  await settled();
  const path = join(FOLDER, `${name}.webp`);
  await page.screenshot({ path, type: "webp", quality: 82 });
  const { size } = statSync(path);
  process.stdout.write(`✓ ${path}, ${Math.round(size / 1000)} kB\n`);
  if (size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES / 1000} kB.`);
}

/** A browser with the sample desk; gives the open desk page. */
async function withSampleDesk(browser: Launched): Promise<Page> {
  const desk = await welcome(browser);
  await hands.press(desk, "Try a sample desk");
  await hands.see(desk, "Sample desk");
  return desk;
}

async function besideMail(browser: Launched, address: string, mail: string, seen: string) {
  const page = await browser.openPage(address);
  await page.setViewport({ width: 1280, height: 800 });
  await page.bringToFront();
  const sidebar = await sidebarOf(page, browser);
  await openMail(page, mail);
  await hands.see(sidebar, seen);
  return { page, sidebar };
}

async function light(browser: Launched): Promise<void> {
  const desk = await withSampleDesk(browser);
  const { page } = await besideMail(
    browser,
    `https://${gmailHost}/mail/u/0/`,
    "Your booking is confirmed",
    "TK 1757",
  );
  await take(page, "sidebar");

  const popup = await openSurface(browser, "popup.html");
  await popup.setViewport({ width: 420, height: 420, deviceScaleFactor: 2 });
  await popup.keyboard.type(
    "Sample Caller, Baltic Sample Rail, +371 26 123 456 for Principal A re contract renewal, call back before 3pm urgent",
  );
  await hands.see(popup, "Known caller").catch(() => {});
  await settled();
  const height = await popup.evaluate(() =>
    Math.ceil(
      document.querySelector("main > #rest")?.lastElementChild?.getBoundingClientRect().bottom ?? innerHeight,
    ),
  );
  await popup.setViewport({ width: 420, height, deviceScaleFactor: 2 });
  await take(popup, "popup");

  await desk.bringToFront();
  await desk.setViewport({ width: 1440, height: 810 });
  await desk.evaluate(() => {
    location.hash = "#queue";
  });
  await hands.see(desk, "Sample Caller");
  await (await desk.waitForSelector(".row button.open"))?.click();
  await desk.waitForSelector(".history li");
  await take(desk, "desk");
}

async function dark(browser: Launched): Promise<void> {
  await withSampleDesk(browser);
  const { page, sidebar } = await besideMail(
    browser,
    `https://${outlookHosts[0]}/mail/`,
    "Renewal of the framework contract",
    "Sample Caller",
  );
  await hands.press(sidebar, "Will call you back");
  await hands.see(sidebar, "You send it yourself");
  await take(page, "sidebar-dark");
}

async function withBrowser(
  office: Office,
  args: readonly string[],
  work: (browser: Launched) => Promise<void>,
) {
  const proxy = await office.hosts.newProxy();
  const browser = await launchChromium({
    extensionDir: ".output/chrome-mv3",
    proxyPort: proxy.port,
    args: ["--lang=en-GB", ...args],
  });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

process.env.TZ = zoneWhereItIs(MORNING, new Date());
const built = await step("Building the extension", () => run(bin("wxt"), ["build", "-b", "chrome"]));
if (built.code !== 0) throw new Error(built.output);
mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "sidedesk-pictures-"));
const office = await openOffice(data, 0);
try {
  await withBrowser(office, [], light);
  await withBrowser(office, ["--blink-settings=preferredColorScheme=0"], dark);
} finally {
  await office.close();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
