import { ImmutableString } from "@automerge/automerge/slim";
import type { Conflict, DeskRecord } from "../records/record.ts";
import { deviceOfActor } from "./actor.ts";
import type { Scalar } from "./command.ts";
import type { OpenDocument } from "./genesis.ts";
import { REMOVED, RESERVED } from "./layout.ts";
import { type Rival, recordIn, rivalsOf, rivalsOfItem } from "./record-maps.ts";

/** Who made a change and when, by its actor and the number of its operation. */
export type OperationSource = (operation: string) => { readonly by: string; readonly at: string } | undefined;

/** A value of a document as plain data; undefined for what is none. Automerge gives a large integer as a bigint. */
export const scalar = (value: unknown): Scalar | undefined => {
  if (value instanceof ImmutableString) return value.toString();
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null)
    return value;
  return undefined;
};
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ImmutableString);
/** A map's own entries by name: the order in which changes came must not show. */
const inOrder = (map: Readonly<Record<string, unknown>>) =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
const text = (value: unknown) => String(scalar(value) ?? "");

function conflictOf(
  field: string,
  standing: unknown,
  rivals: readonly Rival[],
  source: OperationSource,
): Conflict | null {
  if (rivals.length === 0) return null;
  const shown = scalar(standing) ?? null;
  const values = rivals
    .map(({ operation, value }) => {
      const actor = operation.slice(operation.indexOf("@") + 1);
      const known = source(operation);
      return { value: scalar(value) ?? null, by: known?.by ?? deviceOfActor(actor), at: known?.at ?? "" };
    })
    .sort((a, b) => Number(b.value === shown) - Number(a.value === shown) || a.at.localeCompare(b.at));
  return new Set(values.map((one) => one.value)).size > 1 ? { field, values } : null;
}

/**
 * A record as plain data, from its document; null where the document has none of that id.
 * Names that this version does not know are kept. Text conflicts merge by themselves and are none.
 * @param mayConflict whether a field (`list/item/name` for an item's) is looked at for a conflict: to ask costs more
 *   than all the rest
 */
export function materialize(
  document: OpenDocument,
  id: string,
  updated: { readonly at: string; readonly by: string },
  source: OperationSource,
  mayConflict: (field: string) => boolean = () => true,
): DeskRecord | null {
  const known = recordIn(document, id);
  if (!known) return null;
  const map = known.values;
  // What the record says of its maker is its maker's word, of anybody.
  const maker = deviceOfActor(known.object.slice(known.object.indexOf("@") + 1));
  const fields: Record<string, Scalar> = Object.create(null);
  const lists: Record<string, Record<string, Record<string, Scalar>>> = Object.create(null);
  const conflicts: Conflict[] = [];
  for (const [key, value] of inOrder(map)) {
    if (RESERVED.has(key)) continue;
    const slash = key.indexOf("/");
    if (slash > 0) {
      // Whatever a newer version, or nobody sensible, put there: what is no map is no item.
      if (!isMap(value)) continue;
      const list = key.slice(0, slash);
      const item: Record<string, Scalar> = Object.create(null);
      const before = conflicts.length;
      for (const [name, part] of inOrder(value)) {
        const one = scalar(part);
        if (one !== undefined && one !== null) item[name] = one;
        if (name === REMOVED) continue;
        const field = `${key}/${name}`;
        const conflict = mayConflict(field)
          ? conflictOf(field, part, rivalsOfItem(document, known, key, name), source)
          : null;
        if (conflict) conflicts.push(conflict);
      }
      if (item[REMOVED] === true) {
        conflicts.splice(before);
        continue;
      }
      delete item[REMOVED];
      const items = lists[list] ?? Object.create(null);
      items[key.slice(slash + 1)] = { ...item };
      lists[list] = items;
      continue;
    }
    const one = scalar(value);
    if (one !== undefined && one !== null) fields[key] = one;
    if (typeof value !== "string" && mayConflict(key)) {
      const conflict = conflictOf(key, value, rivalsOf(document, known, key), source);
      if (conflict) conflicts.push(conflict);
    }
  }
  return {
    id,
    kind: text(map.kind),
    createdAt: text(map.createdAt),
    createdBy: maker,
    updatedAt: updated.at || text(map.createdAt),
    updatedBy: updated.by || maker,
    fields: { ...fields },
    lists: Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, { ...items }])),
    conflicts,
  };
}
