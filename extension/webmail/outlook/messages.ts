import type { Address, OpenMessage } from "../mail-page.ts";
import { ofItsKind } from "../of-its-kind.ts";
import { isShown, visibleText } from "../visible-text.ts";
import { shownName } from "../written-address.ts";
import { outlook } from "./selectors.ts";

/** The bodies that can be seen: a view that was left may stay, hidden. */
export const bodiesOf = (pane: Element): Element[] =>
  [...pane.querySelectorAll(outlook.body.css)].filter(isShown);

/**
 * The element around one message: the closest one around its body that also has its sender. Null where that would
 * take in another message's body.
 */
export function messageAround(body: Element, pane: Element): Element | null {
  for (let at = body.parentElement; at && pane.contains(at); at = at.parentElement) {
    if (bodiesOf(at).length > 1) return null;
    if (at.querySelector(outlook.sender.css)) return at;
  }
  return null;
}

/** The messages of a reading pane, in the page's order; a sender without a body is a collapsed message. */
export function readMessages(pane: Element): OpenMessage[] {
  const messageOf = new Map<Element, { body: Element; message: Element }>();
  for (const body of bodiesOf(pane)) {
    const message = messageAround(body, pane);
    const sender = message?.querySelector(outlook.sender.css);
    if (message && sender) messageOf.set(sender, { body, message });
  }
  return sendersOf(pane).map((sender) => {
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
      attachments: attachmentsOf(message, body),
    };
  });
}

/** Of each file the first title, which is its name; its buttons have titles too. */
function attachmentsOf(message: Element, body: Element): OpenMessage["attachments"] {
  const names = new Map<Element | null, string>();
  for (const titled of message.querySelectorAll(outlook.attachment.css)) {
    const file = titled.closest("[role=option]");
    const name = titled.getAttribute("title");
    if (name && !body.contains(titled) && !names.has(file)) names.set(file, name);
  }
  return [...names.values()].map((name) => ({ name, type: null, url: null }));
}

export const sendersOf = (pane: Element): Element[] =>
  [...pane.querySelectorAll(outlook.sender.css)].filter(isShown);

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
  const seen = shownName(text);
  if (!seen) return null;
  const [, name = "", email = ""] = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(seen) ?? [];
  if (email) return { name: shownName(name) || email, email };
  return { name: seen, email: /^[^\s@]+@[^\s@]+$/.test(seen) ? seen : null };
}

/** "To:" in an element of its own ends with a colon in every language; a separator may be alone in one. */
const isLabel = /[:：]\s*$|^[\s;,；，]*$/;

/** The people in "To: One; Two": each in an element of its own, after a label in the page's language. */
function parsePeople(well: Element | null): Address[] {
  if (!well) return [];
  const innermost = [...well.querySelectorAll("*")].filter(
    (element) => element.children.length === 0 && element.textContent?.trim() && isShown(element),
  );
  return innermost.flatMap((element) => {
    const text = element.textContent ?? "";
    return isLabel.test(text) ? [] : (parsePerson(text.replace(/[;,；，]\s*$/, "")) ?? []);
  });
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
