import { asObject, asText, type JsonObject, timeText } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";

const MAX_COMPARED = 60;

type Ride = { item: JsonObject; from: string; to: string; leaves: string; arrives: string; number: boolean };

/**
 * Leaves out an overview ("Berlin to Bonn") when rides of the same mail make it up ("Berlin to Köln", "Köln to
 * Bonn"). What only the overview knows, such as the price and the traveller, goes to the parts.
 */
export function filterTriangles(items: JsonObject[]): JsonObject[] {
  const rides = items.slice(0, MAX_COMPARED).flatMap((item) => rideOf(item) ?? []);
  const dropped = new Set<JsonObject>();
  for (const whole of rides) {
    if (whole.number) continue;
    const first = rides.find(
      (one) =>
        one !== whole &&
        one.number &&
        one.from === whole.from &&
        one.leaves === whole.leaves &&
        one.to !== whole.to,
    );
    const last = rides.find(
      (one) =>
        one !== whole &&
        one.number &&
        one.to === whole.to &&
        one.arrives === whole.arrives &&
        one.from !== whole.from,
    );
    if (!first || !last || first === last) continue;
    dropped.add(whole.item);
    for (const part of rides) {
      if (part.leaves >= whole.leaves && part.arrives <= whole.arrives && part !== whole)
        inherit(part.item, whole.item);
    }
  }
  return items.filter((item) => !dropped.has(item));
}

function rideOf(item: JsonObject): Ride | undefined {
  const trip = asObject(item.reservationFor);
  const ends = trip && TRIP_ENDS[String(trip["@type"])];
  if (!trip || !ends || trip["@type"] === "Flight") return undefined;
  const place = (key: string) => asText(asObject(trip[key])?.name) ?? "";
  const [leaves, arrives] = [timeText(trip.departureTime), timeText(trip.arrivalTime)];
  if (!leaves || !arrives) return undefined;
  return {
    item,
    from: place(ends[0]),
    to: place(ends[1]),
    leaves: leaves.slice(0, 16),
    arrives: arrives.slice(0, 16),
    number: Boolean(asText(trip.trainNumber) ?? asText(trip.busNumber) ?? asText(trip.trainName)),
  };
}

function inherit(part: JsonObject, whole: JsonObject): void {
  for (const key of [
    "reservationNumber",
    "underName",
    "totalPrice",
    "priceCurrency",
    "reservedTicket",
    "url",
  ]) {
    if (part[key] === undefined && whole[key] !== undefined) part[key] = structuredClone(whole[key]);
  }
}
