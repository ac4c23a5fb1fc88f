/**
 * The desk's keys, one an epoch. A new epoch's key is sealed to every member's device and to every open invite,
 * and the key before it is wrapped under it: who has the newest key reads all that was written, who is given no
 * newer one reads nothing new.
 *
 * | what       | bytes                                                                                            |
 * |------------|--------------------------------------------------------------------------------------------------|
 * | sealed key | 80: HPKE (envelope/hpke.ts) of the 32-byte key; info "sidedesk epoch v1" 00; associated data:     |
 * |            | desk 16, epoch u32, id 16 of the device or invite                                                |
 * | wrapped key | 60: nonce 12, AES-256-GCM of the key of epoch n - 1; the key is HKDF-SHA256(key of epoch n, info),  |
 * |            | info and associated data: "sidedesk wrap v1" 00, desk 16, n u32                                  |
 */
import { openSealed, type SealKeys, sealTo } from "../envelope/hpke.ts";
import { type DeviceKeys, decrypt, deriveSealingKey, encrypt, importEpochKey } from "../envelope/keys.ts";
import { type Bytes, ByteWriter, concat, equalBytes, owned, toHex, utf8 } from "../protocol/bytes.ts";
import type { Roster } from "./roster.ts";

const EPOCH_LABEL = utf8("sidedesk epoch v1\0");
const WRAP_LABEL = utf8("sidedesk wrap v1\0");

/** Which key, for whom: desk and id 16 bytes each. */
export interface KeyPlace {
  desk: Uint8Array;
  epoch: number;
  /** The device's or the invite's id. */
  id: Uint8Array;
}

/** Seals an epoch's key (32 bytes) to an X25519 public key; undefined where nothing can be sealed to it. */
export function sealEpochKey(
  key: Uint8Array,
  sealPublic: Uint8Array,
  place: KeyPlace,
): Promise<Bytes | undefined> {
  return sealTo(sealPublic, sealPlace(place), key);
}

/** The epoch's key, or undefined when it is sealed for another, or for another desk or epoch. */
export function openEpochKey(
  sealed: Uint8Array,
  keys: SealKeys,
  place: KeyPlace,
): Promise<Bytes | undefined> {
  return openSealed(keys, sealPlace(place), sealed);
}

/** Wraps the key of the epoch before under an epoch's key. `nonce` is 12 random bytes. */
export async function wrapKey(
  previous: Uint8Array,
  under: Uint8Array,
  { desk, epoch }: Omit<KeyPlace, "id">,
  nonce: Uint8Array,
): Promise<Bytes> {
  const info = wrapInfo(desk, epoch);
  const key = await deriveSealingKey(await importEpochKey(under), info);
  return concat(nonce, await encrypt(key, nonce, info, previous));
}

/** The key of the epoch before, or undefined when it is wrapped under another key. */
export async function unwrapKey(
  wrapped: Uint8Array,
  under: Uint8Array,
  { desk, epoch }: Omit<KeyPlace, "id">,
): Promise<Bytes | undefined> {
  const info = wrapInfo(desk, epoch);
  const key = await deriveSealingKey(await importEpochKey(under), info);
  return decrypt(key, wrapped.subarray(0, 12), info, wrapped.subarray(12));
}

/**
 * Every key of a desk from its newest, epoch 1 first; `wrapped[n]` is the key of epoch n + 1 under that of epoch
 * n + 2. Undefined when one does not open with the next.
 */
export async function unwindKeys(
  desk: Uint8Array,
  newest: Bytes,
  wrapped: readonly Uint8Array[],
): Promise<Bytes[] | undefined> {
  const keys = [newest];
  for (let epoch = wrapped.length + 1; epoch > 1; epoch--) {
    const previous = await unwrapKey(wrapped[epoch - 2]!, keys[0]!, { desk, epoch });
    if (!previous) return undefined;
    keys.unshift(previous);
  }
  return keys;
}

/**
 * Every key that the roster gives this device, epoch 1 first, on top of those that it has. Undefined when the
 * newest does not open, or does not lead back to the keys that the device has: an owner sealed something else.
 */
export async function keysFromRoster(
  roster: Roster,
  device: DeviceKeys,
  known: readonly Uint8Array[],
): Promise<Bytes[] | undefined> {
  const sealed = roster.sealedKeys.get(toHex(device.device));
  if (known.length >= roster.epoch || !sealed) return known.map(owned);
  const place = { desk: roster.desk, epoch: roster.epoch, id: device.device };
  const newest = await openEpochKey(sealed, device, place);
  const keys = newest && (await unwindKeys(roster.desk, newest, roster.wrappedKeys));
  const leadsBack = keys && known.every((key, index) => equalBytes(key, keys[index]!));
  return leadsBack ? keys : undefined;
}

function sealPlace({ desk, epoch, id }: KeyPlace) {
  const associated = new ByteWriter().fixed(desk, 16).u32(epoch).fixed(id, 16).finish();
  return { info: EPOCH_LABEL, associated };
}

function wrapInfo(desk: Uint8Array, epoch: number): Bytes {
  return new ByteWriter().raw(WRAP_LABEL).fixed(desk, 16).u32(epoch).finish();
}
