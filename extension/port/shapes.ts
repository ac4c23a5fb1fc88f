// The shapes that what surfaces say is made of.
import * as v from "valibot";

export const hexId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
export const recordId = v.pipe(v.string(), v.regex(/^(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}$/));
export const itemId = v.pipe(v.string(), v.regex(/^[0-9a-z]{8,32}$/));
export const word = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]{0,40}$/));
export const instant = v.pipe(v.string(), v.isoTimestamp());
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
export const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const scalar = v.nullable(v.union([text(100_000), v.pipe(v.number(), v.finite()), v.boolean()]));
export const fields = v.record(word, scalar);
/** Bytes as text (RFC 4648, section 5, without padding), at most so many characters. */
export const base64url = (max: number) => v.pipe(text(max), v.regex(/^[A-Za-z0-9_-]*$/));
export const roleName = v.picklist(["owner", "assistant", "principal", "viewer"]);
