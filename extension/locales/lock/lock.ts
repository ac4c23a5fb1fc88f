import type { Message } from "../catalogue.ts";
import type { lock } from "./en.ts";

type Source = typeof lock;

/** The texts of the lock in one language; a key that is plural in English is plural everywhere. */
export type LockTexts = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Exclude<Message, string>;
};
