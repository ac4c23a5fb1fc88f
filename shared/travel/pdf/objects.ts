import { inflate, undoPrediction } from "./streams.ts";

/** A value of PDF's syntax (ISO 32000-1, 7.3): names begin with "/", strings are bytes, references name an object. */
export type PdfValue = number | boolean | null | string | Uint8Array | PdfRef | PdfValue[] | PdfDict;
type PdfRef = { ref: number };
export type PdfDict = { [name: string]: PdfValue | undefined };
export type PdfObject = { value: PdfValue; stream?: Uint8Array };

const MAX_OBJECTS = 60_000;
const MAX_NESTING = 60;
/** Longer ones are none that a page shows; the limits keep broken files from being read again for every object. */
const MAX_LITERAL = 20_000;
const MAX_VALUES = 20_000;
const MAX_VALUE_BYTES = 1_000_000;
const MAX_FILE = 30_000_000;
const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([..."()<>[]{}/%"].map((character) => character.charCodeAt(0)));

/** Gives the value when it is a dictionary, else undefined. */
function asDict(value: PdfValue | undefined): PdfDict | undefined {
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    value instanceof Uint8Array ||
    isRef(value)
  )
    return undefined;
  return value as PdfDict;
}

const isRef = (value: PdfValue | undefined): value is PdfRef =>
  typeof value === "object" && value !== null && "ref" in value && typeof value.ref === "number";

/** Reads values one after the other out of bytes. A word that is no value (an operator) comes as `{ word }`. */
export class PdfLexer {
  at: number;
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next value, an operator, or undefined at the end. */
  next(depth = 0): PdfValue | { word: string } | undefined {
    this.skipSpace();
    const { bytes } = this;
    const byte = bytes[this.at];
    if (byte === undefined || depth > MAX_NESTING) return undefined;
    if (byte === 0x2f) return `/${this.name()}`;
    if (byte === 0x28) return this.literal();
    if (byte === 0x3c) return bytes[this.at + 1] === 0x3c ? this.dict(depth) : this.hex();
    if (byte === 0x5b) return this.array(depth);
    if (byte === 0x5d || byte === 0x3e || byte === 0x29 || byte === 0x7b || byte === 0x7d) {
      this.at += byte === 0x3e && bytes[this.at + 1] === 0x3e ? 2 : 1;
      return { word: String.fromCharCode(byte) };
    }
    const word = this.word();
    if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(word)) return this.numberOrRef(word);
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : { word };
  }

  private numberOrRef(word: string): PdfValue {
    const end = /^\d{1,7}$/.test(word) ? this.endOfReference() : undefined;
    if (end === undefined) return Number(word);
    this.at = end;
    return { ref: Number(word) };
  }

  /** Where " 0 R" behind a number ends, which makes it a reference; a file has hundreds of thousands of numbers. */
  private endOfReference(): number | undefined {
    const { bytes } = this;
    let at = this.at;
    const skip = (most: number, isOne: (byte: number) => boolean) => {
      const from = at;
      while (at - from < most && isOne(bytes[at] ?? -1)) at += 1;
      return at > from;
    };
    const isSpace = (byte: number) => SPACE.has(byte);
    const whole = skip(4, isSpace) && skip(5, (byte) => byte >= 0x30 && byte <= 0x39) && skip(4, isSpace);
    const letter = (bytes[at + 1] ?? 0) & 0xdf;
    return whole && bytes[at] === 0x52 && !(letter >= 0x41 && letter <= 0x5a) ? at + 1 : undefined;
  }

  private skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25)
        while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13)
          this.at += 1;
      else if (SPACE.has(byte)) this.at += 1;
      else return;
    }
  }

  private word(): string {
    const start = this.at;
    this.at += 1;
    for (
      let byte = this.bytes[this.at];
      byte !== undefined && !SPACE.has(byte) && !DELIMITER.has(byte);
      byte = this.bytes[this.at]
    )
      this.at += 1;
    return latin(this.bytes.subarray(start, Math.min(this.at, start + 200)));
  }

  private name(): string {
    return this.word()
      .slice(1)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  private literal(): Uint8Array {
    const out: number[] = [];
    let open = 1;
    this.at += 1;
    const limit = Math.min(this.bytes.length, this.at + MAX_LITERAL);
    for (; this.at < limit; this.at += 1) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte === 0x5c) this.escape(out);
      else {
        if (byte === 0x28) open += 1;
        if (byte === 0x29) open -= 1;
        if (open === 0) break;
        out.push(byte);
      }
    }
    this.at += 1;
    return Uint8Array.from(out);
  }

  private escape(out: number[]): void {
    this.at += 1;
    const byte = this.bytes[this.at] ?? 0;
    const plain: Record<number, number> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };
    const octal = /^[0-7]{1,3}/.exec(latin(this.bytes.subarray(this.at, this.at + 3)))?.[0];
    if (octal) {
      out.push(Number.parseInt(octal, 8) & 255);
      this.at += octal.length - 1;
    } else if (byte === 13 && this.bytes[this.at + 1] === 10) this.at += 1;
    else if (byte !== 10 && byte !== 13) out.push(plain[byte] ?? byte);
  }

  private hex(): Uint8Array {
    const near = this.bytes.subarray(this.at, this.at + MAX_LITERAL).indexOf(0x3e);
    const end = near < 0 ? -1 : this.at + near;
    const digits = latin(this.bytes.subarray(this.at + 1, end < 0 ? this.bytes.length : end)).replace(
      /[^0-9A-Fa-f]/g,
      "",
    );
    this.at = end < 0 ? this.bytes.length : end + 1;
    const even = digits.length % 2 ? `${digits}0` : digits;
    return Uint8Array.from({ length: even.length / 2 }, (_, index) =>
      Number.parseInt(even.slice(index * 2, index * 2 + 2), 16),
    );
  }

  private array(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    this.at += 1;
    for (;;) {
      const value = this.next(depth + 1);
      if (value === undefined || values.length > MAX_VALUES) return values;
      if (typeof value === "object" && value !== null && "word" in value) {
        if (value.word === "]") return values;
      } else values.push(value as PdfValue);
    }
  }

  private dict(depth: number): PdfDict {
    const dict = Object.create(null) as PdfDict;
    this.at += 2;
    for (;;) {
      const key = this.next(depth + 1);
      if (typeof key !== "string") return dict;
      const value = this.next(depth + 1);
      if (value === undefined || (typeof value === "object" && value !== null && "word" in value))
        return dict;
      dict[key.slice(1)] = value as PdfValue;
    }
  }
}

/** Bytes as text, one character a byte. */
function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

/** All objects of a file, those packed into object streams too, found without the cross-reference table: it is often wrong. */
export class PdfFile {
  private readonly objects = new Map<number, PdfObject>();

  constructor(bytes: Uint8Array) {
    // One character a byte; what is looked for in it is plain ASCII.
    const text = new TextDecoder("latin1").decode(bytes.subarray(0, MAX_FILE));
    let closed = true;
    let parsed = 0;
    let looked = 0;
    for (const match of text.matchAll(/(?<![0-9])(\d{1,7})[\s\0]{1,4}\d{1,5}[\s\0]{1,4}obj\b/g)) {
      looked += 1;
      if (looked > MAX_OBJECTS) break;
      // Objects do not lie in one another: what a value took is not read again.
      if (match.index < parsed) continue;
      const from = match.index + match[0].length;
      const lexer = new PdfLexer(bytes.subarray(0, from + MAX_VALUE_BYTES), from);
      const value = lexer.next();
      parsed = lexer.at;
      if (value === undefined || (typeof value === "object" && value !== null && "word" in value)) continue;
      const object: PdfObject = { value: value as PdfValue };
      const follows = /^[\s\0]{0,6}stream\r?\n?/.exec(text.slice(lexer.at, lexer.at + 20));
      if (follows) {
        const start = lexer.at + follows[0].length;
        const end: number = closed ? text.indexOf("endstream", start) : -1;
        closed = end >= 0;
        object.stream = bytes.subarray(start, end < 0 ? bytes.length : end);
        parsed = end < 0 ? start : end;
      }
      this.objects.set(Number(match[1]), object);
    }
    for (const object of [...this.objects.values()])
      if (asDict(object.value)?.Type === "/ObjStm") this.unpack(object);
  }

  private unpack(object: PdfObject): void {
    const dict = asDict(object.value) ?? {};
    const data = this.data(object);
    const [count, first] = [this.number(dict.N), this.number(dict.First)];
    const heads = new PdfLexer(data);
    for (let index = 0; index < Math.min(count, 5_000); index += 1) {
      const [number, offset] = [heads.next(), heads.next()];
      if (typeof number !== "number" || typeof offset !== "number") return;
      const value = new PdfLexer(data, first + offset).next();
      if (value !== undefined && !(typeof value === "object" && value !== null && "word" in value))
        this.objects.set(number, { value: value as PdfValue });
    }
  }

  /** Every object, in the order of the file. */
  all(): Iterable<PdfObject> {
    return this.objects.values();
  }

  /** Every object that is a dictionary, in the order of the file. */
  dicts(): PdfDict[] {
    return [...this.objects.values()]
      .map((object) => asDict(object.value))
      .filter((dict) => dict !== undefined);
  }

  object(value: PdfValue | undefined): PdfObject | undefined {
    return isRef(value) ? this.objects.get(value.ref) : value === undefined ? undefined : { value };
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return this.object(value)?.value;
  }

  dict(value: PdfValue | undefined): PdfDict {
    return asDict(this.resolve(value)) ?? {};
  }

  number(value: PdfValue | undefined): number {
    const found = this.resolve(value);
    return typeof found === "number" ? found : 0;
  }

  /** The bytes of a stream, unpacked when they are deflated; nothing for other filters, which hold pictures. */
  data(object: PdfObject | undefined): Uint8Array {
    const dict = asDict(object?.value);
    if (!object?.stream || !dict) return new Uint8Array();
    const filter = this.resolve(dict.Filter);
    const filters = (Array.isArray(filter) ? filter : [filter]).filter(
      (one) => one !== undefined && one !== null,
    );
    if (filters.length === 0) return object.stream;
    if (filters.length > 1 || !["/FlateDecode", "/Fl"].includes(String(filters[0]))) return new Uint8Array();
    const parameters = this.resolve(dict.DecodeParms);
    const how = this.dict(Array.isArray(parameters) ? parameters[0] : parameters);
    return undoPrediction(inflate(object.stream), {
      predictor: this.number(how.Predictor),
      columns: this.number(how.Columns) || 1,
      colors: this.number(how.Colors) || 1,
      bits: this.number(how.BitsPerComponent) || 8,
    });
  }
}
