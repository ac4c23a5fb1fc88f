import type { RowGroup } from "./queries.ts";

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A list's groups as one text, since a list of years has thousands of days and is told again at every letter of a
 * search: `key count`, joined by commas; a day's key is how many days it lies before the day told last (the first:
 * before 1970), and a count of 1 is left out.
 */
export function packGroups(groups: readonly RowGroup[]): string {
  let last = 0;
  return groups
    .map(({ key, count }) => {
      const day = DATE.test(key) ? Date.parse(key) / DAY_MS : null;
      const said = day === null ? key : String(last - day);
      if (day !== null) last = day;
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
    if (!/^-?\d+$/.test(said)) return { key: said, count: Number(count) };
    last -= Number(said);
    return { key: new Date(last * DAY_MS).toISOString().slice(0, 10), count: Number(count) };
  });
}
