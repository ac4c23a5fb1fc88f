import { type Doc, load } from "@automerge/automerge/slim";

/** A document as Automerge gives it: buckets, then records, then fields. */
export type DeskDocument = Record<string, Record<string, Record<string, unknown>>>;

/**
 * The first change of every document: the same bytes on every device (actor of zeros, time 0), making the 32
 * buckets. Two devices that each made a bucket of their own would hide one side's records for good.
 */
export const GENESIS = Uint8Array.from(
  atob(
    "hW9KgydU7OABrwEAFAAAAAAAAAAAAAAAAAAAAAAAAAAAAQEAAAAFFYEBNAFCAlYCcAJgA2IwMANiMDEDYjAyA2IwMwNiMDQDYjA1A2IwNgNi" +
      "MDcDYjA4A2IwOQNiMGEDYjBiA2IwYwNiMGQDYjBlA2IwZgNiMTADYjExA2IxMgNiMTMDYjE0A2IxNQNiMTYDYjE3A2IxOANiMTkDYjFhA2Ix" +
      "YgNiMWMDYjFkA2IxZQNiMWYgIAAgACAA",
  ),
  (unit) => unit.charCodeAt(0),
);

/** An empty document, ready for its first record. */
export function emptyDocument(actor: string): Doc<DeskDocument> {
  return load<DeskDocument>(GENESIS, { actor });
}
