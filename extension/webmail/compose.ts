import type { ComposeBox, Draft, InsertResult } from "./mail-page.ts";
import { invisible, visibleText } from "./visible-text.ts";

/** What writing a draft needs to know of a webmail. */
export interface BoxFinder {
  boxes(): ComposeBox[];
  openThreadId(): { readonly threadId: string | null } | null;
  /** The button that answers the newest message of the open thread; "ambiguous" where several could be meant. */
  replyButton(): HTMLElement | "ambiguous" | null;
}

type Refusal = Extract<InsertResult, { ok: false }>;
const refusal = (reason: Refusal["reason"], detail: string): Refusal => ({ ok: false, reason, detail });

/**
 * The box that a draft belongs in. A draft for a thread goes only into a box that answers it; one without a thread
 * goes into the open thread's reply box, else into the only box there is, unless that one answers another thread.
 */
export function chooseBox(
  boxes: readonly ComposeBox[],
  open: { readonly threadId: string | null } | null,
  target?: { threadId: string },
): ComposeBox | Refusal {
  const one = (candidates: readonly ComposeBox[], none: string): ComposeBox | Refusal => {
    const [first] = candidates;
    if (!first) return refusal("no-compose-box", none);
    return candidates.length === 1
      ? first
      : refusal("ambiguous", `${candidates.length} compose boxes are open; close all but one.`);
  };
  if (target) {
    const answering = boxes.filter((box) =>
      box.threadId === null
        ? box.inOpenThread && open?.threadId === target.threadId
        : box.threadId === target.threadId &&
          (!box.inOpenThread || (open?.threadId ?? target.threadId) === target.threadId),
    );
    return one(answering, "No open compose box answers this mail.");
  }
  const replies = open ? boxes.filter((box) => box.inOpenThread) : [];
  if (replies.length > 0) return one(replies, "");
  if (open && boxes.length === 1 && boxes[0]?.kind === "reply") {
    return refusal("no-compose-box", "The open compose box answers another mail.");
  }
  return one(boxes, "No compose box is open.");
}

/** Writes a draft into the box where it belongs, and looks afterwards whether it is really there. */
export async function writeDraft(
  document: Document,
  finder: BoxFinder,
  draft: Draft,
  target?: { threadId: string },
): Promise<InsertResult> {
  const box = chooseBox(finder.boxes(), finder.openThreadId(), target);
  if ("ok" in box) return box;
  const subjectSet =
    box.kind === "new" && draft.subject !== undefined && fillSubject(box, draft.subject, document);
  const before = words(visibleText(box.editor));
  insertAtStart(box.editor, draft.body, document);
  const arrived = () => {
    const expected = [...lines(draft.body), ...(before ? [before] : [])].join(" ");
    return words(visibleText(box.editor)) === words(expected) && startsWithLines(box.editor, draft.body);
  };
  // An editor with a model of its own shows the text, or puts its old content back, a moment after the event.
  await new Promise((resolve) => setTimeout(resolve, 60));
  if (!box.editor.isConnected || !arrived()) {
    return refusal("refused", "The compose box did not take the text. Copy the draft and paste it there.");
  }
  return { ok: true, box, subjectSet };
}

/** Clicks reply in the open thread and waits for its box, three seconds at most. */
export async function openReplyBox(finder: BoxFinder): Promise<InsertResult> {
  const open = finder.openThreadId();
  if (!open) return refusal("no-compose-box", "No mail is open to reply to.");
  const inThread = () => finder.boxes().filter((box) => box.inOpenThread);
  if (inThread().length === 0) {
    const button = finder.replyButton();
    if (button === "ambiguous")
      return refusal("ambiguous", "Several messages could be answered; press Reply on one.");
    if (!button) return refusal("no-compose-box", "The page shows no reply button.");
    press(button);
    for (let waited = 0; waited < 3000 && inThread().length === 0; waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const box = chooseBox(inThread(), finder.openThreadId());
  return "ok" in box ? box : { ok: true, box, subjectSet: false };
}

/** The whole sequence of a click: Gmail's buttons listen to the mouse going down and up. */
function press(button: HTMLElement): void {
  for (const type of ["mousedown", "mouseup", "click"]) {
    button.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: 0 }));
  }
}

/**
 * Types at the very start of an editor, through the browser's own editing command: the page's editor then sees the
 * same events as of a person typing, and its undo takes it back. Lines become paragraphs, as with the Enter key.
 */
function insertAtStart(editor: HTMLElement, body: string, document: Document): void {
  editor.focus();
  const range = document.createRange();
  const place = firstPlace(editor);
  range.setStart(place, 0);
  range.collapse(true);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  const hadText = words(editor.textContent ?? "") !== "";
  for (const [index, line] of body.replaceAll("\r\n", "\n").split("\n").entries()) {
    if (index > 0) document.execCommand("insertParagraph");
    if (line) document.execCommand("insertText", false, line);
  }
  if (hadText) document.execCommand("insertParagraph");
}

/** The innermost first block, so that the text does not land outside the editor's own line elements. */
function firstPlace(editor: HTMLElement): Element {
  let place: Element = editor;
  for (;;) {
    const first = place.firstChild;
    if (first?.nodeType !== 1 || !/^(?:DIV|P|SPAN)$/.test(first.nodeName)) return place;
    const element = first as HTMLElement;
    if (
      element.contentEditable === "false" ||
      element.className.includes("quote") ||
      element.className.includes("signature")
    )
      return place;
    place = element;
  }
}

function fillSubject(box: ComposeBox, subject: string, document: Document): boolean {
  const input = box.subjectInput;
  if (input === null || words(input.value) !== "") return false;
  input.focus();
  input.select();
  document.execCommand("insertText", false, words(subject));
  return input.value === words(subject);
}

/** Control characters that are no white space: an editor drops them. */
const controls = /[^\P{Cc}\s]/gu;
/** What can be compared of a text: what a person sees of it. */
const words = (text: string) =>
  text
    .replace(invisible, "")
    .replace(controls, "")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
const lines = (text: string) =>
  text
    .split("\n")
    .map(words)
    .filter((line) => line !== "");

function startsWithLines(editor: HTMLElement, body: string): boolean {
  const there = lines(visibleText(editor));
  return lines(body).every((line, index) => there[index] === line);
}
