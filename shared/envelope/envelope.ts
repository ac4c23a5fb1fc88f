/**
 * An envelope: one sealed and signed set of changes, as it travels and as the server keeps it. Big-endian.
 *
 * | at   | size | field      |                                                                                    |
 * |------|------|------------|------------------------------------------------------------------------------------|
 * |    0 |    1 | version    | 1                                                                                  |
 * |    1 |    1 | type       | 1 changes, 2 snapshot, 3 presence (payload.ts)                                     |
 * |    2 |   16 | desk       | the desk's id                                                                      |
 * |   18 |   16 | document   | documentIdOf(desk, name); zeros for presence                                       |
 * |   34 |    4 | epoch      | the generation of the desk's key, from 1                                           |
 * |   38 |   16 | device     | the author, deviceIdOf(its public key)                                             |
 * |   54 |    8 | counter    | from 1, one more than this device's previous envelope on this desk                 |
 * |   62 |   32 | previous   | SHA-256 of this device's whole previous envelope; zeros for its first              |
 * |   94 |   12 | nonce      | random                                                                             |
 * |  106 |    n | ciphertext | AES-256-GCM over the padded payload, with the 106 bytes above as associated data   |
 * | 106+n|   64 | signature  | Ed25519 over "sidedesk envelope v1" 00, then all the bytes above                   |
 *
 * The content key is HKDF-SHA256(epoch key, info "sidedesk envelope v1" 00, desk, device): one for each device,
 * so that the random nonces of two devices can never meet under one key. Presence is outside the device's chain:
 * its `previous` is zeros and its counter only has to grow.
 */
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
import { MAX_ENVELOPE_BYTES } from "../protocol/limits.ts";
import { decrypt, deriveSealingKey, documentIdOf, encrypt, sha256, sign, signatureHolds } from "./keys.ts";
import { pad, unpad } from "./padding.ts";
import { decodePayload, encodePayload, PAYLOAD_TYPES, type Payload } from "./payload.ts";

const VERSION = 1;
const HEADER_BYTES = 106;
const TAG_BYTES = 16;
const SIGNATURE_BYTES = 64;
const LABEL = utf8("sidedesk envelope v1\0");
const NO_DOCUMENT = new Uint8Array(16);

/** `previous` of a device's first envelope: 32 zeros. */
export const NO_PREVIOUS: Bytes = new Uint8Array(32);

/** What anyone can read of an envelope. */
interface EnvelopeHeader {
  type: Payload["type"];
  desk: Bytes;
  document: Bytes;
  epoch: number;
  device: Bytes;
  counter: number;
  previous: Bytes;
  nonce: Bytes;
}

/** An envelope taken apart, nothing yet verified; byte fields are views into `bytes`. */
export interface ReadEnvelope {
  header: EnvelopeHeader;
  headerBytes: Bytes;
  ciphertext: Bytes;
  signature: Bytes;
  bytes: Bytes;
}

/** What sealing needs. `epochKey` is from importEpochKey; `signKey` is the device's; `nonce` is 12 random bytes. */
export interface Sealing {
  desk: Uint8Array;
  epoch: number;
  epochKey: CryptoKey;
  device: Uint8Array;
  signKey: CryptoKey;
  counter: number;
  previous: Uint8Array;
  payload: Payload;
  nonce: Uint8Array;
}

/** An envelope that is authentic in form but that this key does not open, or that holds what its header denies. */
export class UnopenableError extends Error {
  override name = "UnopenableError";
}

/** Seals and signs a payload. Throws MalformedError when the envelope would exceed MAX_ENVELOPE_BYTES. */
export async function sealEnvelope(sealing: Sealing): Promise<Bytes> {
  const { desk, device, payload } = sealing;
  const document = payload.type === "presence" ? NO_DOCUMENT : await knownDocumentId(desk, payload.document);
  const header = new ByteWriter()
    .u8(VERSION)
    .u8(PAYLOAD_TYPES[payload.type])
    .fixed(desk, 16)
    .fixed(document, 16)
    .u32(sealing.epoch)
    .fixed(device, 16)
    .u64(sealing.counter)
    .fixed(sealing.previous, 32)
    .fixed(sealing.nonce, 12)
    .finish();
  const key = await contentKey(sealing.epochKey, desk, device);
  const ciphertext = await encrypt(key, sealing.nonce, header, pad(encodePayload(payload)));
  const size = HEADER_BYTES + ciphertext.length + SIGNATURE_BYTES;
  if (size > MAX_ENVELOPE_BYTES)
    throw new MalformedError(`an envelope of ${size} bytes, over ${MAX_ENVELOPE_BYTES}`);
  const signature = await sign(sealing.signKey, concat(LABEL, header, ciphertext));
  return concat(header, ciphertext, signature);
}

/** Takes an envelope apart without any key. Throws MalformedError unless its form is canonical. */
export function readEnvelope(envelope: Uint8Array): ReadEnvelope {
  const bytes = owned(envelope);
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new MalformedError("an envelope over the size limit");
  const from = new ByteReader(bytes);
  if (from.u8() !== VERSION) throw new MalformedError("an envelope of another version");
  const type = typeOf(from.u8());
  const header: EnvelopeHeader = {
    type,
    desk: from.fixed(16),
    document: from.fixed(16),
    epoch: from.u32(),
    device: from.fixed(16),
    counter: from.u64(),
    previous: from.fixed(32),
    nonce: from.fixed(12),
  };
  if (header.epoch === 0 || header.counter === 0) throw new MalformedError("epochs and counters start at 1");
  if (
    type === "presence" &&
    !(equalBytes(header.document, NO_DOCUMENT) && equalBytes(header.previous, NO_PREVIOUS))
  ) {
    throw new MalformedError("presence names no document and no previous envelope");
  }
  const sealed = from.left - SIGNATURE_BYTES;
  if (sealed < TAG_BYTES) throw new MalformedError("an envelope without content");
  const ciphertext = from.fixed(sealed);
  const signature = from.fixed(SIGNATURE_BYTES);
  return { header, headerBytes: bytes.subarray(0, HEADER_BYTES), ciphertext, signature, bytes };
}

/** The device (hex) that an envelope says is its author. Nothing of it is verified, not even its form. */
export const authorOf = (envelope: Uint8Array): string => toHex(envelope.subarray(38, 54));

function typeOf(number: number): Payload["type"] {
  for (const [type, value] of Object.entries(PAYLOAD_TYPES)) {
    if (value === number) return type as Payload["type"];
  }
  throw new MalformedError("an envelope of unknown type");
}

/** Whether the author's key (importSignPublicKey) signed this envelope. */
export function verifyEnvelope(read: ReadEnvelope, signPublicKey: CryptoKey): Promise<boolean> {
  return signatureHolds(signPublicKey, read.signature, concat(LABEL, read.headerBytes, read.ciphertext));
}

/**
 * The payload of an envelope whose signature was verified. `epochKey` is the key of the header's epoch. Throws
 * UnopenableError when the key is another, and when the document inside is not the one that the header names.
 */
export async function openEnvelope(read: ReadEnvelope, epochKey: CryptoKey): Promise<Payload> {
  const { header } = read;
  const key = await contentKey(epochKey, header.desk, header.device);
  const padded = await decrypt(key, header.nonce, read.headerBytes, read.ciphertext);
  if (!padded) throw new UnopenableError("The envelope does not open with this epoch's key.");
  const payload = decodePayload(header.type, unpad(padded));
  if (payload.type !== "presence") {
    const document = await knownDocumentId(header.desk, payload.document);
    if (!equalBytes(document, header.document)) {
      throw new UnopenableError("The envelope holds another document than its header names.");
    }
  }
  return payload;
}

/** What the device's next envelope carries as `previous`: SHA-256 of this whole one. */
export function envelopeHash(envelope: Uint8Array): Promise<Bytes> {
  return sha256(envelope);
}

/** By epoch key, then by desk and device: deriving one costs as much as sealing with it. They go with the epoch key. */
const contentKeys = new WeakMap<CryptoKey, Map<string, Promise<CryptoKey>>>();

function contentKey(epochKey: CryptoKey, desk: Uint8Array, device: Uint8Array): Promise<CryptoKey> {
  const known = contentKeys.get(epochKey) ?? new Map<string, Promise<CryptoKey>>();
  contentKeys.set(epochKey, known);
  const place = `${toHex(desk)} ${toHex(device)}`;
  const info = () => new ByteWriter().raw(LABEL).fixed(desk, 16).fixed(device, 16).finish();
  const key = known.get(place) ?? deriveSealingKey(epochKey, info());
  known.set(place, key);
  return key;
}

const KNOWN_DOCUMENTS = 1_000;
const documentIds = new Map<string, Promise<Bytes>>();

/** documentIdOf, worked out once: most envelopes are of the same few documents. */
function knownDocumentId(desk: Uint8Array, name: string): Promise<Bytes> {
  const place = `${toHex(desk)} ${name}`;
  const id = documentIds.get(place) ?? documentIdOf(desk, name);
  if (documentIds.size >= KNOWN_DOCUMENTS) documentIds.clear();
  documentIds.set(place, id);
  return id;
}
