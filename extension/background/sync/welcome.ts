import type { Roster } from "../../../shared/desk/roster.ts";
import { equalBytes } from "../../../shared/protocol/bytes.ts";
import type { ServerFrame } from "../../../shared/protocol/frames.ts";
import { acknowledgedCounter } from "./chains.ts";
import type { SessionParts } from "./desk-sync.ts";
import { DistrustError } from "./distrust-error.ts";

/** What is known here of a desk, of which the server may have no less. */
interface Known {
  readonly desk: string;
  /** This device, hex. */
  readonly me: string;
  readonly roster: Roster;
  /** How far its log was taken in. */
  readonly cursor: number;
}

/**
 * Compares how far the server says that it is with what it acknowledged and showed before. Where it has more of this
 * device than the device itself, the browser profile is an older copy of itself, and writes as a new actor from here on.
 * @throws DistrustError `rollback`, `forked`
 */
export async function checkWelcome(
  { store, renewActor }: Pick<SessionParts, "store" | "renewActor">,
  frame: Extract<ServerFrame, { type: "welcome" }>,
  { desk, me, roster, cursor }: Known,
): Promise<void> {
  if (frame.rosterLength < roster.length)
    throw new DistrustError("rollback", "The server keeps an older list of members than this device.");
  if (frame.rosterLength === roster.length && !equalBytes(frame.rosterHead, roster.head))
    throw new DistrustError("forked", "The server keeps another list of members than this device.");
  const own = await acknowledgedCounter(store.db, desk, me);
  // A server that lost its newest envelopes would give their numbers to others, which this device would never ask for.
  if (frame.head < cursor || frame.counter < own.acknowledged)
    throw new DistrustError("rollback", "The server has lost work that it had acknowledged.");
  if (frame.counter > own.sealed) await renewActor(desk);
}
