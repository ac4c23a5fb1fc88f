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

/** Reads one element that opens an item; what `found` gets are items that no property of this one holds. */
export function readItem(
  element: HtmlNode,
  found: JsonObject[],
  onScript: (script: HtmlNode) => void,
  depth: number,
  top: boolean,
): JsonObject | undefined {
  const item: JsonObject = {
    ...(top ? { "@context": CONTEXT } : {}),
    "@type": typeName(element.attribs?.itemtype ?? ""),
  };
  for (const child of element.children ?? []) readInto(child, item, found, onScript, depth + 1);
  return Object.keys(item).some((key) => !key.startsWith("@")) && item["@type"] !== "" ? item : undefined;
}

function readInto(
  node: HtmlNode,
  item: JsonObject,
  found: JsonObject[],
  onScript: (script: HtmlNode) => void,
  depth: number,
): void {
  if (depth > MAX_DEPTH || !node.name) return;
  if (node.name === "script") {
    onScript(node);
    return;
  }
  const names = (node.attribs?.itemprop ?? "")
    .split(/\s+/)
    .filter((name) => name !== "" && name !== "__proto__");
  if (node.attribs?.itemscope !== undefined) {
    const inner = readItem(node, found, onScript, depth, false);
    if (!inner) return;
    if (names.length === 0) found.push(inner);
    for (const name of names) put(item, name, inner);
    return;
  }
  if (names.length > 0) {
    const value = propertyValue(node);
    for (const name of names) put(item, name, value);
  }
  for (const child of node.children ?? []) readInto(child, item, found, onScript, depth + 1);
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
