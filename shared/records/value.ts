import type { Scalar } from "../documents/command.ts";
import type { FieldDefinition } from "./define.ts";

/** Why a value does not fit a field. */
export type ValueFault = "wrong-type" | "too-long" | "not-one-line" | "not-allowed" | "not-a-date";

const RECORD_ID = /^(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}$/;
const ADDR_SPEC = /^[^\s@<>(),;:"[\]]{1,64}@[^\s@<>(),;:"[\]]{1,255}$/u;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DEFAULT_MAX: Readonly<Partial<Record<FieldDefinition["type"], number>>> = {
  prose: 100_000,
  json: 20_000,
};

/** The longest text that a field takes, in UTF-16 units. */
export function maxLength(field: FieldDefinition): number {
  return field.max ?? DEFAULT_MAX[field.type] ?? 500;
}

/** Whether a text is an RFC 3339 full-date of the calendar (so not 30 February). */
function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Whether a text is an RFC 3339 date-time in UTC, written with `Z`. */
function isInstant(text: string): boolean {
  const date = INSTANT.exec(text)?.[1];
  return date !== undefined && isDate(date);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with a value for a field; null where it fits. `null` itself always fits: it unsets the field. */
export function valueFault(field: FieldDefinition, value: Scalar): ValueFault | null {
  if (value === null) return null;
  if (field.type === "flag") return typeof value === "boolean" ? null : "wrong-type";
  if (field.type === "number")
    return typeof value === "number" && Number.isFinite(value) ? null : "wrong-type";
  // Half a surrogate pair would come back from the document as U+FFFD.
  if (typeof value !== "string" || !value.isWellFormed()) return "wrong-type";
  if (value.length > maxLength(field)) return "too-long";
  switch (field.type) {
    case "prose":
      return null;
    case "line":
    case "phone":
      return /[\n\r\u2028\u2029]/.test(value) ? "not-one-line" : null;
    case "email":
      return ADDR_SPEC.test(value) ? null : "not-allowed";
    case "choice":
      return Object.hasOwn(field.options ?? {}, value) ? null : "not-allowed";
    case "instant":
      return isInstant(value) || (field.orDate && isDate(value)) ? null : "not-a-date";
    case "date":
      return isDate(value) ? null : "not-a-date";
    case "member":
      return /^[0-9a-f]{32}$/.test(value) ? null : "not-allowed";
    case "record":
      return RECORD_ID.test(value) ? null : "not-allowed";
    case "thread":
      return /^(?:gmail:[0-9a-f]{1,32}|outlook:\S{1,400})$/.test(value) ? null : "not-allowed";
    case "json":
      return isJson(value) ? null : "wrong-type";
  }
}
