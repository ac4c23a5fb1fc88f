/**
 * What a device had taken in of the others when it sealed an envelope: the end of each chain that had moved on since
 * it last said so. It travels among the changes of an envelope. A server that keeps something from one device and not
 * from another is found out by it as soon as it passes on what anybody wrote behind that.
 *
 * | field | bytes                                                                                   |
 * |-------|-----------------------------------------------------------------------------------------|
 * | magic | 4: "see" 01                                                                             |
 * | ends  | list (u32 count) of: device 16, counter u64, hash 32 of that envelope; devices ascending |
 */
import {
  ByteReader,
  type Bytes,
  ByteWriter,
  equalBytes,
  fromHex,
  MalformedError,
  toHex,
} from "../protocol/bytes.ts";

/** An end of a device's chain that was seen; `device` is hex. */
export interface Sighting {
  readonly device: string;
  readonly counter: number;
  readonly hash: Uint8Array;
}

const MAGIC = new Uint8Array([0x73, 0x65, 0x65, 0x01]);
const END_BYTES = 16 + 8 + 32;
const MAX_ENDS = 10_000;

/** Whether a piece of an envelope says what its author had seen, rather than being a change or an act. */
export const isSighting = (bytes: Uint8Array): boolean => equalBytes(bytes.subarray(0, MAGIC.length), MAGIC);

/** The piece of an envelope that says so. */
export function packSightings(ends: readonly Sighting[]): Bytes {
  const to = new ByteWriter().raw(MAGIC).u32(ends.length);
  for (const { device, counter, hash } of [...ends].sort((a, b) => (a.device < b.device ? -1 : 1)))
    to.fixed(fromHex(device), 16).u64(counter).fixed(hash, 32);
  return to.finish();
}

/** What it says. Throws MalformedError unless its form is canonical. */
export function unpackSightings(bytes: Uint8Array): Sighting[] {
  const from = new ByteReader(bytes);
  if (!equalBytes(from.fixed(MAGIC.length), MAGIC)) throw new MalformedError("no sighting");
  const ends: Sighting[] = [];
  for (let left = from.count(MAX_ENDS, END_BYTES); left > 0; left--) {
    const end = { device: toHex(from.fixed(16)), counter: from.u64(), hash: from.fixed(32) };
    if (end.device <= (ends.at(-1)?.device ?? "") || end.counter === 0)
      throw new MalformedError("sightings out of order");
    ends.push(end);
  }
  from.end();
  return ends;
}
