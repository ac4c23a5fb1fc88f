import { jsonrepair } from "jsonrepair";
import { asObject, type JsonObject } from "../reservation.ts";

/** Markup longer than this is not repaired beyond its commas: the time of a repair grows with the square. */
const MAX_REPAIR = 40_000;
const MAX_ITEMS = 500;

/**
 * Gives the objects of a JSON-LD text. What mails get wrong is repaired: missing and trailing commas, comments,
 * CDATA wrappers, quotes as entities, line breaks in strings. Text that is no JSON at all gives an empty list.
 */
export function parseJsonLd(source: string): JsonObject[] {
  const text = source
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, "")
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, "")
    .replace(/^\s*(?:\/\/[^\n]{0,300}\n\s*|\/\*[^*]{0,300}\*\/\s*){1,5}/, "")
    .replace(/^\s*(?:var|let|const) [\w$]{1,40}\s?=/, "")
    .trim()
    .replace(/;$/, "");
  if (!/^[[{&]/.test(text)) return [];
  return objects(parse(text)).slice(0, MAX_ITEMS);
}

/** Plain faults are mended in one pass over the text; only what is still broken then is given to the slow repair. */
function parse(text: string): unknown {
  const forms = [text, decodeQuotes(text)];
  for (const form of [...forms, ...forms.map(mendCommas)]) {
    try {
      return JSON.parse(form);
    } catch {
      // The next form may be readable.
    }
  }
  if (text.length > MAX_REPAIR || /[[{,:]{200}/.test(text.replace(/\s+/g, ""))) return undefined;
  for (const form of forms[0] === forms[1] ? [text] : forms) {
    try {
      return JSON.parse(jsonrepair(form));
    } catch {
      // The next form may be readable.
    }
  }
  return undefined;
}

/** Puts the comma between two objects, and takes the one before a closing bracket away. */
const mendCommas = (text: string) =>
  text
    .replace(/\}\s{0,40}\{/g, "},{")
    .replace(/,{2,}/g, ",")
    .replace(/,(?=\s{0,200}[}\]])/g, "");

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
