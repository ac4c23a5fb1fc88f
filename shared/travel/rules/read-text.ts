import type { AirportTable } from "../places/airports.ts";
import type { FoundReservation, Reservation } from "../reservation.ts";
import { readEvent, readRentalCar, readTable, readTaxi } from "./appointments.ts";
import { type Document, readDocument } from "./document.ts";
import { bookingReference, type Fact, readFacts, travellerName } from "./facts.ts";
import { readLegs } from "./legs.ts";
import { totalPrice } from "./price.ts";
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
  /(?:has been|have been|is|was|been) cancell?ed|cancellation confirm|stornier(?:t|ung bestätigt)|wurde storniert|a été annulé|ha sido cancelad|è stat[ao] (?:annullat|cancellat)|foi cancelad|is geannuleerd|została anulowana|byla zrušena|ir atcelt|отменен[оа]?|đã (?:bị )?hủy|已取消|キャンセルされました|キャンセルが完了/iu;

/** Reads the bookings that a text holds by general rules alone. Times carry no zone yet. */
export function readText(text: string, context: TextContext): FoundReservation[] {
  const document = readDocument(text, context);
  const facts = readFacts(document);
  const reference = bookingReference(facts);
  const found = readRides(document, Boolean(reference) || context.asCalendar === true);
  if (reference || context.asCalendar) found.push(...readOthers(document, facts, found.length > 0));
  const status = CANCELLED.test(document.text.slice(0, 3000))
    ? "ReservationCancelled"
    : "ReservationConfirmed";
  const name = travellerName(facts);
  const price = totalPrice(document);
  return found.map((reservation) => {
    const whole: Reservation = { ...reservation, reservationStatus: `http://schema.org/${status}` };
    if (reference) whole.reservationNumber = reference;
    if (name) whole.underName = { "@type": "Person", name };
    if (price) {
      whole.totalPrice = price.amount;
      whole.priceCurrency = price.currency;
    }
    return { reservation: whole, foundBy: "rule", unsure: reference ? [] : ["reservationNumber"] };
  });
}

function readRides(document: Document, booked: boolean): Reservation[] {
  return readLegs(document).flatMap((leg) => {
    const kind = rideKind(leg, document);
    if (!kind || (kind !== "flight" && !leg.train && !booked)) return [];
    const reservation = rideReservation(leg, kind, document);
    return reservation ? [reservation] : [];
  });
}

function readOthers(document: Document, facts: readonly Fact[], rides: boolean): Reservation[] {
  const stay = readStay(document, facts, rides);
  const car = readRentalCar(document, facts);
  const found = [stay, car].filter((one) => one !== undefined);
  if (found.length > 0 || rides) return found;
  const single = readTaxi(document) ?? readTable(document, facts) ?? readEvent(document, facts);
  return single ? [single] : [];
}
