import { type JsonObject, timeText } from "../reservation.ts";
import { startOf } from "../summary.ts";

/** Gives what reservations are put in order by: the wall clock of their beginning, what has none last. */
export function startKey(item: JsonObject): string {
  return (timeText(item["@type"] === "Event" ? item.startDate : startOf(item)) ?? "9999").slice(0, 19);
}
