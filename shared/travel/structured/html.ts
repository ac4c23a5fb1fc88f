import { parseDocument } from "htmlparser2";

/** An element, a text or the whole document, in the little that the readers need of a tree. */
export type HtmlNode = {
  type: string;
  name?: string;
  attribs?: Record<string, string>;
  data?: string;
  children?: HtmlNode[];
};

/** HTML beyond this is cut: no confirmation is that long, and memory stays bounded. */
const MAX_HTML = 5_000_000;
/** Elements nested deeper than this are not looked into. */
export const MAX_DEPTH = 400;

/** Reads HTML as forgivingly as a mail reader does; it never fails, whatever the text. */
export function parseHtml(source: string): HtmlNode {
  return parseDocument(source.slice(0, MAX_HTML), { decodeEntities: true }) as unknown as HtmlNode;
}

/** Gives the text of a node and all below it, as it stands in the source. */
export function textOf(node: HtmlNode, depth = 0): string {
  if (node.type === "text") return node.data ?? "";
  if (depth > MAX_DEPTH) return "";
  return (node.children ?? []).map((child) => textOf(child, depth + 1)).join("");
}
