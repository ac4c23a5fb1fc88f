import type { AirportTable } from "../places/airports.ts";
import { asObject, asText, type JsonObject } from "../reservation.ts";
import { TRIP_ENDS } from "../summary.ts";
import { zoned } from "./place.ts";

/**
 * Gives the times of a ride by rail, bus or ferry their zones where the towns that its stations are named after have
 * one ("London St Pancras", "Paris Nord"): without them, nobody elsewhere sees the right hour, and a journey between
 * two zones seems an hour too long. What has a zone keeps it; a name that no town is known for stays without.
 */
export function zoneByStations<T extends JsonObject>(item: T, airports: AirportTable | undefined): T {
  const ride = asObject(item.reservationFor);
  const ends = ride && TRIP_ENDS[String(ride["@type"])];
  if (!ride || !ends || !airports || ride["@type"] === "Flight") return item;
  const zone = (end: string) => airports.zoneOfTown(asText(asObject(ride[end])?.name) ?? "");
  const timed: JsonObject = { ...ride };
  for (const [key, end] of [
    ["departureTime", ends[0]],
    ["arrivalTime", ends[1]],
  ] as const)
    if (ride[key] !== undefined) timed[key] = zoned(ride[key], zone(end));
  return { ...item, reservationFor: timed };
}
