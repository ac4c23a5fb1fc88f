/**
 * Whether a delegation holds: from its history, which every device has from signed envelopes, so all of them tell
 * alike, whatever somebody wrote into the record.
 *
 * - Its terms are those of the change that made it. One that was changed afterwards holds no more.
 * - Whoever made it must be an owner or a principal of the desk, now.
 * - It is withdrawn once and for all by the first status or deletion that anybody sets.
 */
import type { Role } from "../desk/body.ts";
import type { AtDesk } from "../desk/people-at.ts";
import { deviceOfActor } from "./actor.ts";
import type { Scalar } from "./command.ts";
import type { HistoryRow } from "./history.ts";

/** The terms of a delegation, with who gave it; ids as in records. */
export interface Delegation {
  readonly id: string;
  /** The principal's record, and the person (hex) who acts for them. */
  readonly principal: string;
  readonly delegate: string;
  /** A kind of record, or `all`. */
  readonly scope: string;
  readonly spendLimit: number | null;
  /** ISO 4217; null where there is no limit. */
  readonly currency: string | null;
  /** RFC 3339 full-dates, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** The person (hex) who gave it. */
  readonly by: string;
  /** RFC 3339 instant. */
  readonly withdrawnAt: string | null;
  /** Given by somebody who may, and never changed since. */
  readonly valid: boolean;
}

export type DelegationStanding = "planned" | "active" | "ended" | "withdrawn" | "void";

/** A day's ISO 8601 date, where its assistant is. */
type DayOf = (instant: string) => string;

const ENDING: ReadonlySet<string> = new Set(["status", "deletedAt"]);
/** What does not belong to the terms. */
const FREE: ReadonlySet<string> = new Set([...ENDING, "classification", "kind", "createdAt", "createdBy"]);

const GIVERS: ReadonlySet<Role> = new Set(["owner", "principal"]);
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * A delegation, from the rows of its record's history.
 * @param ownerOf whose a device is, and their role on the desk now
 */
export function readDelegation(
  record: string,
  rows: readonly HistoryRow[],
  ownerOf: (device: string) => AtDesk | undefined,
): Delegation | null {
  const made = rows.find(({ created }) => created);
  if (!made) return null;
  const terms = new Map<string, Scalar>();
  let changed = false;
  let withdrawn = Number.POSITIVE_INFINITY;
  for (const row of rows)
    for (const operation of row.operations) {
      if (!("set" in operation)) {
        changed = true;
        continue;
      }
      const { field, value } = operation;
      // A change in another's name is refused on arrival; what the record says of its own maker counts for nothing.
      if (row === made && !ENDING.has(field)) terms.set(field, value);
      else if (ENDING.has(field)) {
        if (!(row === made && value === "granted")) withdrawn = Math.min(withdrawn, row.time);
      } else if (!FREE.has(field)) changed = true;
    }
  const text = (field: string) => String(terms.get(field) ?? "");
  const giver = ownerOf(deviceOfActor(made.actor));
  const limit = terms.get("spendLimit");
  const currency = text("currency");
  const isWhole =
    text("onBehalfOf") !== "" &&
    text("delegate") !== "" &&
    DATE.test(text("startsOn")) &&
    DATE.test(text("endsOn")) &&
    text("startsOn") <= text("endsOn") &&
    (typeof limit === "number"
      ? limit >= 0 && CURRENCY.test(currency)
      : limit === undefined || limit === null);
  return {
    id: record,
    principal: text("onBehalfOf"),
    delegate: text("delegate"),
    scope: text("scope") || "all",
    spendLimit: typeof limit === "number" ? limit : null,
    currency: typeof limit === "number" ? currency : null,
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    by: giver?.person ?? deviceOfActor(made.actor),
    withdrawnAt: Number.isFinite(withdrawn) ? new Date(withdrawn * 1000).toISOString() : null,
    valid: isWhole && !changed && giver?.role !== undefined && GIVERS.has(giver.role),
  };
}

/** How a delegation stands at an instant; it ends by itself after its last day. */
export function delegationStanding(
  { valid, withdrawnAt, startsOn, endsOn }: Delegation,
  instant: string,
  dayOf: DayOf,
): DelegationStanding {
  if (!valid) return "void";
  if (withdrawnAt !== null && Date.parse(withdrawnAt) <= Date.parse(instant)) return "withdrawn";
  const day = dayOf(instant);
  if (day < startsOn) return "planned";
  return day > endsOn ? "ended" : "active";
}

/** The delegation under which a member decides something for a principal at an instant; null where none holds. */
export function actingUnder(
  delegations: readonly Delegation[],
  act: { readonly by: string; readonly principal: string; readonly kind: string; readonly at: string },
  dayOf: DayOf,
): Delegation | null {
  return (
    delegations.find(
      (each) =>
        each.delegate === act.by &&
        each.principal === act.principal &&
        (each.scope === "all" || each.scope === act.kind) &&
        delegationStanding(each, act.at, dayOf) === "active",
    ) ?? null
  );
}
