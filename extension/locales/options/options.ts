import type { Message } from "../catalogue.ts";
import type { options } from "./en.ts";

type Source = typeof options;

/** These texts in one language; a key that is plural in English is plural everywhere. */
export type Options = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Exclude<Message, string>;
};
