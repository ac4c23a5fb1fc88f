import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { type Bytes, concat } from "../../shared/protocol/bytes.ts";
import { MAX_ROSTER_ENTRY_BYTES } from "../../shared/protocol/limits.ts";
import type { RefusalCode } from "../../shared/protocol/refusals.ts";

/** Why a request is refused: the answer's status, code and message. */
export class RequestRefused extends Error {
  readonly code: RefusalCode;
  readonly reason: string | undefined;
  constructor(code: RefusalCode, message: string, reason?: string) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

/** The HTTP status of a refusal; 400 where there is none. */
export const STATUS: Partial<Record<RefusalCode, number>> = {
  token: 401,
  role: 403,
  clock: 403,
  closed: 403,
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

/** What the log's own refusals mean. */
export const OUTCOME_MESSAGES = {
  moved: "The list of members has changed meanwhile.",
  counter: "The device has written meanwhile: take in its work, then decide anew.",
  "unknown-desk": "This server has no such desk.",
  "storage-full": "The server's disk is full.",
};

/** A request's whole body. Throws RequestRefused when it is larger than a roster entry may be. */
export async function bodyOf(request: IncomingMessage): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > MAX_ROSTER_ENTRY_BYTES) throw new RequestRefused("too-large", "The request is too large.");
    parts.push(part);
  }
  return concat(...parts);
}

/** What a request asks for; null where that is no address, as "//" is none. */
export const urlOf = ({ url }: IncomingMessage): URL | null => URL.parse(url ?? "/", "http://server");

/**
 * Whose rate an address counts towards: of IPv6 whatever one network has, its first 64 bits (RFC 4291, section 2.5.4),
 * for anybody there has as many addresses as they like.
 */
export function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [, v4] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (v4) return v4;
  // As the URL standard writes it: hexadecimal throughout, one run of zeros left out.
  const [front = "", back] = new URL(`http://[${address.split("%")[0]}]`).hostname.slice(1, -1).split("::");
  const groups = front === "" ? [] : front.split(":");
  const behind = back ? back.split(":") : [];
  const all = [...groups, ...new Array<string>(8 - groups.length - behind.length).fill("0"), ...behind];
  return `${all.slice(0, 4).join(":")}::/64`;
}
