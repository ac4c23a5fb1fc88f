/**
 * Challenges and tokens (shared/protocol/token.ts says how they are used). Neither is remembered: each carries its time
 * and a MAC, so asking for many costs the server nothing, and what one process made another takes. Only what was used is
 * noted, until it would have expired: a challenge gives one token, a token opens one socket.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { importSignPublicKey, signatureHolds } from "../../shared/envelope/keys.ts";
import {
  ByteReader,
  type Bytes,
  ByteWriter,
  concat,
  fromBase64url,
  toBase64url,
  toHex,
} from "../../shared/protocol/bytes.ts";
import { tokenStatement } from "../../shared/protocol/token.ts";

/** Whom a token stands for. */
export interface TokenHolder {
  desk: Bytes;
  device: Bytes;
}

/** What processes that serve the same desks share. */
export interface TokenStore {
  /** 32 random bytes. */
  readonly secret: Uint8Array;
  /** Uses a mark up until a time (ms since 1970); false when it was used already. */
  spend(desk: Uint8Array, mark: Uint8Array, until: number): Promise<boolean>;
}

/** How far the clocks of two processes may differ, ms. */
const CLOCKS_APART = 5_000;
/** Marks of the last minute: beyond it no token is given until some have expired. */
const MAX_SPENT = 100_000;

/** The store of a process by itself: what it issued is worth nothing after it ends. */
export class MemoryTokenStore implements TokenStore {
  readonly secret: Bytes;
  readonly #untilByMark = new Map<string, number>();
  readonly #now: () => number;

  constructor(random: (count: number) => Bytes, now: () => number) {
    this.secret = random(32);
    this.#now = now;
  }

  async spend(desk: Uint8Array, mark: Uint8Array, until: number): Promise<boolean> {
    // In order of expiry, so the first that is still good ends the walk.
    for (const [known, end] of this.#untilByMark) {
      if (end >= this.#now()) break;
      this.#untilByMark.delete(known);
    }
    const name = toHex(concat(desk, mark));
    if (this.#untilByMark.has(name) || this.#untilByMark.size >= MAX_SPENT) return false;
    this.#untilByMark.set(name, until);
    return true;
  }
}

export class Tokens {
  readonly #store: TokenStore;
  readonly #now: () => number;
  readonly #random: (count: number) => Bytes;
  readonly #life: { challengeLife: number; tokenLife: number };

  constructor(
    now: () => number,
    random: (count: number) => Bytes,
    life: { challengeLife: number; tokenLife: number },
    store: TokenStore,
  ) {
    this.#now = now;
    this.#random = random;
    this.#life = life;
    this.#store = store;
  }

  /** A nonce for a device to sign: time 8, random 8, MAC 16. */
  challenge(desk: Uint8Array): Bytes {
    return this.#stamped("challenge", desk);
  }

  /** A token for a device that signed a challenge of this server, or undefined. */
  async issue(
    { desk, device }: TokenHolder,
    signPublic: Bytes,
    nonce: Uint8Array,
    signature: Uint8Array,
  ): Promise<string | undefined> {
    const { challengeLife } = this.#life;
    if (!this.#holds("challenge", desk, nonce, challengeLife)) return undefined;
    const key = await importSignPublicKey(signPublic);
    if (!(await signatureHolds(key, signature, tokenStatement(desk, device, nonce)))) return undefined;
    if (!(await this.#store.spend(desk, nonce, this.#now() + challengeLife))) return undefined;
    return toBase64url(concat(device, this.#stamped("token", concat(desk, device))));
  }

  /** Whom the token stands for, once; undefined when it is unknown, spent, expired or for another desk. */
  async redeem(token: string, desk: Bytes): Promise<TokenHolder | undefined> {
    if (!/^[\w-]{64}$/.test(token)) return undefined;
    const bytes = fromBase64url(token);
    const [device, stamp] = [bytes.slice(0, 16), bytes.slice(16)];
    const { tokenLife } = this.#life;
    if (!this.#holds("token", concat(desk, device), stamp, tokenLife)) return undefined;
    if (!(await this.#store.spend(desk, stamp, this.#now() + tokenLife))) return undefined;
    return { desk, device };
  }

  /** Time 8, random 8, MAC 16. */
  #stamped(use: string, subject: Uint8Array): Bytes {
    const stamp = new ByteWriter().u64(this.#now()).raw(this.#random(8)).finish();
    return concat(stamp, this.#mac(use, subject, stamp));
  }

  #holds(use: string, subject: Uint8Array, stamped: Uint8Array, life: number): boolean {
    if (stamped.length !== 32) return false;
    const stamp = stamped.subarray(0, 16);
    if (!timingSafeEqual(stamped.subarray(16), this.#mac(use, subject, stamp))) return false;
    const age = this.#now() - new ByteReader(stamp).u64();
    return age >= -CLOCKS_APART && age <= life;
  }

  #mac(use: string, subject: Uint8Array, stamp: Uint8Array): Bytes {
    const mac = createHmac("sha256", this.#store.secret).update(`${use}\0`).update(subject).update(stamp);
    return new Uint8Array(mac.digest().subarray(0, 16));
  }
}
