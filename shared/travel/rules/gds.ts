import { asObject, type JsonObject, type Reservation } from "../reservation.ts";
import { findDates } from "../text/dates.ts";
import type { Document } from "./document.ts";
import { addDays, isoDay } from "./year.ts";

/** A flight segment as booking systems of travel agents print it: number, class, day, airports, status, times. */
const SEGMENT =
  /^\s{0,6}\d{1,2}[.\s]\s{0,3}(?<carrier>[A-Z][A-Z0-9]|\d[A-Z])\s{0,4}(?<number>\d{1,4})\s{0,3}[A-Z]\s{1,4}(?:[A-Z]{2,3}\s?(?=\d))?(?<day>\d{1,2}[A-Z]{3})\s{0,3}(?:[1-7A-Z]\s{1,2}|\d\s?)?[*]?(?<from>[A-Z]{3})\s?(?<to>[A-Z]{3})\s{0,3}[*]?(?<status>[A-Z]{2})\d{1,2}\s{1,5}(?<leaves>\d{4})\s{1,5}(?<later>[#+*]?)(?<arrives>\d{4})(?<plus>\+\d)?/;
const TRAVELLER =
  /(?<!\S)\d{1,2}\.\s?\d(?<family>[A-Z][A-Z '-]{0,30})\/(?<given>[A-Z][A-Z '-]{0,30}?)(?: (?:MR|MRS|MS|MISS|MSTR|DR))?(?=\*|\s{2,}|\s*$|\s\d)/g;
/** Who flies it, in the line below its segment: "7:         OPERATED BY SAMPLE AIR". */
const OPERATED = /^\s{0,8}(?:\d{1,2}:)?\s{0,12}OPERATED BY (?<name>\S[^*]{1,40}?)\s*$/;
/** A line that is a name as tickets print it: "CALLER/SAMPLE MR". */
const ALONE =
  /^\s{0,8}(?<family>[A-Z][A-Z'-]{1,30})\/(?<given>[A-Z][A-Z' -]{1,30}?)(?:\s?(?:MR|MRS|MS|MISS|MSTR|DR))?\s*$/;
const HELD = new Set(["HK", "HS", "TK", "KK", "KL", "SS", "RR", "GK", "HL"]);

/** Reads the segments of an agent's itinerary: one reservation per flight and traveller. */
export function readAgentItinerary(document: Document): Reservation[] {
  const flights: JsonObject[] = [];
  const travellers: JsonObject[] = [];
  for (const line of document.lines) {
    const segment = SEGMENT.exec(line.text)?.groups;
    if (segment && HELD.has(segment.status ?? "")) {
      const flight = flightOf(segment, document);
      if (flight) flights.push(flight);
    } else if (OPERATED.test(line.text)) {
      const airline = asObject(flights.at(-1)?.airline);
      if (airline) airline.name ??= OPERATED.exec(line.text)?.groups?.name ?? "";
    } else {
      const alone = ALONE.exec(line.text);
      for (const match of alone ? [alone] : line.text.matchAll(TRAVELLER)) {
        const [family, given] = [match.groups?.family ?? "", match.groups?.given ?? ""];
        travellers.push({
          "@type": "Person",
          familyName: family,
          givenName: given,
          name: `${given} ${family}`,
        });
      }
    }
  }
  const names = travellers.length > 0 ? travellers.slice(0, 12) : [undefined];
  return flights.slice(0, 40).flatMap((flight) =>
    names.map(
      (underName): Reservation => ({
        "@context": "http://schema.org",
        "@type": "FlightReservation",
        reservationFor: flight,
        ...(underName ? { underName } : {}),
      }),
    ),
  );
}

function flightOf(segment: Record<string, string>, document: Document): JsonObject | undefined {
  const date = findDates(`${segment.day?.slice(0, -3)} ${segment.day?.slice(-3)}`, "dmy")[0];
  const day = date && isoDay(date, document.mailDay, document.mailDay ? [] : document.days);
  if (!day) return undefined;
  const clock = (text = "") => `${text.slice(0, 2)}:${text.slice(2)}:00`;
  const later = segment.later === "#" || segment.later === "+" ? 1 : Number(segment.plus?.slice(1) ?? 0);
  return {
    "@type": "Flight",
    flightNumber: (segment.number ?? "").replace(/^0+(?=\d)/, ""),
    airline: { "@type": "Airline", iataCode: segment.carrier ?? "" },
    departureAirport: { "@type": "Airport", iataCode: segment.from ?? "" },
    arrivalAirport: { "@type": "Airport", iataCode: segment.to ?? "" },
    departureTime: `${day}T${clock(segment.leaves)}`,
    arrivalTime: `${addDays(day, later)}T${clock(segment.arrives)}`,
    departureDay: day,
  };
}
