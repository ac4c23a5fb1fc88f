/**
 * The desk's keys, one an epoch. A new epoch's key is sealed to every member's device and to every open invite,
 * and the key of its base, as a rule the epoch before, is wrapped under it: who has the newest key reads all that was
 * written, who is given no newer one reads nothing new. A commitment in the entry makes it one key for everybody: an
 * owner who seals something else to somebody is found out by them. Epochs that a later one passes over were given up:
 * nobody has their keys any more.
 *
 * | what       | bytes                                                                                            |
 * |------------|--------------------------------------------------------------------------------------------------|
 * | commitment | 32: HKDF-SHA256(key, info "sidedesk commitment v1" 00, desk 16, epoch u32)                        |
 * | sealed key | 80: HPKE (envelope/hpke.ts) of the 32-byte key; info "sidedesk epoch v1" 00; associated data:     |
 * |            | desk 16, epoch u32, id 16 of the device or invite                                                |
 * | wrapped key | 60: nonce 12, AES-256-GCM of the base's key; the key is HKDF-SHA256(key of epoch n, info), info    |
 * |            | and associated data: "sidedesk wrap v1" 00, desk 16, n u32                                       |
 */
import { openSealed, type SealKeys, sealTo } from "../envelope/hpke.ts";
import { type DeviceKeys, decrypt, deriveSealingKey, encrypt, importEpochKey } from "../envelope/keys.ts";
import { type Bytes, ByteWriter, concat, equalBytes, owned, toHex, utf8 } from "../protocol/bytes.ts";
import { openProfile } from "./profile.ts";
import type { EpochStart, Roster } from "./roster.ts";

const EPOCH_LABEL = utf8("sidedesk epoch v1\0");
const WRAP_LABEL = utf8("sidedesk wrap v1\0");
const COMMITMENT_LABEL = utf8("sidedesk commitment v1\0");

/** Stands for the key of an epoch that was given up. */
const NO_KEY: Bytes = new Uint8Array(0);

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

/** What an epoch's key (32 bytes) is known by: it tells nothing of the key, and fits no other. */
export async function commitmentOf(key: Uint8Array, { desk, epoch }: Omit<KeyPlace, "id">): Promise<Bytes> {
  const info = new ByteWriter().raw(COMMITMENT_LABEL).fixed(desk, 16).u32(epoch).finish();
  const hkdf = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, await importEpochKey(key), 256));
}

/** Wraps the key of the base epoch under an epoch's key. `nonce` is 12 random bytes. */
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

/** The key of the base epoch, or undefined when it is wrapped under another key. */
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
 * Every key of a desk from its newest, epoch 1 first, `NO_KEY` for those that were given up; the first of `epochs` is
 * that of epoch 2. Undefined when one is not the key that its epoch began with, or does not open with the next.
 */
export async function unwindKeys(
  desk: Uint8Array,
  newest: Bytes,
  epochs: readonly EpochStart[],
): Promise<Bytes[] | undefined> {
  const keys = new Array<Bytes>(epochs.length + 1).fill(NO_KEY);
  let key = newest;
  for (let epoch = epochs.length + 1; ; ) {
    keys[epoch - 1] = key;
    const start = epochs[epoch - 2];
    if (!start) return keys;
    if (!equalBytes(await commitmentOf(key, { desk, epoch }), start.commitment)) return undefined;
    const base = await unwrapKey(start.wrappedKey, key, { desk, epoch });
    if (!base) return undefined;
    key = base;
    epoch = start.base;
  }
}

export type KeysResult = { ok: true; keys: Bytes[] } | { ok: false; by: Bytes | undefined };

/**
 * Every key that the roster gives this device, epoch 1 first, on top of those that it has. Not ok when the newest does
 * not open, is not the one that everybody has, or does not lead back to the keys that the device has: the owner whose
 * device is `by` sealed something else. Without `by` it is what the device has that is none of the desk's keys.
 */
export async function keysFromRoster(
  roster: Roster,
  device: DeviceKeys,
  known: readonly Uint8Array[],
): Promise<KeysResult> {
  const sealed = roster.sealedKeys.get(toHex(device.device));
  if (known.length >= roster.epoch || !sealed) return { ok: true, keys: known.map(owned) };
  const place = { desk: roster.desk, epoch: roster.epoch, id: device.device };
  const newest = await openEpochKey(sealed, device, place);
  const keys = newest && (await unwindKeys(roster.desk, newest, roster.epochs));
  const leadsBack = keys && known.every((key, index) => isSame(key, keys[index]));
  if (leadsBack) return { ok: true, keys };
  return { ok: false, by: (await isTheDesks(roster, known)) ? roster.epochs.at(-1)?.by : undefined };
}

/** Whether the newest of some keys is the one that its epoch began with. */
async function isTheDesks(roster: Roster, known: readonly Uint8Array[]): Promise<boolean> {
  const epoch = known.length;
  const key = known[epoch - 1];
  if (!key?.length) return epoch === 0;
  const start = roster.epochs[epoch - 2];
  if (start) return equalBytes(await commitmentOf(key, { desk: roster.desk, epoch }), start.commitment);
  const [founder] = roster.members.values();
  if (!founder) return false;
  const { sealedProfile, device } = founder;
  return (await openProfile(sealedProfile, { device, epochKey: await importEpochKey(key) })) !== undefined;
}

function isSame(known: Uint8Array, key: Uint8Array | undefined): boolean {
  return !key || key.length === 0 || known.length === 0 || equalBytes(known, key);
}

function sealPlace({ desk, epoch, id }: KeyPlace) {
  const associated = new ByteWriter().fixed(desk, 16).u32(epoch).fixed(id, 16).finish();
  return { info: EPOCH_LABEL, associated };
}

function wrapInfo(desk: Uint8Array, epoch: number): Bytes {
  return new ByteWriter().raw(WRAP_LABEL).fixed(desk, 16).u32(epoch).finish();
}
