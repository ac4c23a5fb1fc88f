import type { AirportTable } from "../places/airports.ts";
import type { FoundReservation, Reservation } from "../reservation.ts";
import { readDocument } from "./document.ts";
import { bookingReference, readFacts, travellerName } from "./facts.ts";
import { readLegs } from "./legs.ts";
import { rideKind, rideReservation } from "./rides.ts";
import { readStay } from "./stays.ts";

export type TextContext = {
  airports?: AirportTable | undefined;
  mailDate?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  /** The text stands in a calendar entry or a pass: it is about a booking, whatever words it lacks. */
  asCalendar?: boolean;
};

const CANCELLED =
  /(?:has been|is|was|been) cancell?ed|cancellation confirm|stornier(?:t|ung bestätigt)|wurde storniert|a été annulé|ha sido cancelad|è stat[ao] (?:annullat|cancellat)|foi cancelad|is geannuleerd|została anulowana|byla zrušena|ir atcelt|отменен[оа]?|đã (?:bị )?hủy|已取消|キャンセルされました|キャンセルが完了/iu;

/** Reads the bookings that a text holds by general rules alone. Times carry no zone yet. */
export function readText(text: string, context: TextContext): FoundReservation[] {
  const document = readDocument(text, context);
  const facts = readFacts(document);
  const reference = bookingReference(facts);
  const name = travellerName(facts);
  const found: Reservation[] = [];
  for (const leg of readLegs(document)) {
    const kind = rideKind(leg, document);
    const reservation = kind && rideReservation(leg, kind, document);
    if (reservation && !(kind !== "flight" && !leg.train && !reference && !context.asCalendar))
      found.push(reservation);
  }
  if (found.length === 0) {
    const stay = readStay(document, facts);
    if (stay) found.push(stay);
  }
  const status = CANCELLED.test(document.text.slice(0, 3000))
    ? "ReservationCancelled"
    : "ReservationConfirmed";
  return found.map((reservation) => {
    const whole: Reservation = { ...reservation, reservationStatus: `http://schema.org/${status}` };
    if (reference) whole.reservationNumber = reference;
    if (name) whole.underName = { "@type": "Person", name };
    const unsure = reference ? [] : ["reservationNumber"];
    return { reservation: whole, foundBy: "rule", unsure };
  });
}
