import type { AirportTable } from "../places/airports.ts";
import { asText, type FoundReservation, objectAt, type Reservation } from "../reservation.ts";
import type { DateToken } from "../text/dates.ts";
import { readTickets } from "../vendors/read-tickets.ts";
import { readRentalCar, readTable, readTaxi } from "./appointments.ts";
import { type Document, readDocument, spokenOf } from "./document.ts";
import { readEvent } from "./events.ts";
import {
  bookingReference,
  type Fact,
  greetedName,
  readFacts,
  seatApart,
  titledName,
  travellerName,
} from "./facts.ts";
import { readAgentItinerary } from "./gds.ts";
import { readLegs } from "./legs.ts";
import { bookingLinks } from "./links.ts";
import { isNotBooked } from "./not-booked.ts";
import { totalPrice } from "./price.ts";
import { countKinds, rideKind, rideReservation } from "./rides.ts";
import { readStay } from "./stays.ts";

export type TextContext = {
  airports?: AirportTable | undefined;
  mailDate?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  /** The text stands in a calendar entry or a pass: it is about a booking, whatever words it lacks. */
  asCalendar?: boolean;
  /** The links of the page that the text was rendered from, as lines: words and where they lead. */
  links?: readonly string[] | undefined;
};

const CANCELLED =
  /(?:has been|have been|is|was|been) cancell?ed|(?:we|I) (?:have |'ve )?(?:now |successfully )?cancell?ed|cancell?ation of your|(?:storniert haben wir|haben wir .{0,80} storniert)|avons (?:bien )?annulé|hemos cancelado|abbiamo (?:annullato|cancellato)|cancelámos|cancelamos a sua|hebben .{0,60} geannuleerd|anulowaliśmy|jsme .{0,40}zrušili|esam atcēluši|мы отменили|取り消し(?:ました|が完了)|已为您取消|cancellation confirm|stornier(?:t|ung bestätigt)|wurde storniert|a été annulé|ha sido cancelad|è stat[ao] (?:annullat|cancellat)|foi cancelad|is geannuleerd|została anulowana|byla zrušena|ir atcelt|отменен[оа]?|đã (?:bị )?hủy|已取消|キャンセルされました|キャンセルが完了/iu;

/** What a cancellation is called where a subject begins, or where it is confirmed. */
const CANCELLATION =
  "(?:stornierung|stornobestätigung|cancell?ation|annulation|anulación|cancelación|annullamento|cancellazione|cancelamento|anulação|annulering|anulowanie|zrušení|storno|atcelšan\\p{L}|hủy (?:đặt|chuyến|vé|phòng)|отмен[аыу]|аннулировани[ея]|avbokning|取消|キャンセル)";
const CANCELS = new RegExp(
  `^[^\\n]{0,24}(?<!\\p{L})(?<!(?:free|kostenlose|gratuite|gratuita|gratis|bezpłatne|bezplatné|бесплатная|免费) ?)${CANCELLATION}(?! (?:polic|condition|possible|gratuit|kostenlos))|(?:confirm|bestätig|bevestig|potwierdz|potvrz|apstiprin|xác nhận|подтвержд)[^\\n.]{0,30}${CANCELLATION}`,
  "iu",
);

/** Where a reservation holds its days. */
const DAY_PATHS = [
  "reservationFor.departureTime",
  "reservationFor.departureDay",
  "reservationFor.arrivalTime",
  "reservationFor.startDate",
  "checkinTime",
  "checkoutTime",
  "pickupTime",
  "dropoffTime",
  "startTime",
];

/** Reads the bookings that a text holds by general rules alone. Times carry no zone yet. */
export function readText(text: string, context: TextContext): FoundReservation[] {
  const document = readDocument(text, context);
  const tickets = readTickets(text, document);
  if (tickets.length > 0)
    return tickets.map((ticket) => ({ reservation: ticket as Reservation, foundBy: "rule", unsure: [] }));
  const itinerary = readAgentItinerary(document);
  const facts = [...readFacts(document), ...subjectFacts(document)];
  if (itinerary.length > 0) {
    const [reference, price] = [bookingReference(facts), totalPrice(document)];
    return itinerary.map((reservation) => ({
      reservation: {
        ...reservation,
        ...(reference ? { reservationNumber: reference } : {}),
        ...(price ? { totalPrice: price.amount, priceCurrency: price.currency } : {}),
      },
      foundBy: "rule",
      unsure: [],
    }));
  }
  const spoken = spokenOf(document);
  const cancelled = CANCELLED.test(spoken.slice(0, 3000)) || CANCELS.test(spoken.slice(0, 600));
  if (!context.asCalendar && isNotBooked(spoken, bookingReference(facts, true) !== undefined, cancelled))
    return [];
  const rides = readRides(
    document,
    Boolean(bookingReference(facts, true)) || context.asCalendar === true,
    seatApart(facts),
  );
  const reference = bookingReference(
    facts,
    rides.some((ride) => ride["@type"] !== "FlightReservation"),
  );
  const found = [...rides];
  if (reference || context.asCalendar) found.push(...readOthers(document, facts, found.length > 0));
  const status = cancelled ? "ReservationCancelled" : "ReservationConfirmed";
  const name = travellerName(facts) ?? greetedName(document) ?? titledName(document);
  const price = totalPrice(document);
  const unsure = [...(reference ? [] : ["reservationNumber"]), ...(document.unsureDays ? DAY_PATHS : [])];
  const own = ownReferences(document, facts, found);
  const links = found.length > 0 ? linksOf(document, context.links) : [];
  return found.map((reservation) => {
    const whole: Reservation = { ...reservation, reservationStatus: `http://schema.org/${status}` };
    const number = own?.get(reservation) ?? reference;
    if (number) whole.reservationNumber = number;
    if (name) whole.underName = { "@type": "Person", name };
    if (price) {
      whole.totalPrice = price.amount;
      whole.priceCurrency = price.currency;
    }
    if (links.length > 0) whole.potentialAction = links;
    return { reservation: whole, foundBy: "rule", unsure };
  });
}

const linksOf = (document: Document, links: readonly string[] = []) =>
  bookingLinks([...links, ...document.lines.map((line) => line.text)]);

/** The booking number that a subject names: "Reservation HP-5512", behind every one of the text. */
function subjectFacts(document: Document): Fact[] {
  if (!document.subject) return [];
  const facts = readFacts(readDocument(document.subject, {})).filter((fact) => fact.field === "reference");
  const numbered = facts.length > 0 ? undefined : NUMBERED_SUBJECT.exec(document.subject)?.groups?.number;
  if (numbered) facts.push({ field: "reference", value: numbered, line: -1 });
  return facts.map((fact) => ({ ...fact, line: -1 }));
}

/** "Бронирование автомобиля № 55-7712": what is booked stands between the word and its number. */
const NUMBERED_SUBJECT =
  /(?:reserv|booking|buch|réserv|prenot|boeking|rezerw|rezerv|брон|заказ|objedn|zamów|pasūt|đặt|ваучер|voucher|bono|commande|ordine|order|auftrag|pedido|билет)[^\n]{0,60}?\s(?:№|n°|nº|nr\.?|no\.|n\.|č\.|#)\s?(?<number>[A-Z0-9][A-Z0-9/-]{2,20}\d)(?![\p{L}\d])/iu;

/**
 * Gives each reservation of a trip the number that stands in its own section, where every section has one: what an
 * agency books together has many.
 */
function ownReferences(
  document: Document,
  facts: readonly Fact[],
  found: readonly Reservation[],
): ReadonlyMap<Reservation, string> | undefined {
  if (found.length < 2) return undefined;
  const begins = found
    .map((reservation) => ({ reservation, line: firstLineOf(document, reservation) }))
    .sort((a, b) => a.line - b.line);
  const numbers = new Map<Reservation, string>();
  for (const [at, { reservation, line }] of begins.entries()) {
    const until = begins[at + 1]?.line ?? document.lines.length;
    const number = bookingReference(facts.filter((fact) => fact.line >= line && fact.line < until));
    if (line < 0 || !number) return numberedByKind(facts, begins);
    numbers.set(reservation, number);
  }
  return numbers;
}

/**
 * The same where several rides share one number: as many numbers as kinds, each told before the next kind begins. One
 * more, before all of them, is the file's own.
 */
function numberedByKind(
  facts: readonly Fact[],
  begins: readonly { reservation: Reservation; line: number }[],
): ReadonlyMap<Reservation, string> | undefined {
  const kinds = begins.filter(
    ({ reservation }, at) => reservation["@type"] !== begins[at - 1]?.reservation["@type"],
  );
  const known = new Map<string, number>();
  for (const fact of facts) {
    const number = fact.field === "reference" ? bookingReference([fact]) : undefined;
    if (number && !known.has(number)) known.set(number, fact.line);
  }
  const own = [...known].sort(([, a], [, b]) => a - b).slice(known.size === kinds.length + 1 ? 1 : 0);
  const told = own.every(
    ([, line], at) =>
      line > (kinds[at - 1]?.line ?? -1) && line < (kinds[at + 1]?.line ?? Number.POSITIVE_INFINITY),
  );
  if (kinds.length < 2 || own.length !== kinds.length || !told || kinds.some(({ line }) => line < 0))
    return undefined;
  return new Map(
    begins.map(({ reservation }) => {
      const kind = kinds.findIndex((one) => one.reservation["@type"] === reservation["@type"]);
      return [reservation, own[kind]?.[0] ?? ""];
    }),
  );
}

/** The line in which what a reservation is for is named first; -1 where it is not found. */
function firstLineOf(document: Document, reservation: Reservation): number {
  const trip = objectAt(reservation, "reservationFor");
  const number = asText(trip?.flightNumber) ?? asText(trip?.trainNumber);
  const name =
    asText(objectAt(reservation, "pickupLocation")?.name) ??
    asText(trip?.name) ??
    asText(objectAt(trip, "departureStation")?.name);
  const numbered = document.lines.findIndex((line) =>
    line.tokens.some(
      (token) =>
        (token.kind === "flight" && token.number === number) ||
        (token.kind === "train" && token.name === number),
    ),
  );
  return numbered < 0 && name ? document.lines.findIndex((line) => line.text.includes(name)) : numbered;
}

/** A ride that names no day of its own and would leave before the last one arrived leaves on a later day. */
function readRides(document: Document, booked: boolean, seat: string | undefined): Reservation[] {
  // Who writes may say what runs, too: "noreply@bus-sample.example".
  const words = countKinds(`${spokenOf(document)}\n${document.from ?? ""}`);
  const legs = readLegs(document);
  const flights = legs.filter(({ flight }) => flight);
  // A seat that stands apart from the rides is that of the only flight there is.
  if (flights[0] && flights.length === 1) flights[0].seat ??= seat;
  const found: Reservation[] = [];
  let [arrived, named, later] = ["", undefined as DateToken | undefined, 0];
  for (const leg of legs) {
    const kind = rideKind(leg, document, words);
    if (!kind || (kind !== "flight" && !leg.train && !leg.flight && !booked)) continue;
    const inherited = leg.dep.date === named;
    if (!inherited) later = 0;
    named = leg.dep.date;
    let reservation = rideReservation(leg, kind, document, later);
    const leaves = asText(objectAt(reservation, "reservationFor")?.departureTime);
    if (
      reservation &&
      leaves &&
      kind !== "flight" &&
      inherited &&
      arrived.slice(0, 10) >= leaves.slice(0, 10) &&
      leaves < arrived
    ) {
      later += 1;
      reservation = rideReservation(leg, kind, document, later);
    }
    if (!reservation) continue;
    arrived = asText(objectAt(reservation, "reservationFor")?.arrivalTime) ?? arrived;
    found.push(reservation);
  }
  return found;
}

function readOthers(document: Document, facts: readonly Fact[], rides: boolean): Reservation[] {
  const stay = readStay(document, facts, rides);
  const car = readRentalCar(document, facts);
  const found = [stay, car].filter((one) => one !== undefined);
  if (found.length > 0 || rides) return found;
  const single = readTaxi(document, facts) ?? readTable(document, facts) ?? readEvent(document, facts);
  return single ? [single] : [];
}
