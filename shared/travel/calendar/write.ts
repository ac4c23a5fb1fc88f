import { countryName } from "../places/countries.ts";
import { asObject, asText, type JsonObject, objectAt, timeText } from "../reservation.ts";
import { startOf, TRIP_ENDS, tripNumber } from "../summary.ts";

/** A moment of an event: the wall clock with its zone, an instant, a floating time, or a whole day. */
type Moment = { parameters: string; value: string };

/**
 * Gives reservations as an iCalendar text (RFC 5545): one event per trip, stay, table or show; several travellers of
 * one trip share one. `stamp` (`YYYYMMDDTHHMMSSZ`) is when it is written. What has no beginning gives no event.
 */
export function writeCalendar(items: readonly JsonObject[], stamp: string): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sidedesk//Travel//EN", "CALSCALE:GREGORIAN"];
  for (const group of groupByTrip(items)) lines.push(...writeEvent(group, stamp));
  lines.push("END:VCALENDAR");
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

function groupByTrip(items: readonly JsonObject[]): JsonObject[][] {
  const groups = new Map<string, JsonObject[]>();
  for (const item of items) {
    const key = JSON.stringify([item["@type"], item.reservationNumber, title(item), timeText(begin(item))]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

const begin = (item: JsonObject) => (item["@type"] === "Event" ? item.startDate : startOf(item));

function writeEvent(group: JsonObject[], stamp: string): string[] {
  const item = group[0];
  if (!item) return [];
  const about = asObject(item.reservationFor) ?? item;
  const stay = item["@type"] === "LodgingReservation";
  const cancelled = /Cancelled$/.test(String(item.reservationStatus ?? ""));
  const start = stay ? wholeDay(item.checkinTime, 0) : momentOf(begin(item));
  const end = stay ? wholeDay(item.checkoutTime, 1) : momentOf(endOf(item, about));
  if (!start) return [];
  const place = placeOf(item, about);
  const geo = objectAt(place, "geo");
  const where = locationText(item, place);
  const lines = ["BEGIN:VEVENT", `DTSTAMP:${stamp}`, `UID:${uidOf(item)}`];
  lines.push(`SUMMARY:${escapeText((cancelled ? "Canceled: " : "") + title(item))}`);
  if (where) lines.push(`LOCATION:${escapeText(where)}`);
  if (geo) lines.push(`GEO:${Number(geo.latitude).toFixed(6)};${Number(geo.longitude).toFixed(6)}`);
  lines.push(`DTSTART${start.parameters}:${start.value}`);
  if (end) lines.push(`DTEND${end.parameters}:${end.value}`);
  const description = describe(group, about);
  if (description) lines.push(`DESCRIPTION:${escapeText(description)}`);
  lines.push(`TRANSP:${cancelled || stay ? "TRANSPARENT" : "OPAQUE"}`);
  lines.push(`X-KDE-KITINERARY-RESERVATION:${escapeText(JSON.stringify(group))}`);
  const boarding = timeText(about.boardingTime);
  const departs = timeText(about.departureTime);
  if (boarding && departs && !cancelled) {
    const minutes = Math.round((Date.parse(departs) - Date.parse(boarding)) / 60_000);
    if (minutes > 0 && minutes < 600)
      lines.push(
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escapeText(`Boarding: ${title(item)}`)}`,
        `TRIGGER:-PT${minutes}M`,
        "END:VALARM",
      );
  }
  lines.push("END:VEVENT");
  return lines;
}

function title(item: JsonObject): string {
  const about = asObject(item.reservationFor) ?? item;
  const ends = TRIP_ENDS[String(about["@type"])];
  const code = (value: unknown) => asText(asObject(value)?.iataCode) ?? asText(asObject(value)?.name) ?? "";
  const name = (value: unknown) => asText(asObject(value)?.name) ?? "";
  const number = tripNumber(about) ?? "";
  const words: Record<string, string> = {
    FlightReservation: "Flight",
    TrainReservation: "Train",
    BusReservation: "Bus",
    BoatReservation: "Ferry",
  };
  const word = words[String(item["@type"])];
  if (ends && word) {
    const place = word === "Flight" ? code : name;
    return `${word}${number ? ` ${number}` : ""} from ${place(about[ends[0]])} to ${place(about[ends[1]])}`;
  }
  switch (item["@type"]) {
    case "LodgingReservation":
      return `Hotel reservation: ${name(about)}`;
    case "FoodEstablishmentReservation":
      return `Restaurant reservation: ${name(about)}`;
    case "RentalCarReservation":
      return `Rental car reservation: ${name(objectAt(about, "rentalCompany")) || name(about) || name(item.pickupLocation)}`;
    case "TaxiReservation":
      return `Taxi from ${name(item.pickupLocation)}${name(item.dropoffLocation) ? ` to ${name(item.dropoffLocation)}` : ""}`;
    default:
      return name(about);
  }
}

function endOf(item: JsonObject, about: JsonObject): unknown {
  return about.arrivalTime ?? about.endDate ?? item.dropoffTime ?? item.endTime;
}

function placeOf(item: JsonObject, about: JsonObject): JsonObject | undefined {
  const ends = TRIP_ENDS[String(about["@type"])];
  if (ends) return asObject(about[ends[0]]);
  return (
    asObject(item.pickupLocation) ??
    asObject(about.location) ??
    (item["@type"] === "Event" ? asObject(item.location) : about)
  );
}

function locationText(item: JsonObject, place: JsonObject | undefined): string | undefined {
  const address = objectAt(place, "address");
  const name = asText(place?.name);
  if (!["LodgingReservation", "FoodEstablishmentReservation"].includes(String(item["@type"])) || !address)
    return name;
  return addressLines(address, true).join(", ") || name;
}

function addressLines(address: JsonObject, short: boolean): string[] {
  const country = asText(address.addressCountry);
  const town = [
    asText(address.postalCode),
    asText(address.addressLocality),
    short ? undefined : asText(address.addressRegion),
  ]
    .filter(Boolean)
    .join(" ");
  const coded =
    short && country && /^[A-Z]{2}$/.test(country) && asText(address.postalCode)
      ? `${country}-${town}`
      : town;
  return [asText(address.streetAddress), coded, country && countryName(country)].filter(
    (line): line is string => Boolean(line),
  );
}

function describe(group: JsonObject[], about: JsonObject): string {
  const lines: string[] = [];
  const add = (label: string, value: unknown) => {
    const text = typeof value === "number" ? String(value) : asText(value);
    if (text) lines.push(`${label}: ${text}`);
  };
  const first = group[0] ?? {};
  const clock = (value: unknown) =>
    (timeText(value)?.length ?? 0) > 10 ? timeText(value)?.slice(11, 16) : undefined;
  add("Boarding time", clock(about.boardingTime));
  add("Departure gate", about.departureGate);
  add("Departure terminal", about.departureTerminal);
  add("Departure platform", about.departurePlatform);
  add("Arrival platform", about.arrivalPlatform);
  add("Check-in", clock(first.checkinTime));
  add("Check-out", clock(first.checkoutTime));
  add("Number of people", first.partySize);
  add("Phone", about.telephone);
  add("Website", about["@type"] === "LodgingBusiness" ? about.url : undefined);
  const venue = objectAt(about, "location", "address");
  if (venue) lines.push(...addressLines(venue, false), "");
  for (const item of group) {
    const name = asText(objectAt(item, "underName")?.name);
    if (name) lines.push(name);
    const seat = objectAt(item, "reservedTicket", "ticketedSeat");
    add("Boarding group", item.boardingGroup);
    add("Coach", seat?.seatSection);
    add("Seat", item.airplaneSeat ?? seat?.seatNumber);
    add("Booking reference", item.reservationNumber);
  }
  return lines.join("\n");
}

function momentOf(value: unknown): Moment | undefined {
  const text = timeText(value);
  if (!text) return undefined;
  const compact = (one: string) => one.replace(/[-:]/g, "");
  if (text.length === 10) return { parameters: ";VALUE=DATE", value: compact(text) };
  const wall = compact(text.slice(0, 19));
  const zone = asText(asObject(value)?.timezone);
  if (zone) return { parameters: `;TZID=${zone}`, value: wall };
  if (text.length === 19) return { parameters: "", value: wall };
  return { parameters: "", value: `${compact(new Date(text).toISOString().slice(0, 19))}Z` };
}

function wholeDay(value: unknown, later: number): Moment | undefined {
  const text = timeText(value);
  if (!text) return undefined;
  const day = new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) + later * 86_400_000);
  return { parameters: ";VALUE=DATE", value: day.toISOString().slice(0, 10).replace(/-/g, "") };
}

/** The same booking always has the same identifier, so that a calendar replaces and does not double it. */
function uidOf(item: JsonObject): string {
  const text = JSON.stringify([
    item["@type"],
    item.reservationNumber,
    title(item),
    timeText(begin(item))?.slice(0, 10),
  ]);
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const character of text) {
    high = Math.imul(high ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    low = Math.imul(low + (character.codePointAt(0) ?? 0), 0x85ebca6b) >>> 0;
  }
  return `${high.toString(16).padStart(8, "0")}${low.toString(16).padStart(8, "0")}@travel.sidedesk`;
}

const escapeText = (text: string) =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, "\\n");

/** Folds a line at 75 octets (RFC 5545, 3.1), never within a character. */
function foldLine(line: string): string {
  const bytes = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  };
  let folded = "";
  let width = 0;
  for (const character of line) {
    if (width + bytes(character) > 75) {
      folded += "\r\n ";
      width = 1;
    }
    folded += character;
    width += bytes(character);
  }
  return folded;
}
