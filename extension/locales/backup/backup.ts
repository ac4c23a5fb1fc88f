import type { backup } from "./en.ts";

/** The texts of backup files in one language. */
export type Backup = Record<keyof typeof backup, string>;
