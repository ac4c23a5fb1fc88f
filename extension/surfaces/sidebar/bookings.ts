import type { Action, Scalar } from "../../../shared/documents/command.ts";
import { trip } from "../../../shared/records/trip.ts";
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
}

/** Reads the bookings of a mail's visible text, here on the device; the readers are loaded only when a mail is open. */
export async function readMail({ text, from, subject }: Around): Promise<readonly ShownBooking[]> {
  const [{ readBookings }, { summariseReservation }] = await Promise.all([
    import("../../../shared/travel/read-booking.ts"),
    import("../../../shared/travel/summary.ts"),
  ]);
  const found = readBookings({
    kind: "visible-text",
    text,
    ...(from ? { from } : {}),
    ...(subject ? { subject } : {}),
  });
  const code = (reservation: Reservation, end: string) => {
    const value = objectAt(reservation, "reservationFor", end)?.iataCode;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return found.map(({ reservation, foundBy, unsure }) => ({
    reservation,
    foundBy,
    unsure,
    summary: summariseReservation(reservation),
    fromCode: code(reservation, "departureAirport"),
    toCode: code(reservation, "arrivalAirport"),
  }));
}

/** The item of a trip's `reservations` that a booking becomes: only fields that it has. */
export function itemOf(
  { reservation, summary, foundBy, unsure }: ShownBooking,
  thread: string | null,
): Readonly<Record<string, Scalar>> {
  const values: Record<string, Scalar | undefined> = {
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
    foundBy,
    unsure: unsure.length > 0 ? JSON.stringify(unsure) : undefined,
    thread: thread ?? undefined,
    reservation: JSON.stringify(reservation),
  };
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, Scalar] => entry[1] !== undefined && entry[1] !== "",
    ),
  );
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
  const first = days[0];
  const last = days.at(-1);
  const fields = {
    ...(title ? { title } : {}),
    ...(destination ? { destination } : {}),
    ...(first ? { startsOn: first } : {}),
    ...(last ? { endsOn: last } : {}),
    ...(thread ? { thread } : {}),
  };
  return [{ do: "create", record, kind: "trip", fields }, ...addTo(record, bookings, thread)];
}

const DAY = 86_400_000;

/** The open trip that a booking most likely belongs to: the one that starts within ten days of it; null for none. */
export function matchingTrip(trips: readonly Row[], bookings: readonly ShownBooking[]): Row | null {
  const starts = bookings.flatMap(({ summary }) =>
    summary.startsAt ? [Date.parse(summary.startsAt.slice(0, 10))] : [],
  );
  if (starts.length === 0) return null;
  const distance = ({ due }: Row) =>
    due
      ? Math.min(...starts.map((start) => Math.abs(start - Date.parse(due.slice(0, 10)))))
      : Number.POSITIVE_INFINITY;
  const [nearest] = trips
    .filter((row) => row.open && distance(row) <= 10 * DAY)
    .sort((one, other) => distance(one) - distance(other));
  return nearest ?? null;
}
