import { type BoxFinder, openReplyBox, writeDraft } from "../compose.ts";
import type { ComposeBox, MailPage, OpenThread } from "../mail-page.ts";
import { isShown } from "../visible-text.ts";
import { watchPage } from "../watch.ts";
import { addressesIn } from "../written-address.ts";
import { hexFromPermId, hexId, threadIdFromHash } from "./ids.ts";
import { messagesOf, readMessages } from "./messages.ts";
import { gmail } from "./selectors.ts";

/** Gmail in this document. */
export function gmailPage(document: Document): MailPage {
  const openThread = () => readThread(document);
  const finder: BoxFinder = {
    boxes: () => composeBoxes(document),
    openThreadId: () => {
      const view = threadView(document);
      return view ? { threadId: threadId(view, document) } : null;
    },
    replyButton: () => replyButton(document),
  };
  return {
    provider: "gmail",
    account: () => account(document),
    recognised: () => recognised(document),
    openThread,
    composeBoxes: finder.boxes,
    insertDraft: (draft, target) => writeDraft(document, finder, draft, target),
    openReply: () => openReplyBox(finder),
    watch: (onChange, signal) => watchPage(document, () => fingerprint(document), onChange, signal),
  };
}

const recognised = (document: Document) =>
  document.querySelector([gmail.view, gmail.row, gmail.message].map(({ css }) => css).join()) !== null;

const subjects = (view: Element) => [...view.querySelectorAll(gmail.subject.css)].filter(isShown);

/** The one view that can be seen and has messages; none where it shows the headings of several threads. */
function threadView(document: Document): Element | null {
  const views = [...document.querySelectorAll(gmail.view.css)].filter(
    (view) => view.querySelector(gmail.message.css) !== null && isShown(view),
  );
  const [view] = views;
  return view && views.length === 1 && subjects(view).length < 2 ? view : null;
}

function readThread(document: Document): OpenThread | null {
  const view = threadView(document);
  if (!view) return null;
  return {
    threadId: threadId(view, document),
    idKind: "gmail-hex",
    subject: subjects(view)[0]?.textContent?.trim() || null,
    messages: readMessages(view),
    url: document.location.href,
  };
}

/** Heading and address both may name the thread; while Gmail moves from one to the next they differ, and none is sure. */
function threadId(view: Element, document: Document): string | null {
  const [subject] = subjects(view);
  const named = [
    hexId(subject?.getAttribute("data-legacy-thread-id")),
    hexFromPermId(subject?.getAttribute("data-thread-perm-id")),
    threadIdFromHash(document.location.hash),
  ].filter((id) => id !== null);
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

function composeBoxes(document: Document): ComposeBox[] {
  const view = threadView(document);
  const byEditor = new Map<Element, ComposeBox>();
  for (const element of document.querySelectorAll(`${gmail.replyBox.css}, ${gmail.dialog.css}`)) {
    const editors = [...element.querySelectorAll<HTMLElement>(gmail.editor.css)].filter(isShown);
    const [editor] = editors;
    if (!editor || editors.length > 1 || byEditor.has(editor)) continue;
    const repliesTo = element.querySelector<HTMLInputElement>(gmail.repliesTo.css)?.value;
    const inOpenThread = view?.contains(element) ?? false;
    byEditor.set(editor, {
      id:
        element.getAttribute("data-compose-id") ??
        `composeid:${element.querySelector<HTMLInputElement>(gmail.composeId.css)?.value}`,
      kind: repliesTo || inOpenThread ? "reply" : "new",
      threadId: hexFromPermId(repliesTo),
      inOpenThread,
      editor,
      subjectInput: element.querySelector<HTMLInputElement>(gmail.subjectInput.css),
    });
  }
  return [...byEditor.values()];
}

function replyButton(document: Document): HTMLElement | "ambiguous" | null {
  const view = threadView(document);
  const under = view?.querySelector<HTMLElement>(gmail.answers.css);
  if (under && isShown(under)) return under;
  const heads = [...(view?.querySelectorAll<HTMLElement>(gmail.replyInHead.css) ?? [])].filter(isShown);
  return heads.at(-1) ?? null;
}

function account(document: Document): string | null {
  const views = [...document.querySelectorAll(gmail.view.css)];
  const labels = [...document.querySelectorAll(gmail.account.css)].filter(
    (link) => !views.some((view) => view.contains(link)) && !link.closest("[role=dialog]"),
  );
  const named = new Set(labels.flatMap((link) => addressesIn(link.getAttribute("aria-label"))));
  if (named.size === 1) return [...named][0] ?? null;
  const titled = new Set(addressesIn(document.title));
  const both = [...named].filter((email) => titled.has(email));
  if (both.length === 1) return both[0] ?? null;
  return named.size === 0 && titled.size === 1 ? ([...titled][0] ?? null) : null;
}

/** What `watch` compares: cheap to read, and different whenever what is open or being written is. */
function fingerprint(document: Document): string {
  const view = threadView(document);
  const parts: (string | number | undefined)[] = [
    document.location.href,
    String(recognised(document)),
    account(document) ?? "",
  ];
  if (view) {
    parts.push(threadId(view, document) ?? "?", subjects(view)[0]?.textContent ?? "");
    for (const message of messagesOf(view)) {
      const item = message.closest(gmail.item.css) ?? message;
      const body = item.querySelector(gmail.body.css);
      parts.push(
        message.getAttribute("data-message-id") ?? message.getAttribute("data-legacy-message-id") ?? "",
        item.getAttribute("aria-expanded") ?? "",
        body && isShown(body) ? body.textContent?.length : "-",
        item.querySelector(gmail.sender.css)?.getAttribute("email") ?? "",
        item.querySelectorAll(`${gmail.recipient.css}, ${gmail.attachment.css}`).length,
      );
    }
  }
  for (const box of composeBoxes(document)) parts.push(box.id, box.threadId ?? "");
  return parts.join("\n");
}
