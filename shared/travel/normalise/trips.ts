import type { Airport, AirportTable } from "../places/airports.ts";
import { asObject, asText, type JsonObject, timeText } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";
import { completePlace, zoned } from "./place.ts";

const TERMINAL =
  /(?:(?<![\s,(-])[\s,(-]{1,4}(?:TERMINAL|Terminal)\s{1,2}|\sT(?=\d)|(?<=[\u3040-\u9fff])T(?=\d))([A-Z0-9]{1,2})\)?$/;

/** Completes a flight: airport codes by name, country, place, zones, the day it leaves, an arrival after midnight. */
export function completeFlight(flight: JsonObject, airports: AirportTable | undefined): void {
  for (const side of ["departure", "arrival"] as const) {
    const airport = asObject(flight[`${side}Airport`]);
    if (!airport) continue;
    const terminal = TERMINAL.exec(asText(airport.name) ?? "");
    if (terminal) {
      airport.name = (asText(airport.name) ?? "").slice(0, terminal.index).trim();
      if (!asText(flight[`${side}Terminal`]) && terminal[1]) flight[`${side}Terminal`] = terminal[1];
    }
    const zone = completeAirport(airport, airports);
    flight[`${side}Time`] = zoned(flight[`${side}Time`], zone);
    if (side === "departure") flight.boardingTime = zoned(flight.boardingTime, zone);
  }
  const airline = asObject(flight.airline);
  const code = asText(airline?.iataCode);
  if (airline && code) airline.iataCode = code.trim().toUpperCase();
  departureDay(flight);
  rollOver(flight);
}

function completeAirport(airport: JsonObject, airports: AirportTable | undefined): string | undefined {
  const name = asText(airport.name)?.trim();
  if (name) airport.name = name;
  // A name of three capitals that an airport has for its code is that code.
  const bare = name && /^[A-Z]{3}$/.test(name) && airports?.byCode(name) ? name : undefined;
  const code = asText(airport.iataCode)?.trim().toUpperCase() ?? bare;
  if (code) airport.iataCode = code;
  if (bare && bare === code) airport.name = undefined;
  let known: Airport | undefined = code && /^[A-Z]{3}$/.test(code) ? airports?.byCode(code) : undefined;
  if (!code && name) {
    known = airports?.byName(name);
    if (known) airport.iataCode = known.iata;
  }
  // Which of a town's airports is meant may be open; what the clock shows there is not.
  if (!known) return completePlace(airport, airports) ?? airports?.zoneOfTown(name ?? "");
  const address = asObject(airport.address);
  airport.address = { "@type": "PostalAddress", ...(address ?? {}), addressCountry: known.country };
  if (!asObject(airport.geo))
    airport.geo = { "@type": "GeoCoordinates", latitude: known.latitude, longitude: known.longitude };
  return known.zone;
}

/** Completes a ride by rail, bus or ferry: its stations' zones and the day it leaves. */
export function completeRide(ride: JsonObject, airports: AirportTable | undefined): void {
  const ends = TRIP_ENDS[String(ride["@type"])];
  if (!ends) return;
  const [from, to] = [asObject(ride[ends[0]]), asObject(ride[ends[1]])];
  const [here, there] = [completePlace(from, airports), completePlace(to, airports)];
  ride.departureTime = zoned(ride.departureTime, here);
  ride.arrivalTime = zoned(ride.arrivalTime, there);
  departureDay(ride);
  rollOver(ride);
}

function departureDay(trip: JsonObject): void {
  const time = timeText(trip.departureTime);
  if (time?.length === 10) {
    trip.departureDay ??= time;
    trip.departureTime = undefined;
  } else if (time) trip.departureDay ??= time.slice(0, 10);
  if (timeText(trip.arrivalTime)?.length === 10) trip.arrivalTime = undefined;
  if (trip["@type"] === "BoatTrip") trip.departureDay = undefined;
}

/** An arrival that would lie before its departure, by less than a day, was written without its own day. */
function rollOver(trip: JsonObject): void {
  const [leaves, arrives] = [timeText(trip.departureTime), timeText(trip.arrivalTime)];
  if (!leaves || !arrives || leaves.length < 19 || arrives.length < 19) return;
  const both = leaves.length > 19 && arrives.length > 19;
  const instant = (text: string) => Date.parse(both ? text : `${text.slice(0, 19)}Z`);
  const gap = instant(leaves) - instant(arrives);
  if (gap <= 0) return;
  if (gap >= 86_400_000) {
    // Days apart and backwards: one of the two is wrong, and without an arrival the trip can still be.
    trip.arrivalTime = undefined;
    return;
  }
  const next = new Date(Date.parse(`${arrives.slice(0, 10)}T00:00:00Z`) + 86_400_000)
    .toISOString()
    .slice(0, 10);
  const zone = asText(asObject(trip.arrivalTime)?.timezone);
  const moved = `${next}${arrives.slice(10, 19)}`;
  trip.arrivalTime = zone ? (zoned(moved, zone) ?? moved) : `${moved}${arrives.slice(19)}`;
}
