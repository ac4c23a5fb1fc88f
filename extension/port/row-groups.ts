import type { RowGroup } from "./queries.ts";

/**
 * A list's groups as one text, since a list of years has thousands of days and is told again at every letter of a
 * search: `key count`, joined by commas; a day's key is how many days it lies before the day told last (the first:
 * before 1970), and a count of 1 is left out.
 */
export function packGroups(groups: readonly RowGroup[]): string {
  let last = 0;
  return groups
    .map(({ key, count }) => {
      const said = typeof key === "number" ? last - key : key;
      if (typeof key === "number") last = key;
      return count === 1 ? said : `${said} ${count}`;
    })
    .join(",");
}

/** The groups of such a text. */
export function readGroups(text: string): RowGroup[] {
  if (text === "") return [];
  let last = 0;
  return text.split(",").map((group) => {
    const [said = "", count = "1"] = group.split(" ");
    const before = Number(said);
    if (Number.isNaN(before)) return { key: said, count: Number(count) };
    last -= before;
    return { key: last, count: Number(count) };
  });
}
