import type { failures } from "./en.ts";

/** The texts of failures in one language. */
export type Failures = Readonly<Record<keyof typeof failures, string>>;
