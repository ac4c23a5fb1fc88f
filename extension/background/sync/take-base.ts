import {
  type BaseEnd,
  type Confirmation,
  type Manifest,
  readConfirmation,
  readManifest,
} from "../../../shared/desk/base.ts";
import { trustBase } from "../../../shared/desk/base-trust.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { equalBytes, MalformedError, toHex } from "../../../shared/protocol/bytes.ts";
import type { ChainState } from "../storage/database.ts";
import type { BaseLine } from "./base-line.ts";
import { deskWithChains } from "./chains.ts";
import type { SessionParts } from "./desk-sync.ts";
import { DistrustError } from "./distrust-error.ts";
import { fetchBase, UnusableBase } from "./fetch-base.ts";
import { isOvertaken } from "./own-chain.ts";

/** A base as the server holds it out. */
export interface HeldBase {
  readonly manifest: Uint8Array;
  readonly confirmation: Uint8Array;
}

/**
 * Begins a desk from a base, or takes it in where the log has left this device behind. What is here stays: what waits
 * to be sent is sent afterwards. Interrupted, it begins again: a document that is there already changes nothing, and the
 * place moves last.
 * @param fetched told how much is there, 0 to 1
 * @returns the place behind which the log goes on; `overtaken` where the sync is to begin anew, and nothing was taken in
 * @throws DistrustError where no honest server gives this, UnusableBase where the log itself may help
 */
export async function takeBase(
  parts: SessionParts,
  line: BaseLine,
  desk: string,
  roster: Roster,
  held: HeldBase,
  fetched: (done: number) => void,
): Promise<number | "overtaken"> {
  const { manifest, confirmation } = await readHeld(held);
  const { desk: stored, chains } = await deskWithChains(parts.store.db, desk);
  const trust = await trustBase(stored.roster, roster, manifest, confirmation, parts.now());
  if (!trust.ok && trust.why === "forged") throw new DistrustError("forged", trust.detail);
  if (!trust.ok) throw new UnusableBase(trust.detail);
  const me = toHex(parts.keys.device);
  const ownEnd = manifest.ends.find(({ device }) => equalBytes(device, parts.keys.device));
  if (ownEnd && (await isOvertaken(parts.store.db, desk, [ownEnd]))) return "overtaken";
  const ends = chainsAt(desk, manifest.ends, chains, me);
  for await (const { documents, done } of fetchBase(line, manifest, stored.epochKeys)) {
    await parts.takeDocuments(desk, documents);
    fetched(done);
  }
  await parts.receive(desk, { received: [], chains: ends, unusable: [], cursor: manifest.covers });
  return manifest.covers;
}

async function readHeld(held: HeldBase): Promise<{ manifest: Manifest; confirmation: Confirmation }> {
  try {
    return {
      manifest: await readManifest(held.manifest),
      confirmation: readConfirmation(held.confirmation),
    };
  } catch (error) {
    if (error instanceof MalformedError)
      throw new DistrustError("forged", "The server sent what is no base.");
    throw error;
  }
}

/** Where the chains go on behind a base. What is known here of them must be in it; of its own, a device may be ahead. */
function chainsAt(
  desk: string,
  ends: readonly BaseEnd[],
  known: ReadonlyMap<string, ChainState>,
  me: string,
): ChainState[] {
  const byDevice = new Map(ends.map((end) => [toHex(end.device), end]));
  for (const { device, counter, hash } of known.values()) {
    if (device === me) continue;
    const end = byDevice.get(device);
    if (!end || end.counter < counter)
      throw new DistrustError("withheld", "The server sent a base without work that was here before.");
    if (end.counter === counter && !equalBytes(end.hash, hash))
      throw new DistrustError("forked", "The server showed another history of a device.");
  }
  return [...byDevice]
    .filter(([device, { counter }]) => counter > (known.get(device)?.counter ?? 0))
    .map(([device, { counter, hash, epoch }]) => ({ desk, device, counter, hash: hash.slice(), epoch }));
}
