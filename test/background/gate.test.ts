import { describe, expect, it } from "vitest";
import { admitted } from "../../extension/background/ports/gate.ts";

const ID = "abcdefghijklmnopabcdefghijklmnop";
const ROOT = `chrome-extension://${ID}/`;
const MAIL = "https://mail.google.com/mail/u/0/";
const tab = { id: 7 };

/** Who may stand behind a port, as the browser tells it; and what each is let in as, under the name for that. */
const SENDERS: readonly (readonly [string, object | undefined, "surface" | "page" | null])[] = [
  ["the popup", { id: ID, url: `${ROOT}popup.html` }, "surface"],
  ["the desk page", { id: ID, url: `${ROOT}desk.html#queue`, frameId: 0, tab }, "surface"],
  ["the options", { id: ID, url: `${ROOT}options.html`, frameId: 0, tab }, "surface"],
  ["the side panel", { id: ID, url: `${ROOT}sidepanel.html`, documentId: "x" }, "surface"],
  ["the sidebar in a mail", { id: ID, url: `${ROOT}sidebar.html?beside=gmail`, frameId: 3, tab }, "surface"],
  ["a webmail's content script", { id: ID, url: MAIL, frameId: 0, tab }, "page"],
  ["a content script in a frame of a webmail", { id: ID, url: MAIL, frameId: 3, tab }, null],
  ["a content script in no tab", { id: ID, url: MAIL, frameId: 0 }, null],
  ["a content script of a page that says no address", { id: ID, frameId: 3, tab }, null],
  ["another extension", { id: "z".repeat(32), url: `chrome-extension://${"z".repeat(32)}/page.html` }, null],
  ["another extension in a tab", { id: "z".repeat(32), url: MAIL, frameId: 0, tab }, null],
  ["another extension with our address", { id: "z".repeat(32), url: `${ROOT}popup.html` }, null],
  ["a page", { url: MAIL, frameId: 0, tab }, null],
  ["a page with our address", { url: `${ROOT}popup.html`, frameId: 0, tab }, null],
  [
    "an address that begins like ours",
    { id: ID, url: `chrome-extension://${ID}x/popup.html`, frameId: 3, tab },
    null,
  ],
  [
    "our address inside another's",
    { id: ID, url: `https://example.com/${ROOT}popup.html`, frameId: 3, tab },
    null,
  ],
  ["a blob of ours", { id: ID, url: `blob:${ROOT}0`, frameId: 3, tab }, null],
  ["nobody", {}, null],
  ["nothing", undefined, null],
];
const NAMES = [
  "",
  "Surface",
  "surface ",
  "surfaces",
  "Page",
  "page ",
  "__proto__",
  "constructor",
  "toString",
];

describe("A port to the background", () => {
  it.each(SENDERS)("from %s is opened as what it is, or not at all", (_, sender, as) => {
    const asked = (name: string) => admitted({ name, ...(sender ? { sender } : {}) }, ID, ROOT);
    expect(asked("surface")).toBe(as === "surface" ? "surface" : null);
    expect(asked("page")).toBe(as === "page" ? "page" : null);
    for (const name of NAMES) expect(asked(name), name).toBe(null);
  });
});
