/**
 * A desk as a file under a passphrase: what brings its work back where no device and no server has it any more.
 *
 * | bytes | field      | meaning                                                                                    |
 * |-------|------------|--------------------------------------------------------------------------------------------|
 * |    16 | magic      | "sidedesk backup" 00                                                                       |
 * |     1 | version    | 1                                                                                          |
 * |     4 | iterations | of PBKDF2-HMAC-SHA-256 (RFC 8018): 600,000 to 10,000,000                                   |
 * |    16 | salt       | random                                                                                     |
 * | bytes | head       | sealed, as below                                                                           |
 * | bytes | parts      | each sealed; their content is that of a base's parts (envelope/part.ts), but that a        |
 * |       |            | document stands, in its field saved, as the list (u32 count) of bytes of its changes, all  |
 * |       |            | but the first that every document has, and what it comes to is empty                       |
 *
 * Sealed: a nonce of 12 random bytes, AES-256-GCM ciphertext of the padded content (envelope/padding.ts), with the
 * first 37 bytes of the file as associated data. Its key is HKDF-SHA256(PBKDF2(passphrase in NFC, salt, iterations),
 * info "sidedesk backup v1" 00).
 *
 * | bytes | head       | meaning                                                                                    |
 * |-------|------------|--------------------------------------------------------------------------------------------|
 * |    16 | desk       | its id                                                                                     |
 * | bytes | name       | what the device called it (text)                                                           |
 * |    16 | device     | which made the file                                                                        |
 * |     8 | at         | when, ms since 1970                                                                        |
 * | bytes | server     | its address (text); empty where the desk was on that device alone                          |
 * |    32 | secret     | of the link (invite.ts) that the roster's last entry makes: by it a device is let in       |
 * |     4 | records    | how many there are, those deleted too                                                      |
 * |   4+n | roster     | list of bytes: its entries, the last made for this file and put nowhere else               |
 * |   4+n | epoch keys | list of bytes: 32 each, from epoch 1 on; none where a key was given up                     |
 * |   4+n | unsent     | list of 32: hashes of changes, and ids of acts, that the server may not have had           |
 * |   4+n | parts      | list of 32: SHA-256 of each sealed part, in their order                                    |
 */
import { deriveSealingKey, importEpochKey } from "../envelope/keys.ts";
import { openPart, type PartKey, sealPart } from "../envelope/part.ts";
import { hashPassphrase, PASSPHRASE_ITERATIONS } from "../envelope/passphrase.ts";
import { ByteReader, type Bytes, ByteWriter, equalBytes, MalformedError, utf8 } from "../protocol/bytes.ts";

const MAGIC = utf8("sidedesk backup\0");
const LABEL = utf8("sidedesk backup v1\0");
const VERSION = 1;
/** More would keep a browser busy for minutes, for a file that somebody made up. */
const MOST_ITERATIONS = 10_000_000;
export const BACKUP_HEADER_BYTES = 16 + 1 + 4 + 16;
/** Of a head: the longest list of members, keys, and the hashes of years of changes. */
export const MAX_HEAD_BYTES = 24 * 1024 * 1024;
/** Of a part: its content, padded, and what sealing adds. */
export const MAX_BACKUP_PART_BYTES = 1024 * 1024;
const MAX_TEXT_BYTES = 1_000;
const MAX_ENTRY_BYTES = 1024 * 1024;
const MAX_ITEMS = 1_000_000;

export interface BackupHead {
  readonly desk: Bytes;
  readonly name: string;
  readonly device: Bytes;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null for a desk that was on one device alone. */
  readonly server: string | null;
  readonly secret: Bytes;
  readonly records: number;
  readonly roster: readonly Uint8Array[];
  readonly epochKeys: readonly Uint8Array[];
  readonly unsent: readonly Uint8Array[];
  readonly parts: readonly Uint8Array[];
}

/** The first bytes of a file. @param salt 16 random bytes, new for each file */
export const backupHeader = (salt: Uint8Array, iterations = PASSPHRASE_ITERATIONS): Bytes =>
  new ByteWriter().raw(MAGIC).u8(VERSION).u32(iterations).fixed(salt, 16).finish();

/** Why a file is not read: it is none of these, one of another version of Sidedesk's, or its end is missing. */
export type BackupFault = "foreign" | "version" | "cut";

/** What is wrong with the beginning of a file; undefined where it can be opened. @param start its first bytes, up to its head */
export function backupFault(start: Uint8Array): BackupFault | undefined {
  if (!equalBytes(start.subarray(0, MAGIC.length), MAGIC.subarray(0, start.length)) || start.length === 0)
    return "foreign";
  if (start.length < BACKUP_HEADER_BYTES) return "cut";
  if (start[MAGIC.length] !== VERSION) return "version";
  const { iterations } = readHeader(start);
  return iterations < PASSPHRASE_ITERATIONS || iterations > MOST_ITERATIONS ? "foreign" : undefined;
}

function readHeader(header: Uint8Array) {
  const from = new ByteReader(header.subarray(MAGIC.length + 1));
  return { iterations: from.u32(), salt: from.fixed(16) };
}

/** The key of everything in a file. `header` is its first bytes, sound by `backupFault`. */
export async function backupKey(passphrase: string, header: Uint8Array): Promise<PartKey> {
  const { salt, iterations } = readHeader(header);
  const { hash } = await hashPassphrase(passphrase, salt.slice(), iterations);
  const place = header.slice(0, BACKUP_HEADER_BYTES) as Bytes;
  return { key: await deriveSealingKey(await importEpochKey(hash), LABEL), place };
}

/** Seals the head. `nonce` is 12 random bytes. */
export function sealHead(key: PartKey, nonce: Uint8Array, head: BackupHead): Promise<Bytes> {
  const to = new ByteWriter().fixed(head.desk, 16).text(head.name, MAX_TEXT_BYTES).fixed(head.device, 16);
  to.u64(head.at)
    .text(head.server ?? "", MAX_TEXT_BYTES)
    .fixed(head.secret, 32)
    .u32(head.records);
  for (const list of [head.roster, head.epochKeys]) {
    to.u32(list.length);
    for (const item of list) to.sized(item, MAX_ENTRY_BYTES);
  }
  for (const list of [head.unsent, head.parts]) {
    to.u32(list.length);
    for (const item of list) to.fixed(item, 32);
  }
  return sealPart(key, nonce, to.finish());
}

/** The head; undefined where the passphrase is another, or a byte is not as it was. Throws MalformedError. */
export async function openHead(key: PartKey, sealed: Uint8Array): Promise<BackupHead | undefined> {
  const content = await openPart(key, sealed);
  if (!content) return undefined;
  const from = new ByteReader(content);
  const head = {
    desk: from.fixed(16),
    name: from.text(MAX_TEXT_BYTES),
    device: from.fixed(16),
    at: from.time(),
    server: from.text(MAX_TEXT_BYTES) || null,
    secret: from.fixed(32),
    records: from.u32(),
    roster: readList(from, 4, () => from.sized(MAX_ENTRY_BYTES)),
    epochKeys: readList(from, 4, () => from.sized(32)),
    unsent: readList(from, 32, () => from.fixed(32)),
    parts: readList(from, 32, () => from.fixed(32)),
  };
  from.end();
  if (head.epochKeys.some(({ length }) => length !== 0 && length !== 32))
    throw new MalformedError("a key of another length");
  return head;
}

function readList(from: ByteReader, size: number, read: () => Bytes): Bytes[] {
  return Array.from({ length: from.count(MAX_ITEMS, size) }, read);
}

/** A document's changes as they stand in a part. */
export function packChanges(changes: readonly Uint8Array[]): Bytes {
  const to = new ByteWriter().u32(changes.length);
  for (const change of changes) to.sized(change, 0x7fffffff);
  return to.finish();
}

/** The changes of a document. Throws MalformedError. */
export function unpackChanges(packed: Uint8Array): Bytes[] {
  const from = new ByteReader(packed);
  const changes = Array.from({ length: from.count(0x7fffffff, 4) }, () => from.sized(0x7fffffff));
  from.end();
  return changes;
}
