import type { Message } from "../catalogue.ts";
import type { audit } from "./en.ts";

type Source = typeof audit;

/** The texts of the log in somebody's name, in one language; a key that is plural in English is plural everywhere. */
export type AuditTexts = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Exclude<Message, string>;
};
