import { readCalendar } from "./calendar/read-events.ts";
import { readBoardingPass } from "./passes/bcbp.ts";
import { readPass } from "./passes/pkpass.ts";
import { pdfText } from "./pdf/text.ts";
import type { AirportTable } from "./places/airports.ts";
import { type FoundItem, finishReadings, type Reading } from "./read-items.ts";
import { mailParts } from "./read-mail.ts";
import type { FoundReservation, Reservation } from "./reservation.ts";
import { readDocument } from "./rules/document.ts";
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
    | { kind: "visible-text" | "text" | "pdf-text" | "json-ld" | "ics" | "bcbp"; text: string }
    | { kind: "html"; html: string }
    | { kind: "pkpass" | "pdf"; bytes: Uint8Array }
  );

/**
 * Reads the reservations that a document holds, on the device and without any request. Nothing found gives an
 * empty list; text that cannot be a booking is no error. Times get IANA zones where `airports` knows the place.
 * @throws {UnreadablePass} for a pass whose archive is damaged or made to swell.
 */
export function readBookings(input: BookingInput, airports?: AirportTable): FoundReservation[] {
  return onlyReservations(readItems([input], airports));
}

/** The same for a whole mail as it was sent (RFC 5322): every part and attachment. A damaged attachment is passed over. */
export async function readMail(raw: Uint8Array, airports?: AirportTable): Promise<FoundReservation[]> {
  return onlyReservations(readItems((await mailParts(raw)).inputs, airports));
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
      return readHtml(input.html, input, airports);
    case "json-ld":
      return readJson(input.text, input);
    case "ics":
      return readCalendar(input.text, airports);
    case "pkpass":
      return readPass(input.bytes, airports, input.mailDate);
    case "pdf":
      return readPlain(pdfText(input.bytes), input, airports);
    case "bcbp":
      return [{ items: readBoardingPass(input.text, input.mailDate?.slice(0, 10)), foundBy: "pass" }];
    default:
      return readPlain(input.text, input, airports);
  }
}

function readHtml(html: string, around: MailAround, airports: AirportTable | undefined): Reading[] {
  const tree = parseHtml(html);
  const marked: Reading = { items: structuredOf(tree), foundBy: "marked" };
  if (finishReadings([marked], airports).length > 0) return [marked];
  return readPlain(renderText(tree), around, airports);
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

function readPlain(text: string, around: MailAround, airports: AirportTable | undefined): Reading[] {
  const found = readText(text, { ...around, airports });
  return [{ items: found.map((one) => one.reservation), foundBy: "rule", unsure: found[0]?.unsure ?? [] }];
}

function onlyReservations(found: readonly FoundItem[]): FoundReservation[] {
  return found
    .filter((one) => isReservation(one.item["@type"]))
    .map((one) => ({ reservation: one.item as Reservation, foundBy: one.foundBy, unsure: one.unsure }));
}
