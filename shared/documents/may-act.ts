/** What a role may ask for. Surfaces offer nothing else, and each device refuses the rest when it is asked all the same. */
import type { Role } from "../desk/body.ts";
import type { Action } from "./command.ts";

/** The one field whose value a principal sets. */
export const DECIDED = "status";

/** The one kind of record that a principal makes, and an assistant does not: authority for an assistant. */
export const GIVEN = "delegation";

/** Whether a member with this role may do this: a principal decides, comments and gives authority, a viewer reads. */
export function mayAct(role: Role, action: Action): boolean {
  if (role === "viewer") return false;
  const gives = action.do === "create" && action.kind === GIVEN;
  if (role !== "principal") return !gives || role === "owner";
  return gives || action.do === "edit" || (action.do === "set" && action.field === DECIDED);
}
