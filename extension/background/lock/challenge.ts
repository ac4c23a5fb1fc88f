import type { Bytes } from "../../../shared/protocol/bytes.ts";

/** How long a person has to put a finger down, in ms. */
const LIFE_MS = 5 * 60_000;

/** The one question that an authenticator may answer next: each is another one, and can be answered once. */
export interface Challenge {
  /** 32 random bytes; those before them count no more. */
  make(): Bytes;
  /** The last one made, if nobody has answered it and it is not too old. */
  take(): Bytes | null;
}

export function openChallenge(now: () => number, random: (count: number) => Bytes): Challenge {
  let last: { readonly bytes: Bytes; readonly at: number } | null = null;
  return {
    make() {
      last = { bytes: random(32), at: now() };
      return last.bytes;
    },
    take() {
      const taken = last && now() - last.at <= LIFE_MS ? last.bytes : null;
      last = null;
      return taken;
    },
  };
}
