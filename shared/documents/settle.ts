import type { Action, Scalar } from "./command.ts";
import type { Rights } from "./rights.ts";

/**
 * What settles a conflict: one of its values, assigned anew.
 * @param place a field's name, or `list/item/field`, as `Conflict` names it
 */
export function settle(record: string, place: string, value: Scalar): Action {
  const [name = "", item, field] = place.split("/");
  return item !== undefined && field !== undefined
    ? { do: "setItem", record, list: name, item, field, value }
    : { do: "set", record, field: name, value };
}

/** Whether a person with these rights may settle a conflict there: nobody else is told that there is one to decide. */
export const maySettle = (rights: Pick<Rights, "may">, place: string): boolean =>
  rights.may([settle("", place, null)]);
