import type { AirportTable } from "./places/airports.ts";
import type { FoundReservation } from "./reservation.ts";
import { readText } from "./rules/read-text.ts";

/** What is known of the mail that a text came in: years and sender's own words are read with it. */
type MailAround = { mailDate?: string | undefined; from?: string | undefined; subject?: string | undefined };

/** Something that may hold a booking, and which kind of thing it is. */
export type BookingInput = MailAround & { kind: "visible-text" | "text" | "pdf-text"; text: string };

/**
 * Reads the reservations that a document holds, on the device and without any request. Nothing found gives an
 * empty list; text that cannot be a booking is no error. Times get IANA zones where `airports` knows the place.
 */
export function readBookings(input: BookingInput, airports?: AirportTable): FoundReservation[] {
  return readText(input.text, {
    airports,
    mailDate: input.mailDate,
    from: input.from,
    subject: input.subject,
  });
}
