import type { AirportTable } from "../places/airports.ts";
import { inZone } from "../places/zones.ts";
import type { Reading } from "../read-items.ts";
import { asObject, asText, type Json, type JsonObject, objectAt, timeText } from "../reservation.ts";
import { readText } from "../rules/read-text.ts";
import { normaliseTime } from "../schema/times.ts";
import { parseJsonLd } from "../structured/json-ld.ts";
import { TRIP_ENDS } from "../summary.ts";
import { htmlToText } from "../text/html-text.ts";
import { inEventZone } from "./event-zone.ts";
import { ownZones } from "./own-zones.ts";
import { type CalendarEvent, parseCalendar, propertyOf } from "./parse.ts";

/** How many characters of descriptions are read for bookings; events beyond them are events. */
const MAX_DESCRIBED = 60_000;

/**
 * Reads the events of a calendar: reservations that a program put into them as JSON-LD, else what their text
 * says, else the event itself.
 */
export function readCalendar(source: string, airports: AirportTable | undefined): Reading[] {
  let left = MAX_DESCRIBED;
  const clock = clockOf(source, airports);
  const method = /^METHOD:CANCEL\s*$/im.test(source.slice(0, 2_000));
  return parseCalendar(source).flatMap((event): Reading[] => {
    const embedded = parseJsonLd(propertyOf(event, "X-KDE-KITINERARY-RESERVATION")?.value ?? "");
    if (embedded.length > 0) return [{ items: embedded, foundBy: "marked" }];
    // What comes again every week is nobody's booking.
    const booked = left > 0 && !propertyOf(event, "RRULE") ? readDescription(event, airports, clock) : [];
    left -= propertyOf(event, "DESCRIPTION")?.value.length ?? 0;
    if (method || /^cancelled$/i.test(propertyOf(event, "STATUS")?.value.trim() ?? ""))
      for (const item of booked) item.reservationStatus = "http://schema.org/ReservationCancelled";
    const items = booked.length > 0 ? booked : [plainEvent(event, clock)];
    return [{ items, foundBy: "pass" }];
  });
}

/** Gives a wall clock (`YYYY-MM-DDTHH:MM:SS`) in the zone that a `TZID` names, as far as that is known. */
type Clock = (time: string, zone: string) => Json;

/** A zone that nobody knows by its name may be described in the calendar itself. */
function clockOf(source: string, airports: AirportTable | undefined): Clock {
  const described = ownZones(source);
  return (time, zone) => {
    const known = inEventZone(time, zone, airports);
    if (known) return known;
    const own = described.get(zone)?.(time) ?? "";
    return /^[+-]\d\d:\d\d$/.test(own) ? `${time}${own}` : (inEventZone(time, own, airports) ?? time);
  };
}

function readDescription(
  event: CalendarEvent,
  airports: AirportTable | undefined,
  clock: Clock,
): JsonObject[] {
  const raw = (propertyOf(event, "DESCRIPTION")?.value ?? "").slice(0, MAX_DESCRIBED);
  const text = `${propertyOf(event, "SUMMARY")?.value ?? ""}\n${/<br|<p[ >]/i.test(raw) ? htmlToText(raw) : raw}`;
  const start = eventTime(event, "DTSTART", clock);
  const day = timeText(start)?.slice(0, 10);
  const items = readText(text, { airports, mailDate: day, asCalendar: true })
    .map((one): JsonObject => one.reservation)
    .filter((item) => TRIP_ENDS[String(objectAt(item, "reservationFor")?.["@type"])] !== undefined);
  const [first, last] = [objectAt(items[0], "reservationFor"), objectAt(items.at(-1), "reservationFor")];
  if (first) first.departureTime = surer(first.departureTime, start, items.length === 1);
  if (last) last.arrivalTime = surer(last.arrivalTime, endOf(event, clock), items.length === 1);
  return items;
}

/** The event's own moment, when the text tells the same clock or, for a single ride, an instant that is fixed. */
function surer(read: Json | undefined, own: Json | undefined, single: boolean): Json | undefined {
  const [text, moment] = [timeText(read), timeText(own)];
  if (!moment) return read;
  if (single && moment.endsWith("Z")) return own;
  return text !== undefined && text.slice(11, 16) === moment.slice(11, 16) ? own : read;
}

function eventTime(event: CalendarEvent, name: string, clock: Clock): Json | undefined {
  const property = propertyOf(event, name);
  const time = property && normaliseTime(property.value);
  if (!time) return undefined;
  const zone = property.parameters.TZID;
  return zone && time.length === 19 ? clock(time, zone) : time;
}

/** When an event ends, by its end or by how long it takes. The end of whole days is the day after (RFC 5545, 3.6.1). */
function endOf(event: CalendarEvent, clock: Clock): Json | undefined {
  const end = eventTime(event, "DTEND", clock);
  const start = eventTime(event, "DTSTART", clock);
  if (typeof end === "string" && end.length === 10) {
    const last = new Date(Date.parse(end) - DAY).toISOString().slice(0, 10);
    return last < (timeText(start) ?? "") ? end : last;
  }
  const lasts = end ?? lengthOf(propertyOf(event, "DURATION")?.value ?? "");
  if (typeof lasts !== "number") return lasts;
  const [from, zone] = [timeText(start), asText(asObject(start)?.timezone)];
  if (!from || from.length === 10) return undefined;
  const local = from.length === 19;
  const until = new Date(Date.parse(local ? `${from}Z` : from) + lasts).toISOString().slice(0, 19);
  return zone ? inZone(`${until}Z`, zone) : until + (local ? "" : "Z");
}

const DAY = 86_400_000;

/** The milliseconds of an iCalendar duration such as `PT1H30M`. */
function lengthOf(duration: string): number | undefined {
  const [whole, weeks, days, hours, minutes, seconds] =
    /^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)?$/.exec(
      duration.trim(),
    ) ?? [];
  const part = (value: string | undefined, unit: number) => Number(value ?? 0) * unit;
  return whole
    ? part(weeks, 7 * DAY) +
        part(days, DAY) +
        part(hours, 3_600_000) +
        part(minutes, 60_000) +
        part(seconds, 1_000)
    : undefined;
}

function plainEvent(event: CalendarEvent, clock: Clock): JsonObject {
  const value = (name: string) => asText(propertyOf(event, name)?.value.trim());
  const at = value("LOCATION");
  const item: JsonObject = {
    "@type": "Event",
    name: value("SUMMARY"),
    startDate: eventTime(event, "DTSTART", clock),
    endDate: endOf(event, clock),
  };
  const location = at ? locationOf(at) : undefined;
  if (location) item.location = location.address ? location : { ...location, ...pointOf(event) };
  const [description, url] = [value("DESCRIPTION"), value("URL")];
  if (description) item.description = description;
  if (url && /^https?:/.test(url)) item.url = url;
  return asObject(item) ?? {};
}

function pointOf(event: CalendarEvent): JsonObject {
  const [, latitude, longitude] =
    /^(-?\d{1,2}(?:\.\d{1,9})?);(-?\d{1,3}(?:\.\d{1,9})?)$/.exec(
      propertyOf(event, "GEO")?.value.trim() ?? "",
    ) ?? [];
  return latitude && longitude
    ? { geo: { "@type": "GeoCoordinates", latitude: Number(latitude), longitude: Number(longitude) } }
    : {};
}

/** "Name (street, town, country)" taken apart; anything else is a name. */
function locationOf(text: string): JsonObject {
  const parts = /^([^()]{1,120}?)\s?\(([^()]{3,200})\)$/.exec(text);
  if (!parts?.[2]) return { "@type": "Place", name: text };
  const pieces = parts[2].split(",").map((piece) => piece.trim());
  const country = pieces.length > 2 ? pieces.pop()?.replace(/(?<!\s)\s{1,4}[\d -]{3,10}$/, "") : undefined;
  const [street, town, region] = pieces;
  return {
    "@type": "Place",
    name: parts[1],
    address: {
      "@type": "PostalAddress",
      streetAddress: street,
      addressLocality: town,
      addressRegion: region,
      addressCountry: country,
    },
  };
}
