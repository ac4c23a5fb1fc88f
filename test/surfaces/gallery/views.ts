import type { KeyInput, Page } from "puppeteer-core";
import type { View } from "./open.ts";

/** A surface in a state that a person meets, and what leads there from where it opens. */
export interface NamedView extends View {
  readonly name: string;
  readonly prepare?: (page: Page) => Promise<void>;
  /** Made for a wide window too. */
  readonly wide?: boolean;
}

const CALL = "2026-11.call1000000000000000";
const TRIP = "2026-11.trip1000000000000000";
const LINE =
  "Sample Caller, Baltic Sample Rail, +371 26 123 456 for A re contract renewal, call back before 3pm urgent";

const press = (name: string) => async (page: Page) => {
  await (await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`))?.click();
};
const tab = (name: string) => async (page: Page) => {
  await (await page.waitForSelector(`::-p-text(${name})`))?.click();
  await page.waitForSelector(".rows .row");
};
/** Whatever the server that is looked for answers, it is shown. */
const answered = async (page: Page) => {
  await page.waitForSelector(".problem[role=status]");
};
const type = async (page: Page) => {
  await page.focus("#line");
  // At once, as by dictation: a key at a time would only take longer.
  await page.keyboard.sendCharacter(LINE);
  await page.waitForFunction(() => document.querySelectorAll(".chips .chip").length >= 5);
  await page.waitForSelector(".known");
};

const pressed =
  (...keys: readonly KeyInput[]) =>
  async (page: Page) => {
    await page.waitForSelector(".row");
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForSelector("dialog[open]");
  };
const unfold = async (page: Page) => {
  await (await page.waitForSelector(".options details summary"))?.click();
  await page.waitForSelector(".options details[open] textarea");
};
/** So tall that the whole log stands in the window, wherever the button before it was scrolled to. */
const LOG_HEIGHT = 1500;
const log = async (page: Page) => {
  await unfold(page);
  await press("Show the log")(page);
  await page.waitForSelector(".in-name .history li");
  await page.evaluate(() => scrollTo(0, 0));
};
const palette = (typed: string) => async (page: Page) => {
  await page.waitForSelector(".row");
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForSelector("dialog.palette");
  await page.keyboard.type(typed);
};

/** A file chosen as a person would, and opened: whatever it holds, it is the sample's. */
const openFile = async (page: Page) => {
  await press("I have a backup file")(page);
  await page.waitForSelector("input[type=file]");
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("input[type=file]");
    const chosen = new DataTransfer();
    chosen.items.add(new File(["a backup"], "Board-office-2026-11-20.sidedesk"));
    if (field) field.files = chosen.files;
    field?.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.type(".onboarding input[type=password]", "a passphrase");
  await press("Open the file")(page);
  await page.waitForSelector(".onboarding .card");
};

/**
 * What every look at the surfaces goes through: their pictures, what can be read and operated by anyone, their texts.
 * A new one stands last: in which languages and colours a picture is taken goes by its place.
 */
export const views: readonly NamedView[] = [
  { name: "popup, empty", surface: "popup" },
  { name: "popup, typed", surface: "popup", prepare: type },
  {
    name: "popup, every field",
    surface: "popup",
    prepare: async (page) => {
      await type(page);
      await page.keyboard.press("Tab");
      await page.waitForSelector(".popup-body .form");
    },
  },
  { name: "popup, no desk", surface: "popup", scenario: "none" },
  {
    name: "popup, not saved",
    surface: "popup",
    prepare: async (page) => {
      await type(page);
      await page.evaluate(() => {
        window.background.refuse = "disk-full";
      });
      await page.keyboard.press("Enter");
      await page.waitForSelector(".toast.urgent");
    },
  },
  { name: "sidebar, no mail", surface: "sidebar", scenario: "empty" },
  { name: "sidebar, mail with a booking", surface: "sidebar" },
  { name: "sidebar, booking moved", surface: "sidebar", scenario: "moved" },
  { name: "sidebar, booking cancelled", surface: "sidebar", scenario: "cancelled" },
  { name: "sidebar, letters to choose from", surface: "sidebar", scenario: "letterless" },
  { name: "sidebar, unreadable mail", surface: "sidebar", scenario: "unreadable" },
  { name: "sidebar, queue", surface: "sidebar", prepare: tab("Queue") },
  {
    name: "sidebar, a trip",
    surface: "sidebar",
    prepare: async (page) => {
      await tab("Trips")(page);
      await page.click(".row .open");
      await page.waitForSelector(".detail h2");
    },
  },
  { name: "sidebar, stopped", surface: "sidebar", scenario: "stopped" },
  { name: "sidebar, sample desk", surface: "sidebar", scenario: "sample" },
  {
    name: "sidebar, first sync",
    surface: "sidebar",
    scenario: "joined",
    prepare: async (page) => {
      await page.waitForSelector("progress");
      await page.evaluate(() => {
        const { desks } = window.background.app();
        window.background.become({
          desks: desks.map((desk) => ({ ...desk, sync: { ...desk.sync, toFetch: 780 } })),
        });
      });
      await page.waitForFunction(() => document.querySelector("progress")?.value === 420);
    },
  },
  { name: "onboarding", surface: "sidebar", scenario: "none" },
  {
    name: "joining",
    surface: "sidebar",
    scenario: "none",
    prepare: async (page) => {
      await press("Join with a link")(page);
      await page.type(".onboarding [inputmode=url]", "web+sidedesk:join?server=x&desk=y#z");
      await page.waitForSelector(".fingerprint");
    },
  },
  { name: "desk, queue", surface: "desk", scenario: "together", hash: "#queue", wide: true },
  { name: "desk, calls", surface: "desk", hash: "#call" },
  { name: "desk, empty", surface: "desk", scenario: "empty", hash: "#call" },
  { name: "desk, a call with two decisions", surface: "desk", hash: `#queue/${CALL}`, wide: true },
  { name: "desk, a trip", surface: "desk", hash: `#trip/${TRIP}`, wide: true },
  { name: "desk, people", surface: "desk", hash: "#people" },
  {
    name: "desk, a person",
    surface: "desk",
    hash: "#people",
    // An address names nobody.
    prepare: async (page) => {
      await (await page.waitForSelector(".row .open"))?.click();
      await page.waitForSelector(".detail .rows .row");
    },
  },
  { name: "desk, menu", surface: "desk", hash: "#menu" },
  { name: "desk, first call", surface: "desk", scenario: "empty", wide: true },
  { name: "options, desk", surface: "options", scenario: "stopped", wide: true },
  { name: "options, members", surface: "options", hash: "#members" },
  {
    name: "options, invitation",
    surface: "options",
    hash: "#members",
    prepare: async (page) => {
      await press("Invite a colleague")(page);
      await page.waitForSelector("input[readonly]");
    },
  },
  { name: "options, principals", surface: "options", hash: "#principals", prepare: unfold },
  { name: "options, templates", surface: "options", hash: "#templates", wide: true, prepare: unfold },
  { name: "options, language", surface: "options", hash: "#language", scenario: "managed" },
  { name: "options, appearance", surface: "options", hash: "#look" },
  { name: "options, shortcuts", surface: "options", hash: "#shortcuts" },
  { name: "options, lock", surface: "options", hash: "#lock" },
  {
    name: "options, lock set",
    surface: "options",
    hash: "#lock",
    scenario: "lockSet",
    prepare: async (page) => {
      await press("Change the passphrase")(page);
      await page.waitForSelector("form input[type=password]");
      await (await page.waitForSelector("details summary"))?.click();
    },
  },
  { name: "popup, locked", surface: "popup", scenario: "locked" },
  {
    name: "sidebar, locked",
    surface: "sidebar",
    scenario: "locked",
    prepare: async (page) => {
      await page.type("input[type=password]", "wrong one");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".problem");
      await (await page.waitForSelector("details summary"))?.click();
    },
  },
  { name: "desk, locked", surface: "desk", scenario: "locked", wide: true },
  { name: "desk, lock wanted", surface: "desk", scenario: "lockWanted" },
  { name: "options, data", surface: "options", hash: "#data", wide: true },
  { name: "options, about", surface: "options", hash: "#about" },
  { name: "options, no desk", surface: "options", scenario: "none" },
  { name: "options, set by the organisation", surface: "options", scenario: "managed", prepare: answered },
  {
    name: "options, leaving",
    surface: "options",
    hash: "#data",
    prepare: async (page) => {
      await press("Remove Board office from this device")(page);
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "desk, a call, as a principal",
    surface: "desk",
    hash: `#queue/${CALL}`,
    scenario: "principal",
    wide: true,
  },
  { name: "desk, a trip, as a viewer", surface: "desk", hash: `#trip/${TRIP}`, scenario: "viewer" },
  { name: "desk, ended", surface: "desk", hash: "#queue", scenario: "ended" },
  {
    name: "desk, palette, as a principal",
    surface: "desk",
    hash: `#queue/${CALL}`,
    scenario: "principal",
    prepare: palette(""),
  },
  { name: "sidebar, as a viewer", surface: "sidebar", scenario: "viewer" },
  { name: "popup, as a viewer", surface: "popup", scenario: "viewer" },
  { name: "options, templates, as a viewer", surface: "options", hash: "#templates", scenario: "viewer" },
  { name: "desk, palette", surface: "desk", hash: "#queue", prepare: palette("") },
  { name: "desk, palette, found", surface: "desk", hash: "#queue", prepare: palette("riga") },
  { name: "desk, keys", surface: "desk", hash: "#queue", wide: true, prepare: pressed("?") },
  { name: "sidebar, palette", surface: "sidebar", prepare: palette("") },
  { name: "sidebar, due", surface: "sidebar", prepare: pressed("j", "d") },
  { name: "components", surface: "components", wide: true },
  { name: "notices", surface: "components", component: "toasts" },
  { name: "dialog", surface: "components", component: "dialog" },
  {
    name: "options, another device",
    surface: "options",
    hash: "#members",
    // As tall as the page: what was pressed stands far down, and a page that scrolls stands now here, now there.
    height: 1800,
    prepare: async (page) => {
      await press("Add another browser")(page);
      await page.waitForSelector(".qr path");
    },
  },
  {
    name: "options, paper key",
    surface: "options",
    hash: "#members",
    prepare: async (page) => {
      await press("Make a new one")(page);
      await page.waitForSelector(".paper .qr path");
    },
  },
  {
    name: "options, lost device",
    surface: "options",
    hash: "#members",
    prepare: async (page) => {
      await press("Remove Chrome · Windows")(page);
      await page.waitForSelector("dialog[open]");
    },
  },
  {
    name: "desk, restoring",
    surface: "desk",
    scenario: "none",
    prepare: async (page) => {
      await press("I have a paper key")(page);
      await page.waitForSelector(".paper-characters");
      await page.type(".onboarding input", "https://sync.example.com");
      const key = "1R70Q-W3GEQ-1R70X-W3GE9-1R703-W3GE3-1R9HK-64RKB-2C9H4-64RK1-2C9HE-64RKZ-2C9GJ";
      await page.type(".paper-characters", key);
      await page.waitForSelector(".fingerprint");
    },
  },
  {
    name: "desk, mistyped paper key",
    surface: "desk",
    scenario: "none",
    prepare: async (page) => {
      await press("I have a paper key")(page);
      await page.waitForSelector(".paper-characters");
      await page.type(".paper-characters", "1R70Q-W3GEQ-1R71X-W3GE9-1R713");
      await page.waitForSelector(".problem");
    },
  },
  { name: "desk, no paper key", surface: "desk", scenario: "paperless" },
  { name: "desk, a key that does not fit", surface: "desk", scenario: "badEpoch" },
  { name: "sidebar, same name", surface: "sidebar", scenario: "namesake" },
  {
    name: "options, log in a principal's name",
    surface: "options",
    scenario: "audited",
    hash: "#principals",
    prepare: log,
    height: LOG_HEIGHT,
  },
  {
    name: "options, log that does not hold",
    surface: "options",
    scenario: "auditBroken",
    hash: "#principals",
    prepare: log,
    height: LOG_HEIGHT,
  },
  {
    name: "desk, over the limit",
    surface: "desk",
    scenario: "overLimit",
    hash: `#trip/${TRIP}`,
    wide: true,
  },
  { name: "desk, all desks", surface: "desk", scenario: "severalDesks", hash: "#all:queue", wide: true },
  { name: "told of a lying server", surface: "components", component: "sync-problem", height: 2600 },
  { name: "sidebar, lost desks", surface: "sidebar", scenario: "lost", height: 1200 },
  { name: "desk, a lost desk without a server", surface: "desk", scenario: "lostAlone" },
  { name: "desk, from a backup file", surface: "desk", scenario: "none", prepare: openFile, height: 1100 },
  {
    name: "options, making a backup",
    surface: "options",
    hash: "#data",
    prepare: async (page) => {
      await press("Make a backup file")(page);
      await page.waitForSelector(".options input[type=password]");
    },
    height: 1500,
  },
  { name: "sidebar, a colleague writes", surface: "sidebar", scenario: "together" },
  { name: "desk, backed up long ago", surface: "desk", scenario: "backedUpLongAgo" },
  { name: "sidebar, between two mails", surface: "sidebar", scenario: "between" },
];
