/**
 * Keys as WebCrypto holds them, and the ids made from them. Nothing here is our own cryptography: Ed25519
 * (RFC 8032), X25519 (RFC 7748), HKDF-SHA256 (RFC 5869), AES-256-GCM (SP 800-38D).
 */
import { type Bytes, ByteWriter, concat, owned, utf8 } from "../protocol/bytes.ts";

/** A device's own keys. The private halves cannot leave the browser that made them. */
export interface DeviceKeys {
  /** The device's id, 16 bytes: `deviceIdOf(signPublic)`. */
  device: Bytes;
  /** Ed25519, not extractable. */
  signKey: CryptoKey;
  /** Ed25519 public key, 32 raw bytes. */
  signPublic: Bytes;
  /** X25519, not extractable: what is sealed to this device is opened with it. */
  sealKey: CryptoKey;
  /** X25519 public key, 32 raw bytes. */
  sealPublic: Bytes;
}

const DEVICE_LABEL = utf8("sidedesk device v1\0");
const DOCUMENT_LABEL = utf8("sidedesk document v1\0");

/** SHA-256 (FIPS 180-4), 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", owned(bytes)));
}

/** A device's id: the first 16 bytes of SHA-256 over a label and its Ed25519 public key (32 raw bytes). */
export async function deviceIdOf(signPublic: Uint8Array): Promise<Bytes> {
  return (await sha256(concat(DEVICE_LABEL, signPublic))).slice(0, 16);
}

/**
 * A document's id as the server sees it: the first 16 bytes of SHA-256 over a label, the desk's id (16 bytes)
 * and the document's name, such as "2026-11" or "lasting". It hides the name from a glance, not from guessing.
 */
export async function documentIdOf(desk: Uint8Array, name: string): Promise<Bytes> {
  const bytes = new ByteWriter().raw(DOCUMENT_LABEL).fixed(desk, 16).raw(utf8(name)).finish();
  return (await sha256(bytes)).slice(0, 16);
}

/** Makes a new device: both pairs of keys, private halves not extractable. */
export async function generateDeviceKeys(): Promise<DeviceKeys> {
  const sign = (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as CryptoKeyPair;
  const seal = (await crypto.subtle.generateKey("X25519", false, ["deriveBits"])) as CryptoKeyPair;
  const signPublic = new Uint8Array(await crypto.subtle.exportKey("raw", sign.publicKey));
  const sealPublic = new Uint8Array(await crypto.subtle.exportKey("raw", seal.publicKey));
  const device = await deviceIdOf(signPublic);
  return { device, signKey: sign.privateKey, signPublic, sealKey: seal.privateKey, sealPublic };
}

/** An epoch's key for use (HKDF, not extractable) from its 32 random bytes. */
export function importEpochKey(raw: Uint8Array): Promise<CryptoKey> {
  if (raw.length !== 32) throw new RangeError("an epoch's key has 32 bytes");
  return crypto.subtle.importKey("raw", owned(raw), "HKDF", false, ["deriveKey", "deriveBits"]);
}

/** A device's or an invite's Ed25519 public key for checking signatures, from its 32 raw bytes. */
export function importSignPublicKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", owned(raw), "Ed25519", true, ["verify"]);
}

/** Ed25519 signature, 64 bytes. */
export async function sign(key: CryptoKey, statement: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("Ed25519", key, owned(statement)));
}

/** Whether the signature over the statement was made by the key's private half. */
export function signatureHolds(
  key: CryptoKey,
  signature: Uint8Array,
  statement: Uint8Array,
): Promise<boolean> {
  return crypto.subtle.verify("Ed25519", key, owned(signature), owned(statement));
}

/** An AES-256-GCM key for one purpose: HKDF-SHA256 with an empty salt and the purpose as `info`. */
export function deriveSealingKey(secret: CryptoKey, info: Uint8Array): Promise<CryptoKey> {
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: owned(info) };
  return crypto.subtle.deriveKey(hkdf, secret, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
}

/** AES-256-GCM ciphertext with its 16-byte tag. The nonce (12 bytes) must be new for the key. */
export async function encrypt(
  key: CryptoKey,
  nonce: Uint8Array,
  associated: Uint8Array,
  plaintext: Uint8Array,
): Promise<Bytes> {
  if (nonce.length !== 12) throw new RangeError("a nonce has 12 bytes");
  const gcm = { name: "AES-GCM", iv: owned(nonce), additionalData: owned(associated) };
  return new Uint8Array(await crypto.subtle.encrypt(gcm, key, owned(plaintext)));
}

/** The plaintext, or undefined when key, nonce, associated data or ciphertext do not belong together. */
export async function decrypt(
  key: CryptoKey,
  nonce: Uint8Array,
  associated: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Bytes | undefined> {
  const gcm = { name: "AES-GCM", iv: owned(nonce), additionalData: owned(associated) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm, key, owned(ciphertext)));
  } catch (error) {
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}
