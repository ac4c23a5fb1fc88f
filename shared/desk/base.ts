/**
 * A base: what a desk had come to at one place of its log, for devices that need not read the log before it. It stands
 * outside the devices' chains: a manifest signed by the device that made it, the sealed parts that it names by their
 * hashes (envelope/part.ts), and a confirmation signed by the device that found the same at home. Big-endian.
 *
 * | size | manifest     |                                                                                        |
 * |------|--------------|----------------------------------------------------------------------------------------|
 * |    4 | magic        | 62 61 73 01: "bas" and the version, 1                                                  |
 * |   16 | desk         | the desk's id                                                                          |
 * |   16 | device       | who made it                                                                            |
 * |    8 | at           | ms since 1970 on that device's clock                                                   |
 * |    8 | covers       | the number of the last envelope that is in it                                          |
 * |    4 | epoch        | under whose key its parts are sealed                                                   |
 * | 4+32 | roster       | length and head of the list of members                                                 |
 * |  4+n | ends         | list (u32 count), devices ascending: device 16, counter u64, epoch u32, hash 32: the   |
 * |      |              | last envelope of each device up to `covers`, and the epoch of that                     |
 * |  4+n | parts        | list (u32 count) of 32 bytes: SHA-256 of each sealed part, in their order              |
 * |   64 | signature    | Ed25519 over "sidedesk base v1" 00 and all the above                                   |
 *
 * | size | confirmation |                                                                                        |
 * |------|--------------|----------------------------------------------------------------------------------------|
 * |    4 | magic        | 62 61 63 01: "bac" and the version, 1                                                  |
 * |   16 | desk         | the desk's id                                                                          |
 * |   32 | base         | SHA-256 of the whole manifest                                                          |
 * |   16 | device       | who compared it                                                                        |
 * |    8 | at           | ms since 1970 on that device's clock                                                   |
 * | 4+32 | roster       | length and head of the list of members by then                                         |
 * |   64 | signature    | Ed25519 over "sidedesk base confirmation v1" 00 and all the above                      |
 */
import { sha256, sign, signatureHolds } from "../envelope/keys.ts";
import {
  ByteReader,
  type Bytes,
  ByteWriter,
  concat,
  equalBytes,
  MalformedError,
  owned,
  toHex,
  utf8,
} from "../protocol/bytes.ts";
import { MAX_BASE_ENDS, MAX_BASE_PARTS } from "../protocol/limits.ts";

const BASE_MAGIC = new Uint8Array([0x62, 0x61, 0x73, 0x01]);
const CONFIRMATION_MAGIC = new Uint8Array([0x62, 0x61, 0x63, 0x01]);
const BASE_LABEL = utf8("sidedesk base v1\0");
const CONFIRMATION_LABEL = utf8("sidedesk base confirmation v1\0");
const SIGNATURE_BYTES = 64;

/** The last envelope of a device that a base holds. */
export interface BaseEnd {
  readonly device: Bytes;
  readonly counter: number;
  readonly epoch: number;
  readonly hash: Bytes;
}

export interface ManifestTerms {
  readonly desk: Bytes;
  readonly device: Bytes;
  readonly at: number;
  readonly covers: number;
  readonly epoch: number;
  readonly rosterLength: number;
  readonly rosterHead: Bytes;
  readonly ends: readonly BaseEnd[];
  readonly parts: readonly Bytes[];
}

export interface ConfirmationTerms {
  readonly desk: Bytes;
  readonly base: Bytes;
  readonly device: Bytes;
  readonly at: number;
  readonly rosterLength: number;
  readonly rosterHead: Bytes;
}

/** A manifest taken apart, its signature not yet verified. `hash` is SHA-256 of all of it. */
export interface Manifest extends ManifestTerms {
  readonly hash: Bytes;
  readonly bytes: Bytes;
}

/** A confirmation taken apart, its signature not yet verified. */
export interface Confirmation extends ConfirmationTerms {
  readonly bytes: Bytes;
}

/** Signs a base. Throws MalformedError beyond the limits. */
export async function signManifest(terms: ManifestTerms, signKey: CryptoKey): Promise<Bytes> {
  const to = new ByteWriter().raw(BASE_MAGIC).fixed(terms.desk, 16).fixed(terms.device, 16);
  to.u64(terms.at).u64(terms.covers).u32(terms.epoch).u32(terms.rosterLength).fixed(terms.rosterHead, 32);
  if (terms.ends.length > MAX_BASE_ENDS || terms.parts.length > MAX_BASE_PARTS)
    throw new MalformedError("a base over the limits");
  to.u32(terms.ends.length);
  for (const { device, counter, epoch, hash } of [...terms.ends].sort(byDevice))
    to.fixed(device, 16).u64(counter).u32(epoch).fixed(hash, 32);
  to.u32(terms.parts.length);
  for (const hash of terms.parts) to.fixed(hash, 32);
  return signed(to.finish(), BASE_LABEL, signKey);
}

/** Takes a manifest apart. Throws MalformedError unless its form is canonical. */
export async function readManifest(given: Uint8Array): Promise<Manifest> {
  const bytes = owned(given).slice();
  const from = new ByteReader(bytes);
  if (!equalBytes(from.fixed(4), BASE_MAGIC)) throw new MalformedError("no base, or one of another version");
  const [desk, device, at, covers] = [from.fixed(16), from.fixed(16), from.u64(), from.u64()];
  const [epoch, rosterLength, rosterHead] = [from.u32(), from.u32(), from.fixed(32)];
  const ends: BaseEnd[] = [];
  for (let left = from.count(MAX_BASE_ENDS, 60); left > 0; left--) {
    const end = { device: from.fixed(16), counter: from.u64(), epoch: from.u32(), hash: from.fixed(32) };
    const last = ends.at(-1);
    if (last && byDevice(last, end) >= 0) throw new MalformedError("ends out of order");
    if (end.counter === 0 || end.epoch === 0) throw new MalformedError("counters and epochs start at 1");
    ends.push(end);
  }
  const parts: Bytes[] = [];
  for (let left = from.count(MAX_BASE_PARTS, 32); left > 0; left--) parts.push(from.fixed(32));
  from.fixed(SIGNATURE_BYTES);
  from.end();
  const terms = { desk, device, at, covers, epoch, rosterLength, rosterHead, ends, parts };
  return { ...terms, hash: await sha256(bytes), bytes };
}

/** Signs that a base was compared and found the same. */
export function signConfirmation(terms: ConfirmationTerms, signKey: CryptoKey): Promise<Bytes> {
  const to = new ByteWriter().raw(CONFIRMATION_MAGIC).fixed(terms.desk, 16).fixed(terms.base, 32);
  to.fixed(terms.device, 16).u64(terms.at).u32(terms.rosterLength).fixed(terms.rosterHead, 32);
  return signed(to.finish(), CONFIRMATION_LABEL, signKey);
}

/** Takes a confirmation apart. Throws MalformedError unless its form is canonical. */
export function readConfirmation(given: Uint8Array): Confirmation {
  const bytes = owned(given).slice();
  const from = new ByteReader(bytes);
  if (!equalBytes(from.fixed(4), CONFIRMATION_MAGIC))
    throw new MalformedError("no confirmation, or one of another version");
  const [desk, base, device, at] = [from.fixed(16), from.fixed(32), from.fixed(16), from.u64()];
  const [rosterLength, rosterHead] = [from.u32(), from.fixed(32)];
  from.fixed(SIGNATURE_BYTES);
  from.end();
  return { desk, base, device, at, rosterLength, rosterHead, bytes };
}

/** Whether the maker's key (importSignPublicKey) signed this manifest. */
export const manifestHolds = ({ bytes }: Manifest, key: CryptoKey): Promise<boolean> =>
  holds(bytes, BASE_LABEL, key);

/** Whether the confirmer's key (importSignPublicKey) signed this confirmation. */
export const confirmationHolds = ({ bytes }: Confirmation, key: CryptoKey): Promise<boolean> =>
  holds(bytes, CONFIRMATION_LABEL, key);

async function signed(statement: Bytes, label: Bytes, signKey: CryptoKey): Promise<Bytes> {
  return concat(statement, await sign(signKey, concat(label, statement)));
}

function holds(bytes: Bytes, label: Bytes, key: CryptoKey): Promise<boolean> {
  const end = bytes.length - SIGNATURE_BYTES;
  return signatureHolds(key, bytes.subarray(end), concat(label, bytes.subarray(0, end)));
}

function byDevice(a: BaseEnd, b: BaseEnd): number {
  const [first, second] = [toHex(a.device), toHex(b.device)];
  return first < second ? -1 : Number(first > second);
}
