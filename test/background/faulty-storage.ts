import { IDBRequest, IDBTransaction } from "fake-indexeddb";

/** What becomes of one operation on a store: it is done, it never answers, or the disk is full. */
export type Fate = "go" | "hang" | "full";

interface Operation {
  readonly source?: { readonly name?: string };
  readonly operation: () => unknown;
  readonly request?: unknown;
}
/** The parts of fake-indexeddb's transaction that faults are put into. */
interface Inner {
  readonly db: object;
  readonly mode: string;
  _state: string;
  _execRequestAsync(operation: Operation): unknown;
  abort(): void;
}

const inner = IDBTransaction.prototype as unknown as Inner;
const original = inner._execRequestAsync;
const open = new Set<Inner>();
let decide: (connection: object, mode: string) => Fate = () => "go";

/** Asks about every operation that any database connection starts, in order. */
inner._execRequestAsync = function (this: Inner, operation: Operation) {
  if (this.mode === "versionchange") return original.call(this, operation);
  open.add(this);
  const fate = decide(this.db, this.mode);
  if (fate === "hang") return new IDBRequest();
  if (fate === "full" && this.mode === "readwrite") {
    const full = () => {
      throw new DOMException("The disk is full.", "QuotaExceededError");
    };
    return original.call(this, { ...operation, operation: full });
  }
  return original.call(this, operation);
};

/** Decides the fate of every operation from here on; `connection` is the native database that it goes through. */
export function onStorage(fate: (connection: object, mode: string) => Fate): void {
  decide = fate;
  for (const transaction of open) if (transaction._state === "finished") open.delete(transaction);
}

/** What a browser does when a worker dies: its transactions that have not been committed are undone. */
export function abortOpenTransactions(connection: object): void {
  for (const transaction of open) {
    if (transaction.db !== connection) continue;
    try {
      transaction.abort();
    } catch {
      // It had ended.
    }
    open.delete(transaction);
  }
}
