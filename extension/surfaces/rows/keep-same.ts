/** Items as they came, but those that say what they said before are the very same objects: nothing of them is drawn anew. */
export function keepSame<Item>(
  before: readonly Item[],
  now: readonly Item[],
  idOf: (item: Item) => string,
): readonly Item[] {
  const known = new Map(before.map((item) => [idOf(item), item]));
  return now.map((item) => {
    const same = known.get(idOf(item));
    return same !== undefined && JSON.stringify(same) === JSON.stringify(item) ? same : item;
  });
}
