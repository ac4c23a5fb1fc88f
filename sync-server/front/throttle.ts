/** A token bucket (RFC 2697 speaks of committed rate and burst): how long a sender must wait for its rate. */
export class Throttle {
  readonly #perSecond: number;
  readonly #burst: number;
  #credit: number;
  #at: number;

  /** `burst` may be taken at once; it refills at `perSecond`. `now` in ms. */
  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#credit = burst;
    this.#at = now;
  }

  /** Takes an amount, on credit if need be; gives the ms until the credit is paid back (0: within the rate). */
  take(amount: number, now: number): number {
    this.#refill(now);
    this.#credit -= amount;
    return this.#credit >= 0 ? 0 : (-this.#credit / this.#perSecond) * 1000;
  }

  /** Takes an amount only if it is there. */
  tryTake(amount: number, now: number): boolean {
    this.#refill(now);
    if (this.#credit < amount) return false;
    this.#credit -= amount;
    return true;
  }

  /** Gives an amount back that was taken for nothing. */
  giveBack(amount: number): void {
    this.#credit = Math.min(this.#burst, this.#credit + amount);
  }

  /** Whether nothing is owed and the bucket is full: it can be forgotten. */
  isFull(now: number): boolean {
    this.#refill(now);
    return this.#credit >= this.#burst;
  }

  #refill(now: number): void {
    const passed = Math.max(0, now - this.#at) / 1000;
    this.#credit = Math.min(this.#burst, this.#credit + passed * this.#perSecond);
    this.#at = now;
  }
}

/** One throttle for each key (an address, a device), forgotten when full, so that keys cannot fill the memory. */
export class Throttles {
  readonly #throttleByKey = new Map<string, Throttle>();
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #now: () => number;

  constructor(perSecond: number, burst: number, now: () => number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#now = now;
  }

  of(key: string): Throttle {
    const known = this.#throttleByKey.get(key);
    if (known) return known;
    const now = this.#now();
    if (this.#throttleByKey.size >= 10_000) this.#forgetFull(now);
    const throttle = new Throttle(this.#perSecond, this.#burst, now);
    this.#throttleByKey.set(key, throttle);
    return throttle;
  }

  #forgetFull(now: number): void {
    for (const [key, throttle] of this.#throttleByKey) {
      if (throttle.isFull(now)) this.#throttleByKey.delete(key);
    }
  }
}
