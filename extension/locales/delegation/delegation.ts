import type { delegation } from "./en.ts";

/** The texts about authority in a principal's name, in one language. */
export type DelegationTexts = Readonly<Record<keyof typeof delegation, string>>;
