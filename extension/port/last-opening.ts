import type { Query } from "./surface.ts";

/** Its key in the `localStorage` of the extension's own pages. */
export const openingKey = "opening";

/**
 * What a page noted of its beginning, so that the next one can begin with it before its scripts are read: the language
 * that was spoken, and by its list what the desk page asked first. It names a desk and a principal by their ids, and
 * holds nothing of what is on the desk. A note that is no longer true costs a question that nobody waits for.
 */
export interface Opening {
  readonly locale: string;
  readonly lists: Readonly<Record<string, Query>>;
}

const NOTHING: Opening = { locale: "", lists: {} };

/** Reads what was noted, if anything was. */
export function readOpening(written: string | null): Opening {
  if (!written) return NOTHING;
  try {
    return { ...NOTHING, ...(JSON.parse(written) as Partial<Opening>) };
  } catch {
    return NOTHING;
  }
}

/** The list that a desk page's address names, the part of it after `#`; "" where it names none. */
export const listIn = (hash: string): string => hash.slice(1).split("/")[0]!;

/** The file of a language's texts, as the build names it. */
export const textsFile = (locale: string): string => `/chunks/texts-${locale}.js`;
