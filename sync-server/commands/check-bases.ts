/** Whether a desk's bases are whole: their form, signatures and parts. */
import {
  confirmationHolds,
  type Manifest,
  manifestHolds,
  readConfirmation,
  readManifest,
} from "../../shared/desk/base.ts";
import { sha256 } from "../../shared/envelope/keys.ts";
import { equalBytes, MalformedError, toHex } from "../../shared/protocol/bytes.ts";
import type { Bases, KeptBase, Log } from "../log.ts";

/** Checks a desk's bases; gives the bytes that they take. */
export async function checkBases(
  log: Log,
  desk: Uint8Array,
  { confirmed, offered, pruned }: Bases,
  keys: ReadonlyMap<string, CryptoKey>,
  say: (text: string) => void,
): Promise<number> {
  if (pruned > (confirmed?.covers ?? 0))
    say(`the log is gone up to ${pruned}, and no confirmed base holds it`);
  let bytes = 0;
  for (const base of [confirmed, offered])
    if (base) bytes += await checkBase(log, desk, base, keys, (text) => say(`base ${base.covers} ${text}`));
  return bytes;
}

async function checkBase(
  log: Log,
  desk: Uint8Array,
  base: KeptBase,
  keys: ReadonlyMap<string, CryptoKey>,
  say: (text: string) => void,
): Promise<number> {
  let bytes = base.manifest.length + base.confirmation.length;
  try {
    const manifest = await readManifest(base.manifest);
    const isFiled = equalBytes(manifest.hash, base.hash) && manifest.covers === base.covers;
    if (!isFiled || !equalBytes(manifest.desk, desk)) say("is filed as another than it is");
    const key = keys.get(toHex(manifest.device));
    if (!key || !(await manifestHolds(manifest, key))) say("has a false signature");
    if (base.confirmation.length > 0) await checkConfirmation(base.confirmation, manifest, keys, say);
    for (const [index, hash] of manifest.parts.entries()) {
      const part = await log.bases.part(desk, hash);
      // Devices may have put a newer one in its place meanwhile.
      if (!part && !(await isThere(log, desk, base))) return 0;
      if (!part) say(`lacks its part ${index + 1}`);
      else if (!equalBytes(await sha256(part), hash)) say(`has another part ${index + 1} than it names`);
      bytes += part?.length ?? 0;
    }
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    say(`is none: ${error.message}`);
  }
  return bytes;
}

async function isThere(log: Log, desk: Uint8Array, { hash }: KeptBase): Promise<boolean> {
  const { confirmed, offered } = await log.bases.of(desk);
  return [confirmed, offered].some((base) => base && equalBytes(base.hash, hash));
}

async function checkConfirmation(
  bytes: Uint8Array,
  manifest: Manifest,
  keys: ReadonlyMap<string, CryptoKey>,
  say: (text: string) => void,
): Promise<void> {
  const confirmation = readConfirmation(bytes);
  if (!equalBytes(confirmation.base, manifest.hash)) say("has the confirmation of another");
  const key = keys.get(toHex(confirmation.device));
  if (!key || !(await confirmationHolds(confirmation, key))) say("is confirmed with a false signature");
}
