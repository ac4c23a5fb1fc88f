import type { AirportTable } from "./places/airports.ts";
import { onlyReservations, readItems } from "./read-booking.ts";
import { mailParts } from "./read-mail.ts";
import { withCodes } from "./read-pictures.ts";
import type { FoundReservation } from "./reservation.ts";

/**
 * Reads the reservations of a whole mail as it was sent (RFC 5322): every part and attachment. A damaged attachment
 * is passed over. Apart from the rest: who reads only what a page shows needs neither MIME nor a decoder of bar codes.
 */
export async function readMail(raw: Uint8Array, airports?: AirportTable): Promise<FoundReservation[]> {
  return onlyReservations(readItems(await withCodes((await mailParts(raw)).inputs), airports), airports);
}
