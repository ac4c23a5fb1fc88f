// `npm start`: builds the extension, starts a sync server and opens a browser on a practice mailbox with a sample desk.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Launched, launchChromium, launchFirefox } from "../e2e/harness/browser.ts";
import { gmailHost, outlookHosts } from "../e2e/harness/https.ts";
import { findBrowsers } from "../e2e/harness/installed.ts";
import { bin, run, step } from "../run/steps.ts";
import { welcome } from "./assistant.ts";
import { openOffice } from "./office.ts";

const DATA = process.env.SIDEDESK_DATA ?? ".data";
const PORT = Number(process.env.SIDEDESK_PORT ?? 8787);
const say = (line = "") => process.stdout.write(`${line}\n`);

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const wanted = process.env.SIDEDESK_BROWSER?.toLowerCase();
const installed = findBrowsers().find(({ name }) => !wanted || name.toLowerCase() === wanted);

if (!hasDisplay || !installed) {
  say(
    hasDisplay
      ? "No Chromium, Chrome, Edge or Firefox was found. Install one, or load the extension by hand (see below)."
      : "There is no display here, so the demo is played without one.",
  );
  if (!hasDisplay) await import("./demo.ts");
  else howToLoad();
} else await practise();

async function practise(): Promise<void> {
  if (!installed) return;
  const kind = installed.kind;
  const built = await step(`Building the extension for ${installed.name}`, () =>
    run(bin("wxt"), ["build", "-b", kind]),
  );
  if (built.code !== 0) {
    say(built.output);
    process.exit(1);
  }
  say("… Starting the sync server and the practice mailbox");
  const office = await openOffice(DATA, PORT, () => {});
  say(`✓ Sync server on ${office.server.url}, its data in ${resolve(DATA)}`);

  say(`… Opening ${installed.name}`);
  const launch = kind === "chrome" ? launchChromium : launchFirefox;
  const browser = await launch({
    extensionDir: `.output/${kind}-mv3`,
    profileDir: resolve(DATA, `practice-${kind}`),
    headless: false,
    proxyPort: office.hosts.proxy.port,
    executablePath: installed.path,
  });
  const blank = (await browser.browser.pages())[0];
  await openSampleDesk(browser);
  await browser.openPage(`https://${outlookHosts[0]}/mail/`);
  const gmail = await browser.openPage(`https://${gmailHost}/mail/u/0/`);
  await gmail.bringToFront();
  await blank?.close().catch(() => {});
  say(`✓ ${installed.name} is open on the practice mailbox, with a sample desk that one click removes`);
  say();
  say(
    "This browser is a practice one: a profile of its own, and every address in it leads to this computer.",
  );
  say(`  Practice mailbox   https://${gmailHost}  and  https://${outlookHosts[0]}  (in that browser only)`);
  say(`  Desk page          ${browser.extensionUrl("desk.html")}`);
  say(`  Sync server        ${office.server.url}   (give this address to a desk to share it)`);
  howToLoad();
  say();
  say(`Ctrl-C ends everything. To begin afresh, delete the folder ${resolve(DATA)}.`);

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    say("\nEnding …");
    await browser.close().catch(() => {});
    await office.close();
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  browser.browser.on("disconnected", end);
}

/** Makes the sample desk through a page of the extension, unless this profile has a desk already. */
async function openSampleDesk(browser: Launched): Promise<void> {
  const page = await welcome(browser);
  await page.evaluate(async (locale) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { connect(info: object): SurfacePort } } }
    ).chrome;
    interface SurfacePort {
      postMessage(message: object): void;
      onMessage: {
        addListener(listener: (message: { id: number; value?: { desks: unknown[] } }) => void): void;
      };
    }
    const port = runtime.connect({ name: "surface" });
    await new Promise<void>((resolve) => {
      port.onMessage.addListener(({ id, value }) => {
        if (id === 2) resolve();
        else if (value?.desks.length) resolve();
        else if (value)
          port.postMessage({ id: 2, request: { call: "createSampleDesk", memberName: "You", locale } });
      });
      port.postMessage({ id: 1, watch: { q: "state" } });
    });
  }, Intl.DateTimeFormat().resolvedOptions().locale);
}

function howToLoad(): void {
  say();
  say("To load Sidedesk into your own browser (npm run build makes both):");
  say(
    `  Chrome, Edge, Chromium   chrome://extensions → Developer mode → Load unpacked → ${resolve(".output/chrome-mv3")}`,
  );
  say(
    `  Firefox                  about:debugging → This Firefox → Load Temporary Add-on → ${resolve(".output/firefox-mv3/manifest.json")}`,
  );
  if (!existsSync(".output/firefox-mv3"))
    say("  (run  npm run build  first: it makes the extension for both)");
}
