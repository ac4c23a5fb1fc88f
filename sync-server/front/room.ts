/** A desk in the server's memory: its verified roster, its members' keys, and who is connected. */
import { type ReadEntry, readEntry } from "../../shared/desk/entry.ts";
import { type RosterFailure, refusal } from "../../shared/desk/failures.ts";
import { isPresent } from "../../shared/desk/roles.ts";
import { extendRoster, type Member, type Roster, verifyRoster } from "../../shared/desk/roster.ts";
import { authorOf } from "../../shared/envelope/envelope.ts";
import { importSignPublicKey } from "../../shared/envelope/keys.ts";
import { type Bytes, equalBytes, fromBase64url, fromHex, toHex } from "../../shared/protocol/bytes.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { CATCH_UP_CHUNK_BYTES, MAX_ROSTER_BYTES } from "../../shared/protocol/limits.ts";
import type { KeptEnvelope, Log, NamedEnd, RosterOutcome, Standing } from "../log.ts";
import { entryFrames } from "./entry-frames.ts";
import { rosterFrames } from "./roster-frames.ts";

/** What a room needs of a connection. */
export interface Listener {
  readonly device: Bytes;
  /** New envelopes: `frames` are they as messages; empty for the connection that sent them. */
  deliver(kept: readonly KeptEnvelope[], frames: readonly Bytes[]): void;
  /** Something was kept that was not delivered: it looks by itself what it lacks. */
  lookAgain(): void;
  /** Any other message for everyone. */
  tell(frame: Bytes): void;
  /** A message about a base, for those that understand it. */
  tellBase(frame: Bytes): void;
  /** The device was removed from the desk. */
  expel(): void;
}

export class Room {
  readonly desk: Bytes;
  readonly #listeners = new Set<Listener>();
  #unwatch: (() => void) | undefined;
  /** The latest seq that was passed on here. */
  #published = 0;
  #reading: Promise<void> | undefined;
  #readAgain = false;
  /** When it was last asked for, ms. */
  lastUsed = 0;
  readonly #log: Log;
  readonly #keyByDevice = new Map<string, Promise<CryptoKey>>();
  readonly #now: () => number;
  readonly #fault: (error: unknown) => void;
  #roster: Roster;
  /** Of all its entries: each of them is read and verified by whoever asks for the desk. */
  #rosterBytes: number;

  /** `fault` hears of what failed while nobody waited for it. */
  constructor(
    roster: Roster,
    entries: readonly Uint8Array[],
    log: Log,
    now: () => number,
    fault: (error: unknown) => void,
  ) {
    this.desk = roster.desk;
    this.#roster = roster;
    this.#rosterBytes = bytesOf(entries);
    this.#log = log;
    this.#now = now;
    this.#fault = fault;
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  /** From here on the listener is told what happens on the desk; other processes are listened to as well. */
  join(listener: Listener): void {
    this.#listeners.add(listener);
    this.#unwatch ??= this.#log.watch(
      this.desk,
      (standing) => this.#heard(standing),
      (sealed) => this.#tellPresence(fromHex(authorOf(sealed)), sealed),
    );
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (!this.isEmpty) return;
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#published = 0;
  }

  get roster(): Roster {
    return this.#roster;
  }

  /** The member with this device, if it is on the desk now: neither removed nor beyond its role's end. */
  member(device: Uint8Array): Member | undefined {
    const member = this.#roster.members.get(toHex(device));
    return member && isPresent(member, this.#now()) ? member : undefined;
  }

  /** A member's key for checking signatures, imported once. */
  keyOf(member: Member): Promise<CryptoKey> {
    const id = toHex(member.device);
    const known = this.#keyByDevice.get(id);
    if (known) return known;
    const key = importSignPublicKey(member.signPublic);
    this.#keyByDevice.set(id, key);
    return key;
  }

  /** How many connections a person has here, over all their devices. */
  socketsOf({ person }: Member): number {
    let count = 0;
    for (const { device } of this.#listeners) {
      const member = this.#roster.members.get(toHex(device));
      if (member && equalBytes(member.person, person)) count++;
    }
    return count;
  }

  /**
   * Passes on envelopes that are on disk now; the sender only notes how far it has come. Where something of another
   * process lies before them, whoever lacks it looks by itself.
   */
  publish(kept: readonly KeptEnvelope[], sender?: Listener): void {
    const last = kept.at(-1);
    if (!last) return;
    this.#published = Math.max(this.#published, last.seq);
    // The sender's socket may have ended while its envelopes were being kept: one listener is then somebody else.
    const others = this.#listeners.size - (sender && this.#listeners.has(sender) ? 1 : 0);
    const frames = others > 0 ? entryFrames(kept) : [];
    for (const listener of this.#listeners) listener.deliver(kept, listener === sender ? [] : frames);
  }

  /** Passes a sealed presence on to everyone else, at whatever process they are. */
  publishPresence(sealed: Uint8Array, sender: Listener): void {
    this.#tellPresence(sender.device, sealed, sender);
    this.#log.pass(this.desk, sender.device, sealed);
  }

  #tellPresence(device: Uint8Array, sealed: Uint8Array, sender?: Listener): void {
    const frame = encodeFrame({ type: "seen", device, sealed });
    for (const listener of this.#listeners) if (listener !== sender) listener.tell(frame);
  }

  /** Tells everyone of the newest base. */
  publishBase(frame: Bytes | undefined): void {
    if (frame) for (const listener of this.#listeners) listener.tellBase(frame);
  }

  #heard({ head, rosterLength }: Standing): void {
    // The roster first: a new member's envelopes follow the entry with which it joined.
    const roster = rosterLength > this.#roster.length ? this.refresh() : Promise.resolve();
    roster.then(() => (head > this.#published ? this.#readOn() : undefined)).catch(this.#fault);
  }

  /** Reads what another process kept, once for all listeners. */
  async #readOn(): Promise<void> {
    this.#readAgain = true;
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
  }

  async #readAll(): Promise<void> {
    // Nothing was passed on here yet: each listener knows itself from where it lacks something.
    if (this.#published === 0) {
      this.#published = await this.#log.head(this.desk);
      for (const listener of this.#listeners) listener.lookAgain();
    }
    while (this.#readAgain) {
      this.#readAgain = false;
      const kept = await this.#log.entriesAfter(this.desk, this.#published, CATCH_UP_CHUNK_BYTES);
      if (kept.length === 0) return;
      // What was appended here meanwhile has been passed on already.
      this.publish(kept.filter(({ seq }) => seq > this.#published));
      this.#readAgain = true;
    }
  }

  /**
   * Verifies a roster entry, appends it, tells everyone, and shows the door to whom it removes. One that was lost
   * (`isLost`) may name the end of a chain that was lost too.
   */
  async appendRoster(entry: Bytes, isLost = false): Promise<RosterOutcome | RosterFailure> {
    const before = this.#roster;
    const extended = await extendRoster(before, [entry]);
    if (!extended.ok) return extended.failure;
    if (this.#rosterBytes + entry.length > MAX_ROSTER_BYTES)
      return refusal("too-long", before.length).failure;
    const ends = isLost ? [] : namedEnds(readEntry(entry));
    const outcome = await this.#log.appendRoster(this.desk, before.head, entry, extended.roster.head, ends);
    // A refresh may have been quicker to take it over.
    if (outcome === "appended" && this.#roster === before)
      this.#adopt(extended.roster, before.length, [entry]);
    if (outcome === "moved") await this.refresh();
    return outcome;
  }

  /** Takes over what another process has appended to the roster since it was read. */
  async refresh(): Promise<void> {
    const { length } = this.#roster;
    const entries = (await this.#log.roster(this.desk, length)) ?? [];
    const extended = await extendRoster(this.#roster, entries);
    if (!extended.ok) throw new Error(`a kept roster is damaged at entry ${extended.failure.index}`);
    if (this.#roster.length === length && entries.length > 0) this.#adopt(extended.roster, length, entries);
  }

  #adopt(roster: Roster, from: number, entries: readonly Uint8Array[]): void {
    this.#roster = roster;
    this.#rosterBytes += bytesOf(entries);
    const frames = rosterFrames(from, entries);
    for (const listener of this.#listeners) {
      for (const frame of frames) listener.tell(frame);
      if (!this.member(listener.device)) listener.expel();
    }
  }
}

const bytesOf = (entries: readonly Uint8Array[]) => entries.reduce((sum, { length }) => sum + length, 0);

/** The ends of chains that an entry names. */
export function namedEnds({ body }: Pick<ReadEntry, "body">): readonly NamedEnd[] {
  if (body.kind === "remove") return [{ device: body.device, ...body.end }];
  if (body.kind !== "removePerson" && body.kind !== "setRole") return [];
  return body.ends.map(({ device, end }) => ({ device, ...end }));
}

const IDLE_ROOMS = 1_000;
/** Longer than any request takes: a room that someone still works with is never forgotten. */
const IDLE_FOR = 5 * 60_000;

/** The rooms that are open; a desk's roster is read and verified when it is first asked for. */
export class Rooms {
  readonly #log: Log;
  readonly #roomByDesk = new Map<string, Promise<Room | undefined>>();

  readonly #now: () => number;
  readonly #fault: (error: unknown) => void;

  /** `fault` hears of what failed while nobody waited for it. */
  constructor(log: Log, now: () => number, fault: (error: unknown) => void) {
    this.#log = log;
    this.#now = now;
    this.#fault = fault;
  }

  get size(): number {
    return this.#roomByDesk.size;
  }

  /** The room of a desk named as in an address, by its id as base64url. */
  async named(id: string): Promise<Room | undefined> {
    // The last of 22 characters holds two bits of the 16 bytes: only A, Q, g and w are canonical.
    return /^[\w-]{21}[AQgw]$/.test(id) ? this.of(fromBase64url(id)) : undefined;
  }

  /** The desk's room, or undefined when the server has no such desk. Rejects when the kept roster is damaged. */
  async of(desk: Uint8Array): Promise<Room | undefined> {
    const id = toHex(desk);
    const opening = this.#roomByDesk.get(id) ?? this.#open(desk);
    this.#roomByDesk.set(id, opening);
    let room: Room | undefined;
    try {
      room = await opening;
    } finally {
      if (!room) this.#roomByDesk.delete(id);
    }
    if (room) room.lastUsed = this.#now();
    return room;
  }

  /** Forgets rooms without connections, the longest open first, when there are many. */
  async tidy(): Promise<void> {
    for (const [id, opening] of this.#roomByDesk) {
      if (this.#roomByDesk.size <= IDLE_ROOMS) return;
      const room = await opening;
      const isIdle = room?.isEmpty && this.#now() - room.lastUsed > IDLE_FOR;
      if (isIdle) this.#roomByDesk.delete(id);
    }
  }

  /** Lets go of what confirmed bases hold, on the desks that somebody was at lately. */
  async prune(confirmedBy: number): Promise<number> {
    let gone = 0;
    for (const opening of [...this.#roomByDesk.values()]) {
      const room = await opening;
      if (room) gone += await this.#log.bases.prune(room.desk, confirmedBy);
    }
    return gone;
  }

  async #open(desk: Uint8Array): Promise<Room | undefined> {
    const entries = await this.#log.roster(desk, 0);
    if (!entries) return undefined;
    const verified = await verifyRoster(entries, { desk });
    if (!verified.ok) throw new Error(`a kept roster is damaged at entry ${verified.failure.index}`);
    return new Room(verified.roster, entries, this.#log, this.#now, this.#fault);
  }
}
