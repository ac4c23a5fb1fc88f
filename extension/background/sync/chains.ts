import { authorOf } from "../../../shared/envelope/envelope.ts";
import type { LogItem } from "../../../shared/protocol/frames.ts";
import { ExpectedError } from "../expected-error.ts";
import type { ChainState, Database, StoredDesk } from "../storage/database.ts";

const byDevice = (chains: readonly ChainState[]) => new Map(chains.map((chain) => [chain.device, chain]));
/** The chains of a desk. */
export const everyones = (desk: string) => IDBKeyRange.bound([desk], [desk, []]);

/** @throws ExpectedError `no-desk` */
export function present(desk: StoredDesk | undefined): StoredDesk {
  if (!desk) throw new ExpectedError("no-desk", "The desk is not on this device any more.");
  return desk;
}

/** The newest envelope known of each author, by device. */
export async function chainsOf(db: Database, desk: string): Promise<Map<string, ChainState>> {
  return byDevice(await db.getAll("chains", everyones(desk)));
}

/** A desk and its authors' chains, as they stand at one moment. */
interface Standing {
  readonly desk: StoredDesk;
  readonly chains: ReadonlyMap<string, ChainState>;
}

/**
 * Reads them.
 * @throws ExpectedError `no-desk`
 */
export async function deskWithChains(db: Database, desk: string): Promise<Standing> {
  const tx = db.transaction(["desks", "chains"]);
  const [stored, chains] = await Promise.all([
    tx.objectStore("desks").get(desk),
    tx.objectStore("chains").getAll(everyones(desk)),
  ]);
  return { desk: present(stored), chains: byDevice(chains) };
}

/** What a session knows of a desk's chains: as the last batch left them, read again only where that may not hold. */
export class Standings {
  readonly #db: Database;
  readonly #desk: string;
  readonly #me: string;
  #known: Standing | undefined;

  /** @param me this device: its own chain alone moves by other hands while a session goes on */
  constructor(db: Database, desk: string, me: string) {
    this.#db = db;
    this.#desk = desk;
    this.#me = me;
  }

  /** Before a batch is taken in. */
  async before(batch: readonly LogItem[]): Promise<Standing> {
    if (!this.#known || batch.some(({ envelope }) => authorOf(envelope) === this.#me))
      this.#known = await deskWithChains(this.#db, this.#desk);
    return this.#known;
  }

  /** After it: `moved` are the new ends of chains. Nothing is known where `forget` was called meanwhile. */
  after(before: Standing, moved: readonly ChainState[], cursor: number): void {
    if (this.#known !== before) return;
    const known = [...before.chains, ...moved.map((chain) => [chain.device, chain] as const)];
    this.#known = { desk: { ...before.desk, cursor }, chains: new Map(known) };
  }

  forget(): void {
    this.#known = undefined;
  }
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
