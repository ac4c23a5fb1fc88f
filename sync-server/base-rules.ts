/** Which bases a log keeps: the rules stand here once, for every storage. */
import { equalBytes } from "../shared/protocol/bytes.ts";
import type { Bases, KeptBase, OfferedBase } from "./log.ts";

/** What is to be answered; `new` where it is to be written. */
type May = "new" | "kept" | "moved" | "base";

/**
 * Whether a base that is offered takes the place of one that nobody confirmed. It may cover as much as the one that was
 * confirmed: where nobody stands for that any more, or its key was given up, another takes its place.
 */
export function mayOffer(
  desk: { head: number; rosterHead: Uint8Array },
  { confirmed, offered }: Bases,
  rosterHead: Uint8Array,
  { hash, covers }: OfferedBase,
): May {
  if (!equalBytes(desk.rosterHead, rosterHead)) return "moved";
  if ([confirmed, offered].some((known) => known && equalBytes(known.hash, hash))) return "kept";
  return covers > 0 && covers <= desk.head && covers >= (confirmed?.covers ?? 0) ? "new" : "base";
}

/** Whether the base with this hash is there to be confirmed; again, where nobody stands for it any more. */
export function mayConfirm(
  head: Uint8Array,
  { confirmed, offered }: Bases,
  rosterHead: Uint8Array,
  hash: Uint8Array,
): May {
  if (!equalBytes(head, rosterHead)) return "moved";
  return [confirmed, offered].some((known) => known && equalBytes(known.hash, hash)) ? "new" : "base";
}

/** Whether a base that is kept is another than the one with this hash. */
export const isOther = (kept: KeptBase | undefined, hash: Uint8Array): boolean =>
  kept !== undefined && !equalBytes(kept.hash, hash);
