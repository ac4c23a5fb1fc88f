import type { Role } from "../desk/body.ts";
import type { Action } from "./command.ts";
import { DECIDED, mayAct } from "./may-act.ts";

interface Member {
  readonly role: Role;
  /** When the role ends (RFC 3339); null for never. */
  readonly until: string | null;
  /** An owner has removed them, or their time is over. */
  readonly removed: boolean;
}

/** What a person may do on a desk: surfaces, menus and keys offer that and nothing else. */
export interface Rights {
  /** Make records, set their fields, take and hand over, delete. */
  readonly write: boolean;
  /** Set how far a record is. */
  readonly decide: boolean;
  /** Write in a record's texts. */
  readonly comment: boolean;
  /** Whether all of these may be done, as it were asked for. */
  may(actions: readonly Action[]): boolean;
  /** When this person's time on the desk ended (RFC 3339), or that an owner has ended it; null while it goes on. */
  readonly ended: string | "removed" | null;
}

/**
 * The rights of a member at a time.
 * @param me null on a desk of this device alone, where everything is one's own
 * @param now milliseconds since 1970
 */
export function rightsOf(me: Member | null, now: number): Rights {
  const over = me?.until && Date.parse(me.until) < now ? me.until : null;
  const ended = over ?? (me?.removed ? "removed" : null);
  const may = (actions: readonly Action[]) =>
    ended === null && (me === null || actions.every((action) => mayAct(me.role, action)));
  const set = (field: string): Action => ({ do: "set", record: "", field, value: null });
  return {
    write: may([set("")]),
    decide: may([set(DECIDED)]),
    comment: may([
      { do: "edit", record: "", field: "", base: "", splice: { index: 0, remove: 0, insert: "" } },
    ]),
    may,
    ended,
  };
}
