import { Inflate } from "fflate";
import { type Bytes, concat } from "../protocol/bytes.ts";

/** DEFLATE makes at most 1,032 bytes of one: so many at once stay small. */
const SLICE_BYTES = 4_096;

/** Thrown where bytes would come to more than is ever made here. */
export class OversizedError extends Error {
  override name = "OversizedError";
}

const oversized = () => new OversizedError("Deflated from more than anybody makes at once.");

/** Lets so many bytes through; breaks off with OversizedError beyond. */
export function atMost(most: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(part, through) {
      bytes += part.length;
      if (bytes > most) throw oversized();
      through.enqueue(part);
    },
  });
}

/** What was deflated (RFC 1951), of `most` bytes at most. Throws OversizedError beyond, and for what is no DEFLATE. */
export function inflateUpTo(most: number, deflated: Uint8Array): Bytes {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const stream = new Inflate((part) => {
    bytes += part.length;
    if (bytes > most) throw oversized();
    parts.push(part);
  });
  for (let at = 0; at < deflated.length; at += SLICE_BYTES)
    stream.push(deflated.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= deflated.length);
  return concat(...parts);
}
