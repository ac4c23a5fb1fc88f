/**
 * How a device shows the server who it is, before a WebSocket is opened (HTTP, JSON, byte values as base64url):
 *
 * 1. `POST /desks/:desk/challenge` → `{ nonce }` (32 bytes, good for a minute)
 * 2. `POST /desks/:desk/token` `{ device, nonce, signature }` → `{ token }`, where `signature` is the device's
 *    Ed25519 signature over `tokenStatement(desk, device, nonce)`
 * 3. `GET /desks/:desk/sync` with `Sec-WebSocket-Protocol: sidedesk.v1, <token>`; a token opens one socket.
 */
import { type Bytes, ByteWriter, utf8 } from "./bytes.ts";

/** The WebSocket subprotocol of this version. */
export const SUBPROTOCOL = "sidedesk.v1";

const LABEL = utf8("sidedesk token v1\0");

/** The bytes that a device signs to be given a token: label, desk 16, device 16, nonce 32. */
export function tokenStatement(desk: Uint8Array, device: Uint8Array, nonce: Uint8Array): Bytes {
  return new ByteWriter().raw(LABEL).fixed(desk, 16).fixed(device, 16).fixed(nonce, 32).finish();
}
