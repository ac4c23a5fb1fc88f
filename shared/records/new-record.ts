import type { KindDefinition } from "./define.ts";

const ALPHABET = "0123456789abcdefghijklmnopqrstuv";

/** Bytes in base32 of digits and small letters (RFC 4648's "extended hex" alphabet), without padding. */
function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/**
 * The document that a new record of a kind goes to: `2026-11` (the month in UTC, so that every device agrees) or `lasting`.
 * @param at RFC 3339 instant in UTC of the creation
 */
export function documentOf(kind: KindDefinition, at: string): string {
  if (kind.document === "lasting") return "lasting";
  if (!/^\d{4}-\d{2}-\d{2}T.*Z$/.test(at)) throw new Error(`"${at}" is not an instant in UTC`);
  return at.slice(0, 7);
}

/** The document that a record lives in, from its id. */
export function documentOfId(id: string): string {
  return id.slice(0, id.indexOf("."));
}

/**
 * A new record's id: `2026-11.` or `lasting.` and 26 characters.
 * @param random 16 random bytes
 */
export function newRecordId(document: string, random: Uint8Array): string {
  if (random.length !== 16) throw new Error("A record's id is made of 16 random bytes");
  return `${document}.${base32(random)}`;
}

/**
 * A new list item's id: 26 characters; also long enough for a command's id.
 * @param random 16 random bytes
 */
export function newItemId(random: Uint8Array): string {
  if (random.length !== 16) throw new Error("An item's id is made of 16 random bytes");
  return base32(random);
}
