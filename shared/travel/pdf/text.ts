import { type PdfFont, readFont } from "./fonts.ts";
import { type PdfDict, PdfFile, PdfLexer, type PdfValue } from "./objects.ts";

type Matrix = [number, number, number, number, number, number];
type Piece = { x: number; y: number; width: number; size: number; text: string };

const MAX_PAGES = 40;
const MAX_PIECES = 40_000;
const MAX_OPERATORS = 400_000;
const MAX_FORMS = 6;
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * Gives the text of a PDF as it is laid out: a line per line of print, columns kept apart by blanks. Pictures,
 * encrypted files and fonts without a way back to letters give nothing; damaged files give what can be read.
 */
export function pdfText(bytes: Uint8Array): string {
  const file = new PdfFile(bytes);
  const dicts = file.dicts();
  if (dicts.some((dict) => dict.Encrypt !== undefined)) return "";
  return pagesOf(file, dicts)
    .slice(0, MAX_PAGES)
    .map((page) => layOut(new PageReader(file).read(page)))
    .join("\n\f\n");
}

function pagesOf(file: PdfFile, dicts: PdfDict[]): PdfDict[] {
  const pages: PdfDict[] = [];
  const seen = new Set<PdfDict>();
  const visit = (node: PdfDict, depth: number): void => {
    if (seen.has(node) || depth > 30 || pages.length >= MAX_PAGES) return;
    seen.add(node);
    const kids = file.resolve(node.Kids);
    if (!Array.isArray(kids)) {
      if (node.Contents !== undefined) pages.push(node);
      return;
    }
    for (const kid of kids.slice(0, 2_000)) {
      const child = file.dict(kid);
      child.Resources ??= node.Resources;
      visit(child, depth + 1);
    }
  };
  const root = dicts.find((dict) => dict.Type === "/Catalog");
  if (root) visit(file.dict(root.Pages), 0);
  return pages.length > 0 ? pages : dicts.filter((dict) => dict.Type === "/Page");
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];

/** Follows the operators of a page that place text (ISO 32000-1, 9.4). */
class PageReader {
  private readonly pieces: Piece[] = [];
  private readonly fonts = new Map<PdfValue | undefined, PdfFont>();
  private readonly file: PdfFile;
  private count = 0;
  constructor(file: PdfFile) {
    this.file = file;
  }

  read(page: PdfDict): Piece[] {
    const contents = this.file.resolve(page.Contents);
    const parts = (Array.isArray(contents) ? contents : [page.Contents])
      .slice(0, 200)
      .map((part) => this.file.data(this.file.object(part)));
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      whole[at + part.length] = 10;
      at += part.length + 1;
    }
    this.run(whole, this.file.dict(page.Resources), UNIT, 0);
    return this.pieces;
  }

  private run(bytes: Uint8Array, resources: PdfDict, start: Matrix, depth: number): void {
    const lexer = new PdfLexer(bytes);
    const stack: Matrix[] = [];
    let page = start;
    let [text, line]: [Matrix, Matrix] = [UNIT, UNIT];
    let [font, size, leading, spacing, words, scale]: [
      PdfFont | undefined,
      number,
      number,
      number,
      number,
      number,
    ] = [undefined, 1, 0, 0, 0, 1];
    let operands: PdfValue[] = [];
    const number = (index: number) => (typeof operands[index] === "number" ? operands[index] : 0);
    const move = (x: number, y: number) => {
      line = times([1, 0, 0, 1, x, y], line);
      text = line;
    };
    const show = (value: PdfValue | undefined) => {
      if (!(value instanceof Uint8Array) || !font || this.pieces.length > MAX_PIECES) return;
      const shown = font.decode(value);
      const advance =
        ((shown.width / 1000) * size +
          spacing * value.length +
          words * (shown.text.match(/ /g)?.length ?? 0)) *
        scale;
      const at = times(text, page);
      const stretch = Math.hypot(at[0], at[1]) || 1;
      this.pieces.push({
        x: at[4],
        y: at[5],
        width: advance * stretch,
        size: Math.abs(size) * (Math.hypot(at[2], at[3]) || 1),
        text: shown.text,
      });
      text = times([1, 0, 0, 1, advance, 0], text);
    };
    for (let token = lexer.next(); token !== undefined && this.count < MAX_OPERATORS; token = lexer.next()) {
      if (!(typeof token === "object" && token !== null && "word" in token)) {
        if (operands.length < 64) operands.push(token as PdfValue);
        continue;
      }
      this.count += 1;
      switch (token.word) {
        case "q":
          stack.push(page);
          break;
        case "Q":
          page = stack.pop() ?? page;
          break;
        case "cm":
          page = times([number(0), number(1), number(2), number(3), number(4), number(5)], page);
          break;
        case "BT":
          [text, line] = [UNIT, UNIT];
          break;
        case "Tf":
          [font, size] = [this.font(resources, operands[0]), number(1)];
          break;
        case "Tc":
          spacing = number(0);
          break;
        case "Tw":
          words = number(0);
          break;
        case "Tz":
          scale = number(0) / 100;
          break;
        case "TL":
          leading = number(0);
          break;
        case "Td":
          move(number(0), number(1));
          break;
        case "TD":
          leading = -number(1);
          move(number(0), number(1));
          break;
        case "Tm":
          line = [number(0), number(1), number(2), number(3), number(4), number(5)];
          text = line;
          break;
        case "T*":
          move(0, -leading);
          break;
        case "Tj":
          show(operands[0]);
          break;
        case "'":
          move(0, -leading);
          show(operands[0]);
          break;
        case '"':
          [words, spacing] = [number(0), number(1)];
          move(0, -leading);
          show(operands[2]);
          break;
        case "TJ":
          for (const part of Array.isArray(operands[0]) ? operands[0] : []) {
            if (typeof part === "number") text = times([1, 0, 0, 1, (-part / 1000) * size * scale, 0], text);
            else show(part);
          }
          break;
        case "Do":
          this.form(resources, operands[0], page, depth);
          break;
        default:
      }
      operands = [];
    }
  }

  private font(resources: PdfDict, name: PdfValue | undefined): PdfFont | undefined {
    const reference = this.file.dict(resources.Font)[String(name ?? "").slice(1)];
    if (reference === undefined) return undefined;
    const known = this.fonts.get(reference) ?? readFont(this.file, this.file.dict(reference));
    this.fonts.set(reference, known);
    return known;
  }

  private form(resources: PdfDict, name: PdfValue | undefined, page: Matrix, depth: number): void {
    const object = this.file.object(this.file.dict(resources.XObject)[String(name ?? "").slice(1)]);
    const dict = this.file.dict(object?.value);
    if (!object || dict.Subtype !== "/Form" || depth >= MAX_FORMS) return;
    const matrix = this.file.resolve(dict.Matrix);
    const own =
      Array.isArray(matrix) && matrix.length === 6
        ? (matrix.map((value) => this.file.number(value)) as Matrix)
        : UNIT;
    this.run(
      this.file.data(object),
      dict.Resources ? this.file.dict(dict.Resources) : resources,
      times(own, page),
      depth + 1,
    );
  }
}

/** Puts pieces into lines from top to bottom; a gap between two becomes as many blanks as it is letters wide. */
function layOut(pieces: Piece[]): string {
  const shown = pieces
    .filter((piece) => piece.text !== "" && Number.isFinite(piece.x + piece.y))
    .sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: Piece[][] = [];
  for (const piece of shown) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && Math.abs(first.y - piece.y) < Math.max(2, Math.min(first.size, piece.size) * 0.4))
      line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => writeLine(line.sort((a, b) => a.x - b.x))).join("\n");
}

function writeLine(line: Piece[]): string {
  let [text, end] = ["", line[0]?.x ?? 0];
  for (const piece of line) {
    const letter = piece.size * 0.5 || 5;
    const gap = piece.x - end;
    const blanks = gap > letter * 0.35 ? Math.min(80, Math.max(1, Math.round(gap / letter))) : 0;
    text += " ".repeat(blanks) + piece.text;
    end = piece.x + piece.width;
  }
  return text.trimEnd();
}
