import type { Plural } from "../catalogue.ts";
import type { presence } from "./en.ts";

/** The texts about where colleagues are, in one language. */
export type Presence = Readonly<{
  [Key in keyof typeof presence]: (typeof presence)[Key] extends string ? string : Plural;
}>;
