/**
 * What a role may change. A principal decides (a record's status) and comments (text that is written together); the
 * server, which reads nothing, cannot tell that from anything else, so each device looks for itself: at what a
 * person asks for here, and at what a change from elsewhere does.
 */
import { type DecodedChange, isOfGenesis } from "./history.ts";
import { DECIDED, GIVEN } from "./may-act.ts";

/**
 * Whether a principal may have made this change: it makes nothing but delegations, and sets nothing but a status
 * besides. It goes by the change's own bytes, so every device answers alike, whatever it has received besides.
 * (Whether a delegation of an assistant's counts is told when it is read: delegation-standing.ts.)
 */
export function isPrincipals({ ops, startOp, actor }: DecodedChange): boolean {
  const idOf = (index: number) => `${startOp + index}@${actor}`;
  // A bucket's new entries, over nothing: what stood there would be another's record.
  const made = new Set(
    ops.flatMap(({ action, obj, pred = [] }, index) =>
      action === "makeMap" && isOfGenesis(obj) && pred.length === 0 ? [idOf(index)] : [],
    ),
  );
  const kinds = ops.filter(({ obj, key, elemId }) => made.has(obj) && key === "kind" && elemId === undefined);
  const given = new Set(kinds.map(({ obj }) => obj));
  if (!kinds.every(({ value }) => value === GIVEN)) return false;
  return ops.every(({ action, obj, key, elemId }, index) => {
    if (isOfGenesis(obj)) return given.has(idOf(index));
    if (!obj.includes("@")) return false;
    if (given.has(obj)) return action === "set" && key !== undefined;
    if (elemId !== undefined) return action === "set" || action === "del";
    return action === "set" && key === DECIDED;
  });
}
