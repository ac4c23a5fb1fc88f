import { type DeviceKeys, sha256 } from "../../../shared/envelope/keys.ts";
import { equalBytes } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import type { ServerApi } from "./server-api.ts";

/**
 * Puts a desk's roster on its server: the first entry, and those that a server lacks which knows only its beginning
 * (it was restored from a backup, or is another one). Again is the same as once. A server with another roster is left
 * as it is: the sync notices.
 * @param serverKey of a server that takes new desks only with it
 * @throws ExpectedError as of `serverApi`, and `owner-first` where only an owner may bring back who is missing
 */
export async function publishRoster(
  api: ServerApi,
  { id, roster }: StoredDesk,
  keys: DeviceKeys,
  serverKey?: string,
): Promise<void> {
  await api.createDesk(roster[0]!, serverKey);
  if (roster.length === 1) return;
  const theirs = await api.roster(id);
  if (theirs.some((entry, index) => !roster[index] || !equalBytes(entry, roster[index]))) return;
  for (let index = theirs.length; index < roster.length; index++)
    await api.appendRoster(id, await sha256(roster[index - 1]!), roster[index]!, keys).catch((error) => {
      if (!(error instanceof ExpectedError && ["clock", "counter"].includes(error.code))) throw error;
      throw new ExpectedError(
        "owner-first",
        "The list of members has entries that only an owner brings back.",
      );
    });
}
