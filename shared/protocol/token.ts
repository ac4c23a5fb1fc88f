/**
 * How a device shows the server who it is, before a WebSocket is opened (HTTP, JSON, byte values as base64url):
 *
 * 1. `POST /desks/:desk/challenge` → `{ nonce }` (32 bytes, good for a minute)
 * 2. `POST /desks/:desk/token` `{ device, nonce, signature }` → `{ token }`, where `signature` is the device's
 *    Ed25519 signature over `tokenStatement(desk, device, nonce)`
 * 3. `GET /desks/:desk/sync` with `Sec-WebSocket-Protocol: sidedesk.v1, <token>, sidedesk.v1.bases`; a token opens one
 *    socket. Who offers the third, and is answered by it, speaks the frames about bases.
 *
 * A server that lost a part of a desk's roster is given it again by the devices that have it. What could
 * not be appended today (a join by an invitation that has expired since, a decision about a chain that is lost) needs an
 * owner's word: `POST /desks/:desk/roster` with `Vouched-By` (the owner's
 * device) and `Vouch`, its Ed25519 signature over `vouchStatement(desk, entry)`.
 */
import { type Bytes, ByteWriter, utf8 } from "./bytes.ts";

/** The WebSocket subprotocol of this version. */
export const SUBPROTOCOL = "sidedesk.v1";
/** The same with the frames about bases: offered behind the token, chosen by a server that speaks them. */
export const SUBPROTOCOL_WITH_BASES = "sidedesk.v1.bases";

const TOKEN_LABEL = utf8("sidedesk token v1\0");
const VOUCH_LABEL = utf8("sidedesk vouch v1\0");

/** The bytes that a device signs to be given a token: label, desk 16, device 16, nonce 32. */
export function tokenStatement(desk: Uint8Array, device: Uint8Array, nonce: Uint8Array): Bytes {
  return new ByteWriter().raw(TOKEN_LABEL).fixed(desk, 16).fixed(device, 16).fixed(nonce, 32).finish();
}

/** The bytes that an owner signs to bring back a roster entry: label, desk 16, the entry. */
export function vouchStatement(desk: Uint8Array, entry: Uint8Array): Bytes {
  return new ByteWriter().raw(VOUCH_LABEL).fixed(desk, 16).raw(entry).finish();
}
