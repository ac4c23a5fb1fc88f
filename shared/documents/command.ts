/** A value as a document keeps it in one assignment. */
export type Scalar = string | number | boolean | null;

/** One splice of a text: at UTF-16 `index`, `remove` units go and `insert` comes. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * What a person asked for, as data. Applying one twice is the same as once: `id` is remembered.
 *
 * - `create`: a new record; its id names its document (`2026-11.k3v9…`, `lasting.k3v9…`).
 * - `set`: one field, as a whole. Deleting a record is `set deletedAt`.
 * - `edit`: a splice of a co-edited text, made on `base`, the text that the person saw.
 * - `add`: an item of a list, with a new id; `setItem`: one field of it; `removeItem`.
 */
export type Action =
  | {
      readonly do: "create";
      readonly record: string;
      readonly kind: string;
      readonly fields: Readonly<Record<string, Scalar>>;
    }
  | { readonly do: "set"; readonly record: string; readonly field: string; readonly value: Scalar }
  | {
      readonly do: "edit";
      readonly record: string;
      readonly field: string;
      readonly base: string;
      readonly splice: Splice;
    }
  | {
      readonly do: "add";
      readonly record: string;
      readonly list: string;
      readonly item: string;
      readonly fields: Readonly<Record<string, Scalar>>;
    }
  | {
      readonly do: "setItem";
      readonly record: string;
      readonly list: string;
      readonly item: string;
      readonly field: string;
      readonly value: Scalar;
    }
  | { readonly do: "removeItem"; readonly record: string; readonly list: string; readonly item: string };

export interface Command {
  /** Random, 128 bits as base32 or longer; unique for ever. */
  readonly id: string;
  /** When the person did it: RFC 3339 in UTC. */
  readonly at: string;
  readonly action: Action;
  /** It takes something back: it may lead to a state that could not be chosen from here. */
  readonly undo?: true | undefined;
  /** Of one that takes a value back: that value. Where another stands there by now it is not done: somebody meant that one. */
  readonly over?: Scalar | undefined;
}
