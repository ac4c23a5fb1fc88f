import type { Plural } from "../catalogue.ts";
import type { keys } from "./en.ts";

/** The texts of keys and palette in one language. */
export type KeyTexts = {
  readonly [K in keyof typeof keys]: (typeof keys)[K] extends string ? string : Plural;
};
