const TINTS = ["indigo", "teal", "violet", "rose", "brown", "slate"];

/** The same text gives the same number below `size`, on every device. */
function spread(text: string, size: number): number {
  let sum = 7;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum % size;
}

/** The value of `--tint` for a principal or a person: the colour that was chosen, else one that follows from `key`. */
export const tintOf = (key: string, chosen?: string): string =>
  `var(--tint-${chosen !== undefined && TINTS.includes(chosen) ? chosen : TINTS[spread(key, TINTS.length)]})`;
