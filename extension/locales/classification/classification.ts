import type { Message } from "../catalogue.ts";
import type { classification } from "./en.ts";

type Source = typeof classification;

/** These texts in one language; a key that is plural in English is plural everywhere. */
export type ClassificationTexts = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Exclude<Message, string>;
};
