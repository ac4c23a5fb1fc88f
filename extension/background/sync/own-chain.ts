import { envelopeHash } from "../../../shared/envelope/envelope.ts";
import { equalBytes } from "../../../shared/protocol/bytes.ts";
import type { Database } from "../storage/database.ts";
import { DistrustError } from "./distrust-error.ts";
import { unacknowledged } from "./outgoing.ts";

/** An envelope of this device, as the server has it. */
export interface OwnEnd {
  readonly counter: number;
  readonly hash: Uint8Array;
}

/** The server has an envelope of this device that does not follow from those that are known here. */
export class OwnForkError extends DistrustError {
  readonly end: OwnEnd;
  constructor(end: OwnEnd) {
    super("forked", "The server showed another history of a device.");
    this.end = end;
  }
}

/**
 * Whether what waits to be acknowledged stands where the server has something else of this device: an earlier
 * connection's last words came late, or a copy of this browser profile went on writing.
 */
export async function isOvertaken(db: Database, desk: string, ends: readonly OwnEnd[]): Promise<boolean> {
  if (ends.length === 0) return false;
  const waiting = await unacknowledged(db, desk, 0);
  const first = waiting[0]?.counter ?? Number.POSITIVE_INFINITY;
  for (const end of ends) {
    if (end.counter < first) continue;
    const same = waiting.find(({ counter }) => counter === end.counter);
    if (!same || !equalBytes(await envelopeHash(same.envelope), end.hash)) return true;
  }
  return false;
}
