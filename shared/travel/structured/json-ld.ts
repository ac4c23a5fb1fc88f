import { jsonrepair } from "jsonrepair";
import { asObject, type JsonObject } from "../reservation.ts";

/** Markup longer than this is not repaired beyond its commas: the time of a repair grows with the square. */
const MAX_REPAIR = 40_000;
const MAX_ITEMS = 500;
/** Longer texts are no markup of a booking. */
const MAX_SOURCE = 4_000_000;
/** What is nested deeper was written to exhaust whoever reads it: each level costs the parser far more than its letters. */
const MAX_NESTING = 2_000;

/**
 * Gives the objects of a JSON-LD text. What mails get wrong is repaired: missing and trailing commas, comments,
 * CDATA wrappers, quotes as entities, line breaks in strings. Text that is no JSON at all gives an empty list.
 */
export function parseJsonLd(source: string): JsonObject[] {
  if (source.length > MAX_SOURCE) return [];
  const text = source
    .trim()
    .replace(/^[\u200b-\u200d\u2060]{1,9}|[\u200b-\u200d\u2060]{1,9}$/g, "")
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, "")
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, "")
    .replace(/^\s*(?:\/\/[^\n]{0,300}\n\s*|\/\*[^*]{0,300}\*\/\s*){1,5}/, "")
    .replace(/^\s*(?:var|let|const) [\w$]{1,40}\s?=/, "")
    .trim()
    .replace(/;$/, "");
  if (!/^[[{&]/.test(text) || isTooDeep(text)) return [];
  return objects(parse(text)).slice(0, MAX_ITEMS);
}

/** Counts brackets alone: a text whose strings hold thousands of open ones is none that a program wrote. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > MAX_NESTING) return true;
  }
  return false;
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
  try {
    // One object after another, with nothing around them.
    return JSON.parse(`[${mendCommas(text)}]`);
  } catch {
    // Then they are broken, too.
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
    .replace(/<br ?\/?>/gi, " ")
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
