import type { StoredFacets, StoredNewWords, StoredWords } from "./database.ts";
import { packFacets, readFacets } from "./facet-columns.ts";
import { type Facets, facetsOfLine } from "./facets.ts";

/** What a document is folded into. */
export const FOLDED_STORES = ["words", "facets", "openFacets"] as const;

/** A record as it is folded: what it is listed by, and its words. */
export interface Line {
  readonly facets: Facets;
  readonly words: string;
}

/** The lines of what was folded of a document. */
export function linesOf(facets: StoredFacets | undefined, words: StoredWords | undefined): Line[] {
  const texts = words?.text.split("\n") ?? [];
  return facets ? readFacets(facets.columns).map((each, n) => ({ facets: each, words: texts[n] ?? "" })) : [];
}

/** A document folded anew: some of its records as they are now, or gone, and the others as they were. */
export function foldDocument(
  desk: string,
  document: string,
  before: readonly Line[],
  newer: readonly Omit<StoredNewWords, "desk">[],
): { readonly words: StoredWords; readonly facets: StoredFacets; readonly openFacets: StoredFacets } {
  const ids = new Set(newer.map(({ id }) => id));
  const lines = before.filter(({ facets }) => !ids.has(facets.id));
  for (const { facets, words } of newer)
    if (facets !== "") lines.push({ facets: facetsOfLine(facets), words });
  const all = lines.map(({ facets }) => facets);
  return {
    words: { desk, document, text: lines.map(({ words }) => `${words}\n`).join("") },
    facets: { desk, document, columns: packFacets(all) },
    openFacets: { desk, document, columns: packFacets(all.filter(({ open }) => open)) },
  };
}
