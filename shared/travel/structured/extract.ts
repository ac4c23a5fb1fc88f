import type { JsonObject } from "../reservation.ts";
import { type HtmlNode, MAX_DEPTH, parseHtml, textOf } from "./html.ts";
import { parseJsonLd } from "./json-ld.ts";
import { opensItem, type Page, readItem } from "./microdata.ts";

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
  walk(root, found, { onScript, byId: identified(root), taken: new Set(), references: MAX_REFERENCES }, 0);
  return found;
}

/** No page refers to more properties that stand elsewhere; items that refer to each other in circles end here. */
const MAX_REFERENCES = 200;

/** The elements that `itemref` may name, and none where nothing does. */
function identified(root: HtmlNode): ReadonlyMap<string, HtmlNode> {
  const byId = new Map<string, HtmlNode>();
  let referred = false;
  const visit = (node: HtmlNode, depth: number) => {
    if (depth > MAX_DEPTH) return;
    referred ||= node.attribs?.itemref !== undefined;
    const id = node.attribs?.id;
    if (id && !byId.has(id)) byId.set(id, node);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(root, 0);
  return referred ? byId : new Map();
}

function walk(node: HtmlNode, found: JsonObject[], page: Page, depth: number): void {
  if (depth > MAX_DEPTH || page.taken.has(node)) return;
  if (node.name === "script") {
    page.onScript(node);
    return;
  }
  if (opensItem(node)) {
    const item = readItem(node, found, page, depth, true);
    if (item) found.push(item);
    return;
  }
  for (const child of node.children ?? []) walk(child, found, page, depth + 1);
}
