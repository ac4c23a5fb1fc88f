import { fieldOf } from "../../../shared/records/define.ts";
import { kindOf } from "../../../shared/records/kinds.ts";
import { excerptOf, termsIn } from "../../../shared/records/matches.ts";
import type { DeskRecord } from "../../../shared/records/record.ts";
import { isSearchable, queryTerms } from "../../../shared/records/search-terms.ts";
import type { Row } from "../../port/surface.ts";

/** Every text of a record that search looks into, by its field's name or `list/field`. */
function* textsOf(record: DeskRecord): Generator<readonly [field: string, text: string]> {
  const kind = kindOf(record.kind);
  for (const [name, value] of Object.entries(record.fields))
    if (typeof value === "string" && isSearchable(kind && fieldOf(kind, name))) yield [name, value];
  for (const [list, items] of Object.entries(record.lists)) {
    const item = kind?.lists && Object.hasOwn(kind.lists, list) ? kind.lists[list]?.item : undefined;
    for (const fields of Object.values(items))
      for (const [name, value] of Object.entries(fields))
        if (typeof value === "string" && item && Object.hasOwn(item, name) && isSearchable(item[name]))
          yield [`${list}/${name}`, value];
  }
}

/** Where a search found a record, if its row does not show it; null where the row does. */
export function foundIn(record: DeskRecord, row: Row, search: string): Row["found"] | null {
  const terms = queryTerms(search);
  const shown = new Set(termsIn(`${row.title}\n${row.under}`, terms));
  const hidden = terms.filter((term) => !shown.has(term));
  if (hidden.length === 0) return null;
  for (const [field, text] of textsOf(record)) {
    const here = termsIn(text, hidden);
    if (here.length > 0) return { field, text: excerptOf(text, here) };
  }
  return null;
}
