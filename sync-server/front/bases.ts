/** The frames about bases (shared/desk/base.ts): what the server checks of them. It reads no content: it has no key. */
import {
  confirmationHolds,
  type Manifest,
  manifestHolds,
  readConfirmation,
  readManifest,
} from "../../shared/desk/base.ts";
import { isStoodFor, mayConfirmBase, mayMakeBase } from "../../shared/desk/base-trust.ts";
import { mayWrite } from "../../shared/desk/roles.ts";
import type { Member } from "../../shared/desk/roster.ts";
import { sha256 } from "../../shared/envelope/keys.ts";
import { type Bytes, equalBytes, MalformedError } from "../../shared/protocol/bytes.ts";
import { type ClientFrame, encodeFrame, type ServerFrame } from "../../shared/protocol/frames.ts";
import { CATCH_UP_CHUNK_BYTES } from "../../shared/protocol/limits.ts";
import type { BaseOutcome, KeptBase, Log } from "../log.ts";
import { APPEND_MESSAGES, type Refusal } from "./check.ts";
import type { Room } from "./room.ts";
import type { Shared } from "./shared.ts";

export type BaseFrame = Extract<ClientFrame, { type: "give" | "offer" | "confirm" | "want" | "reread" }>;
type Refused = Omit<Refusal, "index">;

const MESSAGES = {
  ...APPEND_MESSAGES,
  base: "This is not a base that can be kept: there is a newer one, or something of it is missing.",
};

/** Answers a frame about bases, for a device of the desk. Where others are to hear of a base, the room is told. */
export async function answerBaseFrame(
  room: Room,
  { log, now, allowance }: Pick<Shared, "log" | "now" | "allowance">,
  device: Bytes,
  frame: BaseFrame,
): Promise<ServerFrame | Refused> {
  const { requestId } = frame;
  const member = room.member(device);
  if (!member) return { code: "not-a-member", message: "This device is not on the desk." };
  if (frame.type === "want") {
    const part = await log.bases.part(room.desk, frame.hash);
    return { type: "part", requestId, part: part ?? new Uint8Array() };
  }
  if (frame.type === "reread") {
    const items = await log.entriesAfter(room.desk, frame.after, CATCH_UP_CHUNK_BYTES);
    return { type: "stretch", requestId, items };
  }
  if (!mayWrite(member.role)) return { code: "role", message: `A ${member.role} reads and does not write.` };
  if (frame.type === "give") {
    // A part that is here, sent again because an answer was lost, counts towards nobody's share.
    if (await log.bases.part(room.desk, await sha256(frame.part)))
      return { type: "acked", requestId, seqs: [] };
    const late = allowance.ofPart(room, device, frame.part);
    if (late) return late;
  }
  const done = await kept(room, log, member, frame, now()).catch((error): Refused => {
    if (error instanceof MalformedError) return { code: "malformed", message: error.message };
    throw error;
  });
  if (typeof done !== "string") return done;
  if (done !== "kept") {
    if (done === "moved") await room.refresh();
    return { code: done, message: MESSAGES[done] };
  }
  if (frame.type !== "give") room.publishBase(await newestBase(room, log));
  return { type: "acked", requestId, seqs: [] };
}

/** What is told of a desk's newest base, as a message; empty where there is none. */
export async function newestBase({ desk }: Pick<Room, "desk">, log: Log): Promise<Bytes | undefined> {
  const { confirmed, offered } = await log.bases.of(desk);
  const newest = offered ?? confirmed;
  return newest && baseMessage(newest, false);
}

export const baseMessage = ({ manifest, confirmation }: KeptBase, held: boolean): Bytes =>
  encodeFrame({ type: "base", held, manifest, confirmation });

async function kept(
  room: Room,
  log: Log,
  member: Member,
  frame: Exclude<BaseFrame, { type: "want" | "reread" }>,
  now: number,
): Promise<BaseOutcome | Refused> {
  if (frame.type === "give") return log.bases.keepPart(room.desk, await sha256(frame.part), frame.part);
  const { head, epoch } = room.roster;
  if (frame.type === "offer") {
    const manifest = await readManifest(frame.manifest);
    if (!isOfHere(room, member, manifest)) return NOT_OF_HERE;
    if (!equalBytes(manifest.rosterHead, head)) return "moved";
    if (manifest.epoch !== epoch)
      return { code: "epoch", message: "The base is sealed under an older key of the desk." };
    if (!mayMakeBase(room.roster, member.device, now)) return NOT_ALLOWED;
    if (!(await manifestHolds(manifest, await room.keyOf(member)))) return FALSE_SIGNATURE;
    return log.bases.offer(room.desk, head, { ...manifest, manifest: manifest.bytes });
  }
  const confirmation = readConfirmation(frame.confirmation);
  if (!isOfHere(room, member, confirmation)) return NOT_OF_HERE;
  if (!equalBytes(confirmation.rosterHead, head)) return "moved";
  if (!(await confirmationHolds(confirmation, await room.keyOf(member)))) return FALSE_SIGNATURE;
  const { offered, confirmed } = await log.bases.of(room.desk);
  const named = [offered, confirmed].find((base) => base && equalBytes(base.hash, confirmation.base));
  if (!named) return "base";
  const maker = (await readManifest(named.manifest)).device;
  const before = named === confirmed ? readConfirmation(named.confirmation).device : undefined;
  if (before && isStoodFor(room.roster, maker, before, now)) return "kept";
  if (!mayConfirmBase(room.roster, maker, member.device, now)) return NOT_ALLOWED;
  return log.bases.confirm(room.desk, head, confirmation.base, confirmation.bytes);
}

const NOT_OF_HERE: Refused = {
  code: "author",
  message: "The base is of another desk or device than this connection.",
};
const NOT_ALLOWED: Refused = {
  code: "role",
  message: "A base is confirmed by another person than its maker.",
};
const FALSE_SIGNATURE: Refused = { code: "signature", message: "The signature is not this device's." };

const isOfHere = (room: Room, { device }: Member, named: Pick<Manifest, "desk" | "device">) =>
  equalBytes(named.desk, room.desk) && equalBytes(named.device, device);
