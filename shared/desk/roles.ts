/** Who is on a desk at a time, and what each of a device's envelopes was allowed to be. */
import type { ChainEnd, Role } from "./body.ts";

/** A stretch of a device's envelopes: from the one after `after` on, until the next span begins. */
export interface RoleSpan {
  readonly after: ChainEnd;
  /** Null once the device is removed: none of these envelopes counts. */
  readonly role: Role | null;
  /** When the role ends, ms since 1970; 0 for never. */
  readonly until: number;
}

interface Present {
  readonly until: number;
  readonly removedAt: number | undefined;
}

/** Whether a role has ended by a time (ms since 1970). */
export function hasEnded({ until }: { readonly until: number }, now: number): boolean {
  return until > 0 && now > until;
}

/** Whether a member is on the desk at a time (ms since 1970): neither removed nor beyond the end of its role. */
export function isPresent(member: Present, now: number): boolean {
  return member.removedAt === undefined && !hasEnded(member, now);
}

/** Whether an invite can be used at a time (ms since 1970). */
export function isOpen(
  { state, expires, until }: { state: string; expires: number; until: number },
  now: number,
): boolean {
  return state === "open" && (expires === 0 || now <= expires) && !hasEnded({ until }, now);
}

/**
 * The span that a device's envelope with this counter (from 1) belongs to: the latest decision that it came after. A
 * chain that began anew, behind a server that had lost it, may make a later span begin before an earlier one.
 */
export function spanOf(spans: readonly RoleSpan[], counter: number): RoleSpan {
  const span = spans.findLast(({ after }) => after.counter < counter);
  if (!span) throw new RangeError("counters start at 1, and so does the first span");
  return span;
}

/** Whether a role may write into the desk's documents at all. */
export function mayWrite(role: Role | null): boolean {
  return role === "owner" || role === "assistant" || role === "principal";
}

/**
 * Whether the author of the envelope with this counter had never been more than a principal. Who was may have had work
 * of before on the way: refused for the new role, it would hold up everything that follows from it.
 */
export function wasOnlyPrincipal(spans: readonly RoleSpan[], counter: number): boolean {
  const until = spans.indexOf(spanOf(spans, counter));
  return spans.slice(0, until + 1).every(({ role }) => role === "principal" || role === "viewer");
}
