import type { Json, JsonObject } from "../reservation.ts";
import { type HtmlNode, MAX_DEPTH, textOf } from "./html.ts";

const CONTEXT = "http://schema.org";
const URL_ATTRIBUTES: Record<string, string[]> = {
  meta: ["content"],
  link: ["href", "content"],
  a: ["href"],
  area: ["href"],
  img: ["src"],
  audio: ["src"],
  video: ["src"],
  source: ["src"],
  iframe: ["src"],
  embed: ["src"],
  object: ["data"],
  time: ["datetime"],
  data: ["value"],
  meter: ["value"],
};

/** What reading an item needs of its page. */
export type Page = {
  onScript: (script: HtmlNode) => void;
  /** Elements by their `id`: an item may hold properties that stand elsewhere (`itemref`). */
  byId: ReadonlyMap<string, HtmlNode>;
  /** What was read so, and is no item of its own. */
  taken: Set<HtmlNode>;
  /** How many such references are still followed. */
  references: number;
};

/** Tells whether an element opens an item, in microdata or in RDFa Lite (https://www.w3.org/TR/rdfa-lite/) of schema.org. */
export const opensItem = (node: HtmlNode): boolean =>
  node.attribs?.itemscope !== undefined || RDFA_TYPE.test(node.attribs?.typeof ?? "");
const RDFA_TYPE = /^(?:schema:|https?:\/\/schema\.org\/)?[A-Z]\w{2,40}$/;

/** Reads one element that opens an item; what `found` gets are items that no property of this one holds. */
export function readItem(
  element: HtmlNode,
  found: JsonObject[],
  page: Page,
  depth: number,
  top: boolean,
): JsonObject | undefined {
  const { itemtype, typeof: type, itemref } = element.attribs ?? {};
  const item: JsonObject = {
    ...(top ? { "@context": CONTEXT } : {}),
    "@type": typeName(itemtype ?? type?.replace(/^schema:/, "") ?? ""),
  };
  const elsewhere = [...new Set((itemref ?? "").split(/\s+/))].flatMap((id) => {
    const node = page.byId.get(id);
    if (!node || page.references === 0) return [];
    page.references -= 1;
    page.taken.add(node);
    return [node];
  });
  for (const child of [...(element.children ?? []), ...elsewhere])
    readInto(child, item, found, page, depth + 1);
  return Object.keys(item).some((key) => !key.startsWith("@")) && item["@type"] !== "" ? item : undefined;
}

/** The names of a property, those of RDFa without their prefix. */
const namesOf = ({ attribs }: HtmlNode) =>
  (attribs?.itemprop ?? attribs?.property?.replace(/(?:schema:|https?:\/\/schema\.org\/)/g, "") ?? "")
    .split(/\s+/)
    .filter((name) => name !== "" && name !== "__proto__" && !name.includes(":"));

function readInto(node: HtmlNode, item: JsonObject, found: JsonObject[], page: Page, depth: number): void {
  if (depth > MAX_DEPTH || !node.name) return;
  if (node.name === "script") {
    page.onScript(node);
    return;
  }
  const names = namesOf(node);
  if (opensItem(node)) {
    const inner = readItem(node, found, page, depth, false);
    if (!inner) return;
    if (names.length === 0) found.push(inner);
    for (const name of names) put(item, name, inner);
    return;
  }
  if (names.length > 0) {
    const value = propertyValue(node);
    for (const name of names) put(item, name, value);
  }
  for (const child of node.children ?? []) readInto(child, item, found, page, depth + 1);
}

function put(item: JsonObject, name: string, value: Json): void {
  const before = Object.hasOwn(item, name) ? item[name] : undefined;
  if (before === undefined) item[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else item[name] = [before, value];
}

function propertyValue(node: HtmlNode): string {
  for (const attribute of URL_ATTRIBUTES[node.name ?? ""] ?? []) {
    const value = node.attribs?.[attribute];
    if (value !== undefined) return value;
  }
  const shown = textOf(node)
    .replace(/\u00a0/g, " ")
    .trim();
  // The standard has it on `meta` alone; senders write a time or an address on what shows the same in words.
  const content = node.attribs?.content ?? "";
  return shown === "" || MACHINE.test(content) ? content || shown : shown;
}

/** A time, an address of the web or a plain number: what one would not show. */
const MACHINE = /^(?:\d{4}-\d{2}-\d{2}(?:T|$)|https?:\/\/|\d{1,9}(?:\.\d{1,4})?$)/;

const typeName = (itemtype: string) =>
  (itemtype.trim().split(/\s+/)[0] ?? "")
    .replace(/\/$/, "")
    .replace(/^https?:\/\/(?:www\.)?schema\.org\/?/, "")
    .replace(/^.*[/#]/, "");
