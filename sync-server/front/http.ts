/**
 * The server's HTTP side. Refusals are JSON `{ code, message }` with a code of shared/protocol/refusals.ts.
 *
 * | request                       | body, headers                    | answer                                           |
 * |-------------------------------|----------------------------------|--------------------------------------------------|
 * | GET /health                   |                                  | 200 "ok"; 503 when the storage does not answer   |
 * | GET /metrics                  |                                  | Prometheus text                                  |
 * | GET /about                    |                                  | { name: "sidedesk", protocol: [1] }              |
 * | POST /desks                   | create entry; Authorization:     | 201 (200: it was there) { desk }; 403 closed     |
 * |                               | Bearer, where the server has keys|                                                  |
 * | GET /desks/:id/roster?from=n  |                                  | one `roster` frame; no entries: that was all     |
 * | POST /desks/:id/roster        | entry; Expected-Head: hex;       | 201; 409 moved, counter; 422 { reason }          |
 * |                               | Vouched-By, Vouch for a lost one |                                                  |
 * | POST /desks/:id/challenge     |                                  | { nonce }                                        |
 * | POST /desks/:id/token         | JSON { device, nonce, signature }| { token }                                        |
 *
 * Every answer has the server's time (Date, RFC 9110), for devices whose clock is wrong. :id and byte values in JSON are base64url. Any origin may ask: an extension's origin is random in some browsers,
 * and there are no cookies that a page could misuse.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Bytes, fromBase64url, MalformedError, toBase64url } from "../../shared/protocol/bytes.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/frames.ts";
import type { DeskCreation } from "../limits.ts";
import { appendRoster, createDesk, readRoster } from "./desk-requests.ts";
import { bodyOf, OUTCOME_MESSAGES, RequestRefused, STATUS, urlOf } from "./request.ts";
import type { Room, Rooms } from "./room.ts";
import type { Shared } from "./shared.ts";
import type { Throttles } from "./throttle.ts";
import type { Tokens } from "./tokens.ts";

export interface HttpParts {
  shared: Shared;
  rooms: Rooms;
  tokens: Tokens;
  requests: Throttles;
  newDesks: Throttles;
  creation: DeskCreation;
  /** The client's address, for rates only. */
  addressOf: (request: IncomingMessage) => string;
}

/** What a request is answered. */
export interface Answer {
  status: number;
  body?: Bytes | object | string;
}

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
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Expected-Head, Vouched-By, Vouch",
    // By it a device finds out that its clock is wrong.
    "Access-Control-Expose-Headers": "Date",
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
  const url = urlOf(request);
  if (!url) throw new RequestRefused("malformed", "The address is none.");
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
    return createDesk(parts, request);
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
