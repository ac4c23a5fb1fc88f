import type { IDBPTransaction, StoreNames } from "idb";
import type { Database, SidedeskSchema } from "./database.ts";

type Names = readonly StoreNames<SidedeskSchema>[];
type WriteTransaction<Stores extends Names> = IDBPTransaction<
  SidedeskSchema,
  [...Stores, "settings"],
  "readwrite"
>;

/** Another worker has taken the database over; what this one still holds in memory must not be written. */
export class SupersededError extends Error {
  override name = "SupersededError";
}

/** Takes a request that nobody waits for. */
export type Also = (request: Promise<unknown>) => void;
const also: Also = (request) => void request.catch(() => {});

const SUPERSEDED = "Another worker writes this database now.";

/** The database as the one worker writes it that claimed it last. */
export interface Store {
  readonly db: Database;
  /** Resolves when this worker is the writer; read nothing before that is written back later. */
  readonly claimed: () => Promise<void>;
  /**
   * Runs one transaction over some stores: all of it, or nothing where `work` throws or the disk is full. `strict`
   * waits for the disk. `relaxed` is for what a lost power supply may take back because something durable makes it
   * again (the journal, the server's log); the next strict one puts it on the disk too, in its order.
   * `also` takes requests that nobody waits for: their failure is the transaction's.
   * @throws SupersededError where another worker has claimed the database since
   */
  write<const Stores extends Names, T>(
    stores: Stores,
    work: (tx: WriteTransaction<Stores>, also: Also) => Promise<T>,
    durability?: "strict" | "relaxed",
  ): Promise<T>;
}

/**
 * Claims the database for one worker. A browser may start a worker while the one before it is still dying; both hold
 * documents in memory under the same actor, so the elder must not commit a change any more: every write looks first
 * whether the claim still stands, in its own transaction.
 * @param token random, this worker's own
 */
export function claimStore(db: Database, token: string): Store {
  /** Who wrote before the first try to claim; a later try must not take the database from a worker that came since. */
  let before: { readonly writer: string | undefined } | undefined;
  let claiming: Promise<void> | undefined;
  const claim = async () => {
    const tx = db.transaction("settings", "readwrite");
    try {
      const writer = (await tx.store.get("writer"))?.value ?? undefined;
      before ??= { writer };
      if (writer !== before.writer) throw new SupersededError(SUPERSEDED);
      await tx.store.put({ key: "writer", value: token });
      await tx.done;
    } catch (error) {
      await abandon(tx);
      throw error;
    }
  };
  const claimed = () => {
    // Where the disk was full, whoever writes next tries again.
    claiming ??= claim().catch((error) => {
      claiming = undefined;
      throw error;
    });
    return claiming;
  };
  claimed().catch(() => {});
  return {
    db,
    claimed,
    async write<const Stores extends Names, T>(
      stores: Stores,
      work: (tx: WriteTransaction<Stores>, also: Also) => Promise<T>,
      durability: "strict" | "relaxed" = "strict",
    ) {
      await claimed();
      const tx = db.transaction([...stores, "settings"] as const, "readwrite", {
        durability,
      }) as unknown as WriteTransaction<Stores>;
      try {
        // Asked first and so answered first: nothing of the work can be committed before it.
        const standing = (tx as unknown as IDBPTransaction<SidedeskSchema, ["settings"], "readwrite">)
          .objectStore("settings")
          .get("writer")
          .then((writer) => {
            if (writer?.value !== token) throw new SupersededError(SUPERSEDED);
          });
        const [, result] = await Promise.all([standing, work(tx, also)]);
        await commit(tx);
        return result;
      } catch (error) {
        // The first failure is the one to tell; the transaction ends with nothing written.
        await abandon(tx);
        throw error;
      }
    },
  };
}

/** Ends a transaction now rather than when the browser has seen that nothing more is asked of it; resolves when it is written. */
export async function commit(tx: { commit(): void; readonly done: Promise<void> }): Promise<void> {
  try {
    tx.commit();
  } catch {
    // It has ended by itself; how, is what follows.
  }
  await tx.done;
}

/** Ends a transaction with nothing written, whatever state it is in. */
export async function abandon(tx: { abort(): void; readonly done: Promise<void> }): Promise<void> {
  const ended = tx.done.catch(() => {});
  try {
    tx.abort();
  } catch {
    // It had ended by itself.
  }
  await ended;
}
