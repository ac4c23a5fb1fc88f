import * as v from "valibot";
import { ALGORITHMS, type AuthenticatorKey } from "../../../shared/envelope/authenticator.ts";
import type { PassphraseHash } from "../../../shared/envelope/passphrase.ts";
import { fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import { LOCK_AFTER, type LockAfter } from "../../port/app-state.ts";
import type { Database } from "../storage/database.ts";

const KEY = "lock";

/** What is kept of the lock on this device. */
export interface StoredLock {
  readonly passphrase: PassphraseHash;
  /** Minutes of idleness; 0 for never. */
  readonly after: LockAfter;
  /** Wrong passphrases since the last right one, and when the last was tried, in ms since 1970. */
  readonly failures: number;
  readonly failedAt: number;
  /** The key by which this computer answers for its person, where they have it do so. */
  readonly authenticator?: AuthenticatorKey | undefined;
}

const hex = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})+$/));
const schema = v.object({
  salt: hex,
  iterations: v.number(),
  hash: hex,
  after: v.picklist(LOCK_AFTER),
  failures: v.number(),
  failedAt: v.number(),
  authenticator: v.optional(
    v.object({ id: hex, publicKey: hex, algorithm: v.picklist(ALGORITHMS), relyingParty: hex }),
  ),
});

/** The lock as it is kept; null where there is none. Throws where it cannot be read: a damaged lock must not open. */
export async function readLock(db: Database): Promise<StoredLock | null> {
  const kept = (await db.get("settings", KEY))?.value;
  if (!kept) return null;
  const { salt, iterations, hash, authenticator: key, ...rest } = v.parse(schema, JSON.parse(kept));
  const authenticator = key && {
    id: fromHex(key.id),
    publicKey: fromHex(key.publicKey),
    algorithm: key.algorithm,
    relyingParty: fromHex(key.relyingParty),
  };
  return { passphrase: { salt: fromHex(salt), iterations, hash: fromHex(hash) }, ...rest, authenticator };
}

/** Writes the lock down, durably; null takes it away. */
export async function writeLock(db: Database, lock: StoredLock | null): Promise<void> {
  const { passphrase, authenticator: key, ...rest } = lock ?? {};
  const authenticator = key && {
    id: toHex(key.id),
    publicKey: toHex(key.publicKey),
    algorithm: key.algorithm,
    relyingParty: toHex(key.relyingParty),
  };
  const value = passphrase && {
    salt: toHex(passphrase.salt),
    iterations: passphrase.iterations,
    hash: toHex(passphrase.hash),
    ...rest,
    authenticator,
  };
  const tx = db.transaction("settings", "readwrite", { durability: "strict" });
  await tx.store.put({ key: KEY, value: value ? JSON.stringify(value) : null });
  await tx.done;
}
