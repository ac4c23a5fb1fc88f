import { asText, type JsonObject, objectAt, timeText } from "../reservation.ts";
import { startOf } from "../summary.ts";

/** Gives what reservations are put in order by: the wall clock of their beginning, what has none last; then the traveller. */
export function startKey(item: JsonObject): string {
  const start = timeText(item["@type"] === "Event" ? item.startDate : startOf(item)) ?? "9999";
  return `${start.slice(0, 19)} ${asText(objectAt(item, "underName")?.name) ?? ""}`;
}
