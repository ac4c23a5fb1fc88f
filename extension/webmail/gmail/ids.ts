const consonants = "BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz";
const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The API's id (lower-case hex) of a decimal one, which is an unsigned 64-bit number; null for anything else. */
export function hexFromDecimal(decimal: string): string | null {
  if (!/^\d{1,20}$/.test(decimal)) return null;
  const number = BigInt(decimal);
  return number > 0n && number < 1n << 64n ? number.toString(16) : null;
}

/** A hex id as Gmail's attributes and older addresses have it; null where it is absent, "undefined" or not an id. */
export const hexId = (value: string | null | undefined): string | null =>
  value && /^[1-9a-f][0-9a-f]{9,15}$/.test(value) ? value : null;

/** The hex id in `thread-f:<decimal>` (also `#thread-f:…`, `#msg-f:…`); a local `…-a:r…` has none. */
export function hexFromPermId(value: string | null | undefined): string | null {
  const decimal = /^#?(?:thread|msg)-f:(\d+)$/.exec(value ?? "")?.[1];
  return decimal === undefined ? null : hexFromDecimal(decimal);
}

/** Views whose address has words of its own behind the view's name: these are no id. */
const named = new Set(["search", "label", "category", "advanced-search", "create-filter", "settings"]);

/**
 * The thread that an address such as `#inbox/FMfcgz…` names. The token is the text `f:<decimal>`, in base64, read as
 * one large number and written again with forty consonants; older addresses carry the hex id itself. Tokens of
 * threads that exist only on this device (`a:r…`: KtbxL…, QgrcJ…) name no id and give null. Where messages are shown
 * one by one, a token may name the message behind its thread.
 */
export function threadIdFromHash(hash: string): string | null {
  const [view = "", ...path] = hash.replace(/^#/, "").split("?")[0]?.split("/") ?? [];
  const last = path.at(-1);
  if (last === undefined || (named.has(view) && path.length < 2)) return null;
  if (/^[0-9a-f]{16}$/.test(last)) return hexId(last);
  const decimal = /^(?:thread-)?f:(\d+)(?:\|msg-|$)/.exec(decodeToken(last) ?? "")?.[1];
  return decimal === undefined ? null : hexFromDecimal(decimal);
}

function decodeToken(token: string): string | null {
  if (token.length < 16 || token.length > 200) return null;
  let number = 0n;
  for (const letter of token) {
    const digit = consonants.indexOf(letter);
    if (digit < 0) return null;
    number = number * 40n + BigInt(digit);
  }
  let digits = "";
  for (; number > 0n; number /= 64n) digits = base64[Number(number % 64n)] + digits;
  try {
    return atob(digits);
  } catch {
    return null;
  }
}
