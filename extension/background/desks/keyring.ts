import type { DeviceKeys } from "../../../shared/envelope/keys.ts";
import { toHex } from "../../../shared/protocol/bytes.ts";
import { ExpectedError } from "../expected-error.ts";
import type { Database } from "../storage/database.ts";

/**
 * This browser's keys, a set of its own for each desk: neither a server nor a member of two desks can tell by them
 * that one browser is on both. Made when a desk is made or joined, gone with it: who comes back is another device.
 * The private halves are non-extractable and never leave IndexedDB.
 */
export interface Keyring {
  /** @throws ExpectedError `no-desk` */
  on(desk: string): Promise<DeviceKeys>;
  /** This device's id on a desk, hex. Throws as `on`. */
  idOn(desk: string): Promise<string>;
  /** The desk was taken off this device. */
  forget(desk: string): void;
}

export function openKeyring(db: Database): Keyring {
  const known = new Map<string, Promise<DeviceKeys>>();
  const read = async (desk: string): Promise<DeviceKeys> => {
    const stored = await db.get("device", desk);
    if (!stored) throw new ExpectedError("no-desk", "This desk is not on this device any more.");
    const { id: _, ...keys } = stored;
    return keys;
  };
  const on = (desk: string) => {
    const keys = known.get(desk) ?? read(desk);
    known.set(desk, keys);
    keys.catch(() => known.delete(desk));
    return keys;
  };
  return {
    on,
    idOn: async (desk) => toHex((await on(desk)).device),
    forget(desk) {
      known.delete(desk);
    },
  };
}
