import type { Splice } from "./command.ts";

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The one splice that turns `before` into `after`, or null where they are equal. It never cuts a surrogate pair. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && (isLowSurrogate(before.charCodeAt(start)) || isLowSurrogate(after.charCodeAt(start))))
    start--;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
}

/** The text after a splice; a splice that reaches past the end is cut to it. */
export function applySplice(text: string, { index, remove, insert }: Splice): string {
  return text.slice(0, index) + insert + text.slice(index + remove);
}

/** Whether splices, one after the other, lie within a text, and none leaves half of a surrogate pair. */
export function fit(splices: readonly Splice[], text: string): boolean {
  let current = text;
  return splices.every((splice) => {
    const { index, remove } = splice;
    if (index < 0 || remove < 0 || index + remove > current.length) return false;
    current = applySplice(current, splice);
    return current.isWellFormed();
  });
}

/** The splice that takes a splice of `text` back. */
export function inverseSplice(text: string, { index, remove, insert }: Splice): Splice {
  return { index, remove: insert.length, insert: text.slice(index, index + remove) };
}

/**
 * The same intention on another text: a splice made on `base`, moved so that it fits `current`. What somebody else
 * removed meanwhile is not removed twice; what they typed inside the removed range stays, untouched: the splice then
 * falls into two, to be applied one after the other.
 */
export function rebaseParts(splice: Splice, base: string, current: string): readonly Splice[] {
  const other = spliceBetween(base, current);
  if (!other) return [splice];
  const start = splice.index;
  const end = start + splice.remove;
  const otherEnd = other.index + other.remove;
  const shift = other.insert.length - other.remove;
  if (end <= other.index) return [splice];
  if (start >= otherEnd) return [{ ...splice, index: start + shift }];
  // They overlap: keep their insertion, remove only what they left of the range, and put ours beside theirs.
  const leftOfTheirs = Math.max(0, other.index - start);
  const rightOfTheirs = Math.max(0, end - otherEnd);
  const behindTheirs = other.index + other.insert.length;
  if (leftOfTheirs === 0) return [{ index: behindTheirs, remove: rightOfTheirs, insert: splice.insert }];
  const left = { index: start, remove: leftOfTheirs, insert: splice.insert };
  return rightOfTheirs > 0 ? [{ index: behindTheirs, remove: rightOfTheirs, insert: "" }, left] : [left];
}

/** `rebaseParts` for plain text, where what lies between the parts may be written anew: one splice to the same end. */
export function rebase(splice: Splice, base: string, current: string): Splice {
  const [first, left] = rebaseParts(splice, base, current);
  if (!first || !left) return first ?? splice;
  const between = current.slice(left.index + left.remove, first.index);
  return {
    index: left.index,
    remove: first.index + first.remove - left.index,
    insert: left.insert + between,
  };
}
