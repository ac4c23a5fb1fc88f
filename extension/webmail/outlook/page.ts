import { type BoxFinder, openReplyBox, writeDraft } from "../compose.ts";
import type { ComposeBox, MailPage, OpenThread } from "../mail-page.ts";
import { isShown } from "../visible-text.ts";
import { watchPage } from "../watch.ts";
import { addressesIn } from "../written-address.ts";
import { graphId, idFromAddress, kindOfId } from "./ids.ts";
import { bodiesOf, messageAround, readMessages, sendersOf } from "./messages.ts";
import { outlook } from "./selectors.ts";

/** Outlook on the web in this document. */
export function outlookPage(document: Document): MailPage {
  const finder: BoxFinder = {
    boxes: () => composeBoxes(document),
    openThreadId: () => {
      const pane = readingPane(document);
      return pane ? { threadId: threadId(pane, document).id } : null;
    },
    replyButton: () => replyButton(document),
  };
  return {
    provider: "outlook",
    account: () => account(document),
    recognised: () => recognised(document),
    openThread: () => readThread(document),
    composeBoxes: finder.boxes,
    insertDraft: (draft, target) => writeDraft(document, finder, draft, target),
    openReply: () => openReplyBox(finder),
    watch: (onChange, signal) => watchPage(document, () => fingerprint(document), onChange, signal),
  };
}

function recognised(document: Document): boolean {
  const signs = [outlook.row, outlook.conversation, outlook.item, outlook.mailbox, outlook.editor];
  return document.querySelector(signs.map(({ css }) => css).join()) !== null;
}

type Pane = { element: Element; alone: boolean };

function readingPane(document: Document): Pane | null {
  const shown = (css: string) => [...document.querySelectorAll(css)].filter(isShown);
  const conversations = shown(outlook.conversation.css);
  const items = shown(outlook.item.css);
  const [element] = [...conversations, ...items];
  if (!element || conversations.length + items.length > 1) return null;
  return { element, alone: items.length === 1 };
}

function readThread(document: Document): OpenThread | null {
  const pane = readingPane(document);
  if (!pane) return null;
  const { id, kind } = threadId(pane, document);
  const messages = readMessages(pane.element);
  const [only] = messages;
  return {
    threadId: id,
    idKind: kind,
    subject: subject(pane.element),
    // A single message's item id is in the address of a deep link.
    messages:
      kind === "outlook-item" && only && messages.length === 1 ? [{ ...only, messageId: id }] : messages,
    url: document.location.href,
  };
}

/** The selected conversation and the address both may name it; where they differ, or several are selected, none is sure. */
function threadId(pane: Pane, document: Document): { id: string | null; kind: OpenThread["idKind"] } {
  const addressed = idFromAddress(new URL(document.location.href));
  const kind = addressed && kindOfId(addressed);
  if (pane.alone) return { id: kind === "item" ? addressed : null, kind: "outlook-item" };
  // A list that was left may stay, hidden, with what was selected there.
  const selected = [...document.querySelectorAll(outlook.selected.css)]
    .filter(isShown)
    .map((option) => graphId(option.getAttribute("data-convid")));
  if (selected.length > 1) return { id: null, kind: "outlook-conversation" };
  const named = [...selected, kind === "conversation" ? addressed : null].filter((id) => id !== null);
  return { id: new Set(named).size === 1 ? (named[0] ?? null) : null, kind: "outlook-conversation" };
}

function subject(pane: Element): string | null {
  const marked = [...pane.querySelectorAll(outlook.subject.css)].filter(isShown);
  if (marked.length > 0) return marked.length === 1 ? marked[0]?.textContent?.trim() || null : null;
  const messages = bodiesOf(pane).map((body) => messageAround(body, pane));
  const headings = [...pane.querySelectorAll(outlook.heading.css)].filter(
    (heading) => isShown(heading) && !messages.some((message) => message?.contains(heading)),
  );
  return headings.length === 1 ? headings[0]?.textContent?.trim() || null : null;
}

function composeBoxes(document: Document): ComposeBox[] {
  const pane = readingPane(document);
  return [...document.querySelectorAll<HTMLElement>(outlook.editor.css)]
    .filter(isShown)
    .map((editor, index) => {
      const inOpenThread = pane?.element.contains(editor) ?? false;
      return {
        id: editor.closest(outlook.editorParent.css)?.id ?? `editor:${index}`,
        kind: inOpenThread ? "reply" : "new",
        threadId: null,
        inOpenThread,
        editor,
        // No anchor is known that finds Outlook's subject field in every language.
        subjectInput: null,
      };
    });
}

/** Which message is the newest depends on a setting that the page does not show: with several, a person chooses. */
function replyButton(document: Document): HTMLElement | "ambiguous" | null {
  const pane = readingPane(document);
  const buttons = [...(pane?.element.querySelectorAll(outlook.replyIcon.css) ?? [])]
    .map((icon) => icon.closest<HTMLElement>("button, [role=button], [role=menuitem]"))
    .filter((button) => button !== null && isShown(button));
  return new Set(buttons).size > 1 ? "ambiguous" : (buttons[0] ?? null);
}

function account(document: Document): string | null {
  const named = new Set<string>();
  for (const root of document.querySelectorAll(outlook.mailbox.css)) {
    const name = root.getAttribute("data-folder-name") ?? "";
    if (/^[^\s@]+@[^\s@]+$/.test(name)) named.add(name.toLowerCase());
  }
  if (named.size === 0) {
    const label = document.querySelector(outlook.me.css)?.getAttribute("aria-label") ?? "";
    for (const email of addressesIn(label)) named.add(email);
  }
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** What `watch` compares: cheap to read, and different whenever what is open or being written is. */
function fingerprint(document: Document): string {
  const pane = readingPane(document);
  const parts: (string | number | undefined)[] = [
    document.location.href,
    String(recognised(document)),
    account(document) ?? "",
  ];
  if (pane) {
    parts.push(threadId(pane, document).id ?? "?", subject(pane.element) ?? "");
    for (const sender of sendersOf(pane.element)) parts.push(sender.textContent ?? "");
    for (const body of bodiesOf(pane.element)) parts.push(body.id, body.textContent?.length);
    parts.push(pane.element.querySelector(outlook.recipients.css)?.textContent ?? "");
    parts.push(pane.element.querySelectorAll(outlook.attachment.css).length);
  }
  for (const box of composeBoxes(document)) parts.push(box.id, String(box.inOpenThread));
  return parts.join("\n");
}
