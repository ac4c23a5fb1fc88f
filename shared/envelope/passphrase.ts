/**
 * A passphrase as it can be checked later: PBKDF2 with HMAC-SHA-256 (RFC 8018), as often as OWASP's Password Storage
 * Cheat Sheet asks for. The passphrase is taken in Unicode's form NFC (RFC 8265, OpaqueString): an accent typed on
 * another keyboard is the same letter.
 */
import { type Bytes, equalBytes, owned, utf8 } from "../protocol/bytes.ts";

/** OWASP's count for PBKDF2-HMAC-SHA256. */
export const PASSPHRASE_ITERATIONS = 600_000;
/** Fewest characters (SP 800-63B), and most, so that nobody has a whole book hashed. */
export const PASSPHRASE_LENGTH = { least: 8, most: 200 } as const;

export interface PassphraseHash {
  /** 16 random bytes. */
  readonly salt: Bytes;
  readonly iterations: number;
  /** 32 bytes. */
  readonly hash: Bytes;
}

/** Whether a passphrase is neither too short nor too long to be chosen; counted in characters as people see them. */
export function isFit(passphrase: string): boolean {
  const length = [...passphrase.normalize("NFC")].length;
  return length >= PASSPHRASE_LENGTH.least && length <= PASSPHRASE_LENGTH.most;
}

/** What is kept of a passphrase. @param salt 16 random bytes, new each time */
export async function hashPassphrase(
  passphrase: string,
  salt: Bytes,
  iterations = PASSPHRASE_ITERATIONS,
): Promise<PassphraseHash> {
  const material = utf8(passphrase.normalize("NFC"));
  const key = await crypto.subtle.importKey("raw", owned(material), "PBKDF2", false, ["deriveBits"]);
  const pbkdf2 = { name: "PBKDF2", hash: "SHA-256", salt: owned(salt), iterations };
  return { salt, iterations, hash: new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, 256)) };
}

/** Whether this is the passphrase. */
export async function isPassphrase(
  passphrase: string,
  { salt, iterations, hash }: PassphraseHash,
): Promise<boolean> {
  return equalBytes((await hashPassphrase(passphrase, salt, iterations)).hash, hash);
}
