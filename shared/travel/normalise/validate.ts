import { asObject, asText, type JsonObject, timeText } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";

/**
 * Tells whether a completed item can be: it has what its type cannot do without, and its times come in order.
 * What fails is no booking that one could travel with.
 */
export function isPossible(item: JsonObject): boolean {
  const about = asObject(item.reservationFor);
  switch (item["@type"]) {
    case "FlightReservation":
    case "TrainReservation":
    case "BusReservation":
    case "BoatReservation":
      return about !== undefined && possibleTrip(about);
    case "LodgingReservation":
      return (
        named(about) &&
        timeText(item.checkinTime) !== undefined &&
        timeText(item.checkoutTime) !== undefined &&
        inOrder(item.checkinTime, item.checkoutTime)
      );
    case "RentalCarReservation":
      return (
        timeText(item.pickupTime) !== undefined &&
        timeText(item.dropoffTime) !== undefined &&
        named(asObject(item.pickupLocation)) &&
        inOrder(item.pickupTime, item.dropoffTime)
      );
    case "TaxiReservation":
      return timeText(item.pickupTime) !== undefined;
    case "FoodEstablishmentReservation":
      return named(about) && timeText(item.startTime) !== undefined;
    case "EventReservation":
      return named(about) && timeText(about?.startDate) !== undefined;
    case "Event":
      return named(item) && timeText(item.startDate) !== undefined;
    case "TouristAttractionVisit":
      return named(asObject(item.touristAttraction));
    default:
      return named(item);
  }
}

const named = (thing: JsonObject | undefined) =>
  (asText(thing?.name)?.trim() ?? "") !== "" || (asText(thing?.iataCode) ?? "") !== "";

/** Events may be written with an end before their start; nothing else may. Days alone compare as days. */
function inOrder(from: unknown, to: unknown): boolean {
  const [start, end] = [timeText(from), timeText(to)];
  if (!start || !end) return true;
  const length = start.length > 19 && end.length > 19 ? 99 : Math.min(start.length, end.length, 19);
  return length === 99
    ? Date.parse(start) <= Date.parse(end)
    : start.slice(0, length) <= end.slice(0, length);
}

function possibleTrip(trip: JsonObject): boolean {
  const ends = TRIP_ENDS[String(trip["@type"])];
  if (!ends) return false;
  const [from, to] = [asObject(trip[ends[0]]), asObject(trip[ends[1]])];
  if (!named(from) || !named(to)) return false;
  if (!timeText(trip.departureTime) && !timeText(trip.departureDay)) return false;
  if (asText(from?.iataCode) && from?.iataCode === to?.iataCode && trip["@type"] === "Flight") return false;
  return (
    trip["@type"] !== "Flight" ||
    asText(trip.flightNumber) !== undefined ||
    asText(asObject(trip.airline)?.iataCode) !== undefined ||
    asText(asObject(trip.airline)?.name) !== undefined
  );
}
