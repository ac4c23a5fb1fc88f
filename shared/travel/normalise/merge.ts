import { asObject, asText, type Json, type JsonObject, timeText } from "../reservation.ts";

const MAX_DEPTH = 16;

/**
 * Merges two reservations into one. The one that was modified later wins where both say something else, save where
 * one of them plainly says more: a time with its zone, a name in full and with its accents, a ticket's token that
 * is the barcode itself and not a link to it.
 */
export function mergeReservations(a: JsonObject, b: JsonObject): JsonObject {
  const [first, second] = modified(a) > modified(b) ? [b, a] : [a, b];
  return mergeObjects(first, second, 0);
}

const modified = (item: JsonObject) => {
  const at = Date.parse(timeText(item.modifiedTime) ?? "");
  return Number.isNaN(at) ? 0 : at;
};

function mergeObjects(before: JsonObject, after: JsonObject, depth: number): JsonObject {
  const merged: JsonObject = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = mergeValues(before[key], after[key], key, depth);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function mergeValues(
  before: Json | undefined,
  after: Json | undefined,
  key: string,
  depth: number,
): Json | undefined {
  if (isEmpty(before)) return isEmpty(after) ? (before ?? after) : after;
  if (isEmpty(after)) return before;
  if (isTime(before) && isTime(after)) return zoneOf(before) && !zoneOf(after) ? before : after;
  // A day alone says less than an hour of the same day.
  if (isTime(before) && timeText(before)?.slice(0, 10) === after) return before;
  const [a, b] = [asObject(before), asObject(after)];
  if (a && b) return depth < MAX_DEPTH ? mergeObjects(a, b, depth + 1) : b;
  if (Array.isArray(before) && Array.isArray(after)) return mergeLists(before, after);
  const [x, y] = [asText(before), asText(after)];
  if (x === undefined || y === undefined) return after;
  if (key === "ticketToken") return isLink(y) && !isLink(x) ? x : y;
  if (/name$/i.test(key)) return betterName(x, y);
  return y;
}

const isEmpty = (value: Json | undefined) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const isTime = (value: Json | undefined) =>
  asObject(value)?.["@type"] === "QDateTime" || /^\d{4}-\d{2}-\d{2}T/.test(asText(value) ?? "");
const zoneOf = (value: Json | undefined) => asText(asObject(value)?.timezone);
const isLink = (text: string) => /^https?:/i.test(text.replace(/^\w+:(?=http)/i, ""));

function mergeLists(before: Json[], after: Json[]): Json[] {
  const known = new Set(after.map((one) => JSON.stringify(one)));
  return [...after, ...before.filter((one) => !known.has(JSON.stringify(one)))];
}

/** The name that says more: with lower case before capitals alone, with accents before without, else the longer one. */
function betterName(a: string, b: string): string {
  const mixed = (text: string) => /\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text);
  if (mixed(a) !== mixed(b)) return mixed(a) ? a : b;
  const accents = (text: string) => text.normalize("NFD").match(/\p{M}/gu)?.length ?? 0;
  if (accents(a) !== accents(b)) return accents(a) > accents(b) ? a : b;
  return a.length > b.length ? a : b;
}
