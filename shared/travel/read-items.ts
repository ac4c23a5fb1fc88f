import { completeReservations } from "./normalise/complete.ts";
import { mergeReservations } from "./normalise/merge.ts";
import { isSameBooking } from "./normalise/same.ts";
import { isPossible } from "./normalise/validate.ts";
import type { AirportTable } from "./places/airports.ts";
import { type FoundBy, type JsonObject, objectAt } from "./reservation.ts";
import { normaliseJsonLd } from "./schema/normalise.ts";

/** Items that one reader found, before they are completed. */
export type Reading = { items: JsonObject[]; foundBy: FoundBy; unsure?: string[] };

/** A completed item, and how it was found. */
export type FoundItem = { item: JsonObject; foundBy: FoundBy; unsure: string[] };

const MAX_COMPARED = 200;

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
      for (const item of completeReservations(normaliseJsonLd(reading.items), airports).filter(isPossible)) {
        const known = done.slice(0, MAX_COMPARED).find((one) => isSameBooking(one.item, item));
        if (known) known.item = mergeReservations(item, known.item);
        else done.push({ item, foundBy, unsure: doubtsOf(item, reading.unsure ?? []) });
      }
    }
  }
  return done;
}

/** A doubt is about a field that the item has, or about a booking number that it lacks. */
function doubtsOf(item: JsonObject, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const keys = path.split(".");
    const value = objectAt(item, ...keys.slice(0, -1))?.[keys.at(-1) ?? ""];
    return path === "reservationNumber" ? value === undefined : value !== undefined;
  });
}
