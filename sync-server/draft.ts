import { equalBytes, toHex } from "../shared/protocol/bytes.ts";
import type { AppendOutcome, AppendRefusal, ChainState, CheckedEnvelope, KeptEnvelope } from "./log.ts";

/** A desk as a commit finds it. */
export interface DeskState {
  /** The latest seq. */
  head: number;
  rosterHead: Uint8Array;
  /** Bytes that count towards its quota. */
  bytes: number;
  /** The latest seq whose envelope is gone; 0 where the log is whole. */
  pruned: number;
}

/** Where an envelope is kept already. */
export interface Place {
  seq: number;
  hash: Uint8Array;
}

/** What a commit is to write of an envelope. */
export interface AddedEnvelope extends CheckedEnvelope {
  seq: number;
}

/** What a draft asks its storage for; whoever cannot answer at once reads it before. */
export interface DraftSources {
  chain: (device: Uint8Array) => ChainState;
  place: (device: Uint8Array, counter: number) => Place | undefined;
}

/**
 * One desk within one commit: appends are fitted onto it one after the other, each wholly or not at all, and it says
 * what is then to be written. The rules of the log stand here once, for every storage.
 */
export class DeskDraft {
  readonly added: AddedEnvelope[] = [];
  /** Where the chains that grow end now, by device. */
  readonly ends = new Map<string, ChainState & { device: Uint8Array }>();
  #head: number;
  #bytes: number;
  readonly #pruned: number;
  readonly #rosterHead: Uint8Array;
  readonly #sources: DraftSources;
  readonly #quotaBytes: number;
  readonly #at: number;

  /** `at` is the time of the commit, ms since 1970. */
  constructor(desk: DeskState, sources: DraftSources, quotaBytes: number, at: number) {
    this.#head = desk.head;
    this.#bytes = desk.bytes;
    this.#pruned = desk.pruned;
    this.#rosterHead = desk.rosterHead;
    this.#sources = sources;
    this.#quotaBytes = quotaBytes;
    this.#at = at;
  }

  /** The desk's latest seq after the commit. */
  get head(): number {
    return this.#head;
  }

  /** Bytes that count towards the quota after the commit. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes a group in after those before it, or refuses all of it and stays as it was. */
  fit(rosterHead: Uint8Array, group: readonly CheckedEnvelope[]): AppendOutcome {
    if (!equalBytes(this.#rosterHead, rosterHead)) return refused("moved", 0);
    const ends = new Map<string, ChainState & { device: Uint8Array }>();
    const fresh: AddedEnvelope[] = [];
    const seqs: number[] = [];
    let bytes = this.#bytes;
    for (const [index, envelope] of group.entries()) {
      const { device, counter, previous, hash } = envelope;
      const id = toHex(device);
      const chain = ends.get(id) ?? this.ends.get(id) ?? this.#sources.chain(device);
      if (counter <= chain.counter) {
        const known = this.#placeOf(fresh, device, counter);
        // What is gone was this device's own, under this counter: it is told that it had been kept.
        const isGone = !known && this.#pruned > 0;
        if (!isGone && !(known && equalBytes(known.hash, hash))) return refused("counter", index);
        seqs.push(known?.seq ?? this.#pruned);
        continue;
      }
      if (counter !== chain.counter + 1) return refused("counter", index);
      if (!equalBytes(previous, chain.hash)) return refused("previous-hash", index);
      bytes += envelope.bytes.length;
      if (bytes > this.#quotaBytes) return refused("quota", index);
      const seq = this.#head + fresh.length + 1;
      fresh.push({ ...envelope, seq });
      ends.set(id, { device, counter, hash });
      seqs.push(seq);
    }
    this.#head += fresh.length;
    this.#bytes = bytes;
    this.added.push(...fresh);
    for (const [id, end] of ends) this.ends.set(id, end);
    const kept = fresh.map(
      (added): KeptEnvelope => ({ seq: added.seq, at: this.#at, envelope: added.bytes }),
    );
    return { ok: true, seqs, kept };
  }

  /** A resend may follow its first within one commit. */
  #placeOf(fresh: readonly AddedEnvelope[], device: Uint8Array, counter: number): Place | undefined {
    const isIt = (added: AddedEnvelope) => added.counter === counter && equalBytes(added.device, device);
    return fresh.find(isIt) ?? this.added.find(isIt) ?? this.#sources.place(device, counter);
  }
}

function refused(code: AppendRefusal, index: number): AppendOutcome {
  return { ok: false, code, index };
}
