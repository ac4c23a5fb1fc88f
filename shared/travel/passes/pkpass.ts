import { mergeReservations } from "../normalise/merge.ts";
import type { AirportTable } from "../places/airports.ts";
import type { Reading } from "../read-items.ts";
import { asObject, asText, type Json, type JsonObject, objectAt } from "../reservation.ts";
import { readText } from "../rules/read-text.ts";
import { normaliseTime } from "../schema/times.ts";
import { findTimes } from "../text/times.ts";
import { unpackPass } from "./archive.ts";
import { readBoardingPass } from "./bcbp.ts";
import { seatOf, taggedFlight, taggedRide } from "./semantic-tags.ts";

type Field = { key: string; label: string; value: string; part: string };
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
  const { pass, strings } = unpackPass(bytes);
  const top = asObject(pass);
  if (!top) return [];
  const code = barcodeOf(top);
  const relevant = normaliseTime(asText(top.relevantDate) ?? "");
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

function barcodeOf(top: JsonObject): { message: string; format: string } | undefined {
  const barcode =
    asObject(Array.isArray(top.barcodes) ? top.barcodes[0] : undefined) ?? asObject(top.barcode);
  const message = asText(barcode?.message);
  return message ? { message, format: FORMATS[asText(barcode?.format) ?? ""] ?? "barcode" } : undefined;
}

function fieldsOf(top: JsonObject, strings: Record<string, string>): Field[] {
  const style = ["boardingPass", "eventTicket", "generic", "coupon", "storeCard"]
    .map((key) => asObject(top[key]))
    .find(Boolean);
  const text = (value: Json | undefined) =>
    typeof value === "number" ? String(value) : (asText(value) ?? "");
  return ["headerFields", "primaryFields", "secondaryFields", "auxiliaryFields", "backFields"].flatMap(
    (part) => {
      const list = style?.[part];
      return (Array.isArray(list) ? list : []).slice(0, 100).flatMap((one) => {
        const field = asObject(one);
        if (!field) return [];
        const [label, value] = [text(field.label), text(field.value)];
        return [
          { key: text(field.key), label: strings[label] ?? label, value: strings[value] ?? value, part },
        ];
      });
    },
  );
}

function readBoarding(
  top: JsonObject,
  fields: Field[],
  code: { message: string; format: string } | undefined,
  context: string | undefined,
  airports: AirportTable | undefined,
): JsonObject[] {
  const semantics = asObject(top.semantics);
  const day = context?.slice(0, 10);
  const transit = asText(objectAt(top, "boardingPass")?.transitType);
  if (transit !== "PKTransitTypeAir") {
    const ride = semantics && taggedRide(semantics, transit ?? "");
    return ride
      ? [{ ...ride, reservedTicket: ticketOf(ride, code) }]
      : readFields(top, fields, context, airports);
  }
  const legs = code ? readBoardingPass(code.message, day, code.format) : [];
  const tagged = semantics && asText(semantics.departureAirportCode) ? taggedFlight(semantics) : undefined;
  const flight = legs.length === 1 && tagged ? mergeReservations(legs[0] ?? {}, tagged) : (legs[0] ?? tagged);
  if (!flight) return [];
  const trip = objectAt(flight, "reservationFor") ?? {};
  const airline = objectAt(trip, "airline");
  if (airline && !asText(airline.name)) airline.name = asText(top.organizationName);
  const at = (shape: RegExp) => fields.find((field) => shape.test(field.key) || shape.test(field.label));
  const departure = asText(trip.departureDay);
  const board = at(/board(?!.*(group|zone|seq))/i);
  const time = board && findTimes(board.value)[0];
  if (time && departure && !trip.boardingTime)
    trip.boardingTime = `${departure}T${String(time.hour).padStart(2, "0")}:${String(time.minute).padStart(2, "0")}:00`;
  const gate = at(/gate/i)?.value;
  if (gate && gate.length < 6) trip.departureGate ??= gate;
  const terminal = at(/terminal/i)?.value;
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
  fields: Field[],
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
  const venue = fields.find((field) => /location|venue|place/i.test(`${field.key} ${field.label}`))?.value;
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
const eventName = (fields: readonly Field[]) =>
  fields.find(
    ({ part, value }) => part === "primaryFields" && /\p{L}{2}/u.test(value) && !normaliseTime(value),
  )?.value;

/** The fields as lines of "label: value", read by the rules for text. */
function readFields(
  top: JsonObject,
  fields: Field[],
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
  return readText(text, { airports, mailDate: context, asCalendar: true }).map(({ reservation }) => ({
    ...reservation,
    ...(number && /^\S{3,40}$/.test(number) && !reservation.reservationNumber
      ? { reservationNumber: number }
      : {}),
  }));
}
