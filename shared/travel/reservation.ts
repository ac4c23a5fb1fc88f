/**
 * The shapes that pass between the stages. A reservation is a schema.org object as plain JSON
 * (https://schema.org/Reservation); a time with a known zone is a {@link ZonedTime}, one without is a
 * plain string `YYYY-MM-DDTHH:MM:SS`, and a day alone is `YYYY-MM-DD`.
 */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json | undefined };

/** A moment with its IANA zone. The `@type` is the name that the reservation format of KItinerary gives it. */
export type ZonedTime = { "@type": "QDateTime"; "@value": string; timezone: string };

/** A schema.org reservation: always a `@type`, mostly a `reservationFor`. */
export type Reservation = JsonObject & { "@type": string };

/**
 * How a reservation was found: in markup that its sender put there (`marked`), in a pass, barcode or
 * calendar entry (`pass`), or by reading the text (`rule`).
 */
export type FoundBy = "marked" | "pass" | "rule";

/** A reservation, how it was found, and the paths of the fields that a person should look at. */
export type FoundReservation = { reservation: Reservation; foundBy: FoundBy; unsure: string[] };

/** Gives the value when it is a plain object, else undefined. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** Gives the plain objects of a list, or the value itself as the only one. */
export function objectsOf(value: unknown): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).map(asObject).filter((one) => one !== undefined);
}

/** Gives the value when it is a non-empty string, else undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Gives the ISO text of a time in either form, else undefined. */
export function timeText(value: unknown): string | undefined {
  return asText(value) ?? asText(asObject(value)?.["@value"]);
}

/** Gives the object at a path of keys, else undefined. */
export function objectAt(value: unknown, ...path: string[]): JsonObject | undefined {
  let at = asObject(value);
  for (const key of path) at = asObject(at?.[key]);
  return at;
}
