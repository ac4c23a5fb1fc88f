/**
 * How much a change's bytes come to, told before Automerge takes them apart. In its binary format a hundred bytes can
 * stand for a thousand million operations (runs of equal values) and a thousandth of a text for all of it (DEFLATE):
 * whoever may write could else end every colleague's background. https://automerge.org/automerge-binary-format-spec/
 *
 * | chunk   | bytes                                                                                         |
 * |---------|-----------------------------------------------------------------------------------------------|
 * | head    | magic 85 6f 4a 83, checksum 4, type u8: 1 a change, 2 the same with its content deflated; size |
 * | content | dependencies (count, 32 bytes each), actor (size, bytes), seq, startOp, time, message (size,   |
 * |         | text), other actors (count, of size and bytes), columns (count, of spec and size), their data  |
 *
 * Numbers are LEB128. The lowest three bits of a column's spec are its type.
 */
import { inflateUpTo, OversizedError } from "./inflate.ts";

/** The longest change's content: far more than a person types or imports at once. */
const MOST_BYTES = 8 * 1024 * 1024;
/**
 * Operations in one change, and values in any of its columns. The longest that is made here is of a text of 100,000
 * characters in place of another one, an operation each, or of 200,000 characters of commands.
 */
export const MOST_OPERATIONS = 250_000;
/** Of these, such as assign a field or make a record: those 200,000 characters hold 20,000, in 500 commands. */
export const MOST_ASSIGNED = 25_000;
/** Records that one change makes. Each is shown, listed and searched by itself: it costs fifty times what a letter does. */
export const MOST_MADE = 1_000;
const HEAD_BYTES = 9;
const DEFLATED = 2;
const COLUMN = { boolean: 4, text: 5, raw: 7 } as const;

/** Throws where a change would come to more than is ever made here, or its bytes are cut short. */
export function checkSize(change: Uint8Array): void {
  const from = new Leb(change, HEAD_BYTES);
  from.number();
  const content = change.subarray(from.at);
  const columns = columnsOf(change[HEAD_BYTES - 1] === DEFLATED ? inflateUpTo(MOST_BYTES, content) : content);
  for (const { type, data } of columns)
    if (type !== COLUMN.raw && valuesIn(type, data) > MOST_OPERATIONS) throw oversized();
}

/** The same of operations that have been read: `assigned` have a name in a map, `made` make a record. */
export function checkOperations(assigned: number, made: number): void {
  if (assigned > MOST_ASSIGNED || made > MOST_MADE) throw oversized();
}

const oversized = () => new OversizedError("A change of more than anybody makes at once.");

function columnsOf(content: Uint8Array): { readonly type: number; readonly data: Uint8Array }[] {
  if (content.length > MOST_BYTES) throw oversized();
  const from = new Leb(content);
  from.skip(from.number() * 32);
  from.skip(from.number());
  for (let numbers = 3; numbers > 0; numbers--) from.number();
  from.skip(from.number());
  for (let actors = from.number(); actors > 0; actors--) from.skip(from.number());
  const specs: (readonly [spec: number, bytes: number])[] = [];
  for (let left = from.number(); left > 0; left--) specs.push([from.number(), from.number()]);
  return specs.map(([spec, bytes]) => ({ type: spec & 7, data: from.skip(bytes) }));
}

/** How many values a column stands for; counted no further than it takes to see that they are too many. */
function valuesIn(type: number, data: Uint8Array): number {
  const from = new Leb(data);
  let values = 0;
  const one = () => (type === COLUMN.text ? void from.skip(from.number()) : void from.number());
  while (from.left > 0 && values <= MOST_OPERATIONS) {
    // Runs of false and true, one after the other; else so many of one value, so many values, or so many of none.
    if (type === COLUMN.boolean) values += from.number();
    else {
      const run = from.signed();
      values += run === 0 ? from.number() : Math.abs(run);
      if (run > 0) one();
      else if (values <= MOST_OPERATIONS) for (let left = -run; left > 0; left--) one();
    }
  }
  return values;
}

/** Reads LEB128 (DWARF 5, section 7.6). A number past 2^53 is some number past every limit here. */
class Leb {
  at: number;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }
  get left(): number {
    return this.#bytes.length - this.at;
  }
  skip(bytes: number): Uint8Array {
    if (bytes > this.left) throw new Error("A change that is cut short.");
    this.at += bytes;
    return this.#bytes.subarray(this.at - bytes, this.at);
  }
  number(): number {
    let [value, unit] = [0, 1];
    for (;;) {
      const [byte = 0] = this.skip(1);
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 128;
    }
  }
  signed(): number {
    const begin = this.at;
    const value = this.number();
    const isNegative = (this.#bytes[this.at - 1]! & 0x40) !== 0;
    return isNegative ? value - 128 ** (this.at - begin) : value;
  }
}
