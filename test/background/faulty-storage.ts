import { IDBRequest, IDBTransaction } from "fake-indexeddb";

/** What becomes of one operation on a store: it is done, it never answers, or the disk is full. */
export type Fate = "go" | "hang" | "full";

interface Operation {
  readonly source?: { readonly name?: string };
  readonly operation: () => unknown;
  readonly request?: unknown;
}
interface Target {
  listeners: { readonly callback: { readonly name: string } }[];
}
/** The parts of fake-indexeddb's transaction that faults are put into. */
interface Inner extends Target {
  readonly db: object;
  readonly mode: string;
  _state: string;
  _requests: readonly { readonly request: Target }[];
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

/** idb's own listeners, by the names of their functions; the others are fake-indexeddb's. */
const OF_IDB: ReadonlySet<string> = new Set(["success", "error", "complete"]);
const silence = (target: Target) => {
  target.listeners = target.listeners.filter(({ callback }) => !OF_IDB.has(callback.name));
};

/** What a browser does when a worker dies: its uncommitted transactions are undone, and it hears of nothing. */
export function abortOpenTransactions(connection: object): void {
  for (const transaction of open) {
    if (transaction.db !== connection) continue;
    silence(transaction);
    for (const { request } of transaction._requests) silence(request);
    try {
      transaction.abort();
    } catch {
      // It had ended.
    }
    open.delete(transaction);
  }
}
