import { gapsIn } from "./variable-names.ts";

/**
 * Where writing goes on in a letter that was just begun, from and to: the first gap to fill in; else the end of what it
 * says, before the close; one in a single piece at its end. In UTF-16 units.
 */
export function placeToWrite(letter: string): readonly [number, number] {
  const gap = gapsIn(letter)[0];
  const at = gap === undefined ? -1 : letter.indexOf(`[${gap}]`);
  if (at >= 0) return [at, at + `[${gap}]`.length];
  const close = letter.trimEnd().lastIndexOf("\n\n");
  const end = close < 0 ? letter.length : close;
  return [end, end];
}
