/** What the server checks of envelopes before it keeps them. It reads no content: it has no key. */
import { mayWrite } from "../../shared/desk/roles.ts";
import {
  envelopeHash,
  type ReadEnvelope,
  readEnvelope,
  verifyEnvelope,
} from "../../shared/envelope/envelope.ts";
import { type Bytes, equalBytes, MalformedError } from "../../shared/protocol/bytes.ts";
import type { RefusalCode } from "../../shared/protocol/refusals.ts";
import type { CheckedEnvelope, Log } from "../log.ts";
import type { Room } from "./room.ts";

/** Why something is refused, with the envelope's place in its group. */
export interface Refusal {
  code: RefusalCode;
  index: number;
  message: string;
}

/** What the log's own refusals mean. */
export const APPEND_MESSAGES = {
  "unknown-desk": "This server has no such desk.",
  moved: "The list of members has changed meanwhile.",
  counter: "The counter is not the next of this device's chain.",
  "previous-hash": "The envelope does not follow this device's latest one.",
  quota: "The desk's space on this server is used up.",
  "storage-full": "The server's disk is full; nothing of this was kept. It will be tried again.",
};

/**
 * Checks a group from one device: form, author, role, epoch, signature. The log checks counters and hashes.
 * `rosterHead` names the roster that it was checked against.
 */
export async function checkGroup(
  room: Room,
  log: Log,
  device: Bytes,
  envelopes: readonly Uint8Array[],
): Promise<{ ok: true; group: CheckedEnvelope[]; rosterHead: Bytes } | { ok: false; refusal: Refusal }> {
  const rosterHead = room.roster.head;
  // WebCrypto verifies on its own threads: the signatures of a group are checked side by side.
  const results = await Promise.all(envelopes.map((bytes) => checkEnvelope(room, log, device, bytes)));
  const group: CheckedEnvelope[] = [];
  for (const [index, checked] of results.entries()) {
    if ("code" in checked) return { ok: false, refusal: { ...checked, index } };
    group.push(checked);
  }
  return { ok: true, group, rosterHead };
}

async function checkEnvelope(
  room: Room,
  log: Log,
  device: Bytes,
  bytes: Uint8Array,
): Promise<CheckedEnvelope | Omit<Refusal, "index">> {
  const member = room.member(device);
  if (!member) return { code: "not-a-member", message: "This device is not on the desk." };
  if (!mayWrite(member.role)) return { code: "role", message: `A ${member.role} reads and does not write.` };
  const read = readOrRefuse(room, device, bytes);
  if ("code" in read) return read;
  const { header } = read;
  if (header.type === "presence") return { code: "malformed", message: "Presence is not kept." };
  // An envelope that is kept already was sealed under what was then the current epoch: its resend is let through.
  const isCurrent = header.epoch === room.roster.epoch;
  if (!isCurrent && header.counter > (await log.chain(room.desk, device)).counter) {
    return {
      code: "epoch",
      message: `Sealed under epoch ${header.epoch}; the desk's is ${room.roster.epoch}.`,
    };
  }
  if (!(await verifyEnvelope(read, await room.keyOf(member)))) {
    return { code: "signature", message: "The signature is not this device's." };
  }
  const { counter, previous } = header;
  return { device, counter, previous, hash: await envelopeHash(bytes), bytes: read.bytes };
}

/** Checks a presence: any member's own, signed. */
export async function checkPresence(
  room: Room,
  device: Bytes,
  sealed: Uint8Array,
): Promise<Omit<Refusal, "index"> | undefined> {
  const member = room.member(device);
  if (!member) return { code: "not-a-member", message: "This device is not on the desk." };
  const read = readOrRefuse(room, device, sealed);
  if ("code" in read) return read;
  if (read.header.type !== "presence") return { code: "malformed", message: "This is not a presence." };
  if (await verifyEnvelope(read, await room.keyOf(member))) return undefined;
  return { code: "signature", message: "The signature is not this device's." };
}

function readOrRefuse(room: Room, device: Bytes, bytes: Uint8Array): ReadEnvelope | Omit<Refusal, "index"> {
  try {
    const read = readEnvelope(bytes);
    const { header } = read;
    if (equalBytes(header.desk, room.desk) && equalBytes(header.device, device)) return read;
    return { code: "author", message: "The envelope is of another desk or device than this connection." };
  } catch (error) {
    if (error instanceof MalformedError)
      return { code: "malformed", message: `Not an envelope: ${error.message}.` };
    throw error;
  }
}
