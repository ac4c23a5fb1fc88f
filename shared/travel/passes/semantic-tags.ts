import { asObject, asText, type Json, type JsonObject, objectAt } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";

/** What Apple calls a way of travelling, and its types in schema.org. */
export const RIDES: Readonly<Record<string, readonly [reservation: string, trip: string, station: string]>> =
  {
    PKTransitTypeTrain: ["TrainReservation", "TrainTrip", "TrainStation"],
    PKTransitTypeBus: ["BusReservation", "BusTrip", "BusStation"],
    PKTransitTypeBoat: ["BoatReservation", "BoatTrip", "BoatTerminal"],
  };

/** The seat that a pass is for, by its tags. */
export function seatOf(tags: JsonObject): JsonObject | undefined {
  const seat = asObject(Array.isArray(tags.seats) ? tags.seats[0] : undefined);
  return seat && { "@type": "Seat", ...seat, seatingType: seat.seatType };
}

/** Row and letter of a seat in an aircraft, which some passes give apart. */
function placeOf(seat: JsonObject | undefined): string | undefined {
  const [row, number] = [asText(seat?.seatRow) ?? "", asText(seat?.seatNumber)];
  return number && /^[A-Z]$/.test(number) ? row + number : number;
}

function personOf(tags: JsonObject): JsonObject {
  const person = objectAt(tags, "passengerName");
  if (!person) return {};
  const name = [person.givenName, person.familyName].filter(Boolean).join(" ");
  return { underName: { "@type": "Person", ...person, name } };
}

const point = (value: Json | undefined): JsonObject =>
  asObject(value) ? { geo: { "@type": "GeoCoordinates", ...asObject(value) } } : {};
const textOf = (value: Json | undefined) =>
  value === undefined || value === null ? undefined : String(value);
const departs = (tags: JsonObject) => tags.currentDepartureDate ?? tags.originalDepartureDate;
const arrives = (tags: JsonObject) => tags.currentArrivalDate ?? tags.originalArrivalDate;

/** Apple's semantic tags of a flight: https://developer.apple.com/documentation/walletpasses/semantictags */
export function taggedFlight(tags: JsonObject): JsonObject {
  const airport = (side: "departure" | "destination"): JsonObject => ({
    "@type": "Airport",
    iataCode: tags[`${side}AirportCode`],
    name: tags[`${side}AirportName`] ?? tags[`${side}CityName`],
    ...point(tags[`${side}Location`]),
    ...(tags[`${side}CityName`]
      ? { address: { "@type": "PostalAddress", addressLocality: tags[`${side}CityName`] } }
      : {}),
  });
  return {
    "@type": "FlightReservation",
    reservationNumber: tags.confirmationNumber,
    boardingGroup: tags.boardingGroup,
    passengerSequenceNumber: tags.boardingSequenceNumber,
    airplaneSeat: placeOf(seatOf(tags)),
    ...personOf(tags),
    reservationFor: {
      "@type": "Flight",
      flightNumber: textOf(tags.flightNumber),
      airline: { "@type": "Airline", iataCode: tags.airlineCode },
      departureAirport: airport("departure"),
      arrivalAirport: airport("destination"),
      departureGate: tags.departureGate,
      departureTerminal: tags.departureTerminal,
      arrivalTerminal: tags.destinationTerminal,
      departureTime: departs(tags),
      arrivalTime: arrives(tags),
      boardingTime: tags.currentBoardingDate ?? tags.originalBoardingDate,
    },
  };
}

/** The same of a train, a bus or a ship (`transit` as in the pass); undefined where they do not name both ends. */
export function taggedRide(tags: JsonObject, transit: string): JsonObject | undefined {
  const [reservation, trip, station] = RIDES[transit] ?? [];
  const ends = trip && TRIP_ENDS[trip];
  const name = (side: "departure" | "destination") =>
    asText(tags[`${side}StationName`]) ??
    asText(tags[`${side}LocationDescription`]) ??
    asText(tags[`${side}CityName`]);
  if (!ends || !reservation || !name("departure") || !name("destination") || !departs(tags)) return undefined;
  const stop = (side: "departure" | "destination"): JsonObject => ({
    "@type": station,
    name: name(side),
    ...point(tags[`${side}Location`]),
  });
  const [number, vehicle] = [textOf(tags.vehicleNumber), asText(tags.vehicleName)];
  const seat = seatOf(tags);
  return {
    "@type": reservation,
    reservationNumber: tags.confirmationNumber,
    ...personOf(tags),
    reservationFor: {
      "@type": trip,
      ...(trip === "TrainTrip" ? { trainNumber: number ?? vehicle } : {}),
      ...(trip === "BusTrip" ? { busNumber: number, busName: vehicle } : {}),
      ...(trip === "BoatTrip" ? { name: vehicle ?? number } : {}),
      ...(asText(tags.transitProvider)
        ? { provider: { "@type": "Organization", name: tags.transitProvider } }
        : {}),
      [ends[0]]: stop("departure"),
      [ends[1]]: stop("destination"),
      departureTime: departs(tags),
      arrivalTime: arrives(tags),
      departurePlatform: tags.departurePlatform,
      arrivalPlatform: tags.destinationPlatform,
    },
    ...(seat ? { reservedTicket: { "@type": "Ticket", ticketedSeat: seat } } : {}),
  };
}
