/**
 * Sealing to a device's or an invite's X25519 key: HPKE (RFC 9180) in base mode, one message a key, with
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. A sealed text is the encapsulated key, 32 bytes, then
 * the ciphertext with its 16-byte tag.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, HpkeError } from "@hpke/core";
import { type Bytes, concat, owned } from "../protocol/bytes.ts";

const ENCAPSULATED_BYTES = 32;

/** A pair of keys that something can be sealed to. */
export interface SealKeys {
  /** X25519, not extractable, usable for `deriveBits`. */
  sealKey: CryptoKey;
  /** X25519 public key, 32 raw bytes. */
  sealPublic: Uint8Array;
}

/** What both sides must name alike: `info` and the associated data of RFC 9180. */
export interface SealPlace {
  info: Uint8Array;
  associated: Uint8Array;
}

const suite = () =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/**
 * Seals for whoever holds the private half of an X25519 public key (32 raw bytes); undefined for a key that nothing
 * can be sealed to (a point of small order, RFC 7748 section 6.1).
 */
export async function sealTo(
  sealPublic: Uint8Array,
  { info, associated }: SealPlace,
  plain: Uint8Array,
): Promise<Bytes | undefined> {
  const recipientPublicKey = await importSealPublicKey(sealPublic);
  return unlessRefused(async () => {
    const sealed = await suite().seal(
      { recipientPublicKey, info: owned(info) },
      owned(plain),
      owned(associated),
    );
    return concat(new Uint8Array(sealed.enc), new Uint8Array(sealed.ct));
  });
}

/** What was sealed; undefined when it is for another key or place, or was changed. */
export async function openSealed(
  { sealKey, sealPublic }: SealKeys,
  { info, associated }: SealPlace,
  sealed: Uint8Array,
): Promise<Bytes | undefined> {
  const recipientKey = { privateKey: sealKey, publicKey: await importSealPublicKey(sealPublic) };
  const enc = sealed.slice(0, ENCAPSULATED_BYTES);
  const text = sealed.slice(ENCAPSULATED_BYTES);
  return unlessRefused(
    async () =>
      new Uint8Array(await suite().open({ recipientKey, enc, info: owned(info) }, text, owned(associated))),
  );
}

async function unlessRefused(work: () => Promise<Bytes>): Promise<Bytes | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HpkeError) return undefined;
    throw error;
  }
}

function importSealPublicKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", owned(raw), { name: "X25519" }, true, []);
}
