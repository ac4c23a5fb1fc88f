import type { IDBPTransaction } from "idb";
import { envelopeHash, NO_PREVIOUS, readEnvelope, sealEnvelope } from "../../../shared/envelope/envelope.ts";
import { type DeviceKeys, importEpochKey } from "../../../shared/envelope/keys.ts";
import { packSightings } from "../../../shared/envelope/sighting.ts";
import { fromHex, toHex } from "../../../shared/protocol/bytes.ts";
import type {
  ChainState,
  Database,
  OutboxEntry,
  SealedEntry,
  SidedeskSchema,
  StoredDesk,
} from "../storage/database.ts";
import type { Also, Store } from "../storage/store.ts";
import { everyones, present } from "./chains.ts";

/** Changes put into one envelope, in bytes: far below the wire's limit, so that a resend is cheap. */
const ENVELOPE_BYTES = 200_000;
/** Outgoing changes taken at once. */
const AT_ONCE = 1_000;

type Waiting = OutboxEntry & { n: number };

/** Changes of one document that go into one envelope, in their order. */
function grouped(entries: readonly OutboxEntry[]): OutboxEntry[][] {
  const groups: OutboxEntry[][] = [];
  const openGroup = new Map<string, { group: OutboxEntry[]; bytes: number }>();
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

export interface Sealer {
  /** A desk's id. */
  readonly desk: string;
  readonly keys: DeviceKeys;
  readonly random: (count: number) => Uint8Array;
}

/** What this device has taken in of the others' chains and not told of yet, and what it has told of with that. */
function unseenOf(chains: readonly ChainState[], own: ChainState | undefined) {
  const before = own?.told ?? {};
  const fresh = chains.filter((chain) => chain !== own && chain.counter > (before[chain.device] ?? 0));
  const told = { ...before };
  for (const { device, counter } of fresh) told[device] = counter;
  return { seen: fresh.length > 0 ? [packSightings(fresh)] : [], told };
}

/** Envelopes in their order, and where they leave this device's chain. */
export interface Sealed {
  readonly sealed: readonly SealedEntry[];
  readonly chain: ChainState;
}

/** Seals documents' changes, one envelope each, onto the end of this device's chain, under the present epoch. */
async function sealOnto(
  chain: ChainState,
  contents: readonly Pick<SealedEntry, "document" | "changes">[],
  desk: StoredDesk,
  { keys, random }: Sealer,
): Promise<Sealed> {
  const epoch = desk.epochKeys.length;
  const epochKey = await importEpochKey(desk.epochKeys[epoch - 1]!);
  const sealed: SealedEntry[] = [];
  let end = chain;
  for (const { document, changes } of contents) {
    const counter = end.counter + 1;
    const envelope = await sealEnvelope({
      desk: fromHex(desk.id),
      epoch,
      epochKey,
      device: keys.device,
      signKey: keys.signKey,
      counter,
      previous: end.hash,
      payload: { type: "changes", document, changes: [...changes] },
      nonce: random(12),
    });
    end = { desk: desk.id, device: end.device, counter, hash: await envelopeHash(envelope), epoch };
    sealed.push({ desk: desk.id, counter, envelope, document, changes });
  }
  return { sealed, chain: end };
}

/**
 * Seals what is to be sent, a document's changes together, with what this device has seen of the others' chains.
 * Nothing older of this device may wait unsealed.
 * @param chains everybody's, as far as they are known
 */
export async function seal(
  entries: readonly OutboxEntry[],
  desk: StoredDesk,
  chains: readonly ChainState[],
  sealer: Sealer,
): Promise<Sealed> {
  const device = toHex(sealer.keys.device);
  const own = chains.find((chain) => chain.device === device);
  const { seen, told } = unseenOf(chains, own);
  const contents = grouped(entries).map((group, index) => ({
    document: group[0]!.document,
    changes: [...(index === 0 ? seen : []), ...group.map(({ change }) => change)],
  }));
  const before = own ?? { desk: desk.id, device, counter: 0, hash: NO_PREVIOUS };
  const { sealed, chain } = await sealOnto(before, contents, desk, sealer);
  return { sealed, chain: { ...chain, told } };
}

type SealTransaction = Pick<
  IDBPTransaction<SidedeskSchema, ["sealed", "chains"], "readwrite">,
  "objectStore"
>;

/** Keeps envelopes until they are acknowledged, inside the caller's transaction, which moves the chain's end as well. */
export function writeSealed(tx: SealTransaction, also: Also, { sealed, chain }: Sealed): void {
  for (const entry of sealed) also(tx.objectStore("sealed").add(entry));
  also(tx.objectStore("chains").put(chain));
}

/**
 * Seals what waits in the outbox and keeps the envelopes until they are acknowledged. Counter and hash of this
 * device's chain move in the same transaction, so a resend is always the same bytes under the same counter.
 * Gives the envelopes, in order, and whether more waits.
 */
export async function sealOutbox(
  { db, write }: Store,
  sealer: Sealer,
): Promise<{ readonly sealed: readonly SealedEntry[]; readonly more: boolean }> {
  const tx = db.transaction(["desks", "outbox", "chains"]);
  const [stored, waiting, chains] = await Promise.all([
    tx.objectStore("desks").get(sealer.desk),
    tx.objectStore("outbox").index("byDesk").getAll(sealer.desk, AT_ONCE),
    tx.objectStore("chains").getAll(everyones(sealer.desk)),
  ]);
  const entries = waiting as Waiting[];
  if (entries.length === 0) return { sealed: [], more: false };
  const made = await seal(entries, present(stored), chains, sealer);
  await write(["outbox", "sealed", "chains"], async (tx, also) => {
    for (const { n } of entries) also(tx.objectStore("outbox").delete(n));
    writeSealed(tx, also, made);
  });
  return { sealed: made.sealed, more: entries.length === AT_ONCE };
}

/**
 * Seals anew, under the present epoch and the same counters, what was sealed under an older one and the server does
 * not have: a former member could read it. `kept` is the counter of the latest envelope that the server has.
 * Gives whether there was anything to renew.
 */
export async function renewSealed({ db, write }: Store, sealer: Sealer, kept: number): Promise<boolean> {
  const desk = present(await db.get("desks", sealer.desk));
  const stale = await unacknowledged(db, desk.id, kept);
  const first = stale[0] && readEnvelope(stale[0].envelope).header;
  if (!first || first.epoch >= desk.epochKeys.length) return false;
  const device = toHex(sealer.keys.device);
  const before = { desk: desk.id, device, counter: first.counter - 1, hash: first.previous.slice() };
  const { sealed, chain } = await sealOnto(before, stale, desk, sealer);
  await write(["sealed", "chains"], async (tx, also) => {
    for (const entry of sealed) also(tx.objectStore("sealed").put(entry));
    const told = (await tx.objectStore("chains").get([desk.id, device]))?.told;
    await tx.objectStore("chains").put({ ...chain, ...(told ? { told } : {}) });
  });
  return true;
}

/** Sealed envelopes that the server has not acknowledged, after a counter, in order; all, or up to `most`. */
export function unacknowledged(
  db: Database,
  desk: string,
  after: number,
  most?: number,
): Promise<SealedEntry[]> {
  return db.getAll("sealed", IDBKeyRange.bound([desk, after + 1], [desk, Number.POSITIVE_INFINITY]), most);
}

/**
 * Forgets envelopes that the server has kept.
 * @param moveOn where everything is here up to now, given the place that is written down; undefined to leave that
 */
export function forgetSealed(
  { write }: Store,
  desk: string,
  kept: readonly SealedEntry[],
  moveOn: (cursor: number) => number | undefined,
): Promise<void> {
  return write(
    ["sealed", "desks"],
    async (tx, also) => {
      for (const { counter } of kept) also(tx.objectStore("sealed").delete([desk, counter]));
      const stored = await tx.objectStore("desks").get(desk);
      const cursor = stored && moveOn(stored.cursor);
      if (cursor !== undefined) await tx.objectStore("desks").put({ ...stored!, cursor });
    },
    "relaxed",
  );
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
