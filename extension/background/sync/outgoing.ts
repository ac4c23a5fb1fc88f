import { envelopeHash, NO_PREVIOUS, sealEnvelope } from "../../../shared/envelope/envelope.ts";
import { type DeviceKeys, importEpochKey } from "../../../shared/envelope/keys.ts";
import { fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import type { ChainState, Database, OutboxEntry, SealedEntry, StoredDesk } from "../storage/database.ts";
import type { Store } from "../storage/store.ts";

/** Changes put into one envelope, in bytes: far below the wire's limit, so that a resend is cheap. */
const ENVELOPE_BYTES = 200_000;
/** Outgoing changes taken at once. */
const AT_ONCE = 1_000;

type Waiting = OutboxEntry & { n: number };

/** Changes of one document that go into one envelope, in their order. */
function grouped(entries: readonly Waiting[]): Waiting[][] {
  const groups: Waiting[][] = [];
  const openGroup = new Map<string, { group: Waiting[]; bytes: number }>();
  for (const entry of entries) {
    const known = openGroup.get(entry.document);
    if (known && known.bytes + entry.change.length <= ENVELOPE_BYTES) {
      known.group.push(entry);
      known.bytes += entry.change.length;
    } else {
      const group = [entry];
      groups.push(group);
      openGroup.set(entry.document, { group, bytes: entry.change.length });
    }
  }
  return groups;
}

/**
 * Seals what waits in the outbox and keeps the envelopes until they are acknowledged. Counter and hash of this
 * device's chain move in the same transaction, so a resend is always the same bytes under the same counter.
 * Gives the envelopes, in order.
 */
export async function sealOutbox(
  { db, write }: Store,
  desk: StoredDesk,
  keys: DeviceKeys,
  random: (count: number) => Uint8Array,
): Promise<readonly SealedEntry[]> {
  const entries = (await db.getAllFromIndex("outbox", "byDesk", desk.id, AT_ONCE)) as Waiting[];
  if (entries.length === 0) return [];
  const epoch = desk.epochKeys.length;
  const epochKey = await importEpochKey(desk.epochKeys[epoch - 1]!);
  const device = toHex(keys.device);
  let chain: ChainState = (await db.get("chains", [desk.id, device])) ?? {
    desk: desk.id,
    device,
    counter: 0,
    hash: NO_PREVIOUS,
  };
  const sealed: SealedEntry[] = [];
  for (const group of grouped(entries)) {
    const { document } = group[0]!;
    const changes = group.map(({ change }) => change);
    const counter = chain.counter + 1;
    const envelope = await sealEnvelope({
      desk: fromHex(desk.id),
      epoch,
      epochKey,
      device: keys.device,
      signKey: keys.signKey,
      counter,
      previous: chain.hash,
      payload: { type: "changes", document, changes },
      nonce: random(12),
    });
    chain = { desk: desk.id, device, counter, hash: await envelopeHash(envelope) };
    sealed.push({ desk: desk.id, counter, envelope, document, changes });
  }
  await write(["outbox", "sealed", "chains"], async (tx, also) => {
    for (const { n } of entries) also(tx.objectStore("outbox").delete(n));
    for (const entry of sealed) also(tx.objectStore("sealed").add(entry));
    await tx.objectStore("chains").put(chain);
  });
  return sealed;
}

/** Up to `most` sealed envelopes that the server has not acknowledged, after a counter, in order. */
export function unacknowledged(
  db: Database,
  desk: string,
  after: number,
  most: number,
): Promise<SealedEntry[]> {
  return db.getAll("sealed", IDBKeyRange.bound([desk, after + 1], [desk, Number.POSITIVE_INFINITY]), most);
}

/** What the server does not have yet: commands and changes that wait, and envelopes on their way. */
export async function countUnsent(db: Database, desk: string): Promise<number> {
  const counts = await Promise.all([
    db.countFromIndex("journal", "byDesk", desk),
    db.countFromIndex("outbox", "byDesk", desk),
    db.count("sealed", IDBKeyRange.bound([desk, 0], [desk, Number.POSITIVE_INFINITY])),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The newest envelope known of each author, by device. */
export async function chainsOf(db: Database, desk: string): Promise<Map<string, ChainState>> {
  const chains = await db.getAll("chains", IDBKeyRange.bound([desk], [desk, []]));
  return new Map(chains.map((chain) => [chain.device, chain]));
}

/** How far this device's own chain goes: what it has sealed, and what of it the server has acknowledged. */
export async function acknowledgedCounter(
  db: Database,
  desk: string,
  me: string,
): Promise<{ sealed: number; acknowledged: number }> {
  const tx = db.transaction(["chains", "sealed"]);
  const sealed = (await tx.objectStore("chains").get([desk, me]))?.counter ?? 0;
  const [first] = await tx
    .objectStore("sealed")
    .getAllKeys(IDBKeyRange.bound([desk, 0], [desk, Number.POSITIVE_INFINITY]), 1);
  return { sealed, acknowledged: first ? first[1] - 1 : sealed };
}
