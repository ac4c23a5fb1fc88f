import { type PdfDict, type PdfFile, PdfLexer, type PdfValue } from "./objects.ts";

/** Turns the codes of a shown string into text and widths (in thousandths of the font's size). */
export type PdfFont = { decode(bytes: Uint8Array): { text: string; width: number } };

const WINDOWS = new TextDecoder("windows-1252");
const MAX_MAPPED = 70_000;

/** Reads a font: its ToUnicode map where it has one, else the usual encodings of one byte a glyph. */
export function readFont(file: PdfFile, font: PdfDict): PdfFont {
  const wide = font.Subtype === "/Type0";
  const unicode = readUnicodeMap(file, font.ToUnicode);
  const widths = wide ? cidWidths(file, font) : simpleWidths(file, font);
  const names = wide ? new Map<number, string>() : differences(file, font);
  return {
    decode(bytes) {
      let [text, width] = ["", 0];
      for (let at = 0; at < bytes.length; at += wide ? 2 : 1) {
        const code = wide ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
        text += unicode.get(code) ?? names.get(code) ?? (wide ? "" : WINDOWS.decode(Uint8Array.of(code)));
        width += widths(code);
      }
      return {
        text: text.replace(/\p{Cc}/gu, "").replace(/[\ufb00-\ufb06]/g, (joined) => joined.normalize("NFKC")),
        width,
      };
    },
  };
}

function readUnicodeMap(file: PdfFile, reference: PdfValue | undefined): Map<number, string> {
  const map = new Map<number, string>();
  const lexer = new PdfLexer(file.data(file.object(reference)));
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== undefined && map.size < MAX_MAPPED; token = lexer.next()) {
    if (!(typeof token === "object" && token !== null && "word" in token)) {
      operands.push(token as PdfValue);
      continue;
    }
    if (token.word === "endbfchar")
      for (let at = 0; at + 1 < operands.length; at += 2)
        map.set(code(operands[at]), utf16(operands[at + 1]));
    if (token.word === "endbfrange")
      for (let at = 0; at + 2 < operands.length; at += 3)
        addRange(map, operands[at], operands[at + 1], operands[at + 2]);
    operands = [];
  }
  return map;
}

function addRange(
  map: Map<number, string>,
  from: PdfValue | undefined,
  to: PdfValue | undefined,
  target: PdfValue | undefined,
): void {
  const [first, last] = [code(from), Math.min(code(to), code(from) + 65_535)];
  const start = utf16(target);
  for (let at = first; at <= last && map.size < MAX_MAPPED; at += 1) {
    if (Array.isArray(target)) map.set(at, utf16(target[at - first]));
    else
      map.set(
        at,
        start.slice(0, -1) + String.fromCharCode((start.charCodeAt(start.length - 1) || 0) + at - first),
      );
  }
}

const code = (value: PdfValue | undefined) =>
  value instanceof Uint8Array ? [...value.subarray(0, 4)].reduce((sum, byte) => sum * 256 + byte, 0) : 0;
const utf16 = (value: PdfValue | undefined) =>
  value instanceof Uint8Array ? new TextDecoder("utf-16be").decode(value.subarray(0, 64)) : "";

function simpleWidths(file: PdfFile, font: PdfDict): (code: number) => number {
  const list = file.resolve(font.Widths);
  const first = file.number(font.FirstChar);
  return (one) => (Array.isArray(list) ? file.number(list[one - first]) : 0) || 500;
}

function cidWidths(file: PdfFile, font: PdfDict): (code: number) => number {
  const inner = file.resolve(font.DescendantFonts);
  const descendant = file.dict(Array.isArray(inner) ? inner[0] : undefined);
  const list = file.resolve(descendant.W);
  const usual = file.number(descendant.DW) || 1000;
  const widths = new Map<number, number>();
  const values = Array.isArray(list) ? list.slice(0, 40_000) : [];
  for (let at = 0; at + 1 < values.length; ) {
    const [first, second] = [file.number(values[at]), file.resolve(values[at + 1])];
    if (Array.isArray(second)) {
      for (const [index, width] of second.slice(0, 5_000).entries())
        widths.set(first + index, file.number(width));
      at += 2;
    } else {
      for (let one = first; one <= Math.min(file.number(second), first + 5_000); one += 1)
        widths.set(one, file.number(values[at + 2]));
      at += 3;
    }
  }
  return (one) => widths.get(one) ?? usual;
}

/** Glyphs that an encoding names one by one: by the names of Adobe's list that are a letter or `uniXXXX`. */
function differences(file: PdfFile, font: PdfDict): Map<number, string> {
  const names = new Map<number, string>();
  const list = file.resolve(file.dict(font.Encoding).Differences);
  let at = 0;
  for (const value of Array.isArray(list) ? list.slice(0, 600) : []) {
    if (typeof value === "number") at = value;
    else if (typeof value === "string") {
      const text = glyph(value.slice(1));
      if (text) names.set(at, text);
      at += 1;
    }
  }
  return names;
}

const GLYPHS: Record<string, string> = Object.fromEntries(
  "space= ;period=.;comma=,;colon=:;semicolon=;;hyphen=-;endash=–;emdash=—;slash=/;parenleft=(;parenright=);plus=+;equal==;at=@;ampersand=&;percent=%;Euro=€;sterling=£;dollar=$;zero=0;one=1;two=2;three=3;four=4;five=5;six=6;seven=7;eight=8;nine=9;quotesingle=';quoteright=’;arrowright=→;bullet=•;germandbls=ß;numbersign=#;asterisk=*;underscore=_;fi=fi;fl=fl"
    .split(";")
    .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
);
const ACCENTS: Record<string, string> = {
  acute: "\u0301",
  grave: "\u0300",
  dieresis: "\u0308",
  circumflex: "\u0302",
  tilde: "\u0303",
  caron: "\u030c",
  cedilla: "\u0327",
  ring: "\u030a",
  macron: "\u0304",
  ogonek: "\u0328",
};

function glyph(name: string): string | undefined {
  if (GLYPHS[name]) return GLYPHS[name];
  if (/^[A-Za-z]$/.test(name)) return name;
  const hex = /^(?:uni|u)([0-9A-F]{4,6})$/.exec(name)?.[1];
  if (hex && Number.parseInt(hex, 16) < 0x110000) return String.fromCodePoint(Number.parseInt(hex, 16));
  const accented =
    /^([A-Za-z])(acute|grave|dieresis|circumflex|tilde|caron|cedilla|ring|macron|ogonek)$/.exec(name);
  return accented ? `${accented[1]}${ACCENTS[accented[2] ?? ""] ?? ""}`.normalize("NFC") : undefined;
}
