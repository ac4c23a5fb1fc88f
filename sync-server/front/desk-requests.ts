/** The requests about a desk itself and its list of members. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { readEntry } from "../../shared/desk/entry.ts";
import { hasEnded, isOpen } from "../../shared/desk/roles.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { sha256, signatureHolds } from "../../shared/envelope/keys.ts";
import {
  type Bytes,
  equalBytes,
  fromBase64url,
  fromHex,
  toBase64url,
  toHex,
} from "../../shared/protocol/bytes.ts";
import { encodeFrame } from "../../shared/protocol/frames.ts";
import { vouchStatement } from "../../shared/protocol/token.ts";
import type { DeskCreation } from "../limits.ts";
import type { Answer, HttpParts } from "./http.ts";
import { bodyOf, OUTCOME_MESSAGES, RequestRefused } from "./request.ts";
import { namedEnds, type Room } from "./room.ts";
import { rosterFrames } from "./roster-frames.ts";
import type { Shared } from "./shared.ts";

/** Begins a desk by its create entry. */
export async function createDesk(
  { shared, rooms, creation }: HttpParts,
  request: IncomingMessage,
): Promise<Answer> {
  const entry = await bodyOf(request);
  const verified = await verifyRoster([entry]);
  if (!verified.ok) throw new RequestRefused("roster", verified.failure.message, verified.failure.code);
  const { desk, head, at } = verified.roster;
  checkClock(shared, at);
  // A desk that is here already goes on, whoever may begin new ones.
  if (!mayCreate(creation, request) && !(await rooms.of(desk)))
    throw new RequestRefused(
      "closed",
      "This server takes no new desks without its key. Ask whoever runs it.",
    );
  const outcome = await shared.log.createDesk(desk, entry, head);
  if (outcome === "storage-full") throw new RequestRefused(outcome, OUTCOME_MESSAGES[outcome]);
  shared.logger("desk", { outcome });
  return { status: outcome === "created" ? 201 : 200, body: { desk: toBase64url(desk) } };
}

function mayCreate(creation: DeskCreation, { headers }: IncomingMessage): boolean {
  if (creation.who !== "key") return creation.who === "anyone";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${creation.key}`));
}

/** A part of the list of members, from an index on. */
export async function readRoster({ shared }: HttpParts, room: Room, from: string): Promise<Answer> {
  if (!/^\d{1,9}$/.test(from)) throw new RequestRefused("malformed", "`from` is a whole number.");
  const entries = (await shared.log.roster(room.desk, Number(from))) ?? [];
  const frame = rosterFrames(Number(from), entries)[0];
  return { status: 200, body: frame ?? encodeFrame({ type: "roster", from: Number(from), entries: [] }) };
}

/** Appends an entry onto the head that the request names. */
export async function appendRoster(
  { shared }: HttpParts,
  room: Room,
  request: IncomingMessage,
): Promise<Answer> {
  const expected = fromHex(String(request.headers["expected-head"] ?? ""));
  const bytes = await bodyOf(request);
  if (!equalBytes(expected, room.roster.head)) await room.refresh();
  // A resend whose first answer was lost.
  if (equalBytes(await sha256(bytes), room.roster.head)) return { status: 200 };
  if (!equalBytes(expected, room.roster.head)) throw new RequestRefused("moved", OUTCOME_MESSAGES.moved);
  const entry = readEntry(bytes);
  checkClock(shared, entry.at);
  const isLost = await isVouchedFor(room, request, bytes);
  // Whoever's time is over could write down an earlier one.
  const signer = room.roster.members.get(toHex(entry.signer));
  if (signer && hasEnded(signer, shared.now()) && !isLost)
    throw new RequestRefused("roster", "This device's time on the desk is over.", "not-allowed");
  if (entry.body.kind === "join") {
    const invite = room.roster.invites.get(toHex(entry.body.invite));
    if (invite?.state === "open" && !isOpen(invite, shared.now()) && !isLost) {
      throw new RequestRefused("clock", "This invitation has expired. Ask for a new one.", "invite-expired");
    }
  }
  const outcome = await room.appendRoster(bytes, isLost);
  if (outcome === "counter")
    shared.allowance.hold(
      room.desk,
      namedEnds(entry).map(({ device }) => device),
    );
  if (outcome === "appended") return { status: 201 };
  if (typeof outcome === "string") throw new RequestRefused(outcome, OUTCOME_MESSAGES[outcome]);
  throw new RequestRefused("roster", outcome.message, outcome.code);
}

/**
 * An owner may bring back an entry that the server has lost (shared/protocol/token.ts): of one who joined in time, of
 * one whose work the server has lost too. Whoever has no more than an old invitation cannot.
 */
async function isVouchedFor(room: Room, { headers }: IncomingMessage, entry: Bytes): Promise<boolean> {
  if (!headers["vouched-by"]) return false;
  const member = room.member(fromBase64url(String(headers["vouched-by"])));
  if (member?.role !== "owner") return false;
  const statement = vouchStatement(room.desk, entry);
  return signatureHolds(await room.keyOf(member), fromBase64url(String(headers.vouch ?? "")), statement);
}

function checkClock({ now, limits }: Shared, at: number): void {
  if (at > now() + limits.clockAhead) {
    throw new RequestRefused("clock", "This device's clock is ahead of the server's. Set it and try again.");
  }
}
