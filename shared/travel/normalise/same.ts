import { asObject, asText, type Json, type JsonObject, objectAt, timeText } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";
import { mergeReservations } from "./merge.ts";

const MAX_COMPARED = 200;

/** Merges items of one document that tell of the same booking of the same person. */
export function mergeSame(items: JsonObject[]): JsonObject[] {
  const kept: JsonObject[] = [];
  for (const item of items) {
    const at = kept.slice(0, MAX_COMPARED).findIndex((one) => isSameBooking(one, item));
    const before = kept[at];
    if (before) kept[at] = mergeReservations(before, item);
    else kept.push(item);
  }
  return kept;
}

/** Tells whether two reservations are one booking: the same trip, no other number, no other traveller, no other ticket. */
export function isSameBooking(a: JsonObject, b: JsonObject): boolean {
  if (a["@type"] !== b["@type"]) return false;
  if (a["@type"] === "TaxiReservation") return sameTaxi(a, b);
  if (!(asObject(a.reservationFor) || a["@type"] === "Event")) return false;
  if (conflict(a.reservationNumber, b.reservationNumber)) return false;
  const [ticketA, ticketB] = [objectAt(a, "reservedTicket"), objectAt(b, "reservedTicket")];
  if (conflict(ticketA?.ticketNumber, ticketB?.ticketNumber)) return false;
  if (conflict(objectAt(ticketA, "ticketedSeat")?.seatNumber, objectAt(ticketB, "ticketedSeat")?.seatNumber))
    return false;
  if (conflict(a.airplaneSeat, b.airplaneSeat)) return false;
  if (otherPerson(objectAt(a, "underName"), objectAt(b, "underName"))) return false;
  const [tripA, tripB] = [asObject(a.reservationFor) ?? a, asObject(b.reservationFor) ?? b];
  const ends = TRIP_ENDS[String(tripA["@type"])];
  if (ends) return sameRide(tripA, tripB, ends);
  const times = ["checkinTime", "checkoutTime", "pickupTime", "startTime"];
  const [nameA, nameB] = [fold(tripA.name), fold(tripB.name)];
  // One mail may name a house with its town and another without, where the number shows that they mean one stay.
  const numbered = fold(a.reservationNumber) !== "" && fold(b.reservationNumber) !== "";
  return (
    (nameA === nameB || (numbered && (nameA.startsWith(nameB) || nameB.startsWith(nameA)))) &&
    nameA !== "" &&
    nameB !== "" &&
    times.every((key) => !conflict(day(a[key]), day(b[key]))) &&
    !conflict(day(tripA.startDate), day(tripB.startDate))
  );
}

function sameTaxi(a: JsonObject, b: JsonObject): boolean {
  const [from, to] = [objectAt(a, "pickupLocation"), objectAt(b, "pickupLocation")];
  return (
    !conflict(a.reservationNumber, b.reservationNumber) &&
    fold(from?.name) !== "" &&
    fold(from?.name) === fold(to?.name) &&
    timeText(a.pickupTime)?.slice(0, 16) === timeText(b.pickupTime)?.slice(0, 16)
  );
}

function sameRide(a: JsonObject, b: JsonObject, ends: readonly [string, string]): boolean {
  const number = (trip: JsonObject) =>
    fold(trip.flightNumber ?? trip.trainNumber ?? trip.busNumber).replace(/^0+/, "");
  if (number(a) && number(b) && number(a) !== number(b)) return false;
  if (conflict(objectAt(a, "airline")?.iataCode, objectAt(b, "airline")?.iataCode)) return false;
  for (const end of ends) {
    const [placeA, placeB] = [objectAt(a, end), objectAt(b, end)];
    if (
      asText(placeA?.iataCode) && asText(placeB?.iataCode)
        ? placeA?.iataCode !== placeB?.iataCode
        : fold(placeA?.name) !== fold(placeB?.name)
    )
      return false;
  }
  const leaves = (trip: JsonObject) => day(trip.departureTime) || day(trip.departureDay);
  if (leaves(a) !== leaves(b)) return false;
  if (number(a) && number(b)) return true;
  return !conflict(timeText(a.departureTime)?.slice(0, 16), timeText(b.departureTime)?.slice(0, 16));
}

const fold = (value: Json | undefined) =>
  String(value ?? "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
const day = (value: Json | undefined) => (timeText(value) ?? "").slice(0, 10);
const conflict = (a: Json | undefined, b: Json | undefined) =>
  fold(a) !== "" && fold(b) !== "" && fold(a) !== fold(b);

/** Names clash when neither holds all words of the other; case, order and accents do not matter. */
function otherPerson(a: JsonObject | undefined, b: JsonObject | undefined): boolean {
  const words = (person: JsonObject | undefined) =>
    new Set(
      String(person?.name ?? "")
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter(Boolean),
    );
  const [left, right] = [words(a), words(b)];
  if (left.size === 0 || right.size === 0) return false;
  const initial = (one: Set<string>, other: Set<string>) =>
    [...one].every(
      (word) => other.has(word) || (word.length === 1 && [...other].some((long) => long.startsWith(word))),
    );
  return !initial(left, right) && !initial(right, left);
}
