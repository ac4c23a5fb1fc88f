import { ofItsKind } from "./of-its-kind.ts";

const skipped = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "NOSCRIPT",
  "HEAD",
  "TITLE",
  "SVG",
  "OBJECT",
  "IFRAME",
]);
const blocks = new Set(
  "ADDRESS ARTICLE ASIDE CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM HEADER HR LI MAIN NAV SECTION SUMMARY TR CAPTION TBODY THEAD TFOOT".split(
    " ",
  ),
);
const paragraphs = new Set("P H1 H2 H3 H4 H5 H6 UL OL TABLE BLOCKQUOTE PRE".split(" "));
/** Zero-width characters and soft hyphens, with which newsletters pad their previews. */
export const invisible = /[\u00ad\u200b\u2060\ufeff]|\u034f/g;

/**
 * The text of an element as a person sees it: blocks and `<br>` become line breaks, paragraphs are set apart by an
 * empty line, cells of a table row are separated by a tab. What is hidden, and what `drop` names, is left out.
 */
export function visibleText(root: Element, drop: (element: Element) => boolean = () => false): string {
  const lines = new Lines();
  walk(root, lines, drop, false);
  return lines.text();
}

/** Whether an element is shown: neither it nor anything around it is `display: none`, `hidden` or invisible. */
export function isShown(element: Element): boolean {
  if (typeof element.checkVisibility === "function")
    return element.checkVisibility({ visibilityProperty: true });
  for (let at: Element | null = element; at; at = at.parentElement) if (hiddenByItself(at)) return false;
  return true;
}

function walk(
  element: Element,
  lines: Lines,
  drop: (element: Element) => boolean,
  preformatted: boolean,
): void {
  for (const node of ofItsKind(element, "childNodes")) {
    const type = ofItsKind(node, "nodeType");
    if (type === 3) {
      lines.add(node.nodeValue ?? "", preformatted);
    } else if (type === 1) {
      const child = node as Element;
      const name = ofItsKind(child, "nodeName").toUpperCase();
      if (skipped.has(name) || drop(child) || hiddenByItself(child)) continue;
      if (name === "BR") {
        lines.break();
        continue;
      }
      const gap = paragraphs.has(name) ? 2 : blocks.has(name) ? 1 : 0;
      const cell = name === "TD" || name === "TH";
      lines.gap(gap);
      if (cell) lines.startCell();
      walk(child, lines, drop, preformatted || name === "PRE");
      lines.gap(gap);
      if (cell) lines.endCell(child.nextElementSibling !== null);
    }
  }
}

function hiddenByItself(element: Element): boolean {
  if (ofItsKind(element, "hasAttribute")("hidden")) return true;
  const view = ofItsKind(element, "ownerDocument").defaultView;
  const checkVisibility = ofItsKind(element, "checkVisibility");
  if (view && typeof checkVisibility === "function") {
    if (checkVisibility({ visibilityProperty: true })) return false;
    // `display: contents` has no box of its own, yet its children are shown; so may be those of an invisible element.
    const { display, visibility } = view.getComputedStyle(element);
    return display === "none" || visibility !== "visible" || closedDetails(element);
  }
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    ofItsKind(element, "getAttribute")("style") ?? "",
  );
}

function closedDetails(element: Element): boolean {
  const around = ofItsKind(element, "parentElement");
  return (
    element.nodeName !== "SUMMARY" &&
    around?.nodeName === "DETAILS" &&
    !ofItsKind(around, "hasAttribute")("open")
  );
}

/** Collects text and asks for gaps between blocks; several gaps in a row are one, the largest. */
class Lines {
  #done = "";
  #gap = 0;
  #space = false;
  #atCellStart = false;

  add(raw: string, preformatted: boolean): void {
    const seen = raw.replace(invisible, "").replaceAll("\u00a0", " ");
    if (preformatted) {
      if (seen) this.#put(seen.replaceAll("\r\n", "\n"));
      return;
    }
    const text = seen.replace(/\s+/g, " ");
    const words = text.trim();
    if (text.startsWith(" ")) this.#space = true;
    if (!words) return;
    this.#put(words);
    this.#space = text.endsWith(" ");
  }
  break(): void {
    this.#flushGap();
    this.#done += "\n";
    this.#space = false;
    this.#atCellStart = false;
  }
  gap(size: number): void {
    if (size > 0) this.#space = false;
    if (!this.#atCellStart) this.#gap = Math.max(this.#gap, size);
  }
  /** Gaps that ask for room before the first word of a cell, or after its last, are not for the row. */
  startCell(): void {
    this.#flushGap();
    this.#atCellStart = true;
  }
  endCell(more: boolean): void {
    this.#gap = 0;
    this.#atCellStart = false;
    this.#space = false;
    if (more) this.#done += "\t";
  }
  text(): string {
    return this.#done
      .replace(/[ \t]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }
  #flushGap(): void {
    if (this.#gap > 0 && this.#done !== "") {
      const already = /\n*$/.exec(this.#done)?.[0].length ?? 0;
      this.#done += "\n".repeat(Math.max(0, this.#gap - already));
    }
    this.#gap = 0;
  }
  #put(words: string): void {
    this.#flushGap();
    this.#atCellStart = false;
    if (this.#space && this.#done !== "" && !/[\s]$/.test(this.#done)) this.#done += " ";
    this.#space = false;
    this.#done += words;
  }
}
