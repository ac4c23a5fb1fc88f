import { sha256 } from "../../../shared/envelope/keys.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { readRoster } from "../desks/roster-log.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import { DistrustError } from "./distrust-error.ts";
import type { ServerApi } from "./server-api.ts";

/**
 * Passes on why a server turned this device away, where it took it for a stranger's. That a device was removed an owner
 * has signed: the server's word alone would have a person give up, and take away, what waits here to be sent. (When a
 * role has ended it says by its clock.)
 * @throws DistrustError where its list of members is older than what is known here, or has this device on the desk;
 *   otherwise `error`
 */
export async function whyTurnedAway(
  error: unknown,
  { id, roster: known }: StoredDesk,
  device: Uint8Array,
  api: ServerApi,
): Promise<never> {
  const isStranger = error instanceof ExpectedError && error.code === "not-a-member";
  const last = known.at(-1);
  if (!isStranger || !last) throw error;
  const entries = await api.roster(id);
  if (entries.length < known.length)
    throw new DistrustError("rollback", "The server keeps an older list of members than this device.");
  const roster = await readRoster(entries, id, { length: known.length, head: await sha256(last) });
  const me = roster.members.get(toHex(device));
  if (me && me.removedAt === undefined && me.until === 0)
    throw new DistrustError("roster", "The server turns a device away that is in its list of members.");
  throw error;
}
