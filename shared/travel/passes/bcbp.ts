import type { JsonObject } from "../reservation.ts";

const START = /^M([1-4])([A-Z '/.-]{20})([EL ])/i;
const LEG =
  /^([A-Z0-9 ]{7})([A-Z]{3})([A-Z]{3})([A-Z0-9 ]{3})([\dA-Z ]{5})([\d ]{3})([A-Z ])([A-Z0-9 ]{4})([\dA-Z ]{5})(.)([0-9A-F]{2})?/i;
/** "ANNAMRS" has its title too, but Alexandr is no doctor. */
const TITLES = /\s(?:MRS?|MS|MISS|MSTR|DR|PROF|CHD|INF)$|(?<=[A-Z]{3})(?:MRS?|MS|MISS|MSTR|CHD)$/i;

/** Tells whether a text begins like a boarding pass in IATA's bar code form (Resolution 792, format M). */
export function isBoardingPass(text: string): boolean {
  return START.test(text) && LEG.test(text.slice(23));
}

/**
 * Reads the text of a boarding pass's bar code: one flight reservation per leg, without times (the code has only
 * the day of the year). `contextDay` (`YYYY-MM-DD`) decides the year where the code has no date of issue.
 * Gives an empty list for text that is no such code.
 */
export function readBoardingPass(
  text: string,
  contextDay: string | undefined,
  format = "aztecCode",
): JsonObject[] {
  const written = text.slice(0, 2000).replace(/(?<![\r\n])[\r\n]+$/, "");
  // The standard has capitals alone; what was typed or passed on may have lost them.
  const code = /^m\d[^A-Z]{20}/.test(written) ? written.toUpperCase() : written;
  const start = START.exec(code);
  if (!start?.[2]) return [];
  const person = personOf(start[2]);
  const found: JsonObject[] = [];
  let rest = code.slice(23);
  let issued: string | undefined;
  for (let leg = 0; leg < Number(start[1]); leg += 1) {
    const fields = LEG.exec(rest);
    if (!fields) break;
    const size = Number.parseInt(fields[11] ?? "0", 16) || 0;
    let conditional = rest.slice(37, 37 + size);
    if (leg === 0 && conditional.startsWith(">")) {
      const unique = Number.parseInt(conditional.slice(2, 4), 16) || 0;
      issued = conditional.slice(4, 4 + unique).slice(3, 7);
      conditional = conditional.slice(4 + unique);
    }
    found.push(
      reservationOf(
        fields,
        conditional,
        person,
        dayOf(fields[6] ?? "", issued, contextDay),
        `${format}:${code}`,
      ),
    );
    rest = rest.slice(37 + size);
  }
  return found;
}

function reservationOf(
  fields: RegExpExecArray,
  conditional: string,
  person: JsonObject,
  day: string | undefined,
  token: string,
): JsonObject {
  const text = (index: number) => (fields[index] ?? "").trim();
  const ticket: JsonObject = { "@type": "Ticket", ticketToken: token };
  const reservation: JsonObject = {
    "@type": "FlightReservation",
    reservationNumber: text(1),
    underName: person,
    passengerSequenceNumber: text(9).replace(/^0+(?=.)/, ""),
    reservationFor: {
      "@type": "Flight",
      flightNumber: text(5).replace(/^0+(?=\d)/, ""),
      airline: { "@type": "Airline", iataCode: text(4) },
      departureAirport: { "@type": "Airport", iataCode: text(2) },
      arrivalAirport: { "@type": "Airport", iataCode: text(3) },
      ...(day ? { departureDay: day } : {}),
    },
    reservedTicket: ticket,
  };
  const seat = text(8).replace(/^0+(?=\d)/, "");
  if (/^\d{1,3}[A-Z]$/.test(seat)) reservation.airplaneSeat = seat;
  const size = Number.parseInt(conditional.slice(0, 2), 16) || 0;
  const own = conditional.slice(2, 2 + size);
  const [airline, document] = [own.slice(0, 3), own.slice(3, 13)];
  if (/^\d{3}$/.test(airline) && /^\d{10}$/.test(document)) ticket.ticketNumber = `${airline} ${document}`;
  const [program, member] = [own.slice(18, 21).trim(), own.slice(21, 37).trim()];
  if (program && member) {
    reservation.programMembershipUsed = {
      "@type": "ProgramMembership",
      programName: program,
      membershipNumber: member,
      member: person,
    };
  }
  return reservation;
}

function personOf(field: string): JsonObject {
  const [family = "", given = ""] = field.trim().split("/");
  const name = given.replace(TITLES, "").trim();
  return {
    "@type": "Person",
    familyName: family.trim(),
    ...(name ? { givenName: name } : {}),
    name: [name, family.trim()].filter(Boolean).join(" "),
  };
}

/** The year is the (one digit and a day of the year), else the one that brings the day nearest to the context. */
function dayOf(
  ordinal: string,
  issued: string | undefined,
  contextDay: string | undefined,
): string | undefined {
  const day = Number(ordinal);
  if (!/^ {0,2}\d{1,3}$/.test(ordinal) || day < 1 || day > 366 || !contextDay) return undefined;
  const year = Number(contextDay.slice(0, 4));
  const at = (one: number) => new Date(Date.UTC(one, 0, day)).toISOString().slice(0, 10);
  if (issued && /^\d{4}$/.test(issued)) {
    for (let back = 1; back > -9; back -= 1) {
      if ((year + back) % 10 !== Number(issued[0])) continue;
      return Number(issued.slice(1)) > day + 5 ? at(year + back + 1) : at(year + back);
    }
  }
  const gap = (one: string) => Math.abs(Date.parse(one) - Date.parse(contextDay));
  // Only a leap year has a 366th day.
  return [year, year + 1]
    .map(at)
    .filter((one) => day < 366 || one.endsWith("12-31"))
    .sort((a, b) => gap(a) - gap(b))[0];
}
