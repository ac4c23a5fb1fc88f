/**
 * Gives the text of bytes whose charset nobody named: by its mark, as UTF-8 where they are that, else in the charset
 * that a page or XML names in its head, else as Windows' Western one, which programs fall back on.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideCharset(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return inCharset(bytes, namedIn(bytes)) ?? new TextDecoder("windows-1252").decode(bytes);
  }
}

function namedIn(bytes: Uint8Array): string {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 2_048));
  return /(?:charset|encoding)\s?=\s?["']?([\w-]{2,20})/i.exec(head)?.[1] ?? "utf-8";
}

/** Undefined for a charset that the platform does not know. */
function inCharset(bytes: Uint8Array, charset: string): string | undefined {
  if (/^utf-?8$/i.test(charset)) return undefined;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Tells the form of UTF-16 that bytes are in: by the mark, else by the zeros that every second byte of a text with
 * Latin letters or markup then is.
 */
export function wideCharset(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 256);
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 8;
  if (odd > many && even * 8 < odd) return "utf-16le";
  return even > many && odd * 8 < even ? "utf-16be" : undefined;
}
