/**
 * Challenges and tokens (shared/protocol/token.ts says how they are used). A challenge is not remembered: it
 * carries its time and a MAC, so asking for many costs the server nothing. It is spent once; a token opens one
 * socket.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { importSignPublicKey, signatureHolds } from "../../shared/envelope/keys.ts";
import {
  ByteReader,
  type Bytes,
  ByteWriter,
  concat,
  equalBytes,
  toBase64url,
  toHex,
} from "../../shared/protocol/bytes.ts";
import { tokenStatement } from "../../shared/protocol/token.ts";

/** Whom a token stands for. */
export interface TokenHolder {
  desk: Bytes;
  device: Bytes;
}

const MAX_TOKENS = 50_000;

export class Tokens {
  readonly #secret: Bytes;
  readonly #holderByToken = new Map<string, TokenHolder & { until: number }>();
  readonly #spentUntil = new Map<string, number>();
  readonly #now: () => number;
  readonly #random: (count: number) => Bytes;
  readonly #life: { challengeLife: number; tokenLife: number };

  constructor(
    now: () => number,
    random: (count: number) => Bytes,
    life: { challengeLife: number; tokenLife: number },
  ) {
    this.#now = now;
    this.#random = random;
    this.#life = life;
    this.#secret = random(32);
  }

  /** A nonce for a device to sign: time 8, random 8, MAC 16. */
  challenge(desk: Uint8Array): Bytes {
    const stamp = new ByteWriter().u64(this.#now()).raw(this.#random(8)).finish();
    return concat(stamp, this.#mac(desk, stamp));
  }

  /** A token for a device that signed a challenge of this server, or undefined. */
  async issue(
    holder: TokenHolder,
    signPublic: Bytes,
    nonce: Uint8Array,
    signature: Uint8Array,
  ): Promise<string | undefined> {
    if (!this.#isFresh(holder.desk, nonce)) return undefined;
    const statement = tokenStatement(holder.desk, holder.device, nonce);
    const key = await importSignPublicKey(signPublic);
    if (!(await signatureHolds(key, signature, statement))) return undefined;
    const now = this.#now();
    this.#forgetExpired(now);
    const spent = toHex(nonce);
    if (this.#spentUntil.has(spent) || this.#holderByToken.size >= MAX_TOKENS) return undefined;
    this.#spentUntil.set(spent, now + this.#life.challengeLife);
    const token = toBase64url(this.#random(24));
    this.#holderByToken.set(token, {
      desk: holder.desk,
      device: holder.device,
      until: now + this.#life.tokenLife,
    });
    return token;
  }

  /** Whom the token stands for, once; undefined when it is unknown, spent, expired or for another desk. */
  redeem(token: string, desk: Uint8Array): TokenHolder | undefined {
    const holder = this.#holderByToken.get(token);
    this.#holderByToken.delete(token);
    if (!holder || holder.until < this.#now() || !equalBytes(holder.desk, desk)) return undefined;
    return { desk: holder.desk, device: holder.device };
  }

  #isFresh(desk: Uint8Array, nonce: Uint8Array): boolean {
    if (nonce.length !== 32) return false;
    const stamp = nonce.subarray(0, 16);
    if (!timingSafeEqual(nonce.subarray(16), this.#mac(desk, stamp))) return false;
    const age = this.#now() - new ByteReader(stamp).u64();
    return age >= 0 && age <= this.#life.challengeLife;
  }

  #mac(desk: Uint8Array, stamp: Uint8Array): Bytes {
    return new Uint8Array(
      createHmac("sha256", this.#secret).update(desk).update(stamp).digest().subarray(0, 16),
    );
  }

  /** Both maps are in order of expiry, so the first that is still good ends the walk. */
  #forgetExpired(now: number): void {
    for (const [token, { until }] of this.#holderByToken) {
      if (until >= now) break;
      this.#holderByToken.delete(token);
    }
    for (const [nonce, until] of this.#spentUntil) {
      if (until >= now) break;
      this.#spentUntil.delete(nonce);
    }
  }
}
