/** Which bases a log keeps: the rules stand here once, for every storage. */
import { equalBytes } from "../shared/protocol/bytes.ts";
import type { Bases, OfferedBase } from "./log.ts";

/** What is to be answered; `new` where it is to be written. */
type May = "new" | "kept" | "moved" | "base";

/** Whether a base that is offered takes the place of one that nobody confirmed. */
export function mayOffer(
  desk: { head: number; rosterHead: Uint8Array },
  { confirmed, offered }: Bases,
  rosterHead: Uint8Array,
  { hash, covers }: OfferedBase,
): May {
  if (!equalBytes(desk.rosterHead, rosterHead)) return "moved";
  if ([confirmed, offered].some((known) => known && equalBytes(known.hash, hash))) return "kept";
  return covers > 0 && covers <= desk.head && covers > (confirmed?.covers ?? 0) ? "new" : "base";
}

/** Whether the base with this hash waits to be confirmed. */
export function mayConfirm(
  head: Uint8Array,
  { confirmed, offered }: Bases,
  rosterHead: Uint8Array,
  hash: Uint8Array,
): May {
  if (!equalBytes(head, rosterHead)) return "moved";
  if (confirmed && equalBytes(confirmed.hash, hash)) return "kept";
  return offered && equalBytes(offered.hash, hash) ? "new" : "base";
}
