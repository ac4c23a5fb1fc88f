import { Inflate } from "fflate";

const MAX_STREAM = 8_000_000;

/** Unpacks a zlib stream (RFC 1950) as far as it is whole, and never to more than its bound. */
export function inflate(packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    // Two bytes of zlib's head stand before the deflated data.
    for (let at = 2; at < packed.length && size < MAX_STREAM; at += 16_384)
      inflater.push(packed.subarray(at, at + 16_384), at + 16_384 >= packed.length);
  } catch {
    // A damaged end still leaves what came before it.
  }
  const whole = new Uint8Array(Math.min(size, MAX_STREAM));
  let at = 0;
  for (const chunk of chunks) {
    if (at >= whole.length) break;
    whole.set(chunk.subarray(0, whole.length - at), at);
    at += chunk.length;
  }
  return whole;
}

/** How the rows of a deflated stream were foretold (ISO 32000-1, 7.4.4.4). */
export type Prediction = { predictor: number; columns: number; colors: number; bits: number };

/**
 * Gives the bytes as they were before a PNG predictor (RFC 2083, 6): each row begins with the filter that it was
 * written with. Other predictors, and rows that make no sense, give nothing.
 */
export function undoPrediction(
  bytes: Uint8Array,
  { predictor, columns, colors, bits }: Prediction,
): Uint8Array {
  if (predictor < 10) return predictor > 1 ? new Uint8Array() : bytes;
  const pixel = Math.max(1, (colors * bits) >> 3);
  const row = Math.ceil((columns * colors * bits) / 8);
  if (!(row > 0 && row < 100_000)) return new Uint8Array();
  const rows = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y += 1) {
    const filter = bytes[y * (row + 1)];
    const [from, to] = [y * (row + 1) + 1, y * row];
    for (let x = 0; x < row; x += 1) {
      const left = x < pixel ? 0 : (out[to + x - pixel] ?? 0);
      const above = y === 0 ? 0 : (out[to + x - row] ?? 0);
      const corner = y === 0 || x < pixel ? 0 : (out[to + x - row - pixel] ?? 0);
      const foretold =
        filter === 1
          ? left
          : filter === 2
            ? above
            : filter === 3
              ? (left + above) >> 1
              : filter === 4
                ? paeth(left, above, corner)
                : 0;
      out[to + x] = (bytes[from + x] ?? 0) + foretold;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
