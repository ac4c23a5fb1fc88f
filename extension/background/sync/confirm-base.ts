import { type Manifest, manifestHolds, signConfirmation } from "../../../shared/desk/base.ts";
import type { Roster } from "../../../shared/desk/roster.ts";
import { envelopeHash, NO_PREVIOUS, openEnvelope, readEnvelope } from "../../../shared/envelope/envelope.ts";
import { importEpochKey, importSignPublicKey } from "../../../shared/envelope/keys.ts";
import type { BaseDocument } from "../../../shared/envelope/part.ts";
import { equalBytes, toHex } from "../../../shared/protocol/bytes.ts";
import type { LogItem } from "../../../shared/protocol/frames.ts";
import type { ChainState } from "../storage/database.ts";
import { type DeskContent, readContent } from "../work/base-content.ts";
import { differenceOf } from "../work/compare-base.ts";
import type { BaseLine } from "./base-line.ts";
import type { SessionParts } from "./desk-sync.ts";
import { fetchBase } from "./fetch-base.ts";

type Ends = Map<string, { counter: number; hash: Uint8Array }>;

/**
 * Compares a base with what this device has verified itself, envelope by envelope, and signs it where it is the same:
 * its documents and acts, and the ends of the chains, from which the log since then must lead to those known here.
 * @param cursor how far the log is known to be applied, with nothing of this device's own ahead of it
 * @returns what differs, for whoever maintains this; `later` where it cannot be compared now
 */
export async function confirmBase(
  parts: SessionParts,
  line: BaseLine,
  roster: Roster,
  deskId: string,
  manifest: Manifest,
  cursor: number,
): Promise<"done" | "later" | { readonly differs: string }> {
  const { keys, store, now, inTurn, automerge } = parts;
  const maker = roster.members.get(toHex(manifest.device));
  if (!maker || !(await manifestHolds(manifest, await importSignPublicKey(maker.signPublic))))
    return { differs: "its signature is false" };
  const content = await inTurn(() => readContent(store, deskId));
  if (!content || content.desk.cursor !== cursor || cursor < manifest.covers || content.isWaiting)
    return "later";
  const items = await stretch(line, manifest.covers, cursor);
  if (!items) return { differs: "the log behind it is not whole" };
  const chains = await chainDifference(manifest, items, content, toHex(keys.device));
  if (chains) return { differs: chains };
  const base: BaseDocument[] = [];
  for await (const { documents } of fetchBase(line, manifest, content.desk.epochKeys))
    base.push(...documents);
  await automerge();
  const later = await changesIn(items, content.desk.epochKeys);
  const differs = await differenceOf(content, base, later, () => inTurn(async () => line.goOn()));
  if (differs) return { differs };
  const { desk, length: rosterLength, head: rosterHead } = roster;
  const terms = {
    desk,
    base: manifest.hash,
    device: keys.device,
    at: Math.max(0, now()),
    rosterLength,
    rosterHead,
  };
  const refused = await line.confirm(await signConfirmation(terms, keys.signKey));
  return refused === "moved" ? "later" : "done";
}

/** The log from one place to another, whole; undefined where something of it is not there. */
async function stretch(line: BaseLine, after: number, to: number): Promise<LogItem[] | undefined> {
  const items: LogItem[] = [];
  for (let at = after; at < to; ) {
    const more = (await line.reread(at)).filter(({ seq }) => seq <= to);
    if (more.length === 0 || more.some(({ seq }, index) => seq !== at + index + 1)) return undefined;
    items.push(...more);
    at += more.length;
  }
  return items;
}

/** Whether the log behind a base leads from its ends to those that this device has verified. */
async function chainDifference(
  { ends }: Manifest,
  items: readonly LogItem[],
  content: DeskContent,
  me: string,
): Promise<string | undefined> {
  const walked: Ends = new Map(ends.map((end) => [toHex(end.device), end]));
  for (const { envelope } of items) {
    const { header } = readEnvelope(envelope);
    const device = toHex(header.device);
    const last = walked.get(device) ?? { counter: 0, hash: NO_PREVIOUS };
    if (header.counter !== last.counter + 1 || !equalBytes(header.previous, last.hash))
      return `the log does not go on from where it ends the chain of ${device}`;
    walked.set(device, { counter: header.counter, hash: await envelopeHash(envelope) });
  }
  const known = content.chains
    .map((chain) => keptEnd(chain, content, me))
    .filter(({ counter }) => counter > 0);
  if (known.length !== walked.size) return "it ends another number of chains";
  for (const { device, counter, hash } of known) {
    const end = walked.get(device);
    if (end?.counter !== counter || !equalBytes(end.hash, hash))
      return `it ends the chain of ${device} elsewhere`;
  }
  return undefined;
}

/** Where the server's part of a chain ends: this device's own goes on with what is on its way. */
function keptEnd(chain: ChainState, { sealed }: DeskContent, me: string): ChainState {
  const [first] = sealed;
  if (chain.device !== me || !first) return chain;
  return { ...chain, counter: first.counter - 1, hash: readEnvelope(first.envelope).header.previous };
}

/** The changes and acts of envelopes that this device has verified before. */
async function changesIn(items: readonly LogItem[], epochKeys: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const keys = new Map<number, CryptoKey>();
  const changes: Uint8Array[] = [];
  for (const { envelope } of items) {
    const read = readEnvelope(envelope);
    const raw = epochKeys[read.header.epoch - 1];
    if (!raw?.length) continue;
    const key = keys.get(read.header.epoch) ?? (await importEpochKey(raw));
    keys.set(read.header.epoch, key);
    // What does not open is in no document either.
    const payload = await openEnvelope(read, key).catch(() => undefined);
    if (payload?.type === "changes") changes.push(...payload.changes);
  }
  return changes;
}
