import { mergeReservations } from "../normalise/merge.ts";
import type { AirportTable } from "../places/airports.ts";
import type { Reading } from "../read-items.ts";
import { asObject, asText, type JsonObject, objectAt, objectsOf } from "../reservation.ts";
import { readText } from "../rules/read-text.ts";
import { normaliseTime } from "../schema/times.ts";
import { findTimes } from "../text/times.ts";
import { type PassFiles, unpackPasses } from "./archive.ts";
import { isBoardingPass, readBoardingPass } from "./bcbp.ts";
import { fieldsOf, type PassField, shownValue } from "./fields.ts";
import { seatOf, taggedFlight, taggedRide } from "./semantic-tags.ts";
import { shownRide } from "./shown-ride.ts";

const FORMATS: Record<string, string> = {
  PKBarcodeFormatAztec: "aztecCode",
  PKBarcodeFormatQR: "qrCode",
  PKBarcodeFormatPDF417: "pdf417",
  PKBarcodeFormatCode128: "barcode128",
};

/**
 * Reads an Apple Wallet pass. A flight is read from its boarding-pass code and Apple's semantic tags; another pass
 * from its tags, and from its fields as a text of labels and values.
 * @throws {UnreadablePass} when the archive cannot be read.
 */
export function readPass(
  bytes: Uint8Array,
  airports: AirportTable | undefined,
  contextDate: string | undefined,
): Reading[] {
  return unpackPasses(bytes).flatMap((files) => readOne(files, airports, contextDate));
}

function readOne(
  { pass, strings }: PassFiles,
  airports: AirportTable | undefined,
  contextDate: string | undefined,
): Reading[] {
  const top = asObject(pass);
  if (!top) return [];
  const code = barcodeOf(top);
  const relevant = relevantTime(top);
  const fields = fieldsOf(top, strings);
  const items = top.boardingPass
    ? readBoarding(top, fields, code, relevant ?? contextDate, airports)
    : readTicket(top, fields, relevant, contextDate, airports);
  return [
    {
      items: items.map((item) => ({ ...passIdentity(top), ...item, modifiedTime: contextDate })),
      foundBy: "pass",
    },
  ];
}

function passIdentity(top: JsonObject): JsonObject {
  const [type, serial] = [asText(top.passTypeIdentifier), asText(top.serialNumber)];
  if (!type || !serial) return {};
  const url = asText(top.managementURL);
  return {
    pkpassPassTypeIdentifier: type,
    pkpassSerialNumber: serial,
    subjectOf: [`pkpass://${type.toLowerCase()}/${serial.replace(/[{}]/g, encodeURIComponent)}`],
    ...(url ? { potentialAction: [{ "@type": "UpdateAction", target: url }] } : {}),
  };
}

/** When the pass is wanted; newer ones give a list (https://developer.apple.com/documentation/walletpasses/pass). */
function relevantTime(top: JsonObject): string | undefined {
  const [first] = Array.isArray(top.relevantDates) ? top.relevantDates : [];
  const { date, startDate } = asObject(first) ?? {};
  return normaliseTime(asText(top.relevantDate) ?? asText(date) ?? asText(startDate) ?? "");
}

/** The code that is a boarding pass where there are several, else the first. */
function barcodeOf(top: JsonObject): { message: string; format: string } | undefined {
  const all = [...objectsOf(top.barcodes), ...objectsOf(top.barcode)];
  const barcode = all.find((one) => isBoardingPass(asText(one.message) ?? "")) ?? all[0];
  const message = asText(barcode?.message);
  return message ? { message, format: FORMATS[asText(barcode?.format) ?? ""] ?? "barcode" } : undefined;
}

function readBoarding(
  top: JsonObject,
  fields: PassField[],
  code: { message: string; format: string } | undefined,
  context: string | undefined,
  airports: AirportTable | undefined,
): JsonObject[] {
  const semantics = asObject(top.semantics);
  const day = context?.slice(0, 10);
  const transit = asText(objectAt(top, "boardingPass")?.transitType);
  if (transit !== "PKTransitTypeAir") {
    const ride = semantics && taggedRide(semantics, transit ?? "");
    if (ride) return [{ ...ride, reservedTicket: ticketOf(ride, code) }];
    const read = readFields(top, fields, context, airports).map((one) =>
      code ? { ...one, reservedTicket: ticketOf(one, code) } : one,
    );
    const shown = read.length > 0 ? undefined : shownRide(fields, transit ?? "", relevantTime(top));
    return shown ? [{ ...shown, reservedTicket: ticketOf(shown, code) }] : read;
  }
  const legs = code ? readBoardingPass(code.message, day, code.format) : [];
  const tagged = semantics && asText(semantics.departureAirportCode) ? taggedFlight(semantics) : undefined;
  const flight = legs.length === 1 && tagged ? mergeReservations(legs[0] ?? {}, tagged) : (legs[0] ?? tagged);
  if (!flight) return shownFlight(fields, relevantTime(top), airports);
  const trip = objectAt(flight, "reservationFor") ?? {};
  const airline = objectAt(trip, "airline");
  if (airline && !asText(airline.name)) airline.name = asText(top.organizationName);
  const departure = asText(trip.departureDay);
  const board = shownValue(fields, "boarding", /board(?!.*(group|zone|seq|pass))|^einstieg/i) ?? "";
  const moment = normaliseTime(board);
  const time = findTimes(board)[0];
  if (moment && moment.length > 10) trip.boardingTime ??= moment;
  else if (time && departure)
    trip.boardingTime ??= `${departure}T${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}:00`;
  const gate = shownValue(fields, "gate", /gate/i);
  if (gate && gate.length < 6) trip.departureGate ??= gate;
  const terminal = shownValue(fields, "terminal", /terminal/i);
  if (terminal && terminal.length < 4) trip.departureTerminal ??= terminal;
  for (const side of ["departureAirport", "arrivalAirport"]) {
    const airport = objectAt(trip, side);
    const field = fields.find((one) => one.part === "primaryFields" && one.value === airport?.iataCode);
    const known = airports?.byCode(asText(airport?.iataCode) ?? "");
    const words = `${known?.city ?? ""} ${known?.name ?? ""}`.toLowerCase();
    if (
      airport &&
      !airport.name &&
      field?.label.split(/[\s-]+/).some((word) => word.length > 3 && words.includes(word.toLowerCase()))
    )
      airport.name = field.label;
  }
  return legs.length > 1 ? [flight, ...legs.slice(1)] : [flight];
}

/** The flight of a pass without a code that says it: its two largest fields are airports, by Apple's design of such passes. */
function shownFlight(
  fields: PassField[],
  relevant: string | undefined,
  airports: AirportTable | undefined,
): JsonObject[] {
  const [from, to] = fields
    .filter((field) => field.part === "primaryFields")
    .map(({ value }) => value.trim());
  const [, carrier, number] =
    /^([A-Z]{2}|[A-Z]\d|\d[A-Z]) ?0*(\d{1,4})$/.exec(shownValue(fields, "flight", /flight/i) ?? "") ?? [];
  if (!from || !to || !carrier || !relevant || !airports?.byCode(from) || !airports.byCode(to)) return [];
  const hours = fields.filter(({ value }) => findTimes(value).length === 1);
  const time = findTimes(shownValue(hours, "departure", /^dep/i) ?? "")[0];
  const two = (value = 0) => String(value).padStart(2, "0");
  const name = shownValue(fields, "passenger", /passenger|^name/i);
  const seat = shownValue(fields, "seat", /^seat/i);
  return [
    {
      "@type": "FlightReservation",
      ...(seat ? { airplaneSeat: seat } : {}),
      ...(name ? { underName: { "@type": "Person", name } } : {}),
      reservationFor: {
        "@type": "Flight",
        flightNumber: number,
        airline: { "@type": "Airline", iataCode: carrier },
        departureAirport: { "@type": "Airport", iataCode: from },
        arrivalAirport: { "@type": "Airport", iataCode: to },
        departureDay: relevant.slice(0, 10),
        ...(time
          ? { departureTime: `${relevant.slice(0, 10)}T${two(time.hour)}:${two(time.minute)}:00` }
          : {}),
      },
    },
  ];
}

/** The ticket of a ride with the code that the pass shows. */
function ticketOf(ride: JsonObject, code: { message: string; format: string } | undefined): JsonObject {
  return {
    "@type": "Ticket",
    ...objectAt(ride, "reservedTicket"),
    ...(code ? { ticketToken: `${code.format}:${code.message}` } : {}),
  };
}

function readTicket(
  top: JsonObject,
  fields: PassField[],
  relevant: string | undefined,
  context: string | undefined,
  airports: AirportTable | undefined,
): JsonObject[] {
  const tags = asObject(top.semantics);
  const starts = asText(tags?.eventStartDate) ?? asText(objectAt(tags, "eventStartDateInfo")?.date);
  const code = barcodeOf(top);
  const ticket: JsonObject = {
    "@type": "Ticket",
    ...(code ? { ticketToken: `${code.format}:${code.message}` } : {}),
  };
  if (tags && starts) {
    const seat = seatOf(tags);
    if (seat) ticket.ticketedSeat = seat;
    return [
      {
        "@type": "EventReservation",
        reservationFor: {
          "@type": "Event",
          name: tags.eventName ?? top.description,
          startDate: starts,
          endDate: tags.eventEndDate,
          location: { "@type": "Place", name: tags.venueName },
        },
        reservedTicket: ticket,
      },
    ];
  }
  const read = readFields(top, fields, relevant ?? context, airports);
  if (read.length > 0 || !top.eventTicket || !relevant) return read;
  const venue = shownValue(fields, "venue", /location|venue|place/i);
  return [
    {
      "@type": "EventReservation",
      reservationFor: {
        "@type": "Event",
        name: eventName(fields) || asText(top.logoText)?.trim() || top.description,
        startDate: relevant,
        ...(venue ? { location: { "@type": "Place", name: venue } } : {}),
      },
      reservedTicket: ticket,
    },
  ];
}

/** What is written largest, where it is no day or hour. */
const eventName = (fields: readonly PassField[]) =>
  fields.find(
    ({ part, value }) => part === "primaryFields" && /\p{L}{2}/u.test(value) && !normaliseTime(value),
  )?.value;

/** The fields as lines of "label: value", read by the rules for text. */
function readFields(
  top: JsonObject,
  fields: PassField[],
  context: string | undefined,
  airports: AirportTable | undefined,
): JsonObject[] {
  const strip = (value: string) => value.replace(/<[^<>]{0,300}>/g, " ");
  const lines = fields.map((field) => `${field.label.replace(/:$/, "")}: ${strip(field.value)}`);
  const text = [asText(top.organizationName) ?? "", ...lines].join("\n");
  const number = fields.find((field) =>
    /(?:booking|reservation|confirmation|ticket|order)[-_ ]?(?:nr|no|num|number|code|ref)|^pnr$/i.test(
      field.key,
    ),
  )?.value;
  // Cards to save points and coupons are no bookings, unless they have the number of one.
  const asCalendar = !(top.storeCard || top.coupon);
  return readText(text, { airports, mailDate: context, asCalendar }).map(({ reservation }) => ({
    ...reservation,
    ...(number && /^\S{3,40}$/.test(number) && !reservation.reservationNumber
      ? { reservationNumber: number }
      : {}),
  }));
}
