import type { everyday } from "./en.ts";

/** The texts of one person's day at the telephone, in one language. */
export type Everyday = Readonly<Record<keyof typeof everyday, string>>;
