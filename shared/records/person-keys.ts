import type { DeskRecord } from "./record.ts";

const EMAIL = /[^\s@<>(),;:"[\]]+@[^\s@<>(),;:"[\]]+/gu;
const E164 = /^\+[1-9]\d{6,14}$/;

/** The key of an e-mail address or a telephone number (its extension left out); null where a text is neither. */
export function personKey(text: string): string | null {
  const trimmed = text.trim();
  const number = trimmed.split(";")[0] ?? "";
  if (E164.test(number)) return number;
  return trimmed.match(EMAIL)?.[0] === trimmed ? trimmed.toLowerCase() : null;
}

/**
 * Whom a record is about: addresses in small letters and E.164 numbers, each once.
 * Read from any one-line text, so that a record of a newer version is found by person too.
 */
export function personKeys(record: DeskRecord): string[] {
  const keys = new Set<string>();
  const values = [
    record.fields,
    ...Object.values(record.lists).flatMap((items) => Object.values(items)),
  ].flatMap((fields) => Object.values(fields));
  for (const value of values) {
    if (typeof value !== "string" || value.length > 4000 || /[\n\r{]/.test(value)) continue;
    const whole = personKey(value);
    if (whole) keys.add(whole);
    else for (const email of value.match(EMAIL) ?? []) keys.add(email.replace(/\.+$/, "").toLowerCase());
  }
  return [...keys];
}
