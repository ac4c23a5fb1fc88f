import type { Log } from "../log.ts";
import type { Room } from "./room.ts";

/** What a device that says hello is told: the roster's entries that it lacks, and how many of its envelopes are kept. */
export async function readStanding(
  log: Log,
  room: Room,
  device: Uint8Array,
  rosterLength: number,
): Promise<{ readonly entries: Uint8Array[]; readonly counter: number }> {
  for (;;) {
    const entries = (await log.roster(room.desk, rosterLength)) ?? [];
    // Read after the roster: what was kept under an older epoch was kept before, and is counted.
    const { counter } = await log.chain(room.desk, device);
    const lacking = Math.max(0, room.roster.length - rosterLength);
    if (entries.length === lacking) return { entries, counter };
    if (entries.length > lacking) await room.refresh();
  }
}
