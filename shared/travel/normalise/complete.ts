import type { AirportTable } from "../places/airports.ts";
import { asObject, asText, type Json, type JsonObject } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";
import { startKey } from "./order.ts";
import { completePlace, zoned } from "./place.ts";
import { mergeSame } from "./same.ts";
import { filterTriangles } from "./triangles.ts";
import { completeFlight, completeRide } from "./trips.ts";

/**
 * Completes normalised reservations: places, zones, days and names, doubles merged, overviews of a journey whose
 * parts are there left out, in the order in which they begin. Works on copies.
 */
export function completeReservations(
  items: readonly JsonObject[],
  airports: AirportTable | undefined,
): JsonObject[] {
  const completed = items.map((item) => tidy(completeOne(structuredClone(item), airports)) as JsonObject);
  const merged = mergeSame(completed);
  return filterTriangles(merged)
    .map((item, index) => ({ item, index }))
    .sort((a, b) => startKey(a.item).localeCompare(startKey(b.item)) || a.index - b.index)
    .map((one) => one.item);
}

function completeOne(item: JsonObject, airports: AirportTable | undefined): JsonObject {
  const about = asObject(item.reservationFor);
  completePerson(asObject(item.underName));
  const number = asText(item.reservationNumber);
  if (number) item.reservationNumber = number.trim();
  switch (item["@type"]) {
    case "FlightReservation":
      if (about) completeFlight(about, airports);
      break;
    case "LodgingReservation": {
      const zone = completePlace(about, airports);
      for (const key of ["checkinTime", "checkoutTime"]) item[key] = zoned(item[key], zone);
      break;
    }
    case "FoodEstablishmentReservation": {
      const zone = completePlace(about, airports);
      for (const key of ["startTime", "endTime"]) item[key] = zoned(item[key], zone);
      break;
    }
    case "RentalCarReservation":
    case "TaxiReservation": {
      const pickup = completePlace(asObject(item.pickupLocation), airports);
      const dropoff = completePlace(asObject(item.dropoffLocation), airports);
      item.pickupTime = zoned(item.pickupTime, pickup);
      item.dropoffTime = zoned(item.dropoffTime, dropoff ?? pickup);
      break;
    }
    case "EventReservation":
      if (about) completeEvent(about, airports);
      break;
    case "Event":
      completeEvent(item, airports);
      break;
    default:
      if (about && TRIP_ENDS[String(about["@type"])]) completeRide(about, airports);
      else completePlace(about ?? item, airports);
  }
  return item;
}

function completeEvent(event: JsonObject, airports: AirportTable | undefined): void {
  const zone = completePlace(asObject(event.location), airports);
  for (const key of ["startDate", "endDate", "doorTime"]) event[key] = zoned(event[key], zone);
}

function completePerson(person: JsonObject | undefined): void {
  if (!person) return;
  const [given, family] = [asText(person.givenName), asText(person.familyName)];
  if (!asText(person.name) && (given || family)) person.name = [given, family].filter(Boolean).join(" ");
  const name = asText(person.name)?.trim().replace(/\s+/g, " ");
  if (name) person.name = withoutTitle(name);
}

const TITLE =
  /^(?:mr|mrs|ms|miss|mstr|dr|prof|herr|frau|mme|mlle|monsieur|madame|sr|sra|señor|señora|sig|sig\.ra|pan|paní|pani|dhr|mevr)\b\.?\s+(?=\S)/iu;

/** A name without the title before it: two mails about one person often differ in it. */
function withoutTitle(name: string): string {
  const short = name.replace(TITLE, "");
  return short.length > 1 ? short : name;
}

/** Texts whose blanks and line ends are their own. */
const AS_WRITTEN = new Set(["description", "ticketToken", "token"]);

/** Leaves out what is undefined, objects that hold nothing but their type, and blanks around and within names. */
function tidy(value: Json | undefined, of = ""): Json | undefined {
  if (Array.isArray(value)) return value.map((one) => tidy(one, of) ?? null);
  if (typeof value === "string" && !AS_WRITTEN.has(of))
    return /name$/i.test(of) ? value.trim().replace(/\s+/g, " ") : value.trim();
  const object = asObject(value);
  if (!object) return value;
  const kept: JsonObject = {};
  for (const key of Object.keys(object).sort()) {
    const inner = tidy(object[key], key);
    const empty = asObject(inner) && Object.keys(asObject(inner) ?? {}).every((one) => one === "@type");
    if (inner !== undefined && !empty && !(Array.isArray(inner) && inner.length === 0)) kept[key] = inner;
  }
  return kept;
}
