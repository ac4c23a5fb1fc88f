import type { members } from "./en.ts";

/** The texts about who is on a desk, in one language. */
export type Members = Record<keyof typeof members, string>;
