import { readCalendar } from "./calendar/read-events.ts";
import { zoneByStations } from "./normalise/stations.ts";
import type { FoundCode } from "./passes/barcodes.ts";
import { readBoardingPass } from "./passes/bcbp.ts";
import { readPass } from "./passes/pkpass.ts";
import { pdfText } from "./pdf/text.ts";
import type { AirportTable } from "./places/airports.ts";
import { type FoundItem, finishReadings, type Reading } from "./read-items.ts";
import {
  asObject,
  asText,
  type FoundReservation,
  type JsonObject,
  objectAt,
  type Reservation,
} from "./reservation.ts";
import { readDocument } from "./rules/document.ts";
import { linkLines } from "./rules/links.ts";
import { readText } from "./rules/read-text.ts";
import { isReservation } from "./schema/types.ts";
import { structuredOf } from "./structured/extract.ts";
import { parseHtml } from "./structured/html.ts";
import { parseJsonLd } from "./structured/json-ld.ts";
import { renderText } from "./text/html-text.ts";
import { readTickets } from "./vendors/read-tickets.ts";

/** What is known of the mail that a document came in: years and sender's own words are read with it. */
type MailAround = { mailDate?: string | undefined; from?: string | undefined; subject?: string | undefined };

/** Something that may hold a booking, and which kind of thing it is. */
export type BookingInput = MailAround &
  (
    | { kind: "visible-text" | "text" | "pdf-text" | "json-ld" | "ics"; text: string }
    /** `format` is the kind of code that the text stood in: `aztecCode`, `qrCode`, `pdf417`. */
    | { kind: "bcbp"; text: string; format?: string }
    /** `plain` is the same mail as text, read where the page says nothing. */
    | { kind: "html"; html: string; plain?: string }
    | { kind: "pkpass"; bytes: Uint8Array }
    /** `codes` are those printed in it as pictures. */
    | { kind: "pdf"; bytes: Uint8Array; codes?: readonly FoundCode[] }
  );

/**
 * Reads the reservations that a document holds, on the device and without any request. Nothing found gives an
 * empty list; text that cannot be a booking is no error. Times get IANA zones where `airports` knows the place.
 * @throws {UnreadablePass} for a pass whose archive is damaged or made to swell.
 */
export function readBookings(input: BookingInput, airports?: AirportTable): FoundReservation[] {
  return onlyReservations(readItems([input], airports), airports);
}

/** Gives everything that documents of one mail hold, events and places too, in form and merged. */
export function readItems(inputs: readonly BookingInput[], airports: AirportTable | undefined): FoundItem[] {
  const readings = inputs.flatMap((input) =>
    inputs.length > 1 ? passingOver(input, airports) : readOne(input, airports),
  );
  return finishReadings(readings, airports);
}

function passingOver(input: BookingInput, airports: AirportTable | undefined): Reading[] {
  try {
    return readOne(input, airports);
  } catch {
    return [];
  }
}

function readOne(input: BookingInput, airports: AirportTable | undefined): Reading[] {
  switch (input.kind) {
    case "html":
      return readPage(input, airports);
    case "json-ld":
      return readJson(input.text, input);
    case "ics":
      return readCalendar(input.text, airports);
    case "pkpass":
      return readPass(input.bytes, airports, input.mailDate);
    case "pdf":
      return readPdf(input, airports);
    case "bcbp":
      return [
        { items: readBoardingPass(input.text, input.mailDate?.slice(0, 10), input.format), foundBy: "pass" },
      ];
    default:
      return readPlain(input.text, input, airports);
  }
}

/**
 * A boarding pass's code names the day and the traveller, and the text around it the hours and gates: the text is
 * read as of that day, and says nothing of who travels.
 */
function readPdf(input: BookingInput & { kind: "pdf" }, airports: AirportTable | undefined): Reading[] {
  const passes: JsonObject[] = [];
  const readings: Reading[] = [];
  for (const { text, format } of input.codes ?? []) {
    const legs = readBoardingPass(text, input.mailDate?.slice(0, 10), format);
    passes.push(...legs);
    if (legs.length === 0) readings.push(...readPlain(text, input, airports));
  }
  const days = new Set(passes.map((pass) => asText(objectAt(pass, "reservationFor")?.departureDay)));
  const [day] = days;
  const around = day && days.size === 1 ? { ...input, mailDate: day, asCalendar: true } : input;
  const printed = pdfText(input.bytes);
  const plain = readPlain(printed, around, airports);
  if (passes.length > 0) for (const { items } of plain) for (const item of items) item.underName = undefined;
  for (const pass of passes) restoreCase(asObject(pass.underName), printed);
  return [{ items: passes, foundBy: "pass" }, ...readings, ...plain];
}

/** Codes have capitals only; where the paper has the same name with small letters, that is how it is written. */
function restoreCase(person: JsonObject | undefined, printed: string): void {
  const words = new Map(
    (printed.slice(0, 20_000).match(/(?<![\p{L}'’-])\p{Lu}[\p{L}'’-]{1,40}/gu) ?? [])
      .filter((word) => /\p{Ll}/u.test(word))
      .map((word) => [word.toUpperCase(), word]),
  );
  for (const key of ["familyName", "givenName", "name"]) {
    const name = asText(person?.[key]);
    if (person && name) person[key] = name.replace(/\p{L}[\p{L}'’-]*/gu, (word) => words.get(word) ?? word);
  }
}

/** Some senders' pages say no more than "see the text": then that is read. */
function readPage(input: BookingInput & { kind: "html" }, airports: AirportTable | undefined): Reading[] {
  const found = readHtml(input.html, input, airports);
  return input.plain && found.every((reading) => reading.items.length === 0)
    ? readPlain(input.plain, input, airports)
    : found;
}

function readHtml(html: string, around: MailAround, airports: AirportTable | undefined): Reading[] {
  const tree = parseHtml(html);
  const marked: Reading = { items: structuredOf(tree), foundBy: "marked" };
  if (finishReadings([marked], airports).length > 0) return [marked];
  return readPlain(renderText(tree), { ...around, links: linkLines(tree) }, airports);
}

/** JSON without types of schema.org may still carry a ticket in a vendor's form. */
function readJson(text: string, around: MailAround): Reading[] {
  const items = parseJsonLd(text);
  if (items.some((item) => item["@type"] || item["@graph"] || item.type))
    return [{ items, foundBy: "marked" }];
  const strings = items.flatMap((item) => Object.values(item)).filter((value) => typeof value === "string");
  const tickets = strings.slice(0, 50).flatMap((value) => readTickets(value, readDocument("", around)));
  return [{ items: tickets, foundBy: "pass" }];
}

function readPlain(
  text: string,
  around: MailAround & { asCalendar?: boolean; links?: readonly string[] },
  airports: AirportTable | undefined,
): Reading[] {
  const found = readText(text, { ...around, airports });
  return [{ items: found.map((one) => one.reservation), foundBy: "rule", unsure: found[0]?.unsure ?? [] }];
}

/** Gives what can be booked of what was found, with the zones of its stations. */
export function onlyReservations(
  found: readonly FoundItem[],
  airports: AirportTable | undefined,
): FoundReservation[] {
  return found
    .filter((one) => isReservation(one.item["@type"]))
    .map((one) => ({
      reservation: zoneByStations(one.item as Reservation, airports),
      foundBy: one.foundBy,
      unsure: one.unsure,
    }));
}
