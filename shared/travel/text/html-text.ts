import { type HtmlNode, MAX_DEPTH, parseHtml } from "../structured/html.ts";

const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tfoot tr ul".split(
    " ",
  ),
);
const SILENT = new Set(
  "script style head title template noscript svg object iframe select option".split(" "),
);
const HIDDEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px)?\s*(?:;|$)/i;

/**
 * Gives the text of HTML as a person sees it: a line per block and table row, the cells of a row apart by tabs.
 * A table whose cells hold tables or blocks is layout: its cells then are lines of their own.
 */
export function htmlToText(source: string): string {
  return renderText(parseHtml(source));
}

/** The same for a page that is already a tree. */
export function renderText(root: HtmlNode): string {
  const out: string[] = [];
  render(root, out, 0, false, 0);
  return out
    .join("")
    .replace(/(?<![ \t])[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{2,}/g, "\n");
}

/** Cells in cells deeper than this are lines: each level that is put together anew costs the whole text again. */
const MAX_CELLS = 8;

function render(node: HtmlNode, out: string[], depth: number, pre: boolean, cells: number): void {
  if (depth > MAX_DEPTH) return;
  if (node.type === "text") {
    out.push(pre ? (node.data ?? "") : (node.data ?? "").replace(/[\t\n\r\f ]+/g, " "));
    return;
  }
  const name = node.name ?? "";
  if (SILENT.has(name) || (node.attribs?.style && HIDDEN.test(node.attribs.style))) return;
  if (name === "br") {
    out.push("\n");
    return;
  }
  const cell = name === "td" || name === "th";
  if (cell && cells < MAX_CELLS) {
    const inner: string[] = [];
    for (const child of node.children ?? []) render(child, inner, depth + 1, pre, cells + 1);
    if (hasLines(inner)) {
      out.push("\n");
      for (const piece of inner) out.push(piece);
      out.push("\n");
      return;
    }
    const text = inner.join("").trim();
    if (text === "") out.push("\t");
    else out.push("\t", text.replace(/ {2,}/g, " "), "\t");
    return;
  }
  const block = cell || BLOCKS.has(name);
  if (block) out.push("\n");
  for (const child of node.children ?? []) render(child, out, depth + 1, pre || name === "pre", cells);
  if (block) out.push("\n");
}

/** Tells whether there is a line's end between words: then the cell is not one value. */
function hasLines(pieces: readonly string[]): boolean {
  let [words, ended] = [false, false];
  for (const piece of pieces) {
    const text = piece.trim();
    if (text === "") ended ||= piece.includes("\n");
    else {
      const at = piece.indexOf(text);
      if (text.includes("\n") || (words && (ended || piece.slice(0, at).includes("\n")))) return true;
      words = true;
      ended = piece.slice(at + text.length).includes("\n");
    }
  }
  return false;
}
