import type { Scalar } from "../../../shared/documents/command.ts";
import type { HistoryEntry } from "../../../shared/records/record.ts";

/** What became of an item of a list as a whole, with what it held then. */
export interface ItemTold {
  readonly did: "added" | "removed" | "returned";
  readonly list: string;
  readonly item: string;
  readonly values: Readonly<Record<string, Scalar>>;
}

/** An entry of a history as a person reads it; of several that are told as one, the last. */
export interface Told {
  readonly entry: HistoryEntry;
  /** The entries that it stands for. */
  readonly ids: readonly string[];
  readonly item?: ItemTold;
}

interface Known {
  readonly born: { readonly at: string; readonly by: string; ids: string[]; told: number };
  readonly values: Record<string, Scalar>;
}

/**
 * Tells of a list's items as wholes: the fields that came with an item are one entry, and so is its removal, with what
 * was removed. A history knows fields alone, and nobody takes eight of them back.
 * @param entries newest first, and so is what is given back
 */
export function tellItems(entries: readonly HistoryEntry[]): readonly Told[] {
  const items = new Map<string, Known>();
  const told: Told[] = [];
  for (const entry of entries.toReversed()) {
    const [list = "", item, name] = entry.field.split("/");
    if (item === undefined || name === undefined) {
      told.push({ entry, ids: [entry.id] });
      continue;
    }
    const key = `${list}/${item}`;
    const known = items.get(key);
    if (!known) {
      const values = { [name]: entry.after };
      items.set(key, { born: { at: entry.at, by: entry.by, ids: [entry.id], told: told.length }, values });
      told.push({ entry, ids: [entry.id], item: { did: "added", list, item, values } });
      continue;
    }
    const { born, values } = known;
    if (name === "removed") {
      const did = entry.after === true ? "removed" : "returned";
      told.push({ entry, ids: [entry.id], item: { did, list, item, values: { ...values } } });
      continue;
    }
    const came = entry.at === born.at && entry.by === born.by && entry.before === null && !(name in values);
    values[name] = entry.after;
    if (!came) {
      told.push({ entry, ids: [entry.id] });
      continue;
    }
    born.ids.push(entry.id);
    told[born.told] = {
      entry,
      ids: [...born.ids],
      item: { did: "added", list, item, values: { ...values } },
    };
  }
  return told.reverse();
}
