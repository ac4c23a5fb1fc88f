/**
 * The log behind the server: for each desk the roster's entries and the envelopes, in order. What is
 * acknowledged is on disk. Everything in it is sealed or public; it verifies no signature, it keeps chains whole.
 * test/sync-server/log.acceptance.ts holds what every implementation must do.
 */

/** An envelope that the front has already checked, with what the log files it by. */
export interface CheckedEnvelope {
  device: Uint8Array;
  counter: number;
  previous: Uint8Array;
  /** SHA-256 of `bytes`. */
  hash: Uint8Array;
  bytes: Uint8Array;
}

/** An envelope at its place: `at` is when the log kept it, ms since 1970. */
export interface KeptEnvelope {
  seq: number;
  at: number;
  envelope: Uint8Array;
}

/** Where a device's chain of envelopes stands; counter 0 and 32 zeros before its first. */
export interface ChainState {
  counter: number;
  hash: Uint8Array;
}

export type AppendRefusal = "unknown-desk" | "moved" | "counter" | "previous-hash" | "quota" | "storage-full";

export type AppendOutcome =
  /** One seq for each envelope; `kept` holds those that were new, ascending (a resend has none). */
  | { ok: true; seqs: number[]; kept: KeptEnvelope[] }
  /** Nothing of the group was kept; `index` is the envelope that stood in the way. */
  | { ok: false; code: AppendRefusal; index: number };

export type RosterOutcome = "appended" | "moved" | "counter" | "unknown-desk" | "storage-full";

/** A device's chain as a roster entry names its end. */
export interface NamedEnd extends ChainState {
  device: Uint8Array;
}

/** How far a desk has come: what is needed to see whether something is new. */
export interface Standing {
  /** The latest seq. */
  head: number;
  rosterLength: number;
}

/** A base (shared/desk/base.ts) that was offered: the manifest and the parts that it names, by their hashes. */
export interface OfferedBase {
  /** SHA-256 of `manifest`. */
  hash: Uint8Array;
  covers: number;
  manifest: Uint8Array;
  parts: readonly Uint8Array[];
}

export interface KeptBase extends Omit<OfferedBase, "parts"> {
  /** Empty while nobody has confirmed it. */
  confirmation: Uint8Array;
}

/** A desk's bases, and up to which seq its log is gone. */
export interface Bases {
  confirmed: KeptBase | undefined;
  /** A newer one that nobody has confirmed. */
  offered: KeptBase | undefined;
  pruned: number;
}

/** `base`: not newer than the one that is there, beyond the log, without all of its parts, or not there at all. */
export type BaseOutcome = "kept" | "unknown-desk" | "moved" | "base" | "quota" | "storage-full";

/** A desk's bases beside its log. */
export interface BaseStore {
  /** Keeps a sealed part of a base by its hash until a base that is offered names it; again is the same as once. */
  keepPart(desk: Uint8Array, hash: Uint8Array, part: Uint8Array): Promise<BaseOutcome>;
  part(desk: Uint8Array, hash: Uint8Array): Promise<Uint8Array | undefined>;
  /** Keeps a base whose parts are there, in place of one that nobody confirmed; parts that it does not name go. */
  offer(desk: Uint8Array, rosterHead: Uint8Array, base: OfferedBase): Promise<BaseOutcome>;
  /** Keeps the confirmation of the base with this hash; the one that was confirmed before goes. */
  confirm(
    desk: Uint8Array,
    rosterHead: Uint8Array,
    hash: Uint8Array,
    confirmation: Uint8Array,
  ): Promise<BaseOutcome>;
  of(desk: Uint8Array): Promise<Bases>;
  /** Bytes of parts that no base names yet. */
  looseBytes(desk: Uint8Array): Promise<number>;
  /** Lets the envelopes go that a base holds which was confirmed by a time (ms since 1970); gives how many. */
  prune(desk: Uint8Array, confirmedBy: number): Promise<number>;
}

/** Every id and hash is raw bytes. A method rejects only for a fault of the storage itself. */
export interface Log {
  readonly bases: BaseStore;
  /** Begins a desk with its create entry; the same entry again is "exists" and changes nothing. */
  createDesk(
    desk: Uint8Array,
    entry: Uint8Array,
    head: Uint8Array,
  ): Promise<"created" | "exists" | "storage-full">;
  /** The roster's entries from an index on, or undefined for an unknown desk. */
  roster(desk: Uint8Array, from: number): Promise<Uint8Array[] | undefined>;
  /**
   * Appends one entry if the roster's head is still `expectedHead`; `head` is the entry's own hash. An entry that
   * names the ends of devices' chains is "counter" unless they all still end there. The quota does not hold it back: who
   * fills a desk must still be removable from it, and the roster has a limit of its own.
   */
  appendRoster(
    desk: Uint8Array,
    expectedHead: Uint8Array,
    entry: Uint8Array,
    head: Uint8Array,
    ends?: readonly NamedEnd[],
  ): Promise<RosterOutcome>;
  /**
   * Appends a group of envelopes: all or none, in order, each onto its device's chain. Idempotent by (device,
   * counter): the same bytes again give the same seq. They were checked against the roster with this head; when it
   * has another by now they are "moved", so that nothing is kept of somebody who was removed meanwhile.
   */
  append(desk: Uint8Array, rosterHead: Uint8Array, group: readonly CheckedEnvelope[]): Promise<AppendOutcome>;
  /** Envelopes after a seq, ascending, up to about `limitBytes` (at least one, if there is one). */
  entriesAfter(desk: Uint8Array, seq: number, limitBytes: number): Promise<KeptEnvelope[]>;
  /** The latest seq of a desk; 0 when it has none or is unknown. */
  head(desk: Uint8Array): Promise<number>;
  chain(desk: Uint8Array, device: Uint8Array): Promise<ChainState>;
  /** Bytes that count towards a desk's quota: envelopes, roster entries, bases with their parts. */
  usage(desk: Uint8Array): Promise<number>;
  /**
   * Has a desk looked after until the function that it gives is called: `heard` is told when another process over
   * the same storage has kept something. What it is told may be late, doubled, or of before. `passed` is given what
   * another process passes on.
   */
  watch(
    desk: Uint8Array,
    heard: (standing: Standing) => void,
    passed: (sealed: Uint8Array) => void,
  ): () => void;
  /**
   * Hands a device's presence to the other processes over the same storage. It is kept nowhere, may be lost, and the
   * newest of a device stands for those before it.
   */
  pass(desk: Uint8Array, device: Uint8Array, sealed: Uint8Array): void;
  /** Resolves when the storage answers; rejects when it does not. */
  ping(): Promise<void>;
  /** Commits what still waits, then lets the storage go. */
  close(): Promise<void>;
}
