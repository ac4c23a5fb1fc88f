import * as all from "./all.ts";
import type { KindDefinition } from "./define.ts";

/** Kinds by name. */
export type Kinds = Readonly<Record<string, KindDefinition>>;

const LAST = 1000;
const inPlace = (a: KindDefinition, b: KindDefinition) => (a.place ?? LAST) - (b.place ?? LAST);

/**
 * Every kind that this version knows, by name, in the order in which lists show them.
 *
 * A new kind is its own file in this folder and nothing else: all.ts is made from the folder by every npm script,
 * and forms, lists, validation, search and export follow from the definition.
 */
export const KINDS: Kinds = Object.fromEntries(
  Object.values<KindDefinition>(all)
    .sort(inPlace)
    .map((kind) => [kind.kind, kind]),
);

/** The kinds that are lists of a desk, and that a person makes one of anywhere. */
export const LISTED_KINDS: readonly KindDefinition[] = Object.values(KINDS).filter(
  ({ elsewhere }) => !elsewhere,
);

/** The definition of a kind; undefined for one that this version does not know. Own keys only. */
export function kindOf(name: string, kinds: Kinds = KINDS): KindDefinition | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}
