/**
 * What a presence holds: where its author is on the desk now. It is told to who is connected, and kept nowhere. The
 * counter of its envelope is the time at which it was said, in ms since 1970, or one more than the last where the clock
 * stands still: it grows without being written down, and an old one that is sent again is known by it.
 *
 * | field   | bytes                                                                                        |
 * |---------|----------------------------------------------------------------------------------------------|
 * | version | 1: 01                                                                                        |
 * | places  | list (u32 count) of: writing u8 (1: writing there), place text; ascending, none for "gone"   |
 * | zeros   | up to 1,020 bytes in all, so that every presence is sealed into 1,210, whatever it says      |
 *
 * A place is a record's id, or a mail's thread as records name it (`gmail:18c2f0a1b2c3d4e5`).
 */
import { ByteReader, type Bytes, ByteWriter, MalformedError, utf8 } from "../protocol/bytes.ts";

/** A record or a mail that somebody has in front of them. */
export interface Place {
  readonly place: string;
  /** They are writing in it. */
  readonly writing: boolean;
}

/** What an envelope's own padding (padding.ts) makes 1,024 of. */
const SIZE = 1_020;
const VERSION = 1;
const MAX_PLACES = 20;
const MAX_PLACE_BYTES = 400;
/** Of a place: the mark of writing and the length. */
const AROUND = 1 + 4;

const PLACE = /^(?:(?:\d{4}-\d{2}|lasting)\.[0-9a-z]{16,32}|(?:gmail|outlook):[\x21-\x7e]{1,390})$/;

/** Whether a text names a place in the only form that is told. */
export const isPlace = (text: string): boolean => PLACE.test(text);

/**
 * The content of a presence: as many of the places as there is room for, the first ones first; each is told once.
 * @param places each in the form of `isPlace`
 */
export function packPresence(places: readonly Place[]): Bytes {
  const writing = new Map<string, boolean>();
  let left = SIZE - 1 - 4;
  for (const each of places) {
    const size = AROUND + utf8(each.place).length;
    const known = writing.get(each.place);
    if (known === undefined && (size > left || writing.size === MAX_PLACES)) continue;
    if (known === undefined) left -= size;
    writing.set(each.place, known || each.writing);
  }
  const to = new ByteWriter().u8(VERSION).u32(writing.size);
  for (const [place, isWriting] of [...writing].sort(([one], [other]) => (one < other ? -1 : 1)))
    to.u8(Number(isWriting)).text(place, MAX_PLACE_BYTES);
  const said = to.finish();
  return new ByteWriter()
    .raw(said)
    .raw(new Uint8Array(SIZE - said.length))
    .finish();
}

/** What it says. Throws MalformedError unless its form is canonical. */
export function unpackPresence(bytes: Uint8Array): Place[] {
  if (bytes.length !== SIZE) throw new MalformedError("a presence of another size");
  const from = new ByteReader(bytes);
  if (from.u8() !== VERSION) throw new MalformedError("a presence of another version");
  const places: Place[] = [];
  for (let left = from.count(MAX_PLACES, AROUND); left > 0; left--) {
    const writing = from.u8();
    const place = from.text(MAX_PLACE_BYTES);
    if (writing > 1 || !isPlace(place) || place <= (places.at(-1)?.place ?? ""))
      throw new MalformedError("places that are none, or out of order");
    places.push({ place, writing: writing === 1 });
  }
  if (from.fixed(from.left).some((byte) => byte !== 0))
    throw new MalformedError("a presence with a remainder");
  return places;
}
