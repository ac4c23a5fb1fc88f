import type { Layout } from "./layout.ts";

/** A list as it stands: where its rows lie, and which of them are known, the first of them at `offset`. */
export interface Standing {
  readonly layout: Layout;
  readonly offset: number;
  readonly ids: readonly string[];
}

/**
 * How far down the list must be scrolled for what a person reads to stay where it is, although rows came, went or
 * moved above it: as most of the rows in sight moved, for a few may have moved by themselves. At the very top the
 * list stays at its top, so that what is new is seen.
 */
export function keepPlace(before: Standing, after: Standing, scrolled: number, viewport: number): number {
  if (scrolled <= 0) return 0;
  const { first, last } = before.layout.between(scrolled, scrolled + viewport);
  const places = new Map(after.ids.map((id, at) => [id, after.offset + at]));
  const moves = before.ids
    .slice(Math.max(0, first - before.offset), last - before.offset + 1)
    .flatMap((id, at) => {
      const now = places.get(id);
      const row = Math.max(first, before.offset) + at;
      return now === undefined ? [] : [after.layout.topOf(now) - before.layout.topOf(row)];
    })
    .sort((a, b) => a - b);
  const middle = moves[Math.floor(moves.length / 2)] ?? 0;
  return Math.max(0, scrolled + middle);
}
