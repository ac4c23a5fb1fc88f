import type { Page } from "puppeteer-core";
import { CANARY_HOST } from "../../fixtures/hostile/payloads.ts";
import type { Surface } from "../../practice/assistant.ts";
import type { Launched } from "./browser.ts";

/** Runs in a document before anything hostile is in it: what its policy forbids is counted as having been tried. */
const LISTEN = `addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  (globalThis.violations ??= []).push(["forbidden by the policy", violatedDirective, blockedURI, sample].join(" ")))`;

/** Opens a page that is listened to from its first moment. */
export async function openListening(browser: Launched, url: string): Promise<Page> {
  const page = await browser.openPage("about:blank");
  page.on("dialog", (dialog) => {
    void page.evaluate((kind) => document.documentElement.setAttribute("data-executed", kind), dialog.type());
    void dialog.dismiss();
  });
  await page.evaluateOnNewDocument(LISTEN);
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return page;
}

/** Begins to listen in a frame that is there already. */
export const listen = (surface: Surface) => surface.evaluate(LISTEN);

/**
 * What of hostile texts is more than text in a document: what ran, what its policy stopped, what stands there as an
 * element, an address or a style. Empty where they were shown as text only.
 */
export function alive(surface: Surface): Promise<string[]> {
  return surface.evaluate((canary) => {
    const found = [...((globalThis as { violations?: string[] }).violations ?? [])];
    const root = document.documentElement;
    if (root.dataset.executed) found.push(`executed ${root.dataset.executed}`);
    for (const key of Object.keys(Object.prototype)) found.push(`every object has ${key}`);
    const foreign =
      "iframe, frame, object, embed, base, math, foreignObject, script:not([src]), audio, video, " +
      // A page of the extension has a policy of its own in its head.
      "meta[http-equiv]:not(head > [http-equiv=Content-Security-Policy])";
    for (const { outerHTML } of document.querySelectorAll(foreign)) found.push(outerHTML.slice(0, 200));
    const addresses = [
      "href",
      "src",
      "action",
      "formaction",
      "xlink:href",
      "srcset",
      "poster",
      "data",
      "background",
      "ping",
    ];
    for (const element of document.querySelectorAll("*")) {
      for (const name of element.getAttributeNames()) {
        const value = element.getAttribute(name) ?? "";
        const isAddress = addresses.includes(name);
        const url = isAddress ? URL.parse(value, document.baseURI) : null;
        const known = url && ["chrome-extension:", "https:", "tel:", "mailto:"].includes(url.protocol);
        const isHostile =
          name.startsWith("on") ||
          name === "srcdoc" ||
          (isAddress && value !== "data:," && (!known || url.hostname === canary)) ||
          // Who is written to is told; a link that says more than that was not written by Sidedesk.
          (url?.protocol === "mailto:" && url.search !== "") ||
          (name === "style" && /url\(|expression|javascript|@import/i.test(value));
        if (isHostile) found.push(`${element.nodeName} ${name}=${value}`.slice(0, 200));
      }
    }
    return found;
  }, CANARY_HOST);
}

const TEXT = `[document.body.textContent, ...[...document.querySelectorAll("input, textarea")].map(({ value }) => value)].join("\\n")`;

/** Everything that a document shows as text, in its fields too, letter by letter as it is in there. */
export const shownText = (surface: Surface) => surface.evaluate(TEXT) as Promise<string>;

/** Waits until a document shows a text, letter by letter. */
export async function shows(surface: Surface, text: string): Promise<void> {
  await surface.waitForFunction(`${TEXT}.includes(${JSON.stringify(text)})`, {
    timeout: 15_000,
    polling: "raf",
  });
}
