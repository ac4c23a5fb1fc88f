import type { follow } from "./en.ts";

/** The texts of what follows from a record, in one language. */
export type Follow = Readonly<Record<keyof typeof follow, string>>;
