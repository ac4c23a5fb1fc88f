import { Parser } from "htmlparser2";

/** An element, a text or the whole document, in the little that the readers need of a tree. */
export type HtmlNode = {
  type: "root" | "tag" | "text";
  name?: string;
  attribs?: Record<string, string>;
  data?: string;
  children?: HtmlNode[];
};

/** HTML beyond this is cut: no confirmation is that long, and memory stays bounded. */
const MAX_HTML = 2_000_000;
/** Elements nested deeper than this are not looked into. */
export const MAX_DEPTH = 400;
/** At this depth reading ends: what follows is made to exhaust, and the parser slows with its depth. */
const END_DEPTH = 4_000;
const CHUNK = 16_384;

/** Reads HTML as forgivingly as a mail reader does; it never fails, whatever the text. */
export function parseHtml(source: string): HtmlNode {
  const root: HtmlNode = { type: "root", children: [] };
  const open: HtmlNode[] = [root];
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attribs) {
      depth += 1;
      const node: HtmlNode = { type: "tag", name, attribs, children: [] };
      if (depth > MAX_DEPTH) return;
      open.at(-1)?.children?.push(node);
      open.push(node);
    },
    onclosetag() {
      if (depth <= MAX_DEPTH && open.length > 1) open.pop();
      depth -= 1;
    },
    ontext(data) {
      const siblings = open.at(-1)?.children;
      const last = siblings?.at(-1);
      if (last?.type === "text") last.data += data;
      else siblings?.push({ type: "text", data });
    },
  });
  const text = source.slice(0, MAX_HTML);
  for (let at = 0; at < text.length && depth < END_DEPTH; at += CHUNK)
    parser.write(text.slice(at, at + CHUNK));
  parser.end();
  return root;
}

/** Gives the text of a node and all below it, as it stands in the source. */
export function textOf(node: HtmlNode, depth = 0): string {
  if (node.type === "text") return node.data ?? "";
  if (depth > MAX_DEPTH) return "";
  return (node.children ?? []).map((child) => textOf(child, depth + 1)).join("");
}
