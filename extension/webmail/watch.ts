import { ofItsKind } from "./of-its-kind.ts";

/** Milliseconds without a change after which the page is read. */
const quiet = 120;
/** Milliseconds after which a page that never rests is read all the same. */
const most = 900;

/**
 * Calls `onChange` when `fingerprint` differs from last time. It is computed after the page has come to rest, never
 * for each change: a busy page costs one short reading per 0.9 s. Changes inside an editor are not looked at.
 */
export function watchPage(
  document: Document,
  fingerprint: () => string,
  onChange: () => void,
  signal: AbortSignal,
): void {
  const window = document.defaultView;
  if (!window || signal.aborted) return;
  let last: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;

  const read = () => {
    timer = undefined;
    const now = fingerprint();
    if (now === last) return;
    last = now;
    onChange();
  };
  const soon = () => {
    const now = performance.now();
    if (timer === undefined) since = now;
    else clearTimeout(timer);
    timer = setTimeout(read, Math.max(0, Math.min(quiet, since + most - now)));
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => !inEditor(target))) soon();
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    // A page that keeps its elements writes another mail's words into their texts.
    characterData: true,
    attributes: true,
    // `class`, `style` and `hidden` show and hide views; the others are what the anchors read.
    attributeFilter: [
      "aria-expanded",
      "aria-label",
      "aria-selected",
      "class",
      "data-convid",
      "data-folder-name",
      "data-legacy-message-id",
      "data-legacy-thread-id",
      "data-message-id",
      "data-thread-perm-id",
      "email",
      "hidden",
      "style",
    ],
  });
  window.addEventListener("hashchange", soon, { signal });
  window.addEventListener("popstate", soon, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  read();
}

function inEditor(node: Node): boolean {
  const element = ofItsKind(node, "nodeType") === 1 ? (node as Element) : node.parentElement;
  return element !== null && ofItsKind(element, "closest")("[contenteditable=true]") !== null;
}
