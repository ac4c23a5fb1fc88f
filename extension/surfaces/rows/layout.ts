/** Heights in CSS pixels: of a row, and of the head above each group. */
export interface Sizes {
  readonly row: number;
  readonly head: number;
}

/** Rows from `first` to `last`, both included; none where `last` is before `first`. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Where each row of a long list lies, without looking at one: all rows are of one height, all heads of another. */
export interface Layout {
  readonly rows: number;
  readonly groups: number;
  /** The whole list's height. */
  readonly height: number;
  /** A row's top, from the list's. */
  topOf(row: number): number;
  /** The group that a row is in. */
  groupOf(row: number): number;
  /** A group: its first row, how many rows it has, its head's top. */
  group(group: number): { readonly first: number; readonly count: number; readonly top: number };
  /** The rows that lie, at least in part, between two heights. */
  between(from: number, to: number): Range;
}

/** @param counts how many rows each group has; heads take no room where there is one group and `sizes.head` is 0 */
export function layoutOf(counts: readonly number[], { row, head }: Sizes): Layout {
  const starts = new Array<number>(counts.length);
  let rows = 0;
  for (const [group, count] of counts.entries()) {
    starts[group] = rows;
    rows += count;
  }
  const topOfGroup = (group: number) => head * group + row * (starts[group] ?? rows);
  /** The last group for which `before` holds of its first row and its top. */
  const lastWhere = (before: (first: number, top: number) => boolean) => {
    let [low, high] = [0, counts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (before(starts[middle]!, topOfGroup(middle))) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const groupOf = (wanted: number) => lastWhere((first) => first <= wanted);
  const at = (height: number) => {
    const group = lastWhere((_, top) => top <= height);
    const inside = Math.floor((height - topOfGroup(group) - head) / row);
    const first = starts[group] ?? 0;
    return first + Math.max(0, Math.min((counts[group] ?? 1) - 1, inside));
  };
  return {
    rows,
    groups: counts.length,
    height: head * counts.length + row * rows,
    topOf: (wanted) => head * (groupOf(wanted) + 1) + row * wanted,
    groupOf,
    group: (group) => ({ first: starts[group] ?? 0, count: counts[group] ?? 0, top: topOfGroup(group) }),
    between: (from, to) => (rows === 0 ? { first: 0, last: -1 } : { first: at(from), last: at(to) }),
  };
}

/**
 * How far down a row must be scrolled to lie whole below the sticky head and above the lower edge; `scrolled` where it
 * lies so already.
 */
export function scrollTo(
  layout: Layout,
  row: number,
  { row: height, head }: Sizes,
  scrolled: number,
  viewport: number,
): number {
  const top = layout.topOf(row);
  if (top - head < scrolled) return top - head;
  return top + height > scrolled + viewport ? top + height - viewport : scrolled;
}
