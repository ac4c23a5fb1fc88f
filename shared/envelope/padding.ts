/**
 * Padmé padding (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PoPETs 2019): a length keeps
 * only as many leading bits as its logarithm has bits, so it costs at most 12 % and tells O(log log) of the size.
 *
 * | size | field   |                                                                                                  |
 * |------|---------|--------------------------------------------------------------------------------------------------|
 * |  4+n | content | bytes                                                                                            |
 * |    z | zeros   | up to the least whole multiple of 2^max(0, e − s) that 4+n fits into, where e = ⌊log2(4+n)⌋ and    |
 * |      |         | s = ⌊log2 e⌋ + 1                                                                                 |
 */
import { ByteReader, type Bytes, MalformedError } from "../protocol/bytes.ts";

/** The smallest Padmé length that holds `length` bytes. */
export function padmeLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / unit) * unit;
}

/** The content's length as u32, the content, then zeros up to a Padmé length (at least `atLeast` bytes). */
export function pad(content: Uint8Array, atLeast = 0): Bytes {
  const padded = new Uint8Array(padmeLength(Math.max(content.length + 4, atLeast)));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
}

/** What `pad` was given; throws MalformedError when the padding is not exactly what `pad` makes. */
export function unpad(padded: Uint8Array, atLeast = 0): Bytes {
  const from = new ByteReader(padded);
  const content = from.sized(padded.length);
  const zeros = from.fixed(from.left);
  if (
    padded.length !== padmeLength(Math.max(content.length + 4, atLeast)) ||
    zeros.some((byte) => byte !== 0)
  ) {
    throw new MalformedError("padding that is not Padmé");
  }
  return content;
}
