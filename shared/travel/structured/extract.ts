import type { JsonObject } from "../reservation.ts";
import { type HtmlNode, MAX_DEPTH, parseHtml, textOf } from "./html.ts";
import { parseJsonLd } from "./json-ld.ts";
import { readItem } from "./microdata.ts";

/** No page has more of them; one that is broken costs a repair. */
const MAX_SCRIPTS = 300;

/**
 * Gives the schema.org objects that a page marks up, JSON-LD and microdata, in document order and as they are
 * written there: property names, times and types are not touched.
 */
export function extractStructured(html: string): JsonObject[] {
  return structuredOf(parseHtml(html));
}

/** The same for a page that is already a tree. */
export function structuredOf(root: HtmlNode): JsonObject[] {
  const found: JsonObject[] = [];
  let scripts = 0;
  const onScript = (script: HtmlNode) => {
    if (!/ld\+json|json\+ld/i.test(script.attribs?.type ?? "")) return;
    scripts += 1;
    if (scripts <= MAX_SCRIPTS) found.push(...parseJsonLd(textOf(script)));
  };
  walk(root, found, onScript, 0);
  return found;
}

function walk(
  node: HtmlNode,
  found: JsonObject[],
  onScript: (script: HtmlNode) => void,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return;
  if (node.name === "script") {
    onScript(node);
    return;
  }
  if (node.attribs?.itemscope !== undefined) {
    const item = readItem(node, found, onScript, depth, true);
    if (item) found.push(item);
    return;
  }
  for (const child of node.children ?? []) walk(child, found, onScript, depth + 1);
}
