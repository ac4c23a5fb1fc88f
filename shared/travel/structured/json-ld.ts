import { jsonrepair } from "jsonrepair";
import { asObject, type JsonObject } from "../reservation.ts";

/** Markup longer than this is not repaired, only read as it is. */
const MAX_REPAIR = 400_000;
const MAX_ITEMS = 500;

/**
 * Gives the objects of a JSON-LD text. What mails get wrong is repaired: missing and trailing commas, comments,
 * CDATA wrappers, quotes as entities, line breaks in strings. Text that is no JSON at all gives an empty list.
 */
export function parseJsonLd(source: string): JsonObject[] {
  const text = source
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, "")
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, "")
    .trim();
  if (!/^[[{&]/.test(text)) return [];
  return objects(parse(text)).slice(0, MAX_ITEMS);
}

function parse(text: string): unknown {
  for (const candidate of [text, decodeQuotes(text)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Repaired below.
    }
  }
  if (text.length > MAX_REPAIR) return undefined;
  for (const candidate of [text, decodeQuotes(text)]) {
    try {
      return JSON.parse(jsonrepair(candidate));
    } catch {
      // The next form may be readable.
    }
  }
  return undefined;
}

const decodeQuotes = (text: string) =>
  text
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:apos|#39);/gi, "'")
    .replace(/&nbsp;/gi, " ")
    .replace(/&amp;/gi, "&");

function objects(value: unknown): JsonObject[] {
  if (Array.isArray(value))
    return value
      .flat(3)
      .map((one) => asObject(one))
      .filter((one) => one !== undefined);
  const one = asObject(value);
  return one ? [one] : [];
}
