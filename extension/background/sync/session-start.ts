import type { Roster } from "../../../shared/desk/roster.ts";
import type { SyncState } from "../../port/surface.ts";
import type { StoredDesk } from "../storage/database.ts";
import type { Incoming } from "./incoming.ts";
import type { Line } from "./line.ts";

/** What a session begins with, and whom it tells. */
export interface SessionStart {
  readonly desk: StoredDesk;
  readonly roster: Roster;
  /** Whose device began the present epoch with a key that is none on this one; undefined where it has the key. */
  readonly badEpochBy: Uint8Array | undefined;
  readonly incoming: Incoming;
  readonly line: Line;
  readonly show: (changed: Partial<SyncState>) => void;
  /** How much waits to be sent may be other than it was. */
  readonly countSoon: () => void;
  /** It cannot go on: the connection is to be ended, for now or for good. */
  readonly fail: (error: unknown) => void;
  /** What was sent cannot be kept now: `resume` is to be called after a while. */
  readonly postpone: (problem: { code: string; detail: string }, resume: () => void) => void;
  /** Ends this connection and begins another one now. */
  readonly again: () => void;
  /** The server answers as it should: the next failure is the first again. */
  readonly thriving: () => void;
  /** The server has kept what it was sent. */
  readonly taken: () => void;
}
