/** What a role may ask for. Surfaces offer nothing else, and each device refuses the rest when it is asked all the same. */
import type { Role } from "../desk/body.ts";
import type { Action } from "./command.ts";

/** The one field whose value a principal sets. */
export const DECIDED = "status";

/** Whether a member with this role may do this: a principal decides and comments, a viewer reads. */
export function mayAct(role: Role, action: Action): boolean {
  if (role === "viewer") return false;
  if (role !== "principal") return true;
  return action.do === "edit" || (action.do === "set" && action.field === DECIDED);
}
