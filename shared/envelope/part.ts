/**
 * A part of a base (desk/base.ts), as it travels and as the server keeps it.
 *
 * | size | field      |                                                                                            |
 * |------|------------|--------------------------------------------------------------------------------------------|
 * |   12 | nonce      | random                                                                                     |
 * |    n | ciphertext | AES-256-GCM over the padded content (padding.ts). The key is HKDF-SHA256(epoch key, info);  |
 * |      |            | info and associated data: "sidedesk base v1" 00, desk 16, device 16, epoch u32              |
 *
 * Its content is pieces up to its end, each: document text, more u8 (1 where the document goes on in a later piece),
 * bytes. A document's pieces, joined in the order of the parts, are
 *
 * | size  | field |                                                                                                |
 * |-------|-------|------------------------------------------------------------------------------------------------|
 * | bytes | saved | the document as Automerge saves it                                                             |
 * |   4+n | acts  | list (u32 count) of bytes: the acts of its changes (audit/act.ts), each with its salt           |
 * | bytes | shown | what it comes to, for whoever need not load it (documents/shown.ts); empty where nobody says    |
 */
import { ByteReader, type Bytes, ByteWriter, concat, MalformedError, utf8 } from "../protocol/bytes.ts";
import { decrypt, deriveSealingKey, encrypt } from "./keys.ts";
import { pad, unpad } from "./padding.ts";

const LABEL = utf8("sidedesk base v1\0");
const MAX_NAME_BYTES = 200;
const MAX_ACTS = 10_000_000;
const MAX_BYTES = 0x7fffffff;

/** Content of one part, bytes: it is fetched, opened and taken in by itself, and progress is told by parts. */
export const PART_CONTENT_BYTES = 400_000;

/** Where the parts of one base belong. */
export interface PartPlace {
  readonly desk: Uint8Array;
  readonly device: Uint8Array;
  readonly epoch: number;
}

/** The key of a base's parts, with what is authenticated beside them. */
export interface PartKey {
  readonly key: CryptoKey;
  readonly place: Bytes;
}

/** A document of a base: its saved bytes, the acts of its changes as they travel, and what it comes to. */
export interface BaseDocument {
  readonly document: string;
  readonly saved: Uint8Array;
  readonly acts: readonly Uint8Array[];
  readonly shown: Uint8Array;
}

/** The key under which the parts of a base are sealed. `epochKey` is from importEpochKey. */
export async function partKey({ desk, device, epoch }: PartPlace, epochKey: CryptoKey): Promise<PartKey> {
  const place = new ByteWriter().raw(LABEL).fixed(desk, 16).fixed(device, 16).u32(epoch).finish();
  return { key: await deriveSealingKey(epochKey, place), place };
}

/** Seals a part's content. `nonce` is 12 random bytes. */
export async function sealPart(
  { key, place }: PartKey,
  nonce: Uint8Array,
  content: Uint8Array,
): Promise<Bytes> {
  return concat(nonce, await encrypt(key, nonce, place, pad(content)));
}

/** A part's content, or undefined where it was sealed under another key or for another place. */
export async function openPart({ key, place }: PartKey, part: Uint8Array): Promise<Bytes | undefined> {
  const padded = await decrypt(key, part.subarray(0, 12), place, part.subarray(12));
  return padded && unpad(padded);
}

/** The contents of parts for these documents, in their order; each of about so many bytes at most. */
export function partContents(documents: readonly BaseDocument[], most = PART_CONTENT_BYTES): Bytes[] {
  const contents: Bytes[] = [];
  let content = new ByteWriter();
  let room = most;
  const close = () => {
    if (room < most) contents.push(content.finish());
    content = new ByteWriter();
    room = most;
  };
  for (const { document, saved, acts, shown } of documents) {
    const whole = new ByteWriter().sized(saved, MAX_BYTES).u32(acts.length);
    for (const act of acts) whole.sized(act, MAX_BYTES);
    const bytes = whole.sized(shown, MAX_BYTES).finish();
    if (bytes.length > room) close();
    for (let at = 0; at < bytes.length; at += most) {
      const piece = bytes.subarray(at, at + most);
      const more = at + piece.length < bytes.length;
      content.text(document, MAX_NAME_BYTES).u8(Number(more)).sized(piece, MAX_BYTES);
      room -= piece.length;
      if (more) close();
    }
  }
  close();
  return contents;
}

/** Puts documents together from the contents of parts, given in their order. */
export class DocumentJoiner {
  #open: { readonly document: string; readonly pieces: Bytes[] } | undefined;

  /** Documents that are whole with this content. Throws MalformedError for what is none. */
  take(content: Uint8Array): BaseDocument[] {
    const from = new ByteReader(content);
    const whole: BaseDocument[] = [];
    while (from.left > 0) {
      const [document, more, piece] = [from.text(MAX_NAME_BYTES), from.u8(), from.sized(MAX_BYTES)];
      if (more > 1) throw new MalformedError("neither the last piece nor another");
      if (this.#open && this.#open.document !== document)
        throw new MalformedError("a document that does not go on");
      const pieces = [...(this.#open?.pieces ?? []), piece];
      this.#open = more === 1 ? { document, pieces } : undefined;
      if (more === 0) whole.push(readDocument(document, concat(...pieces)));
    }
    return whole;
  }

  /** Throws MalformedError where a document was not ended. */
  end(): void {
    if (this.#open) throw new MalformedError("a document without its end");
  }
}

function readDocument(document: string, bytes: Bytes): BaseDocument {
  const from = new ByteReader(bytes);
  const saved = from.sized(MAX_BYTES);
  const acts: Bytes[] = [];
  for (let left = from.count(MAX_ACTS, 4); left > 0; left--) acts.push(from.sized(MAX_BYTES));
  const shown = from.sized(MAX_BYTES);
  from.end();
  return { document, saved, acts, shown };
}
