import type { Plural } from "../catalogue.ts";
import type { everyday } from "./en.ts";

/** The texts of one person's day at the telephone, in one language. */
export type Everyday = Readonly<{
  [Key in keyof typeof everyday]: (typeof everyday)[Key] extends string ? string : Plural;
}>;
