/**
 * A member's profile, as the roster carries it: sealed under the desk's key, so that the server learns no name.
 *
 * Sealed: epoch u32, nonce 12, AES-256-GCM ciphertext; the key is HKDF-SHA256(epoch key, info "sidedesk profile v1"
 * 00, device), the associated data is the same info. (The epoch key is the desk's own; the desk's id cannot be
 * bound as well, because the id commits to the founder's profile.) The plaintext is always 256 bytes: length u8,
 * name as UTF-8, then the same for the desk's name (empty but for a founder) and for the device's, zeros.
 */
import { decrypt, deriveSealingKey, encrypt } from "../envelope/keys.ts";
import { ByteReader, type Bytes, ByteWriter, concat, utf8 } from "../protocol/bytes.ts";

/** What members see of one another. The name may be empty; as UTF-8 it has at most 120 bytes. */
export interface Profile {
  name: string;
  /** On the founder's profile: what the desk is called; at most 90 bytes. */
  desk?: string | undefined;
  /** What the person calls this device; at most 40 bytes. */
  device?: string | undefined;
}

/** Of the person's, the desk's and the device's name: with the byte before each they fit the block. */
const MOST_BYTES = [120, 90, 40] as const;

/** What is not seen and changes how a name is read: controls, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const LABEL = utf8("sidedesk profile v1\0");
const BLOCK_BYTES = 256;

/** Seals a profile. A name that is too long is cut at a whole character. `nonce` is 12 random bytes. */
export async function sealProfile(
  profile: Profile,
  place: { device: Uint8Array; epoch: number; epochKey: CryptoKey; nonce: Uint8Array },
): Promise<Bytes> {
  const block = new Uint8Array(BLOCK_BYTES);
  let at = 0;
  for (const [index, name] of [profile.name, profile.desk ?? "", profile.device ?? ""].entries()) {
    const place = block.subarray(at + 1, at + 1 + MOST_BYTES[index]!);
    const { written } = new TextEncoder().encodeInto(name.toWellFormed(), place);
    block[at] = written;
    at += 1 + written;
  }
  const info = concat(LABEL, place.device);
  const ciphertext = await encrypt(await deriveSealingKey(place.epochKey, info), place.nonce, info, block);
  return new ByteWriter().u32(place.epoch).fixed(place.nonce, 12).raw(ciphertext).finish();
}

/** The epoch whose key opens this profile. Throws MalformedError for bytes that are no sealed profile. */
export function profileEpoch(sealed: Uint8Array): number {
  return new ByteReader(sealed).u32();
}

/** The profile, its names as they can be seen, or undefined when it does not open with this key or is another device's. */
export async function openProfile(
  sealed: Uint8Array,
  place: { device: Uint8Array; epochKey: CryptoKey },
): Promise<Profile | undefined> {
  const from = new ByteReader(sealed);
  if (from.left < 16) return undefined;
  from.u32();
  const nonce = from.fixed(12);
  const info = concat(LABEL, place.device);
  const block = await decrypt(
    await deriveSealingKey(place.epochKey, info),
    nonce,
    info,
    from.fixed(from.left),
  );
  if (block?.length !== BLOCK_BYTES) return undefined;
  let at = 0;
  const next = () => {
    const end = at + 1 + (block[at] ?? 0);
    const name = new TextDecoder().decode(block.subarray(at + 1, end));
    at = end;
    return name.replaceAll(UNSEEN, "");
  };
  const [name, desk, deviceName] = [next(), next(), next()];
  return { name, ...(desk ? { desk } : {}), ...(deviceName ? { device: deviceName } : {}) };
}
