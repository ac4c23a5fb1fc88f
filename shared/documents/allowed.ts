/**
 * What a role may change. A principal decides (a record's status) and comments (text that is written together); the
 * server, which reads nothing, cannot tell that from anything else, so each device looks for itself: at what a
 * person asks for here, and at what a change from elsewhere does.
 */
import { type DecodedChange, isOfGenesis } from "./history.ts";
import { DECIDED } from "./may-act.ts";

/**
 * Whether a principal may have made this change: it makes nothing, and sets nothing but a status. It goes by the change's
 * own bytes, so every device answers alike, whatever it has received besides.
 */
export function isPrincipals({ ops }: DecodedChange): boolean {
  return ops.every(({ action, obj, key, elemId }) => {
    if (!obj.includes("@") || isOfGenesis(obj)) return false;
    if (elemId !== undefined) return action === "set" || action === "del";
    return action === "set" && key === DECIDED;
  });
}
