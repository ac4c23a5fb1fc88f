import { readEnvelope } from "../../shared/envelope/envelope.ts";
import { type Bytes, MalformedError } from "../../shared/protocol/bytes.ts";
import type { KeptEnvelope } from "../log.ts";
import { APPEND_MESSAGES, checkGroup, type Refusal } from "./check.ts";
import type { Room } from "./room.ts";
import type { Shared } from "./shared.ts";

type Outcome =
  | { readonly ok: true; readonly kept: readonly KeptEnvelope[]; readonly seqs: number[] }
  | { readonly ok: false; readonly refusal: Refusal };

type Parts = Pick<Shared, "log" | "metrics" | "allowance">;

/**
 * Checks and keeps a device's envelopes: all of them or none. Durable when it resolves. Each counts once towards its
 * person's share, whatever process kept it.
 */
export async function appendGroup(
  parts: Parts,
  room: Room,
  device: Bytes,
  envelopes: Uint8Array[],
): Promise<Outcome> {
  const counted = await countGroup(parts, room, device, envelopes);
  if ("code" in counted) return { ok: false, refusal: counted };
  let kept: readonly KeptEnvelope[] = [];
  try {
    const outcome = await keepGroup(parts, room, device, envelopes);
    if (outcome.ok) kept = outcome.kept;
    return outcome;
  } finally {
    counted.kept(kept.map(({ envelope }) => envelope));
  }
}

/** Counts a group towards its person's share; where that is used up, what of it is not in the log yet. */
async function countGroup({ log, allowance }: Parts, room: Room, device: Bytes, envelopes: Uint8Array[]) {
  const counted = allowance.ofWork(room, device, envelopes);
  if (!("code" in counted)) return counted;
  const { counter } = await log.chain(room.desk, device);
  const further = envelopes.filter((bytes) => counterOf(bytes) > counter);
  return further.length < envelopes.length ? allowance.ofWork(room, device, further) : counted;
}

async function keepGroup(
  { log, metrics }: Parts,
  room: Room,
  device: Bytes,
  envelopes: Uint8Array[],
): Promise<Outcome> {
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

/** Of what is no envelope it is beyond every other: it is counted, and refused as such. */
function counterOf(bytes: Uint8Array): number {
  try {
    return readEnvelope(bytes).header.counter;
  } catch (error) {
    if (error instanceof MalformedError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
