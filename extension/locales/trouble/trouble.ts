import type { Plural } from "../catalogue.ts";
import type { trouble } from "./en.ts";

type Source = typeof trouble;

/** The texts of trouble in one language. */
export type Trouble = { readonly [K in keyof Source]: Source[K] extends string ? string : Plural };
