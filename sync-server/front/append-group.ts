import type { Bytes } from "../../shared/protocol/bytes.ts";
import type { KeptEnvelope } from "../log.ts";
import { APPEND_MESSAGES, checkGroup, type Refusal } from "./check.ts";
import type { Room } from "./room.ts";
import type { Shared } from "./shared.ts";

type Outcome =
  | { readonly ok: true; readonly kept: readonly KeptEnvelope[]; readonly seqs: number[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Checks and keeps a device's envelopes: all of them or none. Durable when it resolves. */
export async function appendGroup(
  { log, metrics, allowance }: Pick<Shared, "log" | "metrics" | "allowance">,
  room: Room,
  device: Bytes,
  envelopes: Uint8Array[],
): Promise<Outcome> {
  const refusal = allowance.ofWork(room, device, envelopes);
  if (refusal) return { ok: false, refusal };
  for (;;) {
    const checked = await checkGroup(room, log, device, envelopes);
    if (!checked.ok) return checked;
    const outcome = await log.append(room.desk, checked.rosterHead, checked.group);
    if (!outcome.ok && outcome.code === "moved") {
      await room.refresh();
      continue;
    }
    if (!outcome.ok) return { ok: false, refusal: { ...outcome, message: APPEND_MESSAGES[outcome.code] } };
    metrics.add("sidedesk_appends_total");
    metrics.add("sidedesk_envelopes_total", outcome.kept.length);
    const bytes = outcome.kept.reduce((sum, { envelope }) => sum + envelope.length, 0);
    metrics.add("sidedesk_envelope_bytes_total", bytes);
    return outcome;
  }
}
