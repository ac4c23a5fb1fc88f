import type { Catalogue } from "../queries/catalogue.ts";
import type { OpenDocuments } from "./documents.ts";

/** Keeps what grows with every change short: documents, and what lists and searches read of them. */
export async function tidy(
  documents: OpenDocuments,
  catalogue: Catalogue,
  desk: string,
  changed: Iterable<string>,
): Promise<void> {
  for (const document of changed) {
    await documents.compact(desk, document);
    await catalogue.fold(desk, document);
  }
  documents.trim();
}
