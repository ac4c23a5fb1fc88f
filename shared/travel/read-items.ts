import { completeReservations } from "./normalise/complete.ts";
import { isPossible } from "./normalise/validate.ts";
import type { AirportTable } from "./places/airports.ts";
import type { FoundBy, JsonObject } from "./reservation.ts";
import { normaliseJsonLd } from "./schema/normalise.ts";

/** Items that one reader found, before they are completed. */
export type Reading = { items: JsonObject[]; foundBy: FoundBy; unsure?: string[] };

/** A completed item, and how it was found. */
export type FoundItem = { item: JsonObject; foundBy: FoundBy; unsure: string[] };

/**
 * Brings what the readers found into form: schema.org's names, zones and places, doubles merged, what cannot be
 * left out. An item that several readers found keeps the mark of the surest of them.
 */
export function finishReadings(
  readings: readonly Reading[],
  airports: AirportTable | undefined,
): FoundItem[] {
  const order: FoundBy[] = ["marked", "pass", "rule"];
  const done: FoundItem[] = [];
  for (const foundBy of order) {
    for (const reading of readings.filter((one) => one.foundBy === foundBy)) {
      const items = completeReservations(normaliseJsonLd(reading.items), airports).filter(isPossible);
      done.push(...items.map((item) => ({ item, foundBy, unsure: reading.unsure ?? [] })));
    }
  }
  return done;
}
