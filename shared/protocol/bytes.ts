/**
 * Strict reading and writing of binary data, big-endian. There is one way to write each value, and a reader
 * refuses every other: short input, trailing bytes, over-long lengths and broken UTF-8 all throw MalformedError.
 */

/** Bytes that own an ordinary buffer, as WebCrypto, WebSocket and IndexedDB take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Input that is not in canonical form. It says what was wrong with the bytes, never what they held. */
export class MalformedError extends Error {
  override name = "MalformedError";
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The last instant that has a name, ms since 1970: ECMA-262, section 21.4.1.1. */
const LAST_INSTANT = 8.64e15;

/** UTF-8 bytes of a text. Throws MalformedError for a lone surrogate, which has no UTF-8 form. */
export function utf8(text: string): Bytes {
  if (!text.isWellFormed()) throw new MalformedError("text with a lone surrogate");
  return encoder.encode(text) as Bytes;
}

/** The same bytes over a buffer that is not shared; copies only when it must. */
export function owned(bytes: Uint8Array): Bytes {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : new Uint8Array(bytes);
}

/** All parts, one after the other. */
export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether both hold the same bytes. Not constant-time: for public values (ids, hashes) only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Lower-case hexadecimal (RFC 4648, section 8). */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Bytes of lower-case hexadecimal; throws MalformedError for anything else. */
export function fromHex(text: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new MalformedError("not lower-case hexadecimal");
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

/** base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Bytes of base64url without padding; throws MalformedError for anything else, unused bits that are set included. */
export function fromBase64url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new MalformedError("not base64url");
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  if (toBase64url(bytes) !== text) throw new MalformedError("not canonical base64url");
  return bytes;
}

/** Writes values one after the other; `finish` gives the bytes. */
export class ByteWriter {
  #bytes: Bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** Where the next bytes go. It may replace the view: take the place first, then write. */
  #room(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }

  #whole(value: number, max: number): number {
    if (!Number.isSafeInteger(value) || value < 0 || value > max) {
      throw new MalformedError(`a whole number from 0 to ${max} was expected`);
    }
    return value;
  }

  u8(value: number): this {
    const at = this.#room(1);
    this.#view.setUint8(at, this.#whole(value, 0xff));
    return this;
  }

  u16(value: number): this {
    const at = this.#room(2);
    this.#view.setUint16(at, this.#whole(value, 0xffff));
    return this;
  }

  u32(value: number): this {
    const at = this.#room(4);
    this.#view.setUint32(at, this.#whole(value, 0xffffffff));
    return this;
  }

  /** Eight bytes; values up to 2^53 − 1. */
  u64(value: number): this {
    const at = this.#room(8);
    this.#view.setBigUint64(at, BigInt(this.#whole(value, Number.MAX_SAFE_INTEGER)));
    return this;
  }

  /** Bytes of a length that the format fixes: `count` is checked. */
  fixed(bytes: Uint8Array, count: number): this {
    if (bytes.length !== count) throw new MalformedError(`${count} bytes were expected, not ${bytes.length}`);
    return this.raw(bytes);
  }

  /** Bytes as they are, with no length. */
  raw(bytes: Uint8Array): this {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
    return this;
  }

  /** A u32 length, then the bytes. */
  sized(bytes: Uint8Array, max: number): this {
    if (bytes.length > max) throw new MalformedError(`${bytes.length} bytes where ${max} are allowed`);
    return this.u32(bytes.length).raw(bytes);
  }

  /** A u32 length, then UTF-8; `max` counts bytes. */
  text(text: string, max: number): this {
    return this.sized(utf8(text), max);
  }

  finish(): Bytes {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what ByteWriter wrote. Gives views, not copies: they live as long as the input. */
export class ByteReader {
  readonly #bytes: Bytes;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = owned(bytes);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
  }

  #take(count: number): number {
    const at = this.#at;
    if (count > this.#bytes.length - at) throw new MalformedError("cut short");
    this.#at += count;
    return at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2));
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4));
  }

  u64(): number {
    const value = this.#view.getBigUint64(this.#take(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new MalformedError("a number beyond 2^53 - 1");
    return Number(value);
  }

  /** A u64 that is a time: ms since 1970, of an instant that has a name. */
  time(): number {
    const value = this.u64();
    if (value > LAST_INSTANT) throw new MalformedError("a time beyond every calendar");
    return value;
  }

  fixed(count: number): Bytes {
    const at = this.#take(count);
    return this.#bytes.subarray(at, at + count);
  }

  sized(max: number): Bytes {
    const length = this.u32();
    if (length > max) throw new MalformedError(`${length} bytes where ${max} are allowed`);
    return this.fixed(length);
  }

  text(max: number): string {
    const bytes = this.sized(max);
    try {
      return decoder.decode(bytes);
    } catch {
      throw new MalformedError("broken UTF-8");
    }
  }

  /** How many items follow: a u32 that must fit in what is left, at `size` bytes or more an item. */
  count(max: number, size: number): number {
    const count = this.u32();
    if (count > max || count * size > this.left) throw new MalformedError("a list longer than its bytes");
    return count;
  }

  /** The end: bytes that are left over are refused. */
  end(): void {
    if (this.left !== 0) throw new MalformedError(`${this.left} bytes too many`);
  }
}
