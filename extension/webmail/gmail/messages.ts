import type { Address, OpenMessage } from "../mail-page.ts";
import { ofItsKind } from "../of-its-kind.ts";
import { isShown, visibleText } from "../visible-text.ts";
import { shownName } from "../written-address.ts";
import { hexFromPermId, hexId } from "./ids.ts";
import { gmail } from "./selectors.ts";

/** The messages of a thread's view, first to last. */
export function readMessages(view: Element): OpenMessage[] {
  return messagesOf(view).map((message) => {
    // Around the message in a thread; the message itself where a layout has no list.
    const item = message.closest(gmail.item.css) ?? message;
    const body = item.querySelector(gmail.body.css);
    const collapsed = item.getAttribute("aria-expanded") === "false" || body === null || !isShown(body);
    return {
      messageId:
        hexId(message.getAttribute("data-legacy-message-id")) ??
        hexFromPermId(message.getAttribute("data-message-id")),
      from: address(item.querySelector(gmail.sender.css)),
      to: recipients(item),
      date: shownDate(item.querySelector(gmail.date.css)),
      text: collapsed || !body ? null : visibleText(body, isQuoteOrNote),
      collapsed,
      clipped: body?.querySelector(gmail.clipped.css) != null,
      attachments: [...item.querySelectorAll(gmail.attachment.css)].flatMap((element) => {
        const attachment = parseDownloadUrl(element.getAttribute("download_url") ?? "");
        return attachment ? [attachment] : [];
      }),
    };
  });
}

/** The elements that carry the messages' ids; one inside another speaks of the same message. */
export const messagesOf = (view: Element): Element[] =>
  [...view.querySelectorAll(gmail.message.css)].filter(
    (message) => !message.parentElement?.closest(gmail.message.css),
  );

/** `application/pdf:Annex: final.pdf:https://mail…`: type, name (which may have colons) and address. */
export function parseDownloadUrl(
  value: string,
): { name: string; type: string | null; url: string | null } | null {
  const parts = /^([^:]*):(.+):(https:\/\/.+)$/s.exec(value);
  if (!parts) return null;
  const [, type = "", name = "", url = ""] = parts;
  return { name, type: type || null, url: URL.canParse(url) ? url : null };
}

/** Gmail marks a forwarded mail as a quote too; that one is the message's very content, and starts with dashes. */
function isQuoteOrNote(element: Element): boolean {
  const matches = ofItsKind(element, "matches");
  if (matches(gmail.clipped.css)) return true;
  return matches(gmail.quote.css) && !/^\s*-{5,}/.test(element.textContent ?? "");
}

function address(element: Element | null): Address | null {
  const email = element?.getAttribute("email");
  if (!element || !email) return null;
  const name = shownName(element.getAttribute("name") || element.textContent || "");
  return { name: name || email, email };
}

function recipients(item: Element): Address[] {
  const byEmail = new Map<string, Address>();
  for (const element of item.querySelectorAll(gmail.recipient.css)) {
    const found = address(element);
    if (found?.email && !byEmail.has(found.email)) byEmail.set(found.email, found);
  }
  return [...byEmail.values()];
}

const shownDate = (element: Element | null) =>
  element?.getAttribute("title") || element?.textContent?.trim() || null;
