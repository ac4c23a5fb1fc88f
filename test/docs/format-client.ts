/** A small client, written from shared/FORMATS.md and the tables that it names: WebCrypto, and nothing of Sidedesk's. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";

export const recorded = (path: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${path}/version-1.json`, import.meta.url), "utf8"));
export type Bytes = Uint8Array<ArrayBuffer>;
export const hex = (text: string): Bytes => Uint8Array.fromHex(text) as Bytes;
export const join = (...parts: Uint8Array[]): Bytes => new Uint8Array(parts.flatMap((part) => [...part]));
export const text = (words: string): Bytes => new TextEncoder().encode(words) as Bytes;
export const label = (words: string) => text(`${words}\0`);
export const number = (value: number, size: number): Bytes => hex(value.toString(16).padStart(size * 2, "0"));
export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
export const id = async (name: string, bytes: Bytes) => (await sha256(join(label(name), bytes))).slice(0, 16);

/** Big-endian; `sized` behind a u32 length. */
export class Reader {
  at = 0;
  readonly bytes: Bytes;
  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }
  take(count: number): Bytes {
    expect(this.at + count).toBeLessThanOrEqual(this.bytes.length);
    this.at += count;
    return this.bytes.slice(this.at - count, this.at);
  }
  number = (size: number) => Number(BigInt(`0x${this.take(size).toHex()}`));
  sized = () => this.take(this.number(4));
  list = <T>(each: () => T): T[] => Array.from({ length: this.number(4) }, each);
}

export async function hkdf(secret: Bytes, info: Bytes, salt: Bytes = new Uint8Array(0)): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, 256);
  return new Uint8Array(bits);
}
export async function opened(key: Bytes, nonce: Bytes, associated: Bytes, ciphertext: Bytes): Promise<Bytes> {
  const gcm = { name: "AES-GCM", iv: nonce, additionalData: associated };
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  return new Uint8Array(await crypto.subtle.decrypt(gcm, imported, ciphertext));
}
export async function isSigned(key: Bytes, signature: Bytes, ...statement: Bytes[]): Promise<boolean> {
  const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, signature, join(...statement));
}
/** What is in a padded text; the padding must be the one that the table has for it. */
export function unpadded(padded: Bytes): Bytes {
  const from = new Reader(padded);
  const content = from.sized();
  const e = Math.floor(Math.log2(from.at));
  const unit = 2 ** Math.max(0, e - (Math.floor(Math.log2(e)) + 1));
  expect(padded.length).toBe(Math.ceil(from.at / unit) * unit);
  expect(from.take(padded.length - from.at).every((byte) => byte === 0)).toBe(true);
  return content;
}
/** RFC 8410's wrapping of a raw private key. */
export const pkcs8 = (algorithm: number, raw: Bytes) =>
  join(hex("302e020100300506032b65"), number(algorithm, 1), hex("04220420"), raw);

/** RFC 9180 in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; the first message. */
export async function hpkeOpen(
  secret: Bytes,
  own: Bytes,
  sealed: Bytes,
  info: Bytes,
  associated: Bytes,
): Promise<Bytes> {
  const hmac = async (key: Bytes, data: Bytes): Promise<Bytes> => {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey(
      "raw",
      key.length ? key : number(0, 32),
      algorithm,
      false,
      ["sign"],
    );
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, data));
  };
  const version = text("HPKE-v1");
  const kem = join(text("KEM"), number(32, 2));
  const suite = join(text("HPKE"), number(32, 2), number(1, 2), number(2, 2));
  const extract = (from: Bytes, salt: Bytes, name: string, secret: Bytes) =>
    hmac(salt, join(version, from, text(name), secret));
  const expand = async (from: Bytes, key: Bytes, name: string, context: Bytes, size: number) =>
    (await hmac(key, join(number(size, 2), version, from, text(name), context, number(1, 1)))).slice(0, size);
  const none = new Uint8Array(0);
  const encapsulated = sealed.slice(0, 32);
  const theirs = await crypto.subtle.importKey("raw", encapsulated, "X25519", false, []);
  const mine = await crypto.subtle.importKey("pkcs8", pkcs8(0x6e, secret), "X25519", false, ["deriveBits"]);
  const dh = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: theirs }, mine, 256));
  const shared = await expand(
    kem,
    await extract(kem, none, "eae_prk", dh),
    "shared_secret",
    join(encapsulated, own),
    32,
  );
  const context = join(
    number(0, 1),
    await extract(suite, none, "psk_id_hash", none),
    await extract(suite, none, "info_hash", info),
  );
  const schedule = await extract(suite, shared, "secret", none);
  const key = await expand(suite, schedule, "key", context, 32);
  const nonce = await expand(suite, schedule, "base_nonce", context, 12);
  return opened(key, nonce, associated, sealed.slice(32));
}
