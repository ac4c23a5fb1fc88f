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

/** Whether a splice lies within a text and leaves no half of a surrogate pair. */
export function fits(splice: Splice, text: string): boolean {
  const { index, remove } = splice;
  return (
    index >= 0 && remove >= 0 && index + remove <= text.length && applySplice(text, splice).isWellFormed()
  );
}

/**
 * The same intention on another text: a splice made on `base`, moved so that it fits `current`.
 * What somebody else removed meanwhile is not removed twice; what they typed inside the removed range stays.
 */
export function rebase(splice: Splice, base: string, current: string): Splice {
  const other = spliceBetween(base, current);
  if (!other) return splice;
  const start = splice.index;
  const end = start + splice.remove;
  const otherEnd = other.index + other.remove;
  const shift = other.insert.length - other.remove;
  if (end <= other.index) return splice;
  if (start >= otherEnd) return { ...splice, index: start + shift };
  // They overlap: keep their insertion, remove only what they left of the range, and put ours beside theirs.
  const leftOfTheirs = Math.max(0, other.index - start);
  const rightOfTheirs = Math.max(0, end - otherEnd);
  if (leftOfTheirs > 0 && rightOfTheirs > 0)
    return {
      index: start,
      remove: leftOfTheirs + other.insert.length + rightOfTheirs,
      insert: splice.insert + other.insert,
    };
  if (leftOfTheirs > 0) return { index: start, remove: leftOfTheirs, insert: splice.insert };
  return { index: other.index + other.insert.length, remove: rightOfTheirs, insert: splice.insert };
}
