import { asObject, asText, type JsonObject, objectAt, type Reservation, timeText } from "./reservation.ts";

/** What a list shows of a reservation: plain data, no words and no formatting of any language. */
export type ReservationSummary = {
  type: string;
  title: string;
  from?: string;
  to?: string;
  /** ISO 8601, with an offset where the zone is known, else local; a day alone is `YYYY-MM-DD`. */
  startsAt?: string;
  endsAt?: string;
  /** IANA zones of the two moments. */
  startZone?: string;
  endZone?: string;
  reference?: string;
  seat?: string;
  underName?: string;
  cancelled: boolean;
};

/** The two ends of a trip, by type: where it leaves and where it arrives. */
export const TRIP_ENDS: Record<string, readonly [departure: string, arrival: string]> = {
  Flight: ["departureAirport", "arrivalAirport"],
  TrainTrip: ["departureStation", "arrivalStation"],
  BusTrip: ["departureBusStop", "arrivalBusStop"],
  BoatTrip: ["departureBoatTerminal", "arrivalBoatTerminal"],
};

/** Gives the start of a reservation in any of its forms (string or zoned time), or undefined. */
export function startOf(reservation: JsonObject): unknown {
  const about = asObject(reservation.reservationFor) ?? {};
  return (
    about.departureTime ??
    reservation.checkinTime ??
    reservation.pickupTime ??
    reservation.startTime ??
    about.startDate ??
    about.doorTime ??
    about.departureDay
  );
}

function endOf(reservation: JsonObject): unknown {
  const about = asObject(reservation.reservationFor) ?? {};
  return (
    about.arrivalTime ??
    reservation.checkoutTime ??
    reservation.dropoffTime ??
    reservation.endTime ??
    about.endDate
  );
}

/** Gives the number that a trip runs under: "TK 1757", "EC 171", or its name. */
export function tripNumber(about: JsonObject): string | undefined {
  const flight = asText(about.flightNumber);
  const carrier = asText(objectAt(about, "airline")?.iataCode);
  if (flight) return carrier ? `${carrier} ${flight}` : flight;
  return (
    asText(about.trainNumber) ??
    asText(about.busNumber) ??
    asText(about.trainName) ??
    asText(about.busName) ??
    asText(about.name)
  );
}

/** Gives what a list or a card shows of a reservation. */
export function summariseReservation(reservation: Reservation): ReservationSummary {
  const about = asObject(reservation.reservationFor) ?? {};
  const ends = TRIP_ENDS[String(about["@type"])];
  const place = (value: unknown) => {
    const at = asObject(value);
    return asText(at?.name) ?? asText(at?.iataCode) ?? asText(value);
  };
  const from = ends ? place(about[ends[0]]) : place(reservation.pickupLocation);
  const to = ends ? place(about[ends[1]]) : (place(reservation.dropoffLocation) ?? place(about.location));
  const seat =
    asText(reservation.airplaneSeat) ??
    asText(objectAt(reservation, "reservedTicket", "ticketedSeat")?.seatNumber);
  const start = startOf(reservation);
  const end = endOf(reservation);
  const summary: ReservationSummary = {
    type: reservation["@type"],
    title: tripNumber(about) ?? [from, to].filter(Boolean).join(" – "),
    cancelled: /Cancell?ed$/.test(String(reservation.reservationStatus ?? "")),
  };
  const fields = {
    from,
    to,
    startsAt: timeText(start),
    endsAt: timeText(end),
    startZone: asText(asObject(start)?.timezone),
    endZone: asText(asObject(end)?.timezone),
    reference: asText(reservation.reservationNumber),
    seat,
    underName: asText(objectAt(reservation, "underName")?.name),
  };
  for (const [key, value] of Object.entries(fields))
    if (value !== undefined) Object.assign(summary, { [key]: value });
  return summary;
}
