import type { Action, Scalar } from "../../../shared/documents/command.ts";
import type { FieldDefinition } from "../../../shared/records/define.ts";
import { trip } from "../../../shared/records/trip.ts";
import { maxLength, valueFault } from "../../../shared/records/value.ts";
import type { AirportTable } from "../../../shared/travel/places/airports.ts";
import type { BookingInput } from "../../../shared/travel/read-booking.ts";
import { type FoundReservation, objectAt, type Reservation } from "../../../shared/travel/reservation.ts";
import type { ReservationSummary } from "../../../shared/travel/summary.ts";
import type { Row } from "../../port/surface.ts";
import { newId } from "../state/ids.ts";

/** A booking as the sidebar shows and keeps it. */
export interface ShownBooking {
  readonly reservation: Reservation;
  readonly summary: ReservationSummary;
  /** IATA codes of the two airports of a flight. */
  readonly fromCode: string | undefined;
  readonly toCode: string | undefined;
  readonly foundBy: FoundReservation["foundBy"];
  /** Paths of fields that were inferred. */
  readonly unsure: readonly string[];
}

interface Around {
  readonly text: string;
  readonly from: string | null;
  readonly subject: string | null;
  /** When it was sent, as the page shows it. */
  readonly date: string | null;
}

/** The day of a date as a page shows it (`YYYY-MM-DD`), where the browser can read it and it names its year; else today. */
export function dayOf(date: string | null, now: number): string {
  const read = date && /\d{4}/.test(date) ? Date.parse(date) : Number.NaN;
  return new Date(Number.isNaN(read) ? now : read).toISOString().slice(0, 10);
}

let airports: Promise<AirportTable> | undefined;

/** The airports with their zones, loaded once, when the first mail is read; without them a booking is still read. */
export async function airportTable(): Promise<AirportTable | undefined> {
  airports ??= Promise.all([
    import("../../../shared/travel/places/airports.ts"),
    import("../../../shared/travel/places/airports.data.json"),
  ]).then(([{ openAirports }, { default: data }]) => openAirports(data));
  return airports.catch((error: unknown) => {
    console.error("Sidedesk could not load the airports.", error);
    return undefined;
  });
}

/**
 * Reads the bookings of a mail's visible text, here on the device; the readers are loaded only when a mail is open.
 * @param now milliseconds since the epoch: days without a year are read as those nearest to the mail, or to now
 * @param tickets what was taken out of files that belong to it: a booking that is told twice comes once
 */
export async function readMail(
  { text, from, subject, date }: Around,
  now: number,
  tickets: readonly BookingInput[] = [],
): Promise<readonly ShownBooking[]> {
  const [{ onlyReservations, readItems }, { summariseReservation }, table] = await Promise.all([
    import("../../../shared/travel/read-booking.ts"),
    import("../../../shared/travel/summary.ts"),
    airportTable(),
  ]);
  const around = {
    mailDate: dayOf(date, now),
    ...(from ? { from } : {}),
    ...(subject ? { subject } : {}),
  };
  const found = onlyReservations(
    readItems([{ kind: "visible-text", text, ...around }, ...tickets], table),
    table,
  );
  const code = (reservation: Reservation, end: string) => {
    const value = objectAt(reservation, "reservationFor", end)?.iataCode;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return found.map(({ reservation, foundBy, unsure }) => {
    const summary = summariseReservation(reservation);
    return {
      reservation,
      foundBy,
      unsure,
      summary,
      fromCode: code(reservation, "departureAirport"),
      toCode: code(reservation, "arrivalAirport"),
    };
  });
}

type Fields = Readonly<Record<string, FieldDefinition>>;

/** A sender's texts as a record's fields take them: in one line, no longer than the field; without what fits in no way. */
function fitting(fields: Fields, values: Readonly<Record<string, Scalar | undefined>>) {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, Scalar][] => {
      const field = fields[name];
      if (!field || value === undefined) return [];
      const fits =
        typeof value === "string" && field.type === "line"
          ? value.replace(/\s+/g, " ").trim().slice(0, maxLength(field)).toWellFormed()
          : value;
      return fits === "" || valueFault(field, fits) ? [] : [[name, fits]];
    }),
  );
}

/** The item of a trip's `reservations` that a booking becomes: only fields that it has, and that take what it says. */
export function itemOf(
  { reservation, summary, foundBy, unsure }: ShownBooking,
  thread: string | null,
): Readonly<Record<string, Scalar>> {
  return fitting(trip.lists.reservations.item, {
    type: summary.type in trip.lists.reservations.item.type.options ? summary.type : undefined,
    title: summary.title,
    from: summary.from,
    to: summary.to,
    startsAt: summary.startsAt,
    endsAt: summary.endsAt,
    reservationNumber: summary.reference,
    status: summary.cancelled ? "ReservationCancelled" : "ReservationConfirmed",
    underName: summary.underName,
    seat: summary.seat,
    ...priceOf(reservation),
    foundBy,
    unsure: unsure.length > 0 ? JSON.stringify(unsure) : undefined,
    thread: thread ?? undefined,
    reservation: JSON.stringify(reservation),
  });
}

/** What the whole booking costs, where it says so in a currency. */
function priceOf({ totalPrice, priceCurrency }: Reservation): Readonly<Record<string, Scalar | undefined>> {
  const price = typeof totalPrice === "string" ? Number(totalPrice) : totalPrice;
  const isPrice = typeof price === "number" && Number.isFinite(price) && price > 0;
  return isPrice && typeof priceCurrency === "string" && /^[A-Z]{3}$/.test(priceCurrency)
    ? { price, currency: priceCurrency }
    : {};
}

/** Adds bookings to a trip. */
export const addTo = (record: string, bookings: readonly ShownBooking[], thread: string | null): Action[] =>
  bookings.map((booking) => ({
    do: "add",
    record,
    list: "reservations",
    item: newId(),
    fields: itemOf(booking, thread),
  }));

/** A new trip that begins and ends with the bookings. */
export function newTrip(record: string, bookings: readonly ShownBooking[], thread: string | null): Action[] {
  const days = bookings
    .flatMap(({ summary }) => [summary.startsAt, summary.endsAt])
    .flatMap((at) => (at ? [at.slice(0, 10)] : []));
  days.sort();
  const destination = bookings.map(({ summary }) => summary.to).find(Boolean);
  const title = destination ?? bookings[0]?.summary.title;
  const fields = fitting(trip.fields, {
    title,
    destination,
    startsOn: days[0],
    endsOn: days.at(-1),
    thread: thread ?? undefined,
  });
  return [{ do: "create", record, kind: "trip", fields }, ...addTo(record, bookings, thread)];
}

const DAY = 86_400_000;
/** A booking in the middle of a long trip lies this far from the trip's beginning at most. */
const LONGEST_TRIP = 60 * DAY;
const LOOKED_INTO = 8;

const startsOf = (bookings: readonly ShownBooking[]) =>
  bookings.flatMap(({ summary }) => (summary.startsAt ? [Date.parse(summary.startsAt.slice(0, 10))] : []));
const distanceFrom =
  (starts: readonly number[]) =>
  ({ due }: Row): number =>
    due
      ? Math.min(...starts.map((start) => Math.abs(start - Date.parse(due.slice(0, 10)))))
      : Number.POSITIVE_INFINITY;

/** The trips that may hold one of the bookings already, likeliest first: found by its reference, or near in time. */
export function tripsToLookInto(
  bookings: readonly ShownBooking[],
  open: readonly Row[],
  byReference: readonly Row[],
): readonly string[] {
  const distance = distanceFrom(startsOf(bookings));
  const near = open
    .filter((row) => distance(row) <= LONGEST_TRIP)
    .sort((one, other) => distance(one) - distance(other));
  return [...new Set([...byReference, ...near].map(({ id }) => id))].slice(0, LOOKED_INTO);
}

/** The open trip that a booking most likely belongs to: the one that starts within ten days of it; null for none. */
export function matchingTrip(trips: readonly Row[], bookings: readonly ShownBooking[]): Row | null {
  const starts = startsOf(bookings);
  if (starts.length === 0) return null;
  const distance = distanceFrom(starts);
  const [nearest] = trips
    .filter((row) => row.open && distance(row) <= 10 * DAY)
    .sort((one, other) => distance(one) - distance(other));
  return nearest ?? null;
}
