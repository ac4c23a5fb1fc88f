import type { Scalar } from "../documents/command.ts";

/** Two or more people decided at once: what each chose, for a person to settle. The first is what stands meanwhile. */
export interface Conflict {
  /** A field name, or `list/item/field`. */
  readonly field: string;
  readonly values: readonly { readonly value: Scalar; readonly by: string; readonly at: string }[];
}

/** A record as surfaces see it: plain data, made from its document. */
export interface DeskRecord {
  readonly id: string;
  readonly kind: string;
  readonly createdAt: string;
  /** The member (hex id) who made it. */
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Values by field name; a field that is not set is absent. Prose is a plain string here. */
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Items by list name, then by item id. */
  readonly lists: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Scalar>>>>>>;
  readonly conflicts: readonly Conflict[];
}

/** One thing that happened to a record. */
export interface HistoryEntry {
  /** Unique within the record; stable across devices. */
  readonly id: string;
  readonly at: string;
  /** The member (hex id) who did it. */
  readonly by: string;
  /** A field name, `list/item/field`, or `""` for the creation. */
  readonly field: string;
  readonly before: Scalar;
  readonly after: Scalar;
}
