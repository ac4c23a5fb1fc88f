/**
 * Gives the text of bytes whose charset nobody named: by its mark, as UTF-8 where they are that, else in the charset
 * that a page or XML names in its head, else as Windows' Western one, which programs fall back on.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
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
