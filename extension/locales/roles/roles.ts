import type { roles } from "./en.ts";

/** The texts about what a role leaves out, in one language. */
export type Roles = Record<keyof typeof roles, string>;
