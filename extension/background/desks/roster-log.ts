import { keysFromRoster } from "../../../shared/desk/epochs.ts";
import type { Acting, Random } from "../../../shared/desk/membership.ts";
import { type Roster, type RosterPin, verifyRoster } from "../../../shared/desk/roster.ts";
import { type DeviceKeys, sha256 } from "../../../shared/envelope/keys.ts";
import { equalBytes, fromHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { StoredDesk } from "../storage/database.ts";
import { type ServerApi, serverApi } from "../sync/server-api.ts";
import type { World } from "../world.ts";
import type { Keyring } from "./keyring.ts";

/** A roster that moved, or a device that wrote, while an entry was made is followed this often before giving up. */
const TRIES = 5;
/** Until what a device wrote meanwhile has come in, in ms; longer with each try, while the server takes nothing more of it. */
const CATCH_UP_MS = 300;

/** What this device has of a desk's keys, and its own ones. */
interface Has extends Pick<StoredDesk, "epochKeys"> {
  readonly keys: DeviceKeys;
}

/** A desk's roster as its server keeps it: read whole and verified, then added to. */
export interface RosterLog {
  /** Who decides: this device, by its keys on the desk or by those that it is given. */
  readonly acting: (keys: DeviceKeys) => Acting & { random: Random };
  readonly keyring: Keyring;
  readonly apiOf: (server: string) => ServerApi;
  /** The desk as it is on this device. Throws `no-desk`. */
  readonly stored: (desk: string) => Promise<StoredDesk>;
  /** The desk's server. Throws `no-server` where it is on this device alone. */
  readonly serverOf: (desk: StoredDesk) => string;
  /** Every key that the roster gives this device, on top of those that it has. Throws `wrong-key`. */
  readonly keysOf: (roster: Roster, has: Has) => Promise<readonly Uint8Array[]>;
  /** The same, or the keys up to the last sound one: from there an owner begins again. */
  readonly soundKeysOf: (roster: Roster, has: Has) => Promise<readonly Uint8Array[]>;
  /**
   * Makes an entry on the newest roster and appends it; begins anew where somebody else was quicker, and looks whether
   * it is there where no answer came. `make` gives undefined where there is nothing to be done any more.
   */
  readonly append: <T extends { entry: Uint8Array } | undefined>(
    desk: StoredDesk,
    server: string,
    make: (roster: Roster) => Promise<T>,
  ) => Promise<T>;
}

/** Verifies a desk's whole roster. Throws `roster`, with the reason in words. */
export async function readRoster(
  entries: readonly Uint8Array[],
  desk: string,
  pin?: RosterPin,
): Promise<Roster> {
  const result = await verifyRoster(entries, { desk: fromHex(desk), ...(pin ? { pin } : {}) });
  if (!result.ok) throw new ExpectedError("roster", result.failure.message);
  return result.roster;
}

/** Where a list of members must go on from; undefined where nothing of it is known. */
export async function pinOf(known: readonly Uint8Array[]): Promise<RosterPin | undefined> {
  const last = known.at(-1);
  return last && { length: known.length, head: await sha256(last) };
}

export function rosterLog(world: World, keyring: Keyring): RosterLog {
  const { db } = world;
  const apiOf = (server: string) => serverApi(server, world.network.fetch);
  const wait = (ms: number) => new Promise<void>((resolve) => void world.later(resolve, ms));
  return {
    keyring,
    acting: (keys) => ({ keys, now: world.now(), random: world.random }),
    apiOf,
    async stored(desk) {
      const known = await db.get("desks", desk);
      if (!known) throw new ExpectedError("no-desk", "This desk is not on this device any more.");
      return known;
    },
    serverOf({ server }) {
      if (server) return server;
      throw new ExpectedError("no-server", "Connect this desk to a sync server first.");
    },
    async keysOf(roster, { epochKeys, keys }) {
      const read = await keysFromRoster(roster, keys, epochKeys);
      if (read.ok && read.keys.length === roster.epoch) return read.keys;
      throw new ExpectedError("wrong-key", "The desk's key does not open on this device.");
    },
    async soundKeysOf(roster, { epochKeys, keys }) {
      const read = await keysFromRoster(roster, keys, epochKeys);
      return read.ok ? read.keys : epochKeys;
    },
    async append<T extends { entry: Uint8Array } | undefined>(
      desk: StoredDesk,
      server: string,
      make: (roster: Roster) => Promise<T>,
    ) {
      const api = apiOf(server);
      const pin = await pinOf(desk.roster);
      let unanswered: NonNullable<T> | undefined;
      for (let tries = 0; ; tries++) {
        const entries = await api.roster(desk.id);
        const roster = await readRoster(entries, desk.id, pin);
        // The server had heard it: an invitation that it used up could not be used again.
        if (unanswered && entries.some((entry) => equalBytes(entry, unanswered!.entry))) return unanswered;
        const made = await make(roster);
        if (!made) return made;
        try {
          await api.appendRoster(desk.id, roster.head, made.entry);
          return made;
        } catch (error) {
          const code = error instanceof ExpectedError ? error.code : "";
          if (code === "offline" && tries < TRIES) {
            unanswered = made;
            await wait(CATCH_UP_MS);
            continue;
          }
          if (code !== "moved" && code !== "counter") throw error;
          if (tries === TRIES) throw new ExpectedError("moved", "The desk changed meanwhile.");
          if (code === "counter") await wait(CATCH_UP_MS * (tries + 1));
        }
      }
    },
  };
}
