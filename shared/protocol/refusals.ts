/**
 * Why the server refuses. A closed list: the number is its code on the wire, so numbers are never reused and
 * never reordered. "Resend" means that the same bytes may succeed later.
 */
export const REFUSAL_CODES = {
  /** Bytes that are not in canonical form. A fault of the sender's; not resent. */
  malformed: 1,
  /** The signature does not verify under the key that the roster names for the device. */
  signature: 2,
  /** The device is not on the desk, or was removed. */
  "not-a-member": 3,
  /** The role may not do this. */
  role: 4,
  /** Sealed under an epoch that is not the desk's current one: seal anew under the current one. */
  epoch: 5,
  /** The counter is not the next one, or other bytes are already kept under it. */
  counter: 6,
  /** `previous` is not the hash of the device's latest envelope. */
  "previous-hash": 7,
  /** Larger than the limit. */
  "too-large": 8,
  /** The desk's quota on this server is used up. */
  quota: 9,
  /** Too much at once: resend later. */
  rate: 10,
  /** The server's disk is full; nothing of the group was kept: resend later. */
  "storage-full": 11,
  /** The version is not spoken here; the message names those that are. */
  version: 12,
  /** No such desk on this server. */
  "unknown-desk": 13,
  /** The envelope names another desk or another author than the connection's. */
  author: 14,
  /** The roster has moved on since `Expected-Head`: fetch it and build the entry anew. */
  moved: 15,
  /** A time too far ahead of the server's clock, or an expired invite. */
  clock: 16,
  /** The token is unknown, spent or expired, or the challenge is. */
  token: 17,
  /** The roster entry does not follow from the roster (message says why). */
  roster: 18,
  /** A fault of the server's own: resend later. */
  internal: 19,
  /** This server takes no new desks, or takes them only with its key. */
  closed: 20,
  /** The log before this place is gone: begin from the base, or wait for one that can be begun from. */
  pruned: 21,
  /** Not a base that can be kept or confirmed: it is older than the one that is there, or something of it is missing. */
  base: 22,
} as const;

/** The name of a reason why the server refuses. */
export type RefusalCode = keyof typeof REFUSAL_CODES;

const NAME_BY_NUMBER = new Map(
  Object.entries(REFUSAL_CODES).map(([name, number]) => [number as number, name as RefusalCode]),
);

/** The refusal's name for its number on the wire; undefined for a number that is not in the list. */
export function refusalByNumber(number: number): RefusalCode | undefined {
  return NAME_BY_NUMBER.get(number);
}
