/**
 * The server's HTTP side. Refusals are JSON `{ code, message }` with a code of shared/protocol/refusals.ts.
 *
 * | request                       | body, headers                    | answer                                           |
 * |-------------------------------|----------------------------------|--------------------------------------------------|
 * | GET /health                   |                                  | 200 "ok"; 503 when the storage does not answer   |
 * | GET /metrics                  |                                  | Prometheus text                                  |
 * | GET /about                    |                                  | { name: "sidedesk", protocol: [1] }              |
 * | POST /desks                   | create entry                     | 201 (200: it was there) { desk }                 |
 * | GET /desks/:id/roster?from=n  |                                  | one `roster` frame; no entries: that was all     |
 * | POST /desks/:id/roster        | entry; Expected-Head: hex;       | 201; 409 moved, counter; 422 { reason }          |
 * |                               | Vouched-By, Vouch for a lost one |                                                  |
 * | POST /desks/:id/challenge     |                                  | { nonce }                                        |
 * | POST /desks/:id/token         | JSON { device, nonce, signature }| { token }                                        |
 *
 * :id and byte values in JSON are base64url. Any origin may ask: an extension's origin is random in some browsers,
 * and there are no cookies that a page could misuse.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { readEntry } from "../../shared/desk/entry.ts";
import { isOpen } from "../../shared/desk/roles.ts";
import { verifyRoster } from "../../shared/desk/roster.ts";
import { sha256, signatureHolds } from "../../shared/envelope/keys.ts";
import {
  type Bytes,
  concat,
  equalBytes,
  fromBase64url,
  fromHex,
  MalformedError,
  toBase64url,
  toHex,
} from "../../shared/protocol/bytes.ts";
import { encodeFrame, PROTOCOL_VERSION } from "../../shared/protocol/frames.ts";
import { MAX_ROSTER_ENTRY_BYTES } from "../../shared/protocol/limits.ts";
import type { RefusalCode } from "../../shared/protocol/refusals.ts";
import { vouchStatement } from "../../shared/protocol/token.ts";
import type { Shared } from "./connection.ts";
import type { Room, Rooms } from "./room.ts";
import { rosterFrames } from "./roster-frames.ts";
import type { Throttles } from "./throttle.ts";
import type { Tokens } from "./tokens.ts";

export interface HttpParts {
  shared: Shared;
  rooms: Rooms;
  tokens: Tokens;
  requests: Throttles;
  newDesks: Throttles;
  /** The client's address, for rates only. */
  addressOf: (request: IncomingMessage) => string;
}

interface Answer {
  status: number;
  body?: Bytes | object | string;
}

class RequestRefused extends Error {
  readonly code: RefusalCode;
  readonly reason: string | undefined;
  constructor(code: RefusalCode, message: string, reason?: string) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  token: 401,
  role: 403,
  clock: 403,
  "not-a-member": 403,
  "unknown-desk": 404,
  moved: 409,
  counter: 409,
  "too-large": 413,
  roster: 422,
  rate: 429,
  internal: 500,
  quota: 507,
  "storage-full": 507,
};

const OUTCOME_MESSAGES = {
  moved: "The list of members has changed meanwhile.",
  counter: "The device has written meanwhile: take in its work, then decide anew.",
  "unknown-desk": "This server has no such desk.",
  quota: "The desk's space on this server is used up.",
  "storage-full": "The server's disk is full.",
};

/** Answers one request; never rejects. */
export async function answerRequest(
  parts: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let answer: Answer;
  try {
    answer = await route(parts, request);
  } catch (error) {
    answer = refusalAnswer(parts, error);
  }
  const { status, body } = answer;
  parts.shared.metrics.add("sidedesk_requests_total", 1, `status="${status}"`);
  const isBytes = body instanceof Uint8Array;
  const isText = typeof body === "string";
  response.writeHead(status, {
    "Content-Type": isBytes
      ? "application/octet-stream"
      : isText
        ? "text/plain; charset=utf-8"
        : "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type, Expected-Head, Vouched-By, Vouch",
    "Access-Control-Max-Age": "86400",
    // A body that was refused unread must not be taken for the next request.
    ...(status >= 400 ? { Connection: "close" } : {}),
  });
  response.end(isBytes || isText ? body : JSON.stringify(body ?? {}));
}

function refusalAnswer({ shared }: HttpParts, error: unknown): Answer {
  let refused = error instanceof MalformedError ? new RequestRefused("malformed", error.message) : error;
  if (!(refused instanceof RequestRefused)) {
    shared.metrics.add("sidedesk_faults_total");
    shared.logger("fault", { where: "http", error: error instanceof Error ? error.message : "unknown" });
    refused = new RequestRefused("internal", "The server has a fault.");
  }
  const { code, message, reason } = refused as RequestRefused;
  shared.metrics.add("sidedesk_refusals_total", 1, `code="${code}"`);
  return { status: STATUS[code] ?? 400, body: { code, message, ...(reason ? { reason } : {}) } };
}

async function route(parts: HttpParts, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? "/", "http://server");
  const [, first, id, action, ...more] = url.pathname.split("/");
  const method = request.method ?? "";
  if (method === "OPTIONS") return { status: 204, body: "" };
  if (method === "GET" && id === undefined) {
    if (first === "health") return health(parts);
    if (first === "about") return { status: 200, body: { name: "sidedesk", protocol: [PROTOCOL_VERSION] } };
    if (first === "metrics") return { status: 200, body: parts.shared.metrics.text() };
  }
  const { now } = parts.shared;
  const address = parts.addressOf(request);
  if (!parts.requests.of(address).tryTake(1, now())) throw new RequestRefused("rate", "Too many requests.");
  if (first === "desks" && id === undefined && method === "POST") {
    if (!parts.newDesks.of(address).tryTake(1, now()))
      throw new RequestRefused("rate", "Too many new desks.");
    return createDesk(parts, await bodyOf(request));
  }
  if (first !== "desks" || id === undefined || more.length > 0)
    return { status: 404, body: { code: "malformed", message: "No such page." } };
  const room = await parts.rooms.named(id);
  if (!room) throw new RequestRefused("unknown-desk", OUTCOME_MESSAGES["unknown-desk"]);
  switch (`${method} ${action}`) {
    case "GET roster":
      return readRoster(parts, room, url.searchParams.get("from") ?? "0");
    case "POST roster":
      return appendRoster(parts, room, request);
    case "POST challenge":
      return { status: 200, body: { nonce: toBase64url(parts.tokens.challenge(room.desk)) } };
    case "POST token":
      return issueToken(parts, room, await bodyOf(request));
    default:
      return { status: 404, body: { code: "malformed", message: "No such page." } };
  }
}

/** Whether devices can be served: a balancer takes a process out whose storage does not answer. */
async function health({ shared }: HttpParts): Promise<Answer> {
  try {
    await shared.log.ping();
    return { status: 200, body: "ok" };
  } catch {
    return { status: 503, body: "The storage does not answer." };
  }
}

async function createDesk({ shared }: HttpParts, entry: Bytes): Promise<Answer> {
  const verified = await verifyRoster([entry]);
  if (!verified.ok) throw new RequestRefused("roster", verified.failure.message, verified.failure.code);
  const { desk, head, at } = verified.roster;
  checkClock(shared, at);
  const outcome = await shared.log.createDesk(desk, entry, head);
  if (outcome === "storage-full") throw new RequestRefused(outcome, OUTCOME_MESSAGES[outcome]);
  shared.logger("desk", { outcome });
  return { status: outcome === "created" ? 201 : 200, body: { desk: toBase64url(desk) } };
}

async function readRoster({ shared }: HttpParts, room: Room, from: string): Promise<Answer> {
  if (!/^\d{1,9}$/.test(from)) throw new RequestRefused("malformed", "`from` is a whole number.");
  const entries = (await shared.log.roster(room.desk, Number(from))) ?? [];
  const frame = rosterFrames(Number(from), entries)[0];
  return { status: 200, body: frame ?? encodeFrame({ type: "roster", from: Number(from), entries: [] }) };
}

async function appendRoster({ shared }: HttpParts, room: Room, request: IncomingMessage): Promise<Answer> {
  const expected = fromHex(String(request.headers["expected-head"] ?? ""));
  const bytes = await bodyOf(request);
  if (!equalBytes(expected, room.roster.head)) await room.refresh();
  // A resend whose first answer was lost.
  if (equalBytes(await sha256(bytes), room.roster.head)) return { status: 200 };
  if (!equalBytes(expected, room.roster.head)) throw new RequestRefused("moved", OUTCOME_MESSAGES.moved);
  const entry = readEntry(bytes);
  checkClock(shared, entry.at);
  const isLost = await isVouchedFor(room, request, bytes);
  if (entry.body.kind === "join") {
    const invite = room.roster.invites.get(toHex(entry.body.invite));
    if (invite?.state === "open" && !isOpen(invite, shared.now()) && !isLost) {
      throw new RequestRefused("clock", "This invitation has expired. Ask for a new one.", "invite-expired");
    }
  }
  const outcome = await room.appendRoster(bytes, isLost);
  if (outcome === "appended") return { status: 201 };
  if (typeof outcome === "string") throw new RequestRefused(outcome, OUTCOME_MESSAGES[outcome]);
  throw new RequestRefused("roster", outcome.message, outcome.code);
}

async function issueToken({ tokens }: HttpParts, room: Room, body: Bytes): Promise<Answer> {
  const asked = JSON.parse(jsonText(body)) as unknown;
  const device = bytesField(asked, "device", 16);
  // Another process may have taken the entry with which the device joined, or was removed.
  await room.refresh();
  const member = room.member(device);
  if (!member) throw new RequestRefused("not-a-member", "This device is not on the desk.");
  const [nonce, signature] = [bytesField(asked, "nonce", 32), bytesField(asked, "signature", 64)];
  const token = await tokens.issue(
    { desk: room.desk, device: member.device },
    member.signPublic,
    nonce,
    signature,
  );
  if (!token)
    throw new RequestRefused(
      "token",
      "The challenge is spent or expired, or its signature is not this device's.",
    );
  return { status: 200, body: { token } };
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

function jsonText(body: Bytes): string {
  const text = new TextDecoder().decode(body);
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new MalformedError("not JSON");
  }
}

function bytesField(value: unknown, name: string, length: number): Bytes {
  const field =
    typeof value === "object" && value !== null && Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  const bytes = typeof field === "string" ? fromBase64url(field) : undefined;
  if (bytes?.length !== length) throw new MalformedError(`"${name}" is ${length} bytes as base64url`);
  return bytes;
}

async function bodyOf(request: IncomingMessage): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > MAX_ROSTER_ENTRY_BYTES) throw new RequestRefused("too-large", "The request is too large.");
    parts.push(part);
  }
  return concat(...parts);
}
