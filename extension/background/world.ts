import type { DeskMemory } from "./desks/remembered.ts";
import type { SessionMark } from "./lock/lock.ts";
import type { LookStore } from "./preferences.ts";
import type { Database } from "./storage/database.ts";
import type { SyncParts } from "./sync/desk-sync.ts";
import type { ActorMark } from "./work/actors.ts";

/** What the engine needs of the world; tests bring their own clock, randomness and network. */
export interface World {
  readonly db: Database;
  /** Brings Automerge up; resolves at once when it is. */
  readonly automerge: () => Promise<void>;
  readonly network: SyncParts["network"];
  readonly now: () => number;
  readonly later: SyncParts["later"];
  readonly bases?: SyncParts["bases"];
  readonly presence?: SyncParts["presence"];
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  /** What the organisation that manages the browser has set, unchecked; nothing where nobody manages it. */
  readonly managed: () => Promise<unknown>;
  readonly look: LookStore;
  /** Where it is remembered which desks this run of the browser writes; see work/actors.ts. */
  readonly actorMark?: ActorMark;
  /** Where it is remembered which desks are in the database; nothing is where it is absent. */
  readonly deskMemory?: DeskMemory;
  readonly session: SessionMark;
  /** The origin of the extension's own pages. */
  readonly origin: string;
  /** Begins anew, as after the browser's own start. */
  readonly begin: () => void;
  /** Something that nobody expected; told once, to whoever maintains this. */
  readonly report: (error: unknown) => void;
}
