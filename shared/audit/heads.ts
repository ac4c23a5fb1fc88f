/** Where a principal's log ends, as one device knows it. Ids are hex. */
export interface Heads {
  /** Acts that no other comes behind: what is done next names them. */
  readonly heads: readonly string[];
  /** Acts that others name and that have not come. */
  readonly awaited: readonly string[];
}

export const NO_HEADS: Heads = { heads: [], awaited: [] };

/**
 * The ends of a log with one more act.
 * @param isKnown whether an act came before this one
 */
export function followed(
  { heads, awaited }: Heads,
  act: { readonly id: string; readonly previous: readonly string[] },
  isKnown: (id: string) => boolean,
): Heads {
  const missing = act.previous.filter((id) => !heads.includes(id) && !isKnown(id));
  const wasNamed = awaited.includes(act.id);
  return {
    heads: [...heads.filter((id) => !act.previous.includes(id)), ...(wasNamed ? [] : [act.id])],
    awaited: [...new Set([...awaited.filter((id) => id !== act.id), ...missing])],
  };
}
