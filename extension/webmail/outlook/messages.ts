import type { Address, OpenMessage } from "../mail-page.ts";
import { ofItsKind } from "../of-its-kind.ts";
import { visibleText } from "../visible-text.ts";
import { outlook } from "./selectors.ts";

/**
 * The element around one message: the closest one around its body that also has its sender. Null where that would
 * take in another message's body.
 */
export function messageAround(body: Element, pane: Element): Element | null {
  for (let at = body.parentElement; at && pane.contains(at); at = at.parentElement) {
    if (at.querySelectorAll(outlook.body.css).length > 1) return null;
    if (at.querySelector(outlook.sender.css)) return at;
  }
  return null;
}

/** The messages of a reading pane, in the page's order; a sender without a body is a collapsed message. */
export function readMessages(pane: Element): OpenMessage[] {
  const messageOf = new Map<Element, { body: Element; message: Element }>();
  for (const body of pane.querySelectorAll(outlook.body.css)) {
    const message = messageAround(body, pane);
    const sender = message?.querySelector(outlook.sender.css);
    if (message && sender) messageOf.set(sender, { body, message });
  }
  return [...pane.querySelectorAll(outlook.sender.css)].map((sender) => {
    const found = messageOf.get(sender);
    if (!found) return collapsedMessage(sender, pane);
    const { body, message } = found;
    return {
      messageId: null,
      from: parsePerson(sender.textContent ?? ""),
      to: parsePeople(message.querySelector(outlook.recipients.css)),
      date: message.querySelector(outlook.date.css)?.textContent?.trim() || null,
      text: visibleText(body.querySelector(outlook.document.css) ?? body, quoted(body)),
      collapsed: false,
      clipped: false,
      attachments: [...message.querySelectorAll(outlook.attachment.css)]
        .filter((element) => !body.contains(element))
        .flatMap((element) => {
          const name = element.getAttribute("title");
          return name ? [{ name, type: null, url: null }] : [];
        }),
    };
  });
}

function collapsedMessage(sender: Element, pane: Element): OpenMessage {
  let around: Element = sender;
  while (
    around.parentElement &&
    around.parentElement !== pane &&
    around.parentElement.querySelectorAll(outlook.sender.css).length === 1
  ) {
    around = around.parentElement;
  }
  return {
    messageId: null,
    from: parsePerson(sender.textContent ?? ""),
    to: [],
    date: around.querySelector(outlook.date.css)?.textContent?.trim() || null,
    text: null,
    collapsed: true,
    clipped: false,
    attachments: [],
  };
}

/** `Name`, `Name<address>` or an address alone; Outlook shows the address only of people that it does not know. */
export function parsePerson(text: string): Address | null {
  const seen = text.replace(/\s+/g, " ").trim();
  if (!seen) return null;
  const [, name = "", email = ""] = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(seen) ?? [];
  if (email) return { name: name || email, email };
  return { name: seen, email: /^[^\s@]+@[^\s@]+$/.test(seen) ? seen : null };
}

/** The people in "To: One; Two": each in an element of its own, after a label in the page's language. */
function parsePeople(well: Element | null): Address[] {
  if (!well) return [];
  const innermost = [...well.querySelectorAll("*")].filter(
    (element) => element.children.length === 0 && element.textContent?.trim(),
  );
  return innermost.flatMap(
    (element) => parsePerson((element.textContent ?? "").replace(/[;,]\s*$/, "")) ?? [],
  );
}

/** Drops the quoted mail: marked as one, or everything from the divider that a reply writes above it. */
function quoted(body: Element): (element: Element) => boolean {
  const start = body.querySelector(outlook.quoteStart.css);
  // A forwarded mail has nothing before the divider: then the quote is the message.
  const before = start ? textBefore(body, start) : "";
  const cut = start && before.trim() !== "" ? start : null;
  return (element) => {
    if (ofItsKind(element, "matches")(outlook.quote.css)) return !/^\s*-{5,}/.test(element.textContent ?? "");
    return cut !== null && (cut === element || (cut.compareDocumentPosition(element) & 4) !== 0);
  };
}

function textBefore(body: Element, end: Element): string {
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.setEndBefore(end);
  return range.toString();
}
