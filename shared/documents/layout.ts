import type { Action, Scalar } from "./command.ts";

/**
 * How records lie in a document.
 *
 * ```
 * document                     one a month ("2026-11"), and "lasting"
 * └─ b00 … b1f                 32 buckets: a change costs as much as the map that it touches
 *    └─ <record id>            a map, made whole by the device that creates the record
 *       ├─ kind, createdAt, createdBy
 *       ├─ <field>             ImmutableString, number, boolean or null; prose is text
 *       └─ <list>/<item id>    a map of scalars; flat, so that no shared list is ever made twice
 * ```
 */
export const BUCKETS = 32;

/** The bucket of a record: FNV-1a of its id, 5 bits. */
export function bucketOf(record: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < record.length; i++) hash = Math.imul(hash ^ record.charCodeAt(i), 0x01000193);
  return bucketName((hash >>> 0) % BUCKETS);
}

export const bucketName = (index: number) => `b${index.toString(16).padStart(2, "0")}`;

/** The document that a record lives in: the part of its id before the dot. */
export function documentOfRecord(record: string): string {
  const dot = record.indexOf(".");
  if (dot <= 0) throw new Error(`"${record}" is not a record id.`);
  return record.slice(0, dot);
}

/** Names that a record's map keeps for itself. */
export const RESERVED: ReadonlySet<string> = new Set(["kind", "createdAt", "createdBy"]);

/** An item's mark that it was taken out of its list. */
export const REMOVED = "removed";

/** Whether a name can be a key of a record's map: a slash separates list and item, Automerge refuses `__proto__`. */
const isKey = (name: string) => name !== "" && name !== "__proto__" && !name.includes("/");

/** Automerge keeps whole numbers in 64 bits, JavaScript reads them in 53. */
const isKept = (value: Scalar) =>
  typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value);

/** Why no document can hold what an action names or sets; null where one can. */
export function keepingProblem(action: Action): string | null {
  if (action.record === "" || action.record === "__proto__") return "A record cannot have this id.";
  const names = "fields" in action ? Object.keys(action.fields) : [];
  if ("field" in action) names.push(action.field);
  const ofItem = "item" in action;
  if (names.some((name) => !isKey(name) || (ofItem ? name === REMOVED : RESERVED.has(name))))
    return "A field of this name cannot be changed.";
  const values = "fields" in action ? Object.values(action.fields) : "value" in action ? [action.value] : [];
  if (!values.every(isKept)) return "A whole number past 2^53 cannot be kept.";
  if (ofItem && !(isKey(action.list) && isKey(action.item))) return "A list or item cannot have this name.";
  return null;
}
