import { type DeviceKeys, generateDeviceKeys } from "../../../shared/envelope/keys.ts";
import type { Bytes } from "../../../shared/protocol/bytes.ts";
import type { Database } from "../storage/database.ts";

/** This browser's keys, made once. The private halves are non-extractable and never leave IndexedDB. */
export async function deviceKeys(db: Database): Promise<DeviceKeys> {
  const known = (await db.get("device", "device")) ?? (await make(db));
  const { id: _, ...keys } = known;
  return keys as DeviceKeys & { device: Bytes };
}

async function make(db: Database) {
  const made = await generateDeviceKeys();
  // Another start of the worker may have been quicker: the first one written counts.
  await db.add("device", { id: "device", ...made }).catch(() => {});
  return (await db.get("device", "device"))!;
}
