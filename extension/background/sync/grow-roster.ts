import { keysFromRoster } from "../../../shared/desk/epochs.ts";
import { extendRoster, type Roster } from "../../../shared/desk/roster.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import { chainsOf } from "./chains.ts";
import type { SessionParts } from "./desk-sync.ts";
import { DistrustError } from "./distrust-error.ts";

export interface Grown {
  readonly roster: Roster;
  /** Whose device began the newest epoch with a key that is none on this one; undefined where it has the key. */
  readonly badEpochBy: Uint8Array | undefined;
  /** Whether keys that this device had are given up. */
  readonly gaveUp: boolean;
}

/**
 * Takes what the server appended to a desk's roster: verifies it, opens the newest key, and writes both down.
 * @param from the index of the first of `entries`
 * @throws DistrustError where it does not follow from what is known
 */
export async function growRoster(
  { store, keys, inTurn }: SessionParts,
  desk: string,
  known: Roster,
  from: number,
  entries: readonly Uint8Array[],
): Promise<Grown> {
  const me = toHex(keys.device);
  if (from > known.length)
    throw new DistrustError("roster", "The server left out a part of the list of members.");
  const fresh = entries.slice(known.length - from);
  const result = await extendRoster(known, fresh);
  if (!result.ok) throw new DistrustError("roster", result.failure.message);
  const { roster } = result;
  const chains = await chainsOf(store.db, desk);
  for (const [id, { spans }] of roster.members) {
    // A decision that names an end behind what is known here was made upon a log from which the server left that out.
    const decided = known.members.get(id)?.spans.length ?? 0;
    const late = spans.slice(decided).some(({ after }) => after.counter < (chains.get(id)?.counter ?? 0));
    if (late && id !== me)
      throw new DistrustError("forked", "The server showed an owner another history of a device than here.");
  }
  const before = (await store.db.get("desks", desk))?.epochKeys;
  if (!before) throw new ExpectedError("no-desk", "The desk is not on this device any more.");
  const read = await keysFromRoster(roster, keys, before);
  if (!read.ok && !read.by)
    throw new DistrustError("wrong-key", "The desk's new key does not open what this device has.");
  const epochKeys = read.ok ? read.keys : before;
  await inTurn(() =>
    store.write(["desks"], async (tx) => {
      const stored = await tx.objectStore("desks").get(desk);
      if (!stored) return;
      const all = [...stored.roster, ...fresh.slice(stored.roster.length - known.length)];
      const role = roster.members.get(me)?.role;
      await tx.objectStore("desks").put({ ...stored, roster: all, epochKeys, ...(role ? { role } : {}) });
    }),
  );
  return {
    roster,
    badEpochBy: read.ok ? undefined : read.by,
    gaveUp: before.some((key, index) => key.length > 0 && epochKeys[index]?.length === 0),
  };
}
