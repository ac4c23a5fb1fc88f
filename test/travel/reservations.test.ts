import { describe, expect, it } from "vitest";
import { mergeReservations } from "../../shared/travel/normalise/merge.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { readMail } from "../../shared/travel/read-whole-mail.ts";
import { objectAt, timeText } from "../../shared/travel/reservation.ts";
import { extractStructured } from "../../shared/travel/structured/extract.ts";
import { airports } from "./airports.ts";

const flight = (more: object, trip: object = {}) => ({
  "@context": "http://schema.org",
  "@type": "FlightReservation",
  reservationNumber: "X7K2PQ",
  reservationFor: {
    "@type": "Flight",
    flightNumber: "192",
    airline: { iataCode: "AF" },
    departureAirport: { iataCode: "CDG" },
    arrivalAirport: { iataCode: "BLR" },
    departureTime: "2026-12-03T11:00:00",
    ...trip,
  },
  ...more,
});
const read = (...items: object[]) =>
  readBookings({ kind: "json-ld", text: JSON.stringify(items) }, airports).map((found) => found.reservation);

describe("reservations brought into form", () => {
  it("arrive on the next day when their arrival would lie before their departure", () => {
    const [found] = read(flight({}, { arrivalTime: "2026-12-03T00:35:00" }));
    expect(timeText(objectAt(found, "reservationFor")?.arrivalTime)).toBe("2026-12-04T00:35:00+05:30");
  });

  it("lose an arrival that lies days before the departure", () => {
    const [found] = read(flight({}, { arrivalTime: "2018-12-03T00:35:00" }));
    expect(objectAt(found, "reservationFor")?.arrivalTime).toBeUndefined();
  });

  it("are one when they tell of the same flight of the same person, and two for two persons", () => {
    expect(read(flight({}), flight({ airplaneSeat: "3A" }))).toMatchObject([{ airplaneSeat: "3A" }]);
    expect(
      read(flight({ underName: { name: "Principal A" } }), flight({ underName: { name: "Principal B" } })),
    ).toHaveLength(2);
  });

  it("keep the numbers and links that other dialects name otherwise", () => {
    const [found] = read(
      flight({
        reservationNumber: undefined,
        reservationId: "RXJ34P",
        reservationStatus: "Cancelled",
        checkinUrl: "https://example.com/checkin",
        ticketNumber: "123",
      }),
    );
    expect(found).toMatchObject({
      reservationNumber: "RXJ34P",
      reservationStatus: "http://schema.org/ReservationCancelled",
      reservedTicket: { ticketNumber: "123" },
      potentialAction: [{ "@type": "CheckInAction", target: "https://example.com/checkin" }],
    });
  });

  it("are dropped when they cannot be: without a place, a day, or between one airport and itself", () => {
    expect(
      read(
        flight({}, { arrivalAirport: undefined }),
        flight({}, { departureTime: undefined }),
        flight({}, { arrivalAirport: { iataCode: "CDG" } }),
      ),
    ).toEqual([]);
  });
});

describe("JSON-LD as senders write it", () => {
  it("is read where one object follows another with nothing around them", () => {
    const text = `${JSON.stringify(flight({}))}${JSON.stringify(flight({ reservationNumber: "K9M4RT" }))}`;
    const found = readBookings({ kind: "json-ld", text }, airports);
    expect(found.map((one) => one.reservation.reservationNumber).sort()).toEqual(["K9M4RT", "X7K2PQ"]);
  });

  it("counts a party that is told in words", () => {
    const [found] = read({
      "@type": "FoodEstablishmentReservation",
      reservationFor: { "@type": "Restaurant", name: "Sample" },
      startTime: "2026-06-10T19:00",
      partySize: "2 people",
    });
    expect(found?.partySize).toBe(2);
  });
});

describe("the hours of a ride", () => {
  const ride = (from: string, to: string) =>
    `Booking reference: X7K2PQ\nTrain ICE 14, 12 November 2026\nDeparture: ${from} 09:31\nArrival: ${to} 12:47`;
  const hours = (from: string, to: string) => {
    const [found] = readBookings({ kind: "text", text: ride(from, to), mailDate: "2026-11-01" }, airports);
    const about = objectAt(found?.reservation, "reservationFor");
    return [about?.departureTime, about?.arrivalTime];
  };

  it("have the zones of the towns that its stations are named after", () => {
    expect(hours("London St Pancras", "Paris Nord")).toMatchObject([
      { "@value": "2026-11-12T09:31:00+00:00", timezone: "Europe/London" },
      { "@value": "2026-11-12T12:47:00+01:00", timezone: "Europe/Paris" },
    ]);
    expect(hours("Köln Hbf", "Warszawa Centralna")).toMatchObject([
      { timezone: "Europe/Berlin" },
      { timezone: "Europe/Warsaw" },
    ]);
  });

  it("stay without one where no town is known by the name", () => {
    expect(hours("Unbekannt Süd", "Paris Nord")[0]).toBe("2026-11-12T09:31:00");
  });
});

describe("a ride's table and its lines", () => {
  const first = (text: string) =>
    readBookings({ kind: "text", text, mailDate: "2026-11-01" }, airports)[0]?.reservation;

  it("name what runs there in the column of the connection", () => {
    const found = first(
      "Bus ticket no. 0123456789\nDate          Station       Arrival   Departure  Connection\nFri 13/11/26  Wien, Station             22:10      Vienna → Prague (SA)\nSat 14/11/26  Brno, Station 00:30",
    );
    expect(found).toMatchObject({
      "@type": "BusReservation",
      reservationFor: { busName: "Vienna → Prague", busNumber: "SA" },
    });
  });

  it("name who flies below the flight's number", () => {
    const found = first(
      "Booking reference: X7K2PQ\nRiga (RIX)\nFri, 13 Nov 2026, 18:25\nVienna (VIE)\nFri, 13 Nov 2026, 19:45\nOS 682\nSample Airlines\nNon stop",
    );
    expect(found).toMatchObject({
      reservationFor: { flightNumber: "682", airline: { iataCode: "OS", name: "Sample Airlines" } },
    });
  });
});

describe("merging two readings of a booking", () => {
  it("lets the later one win, and the fuller name and the zoned time in either order", () => {
    const early = {
      modifiedTime: "2026-01-01T00:00:00",
      airplaneSeat: "6D",
      underName: { name: "Kévin Sample" },
      at: { "@type": "QDateTime", "@value": "2026-02-01T19:45:00+01:00", timezone: "Europe/Brussels" },
    };
    const late = {
      modifiedTime: "2026-01-04T00:00:00",
      airplaneSeat: "27E",
      underName: { name: "K SAMPLE" },
      at: "2026-02-01T19:45:00",
    };
    for (const merged of [mergeReservations(early, late), mergeReservations(late, early)]) {
      expect(merged).toMatchObject({
        airplaneSeat: "27E",
        underName: { name: "Kévin Sample" },
        at: { timezone: "Europe/Brussels" },
      });
    }
  });
});

describe("a mail's parts", () => {
  it("that tell of one flight, in a calendar and in the text, give it once and with the surer mark", async () => {
    const raw = [
      "From: Air Sample <booking@example.com>",
      "Date: Fri, 20 Nov 2026 08:00:00 +0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Booking reference: X7K2PQ",
      "Flight TK 1757, 3 Dec 2026",
      "Istanbul (IST) 10:15 - Riga (RIX) 12:05",
      "Seat 14C",
      "--b",
      "Content-Type: text/calendar; charset=utf-8",
      "Content-Disposition: attachment; filename=a.ics",
      "",
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "SUMMARY:Flight TK 1757",
      "DTSTART:20261203T071500Z",
      "DTEND:20261203T100500Z",
      "DESCRIPTION:Booking reference: X7K2PQ\\nFlight: TK 1757\\nFrom: Istanbul (IST) 10:15\\nTo: Riga (RIX) 12:05",
      "END:VEVENT",
      "END:VCALENDAR",
      "--b--",
      "",
    ].join("\r\n");
    const found = await readMail(new TextEncoder().encode(raw), airports);
    expect(found).toMatchObject([
      {
        foundBy: "pass",
        reservation: {
          airplaneSeat: "14C",
          reservationFor: { departureTime: { "@value": "2026-12-03T10:15:00+03:00" } },
        },
      },
    ]);
  });
});

describe("offers that look like bookings", () => {
  it.each([
    "Hotel: Sample Hotel Riga\nCheck-in: 3 December 2026, 15:00\nCheck-out: 5 December 2026, 11:00\nTotal: EUR 240\nBook now!",
    "Pick-up: Riga Airport, 3 December 2026, 10:00\nDrop-off: Riga Airport, 5 December 2026, 10:00\nTotal: EUR 99",
    "Restaurant: Sample Bistro\nDate: 3 December 2026\nTime: 19:00\nParty size: 4\nReserve your table today",
    "Event: Sample Concert\nVenue: Sample Hall\nDate: 3 December 2026\nStart: 19:00",
  ])("give none without a number of a booking (%#)", (text) => {
    expect(readBookings({ kind: "text", text, mailDate: "2026-11-20" }, airports)).toEqual([]);
    expect(
      readBookings(
        { kind: "text", text: `${text}\nBooking reference: X7K2PQ`, mailDate: "2026-11-20" },
        airports,
      ),
    ).toHaveLength(1);
  });
});

describe("microdata", () => {
  it("gives items no other prototype through a property's name", () => {
    const [item] = extractStructured(
      '<div itemscope itemtype="http://schema.org/Event"><meta itemprop="name" content="x"><div itemprop="__proto__" itemscope itemtype="http://schema.org/Place"><meta itemprop="name" content="y"></div></div>',
    );
    expect(item && Object.getPrototypeOf(item)).toBe(Object.prototype);
  });
});

describe("links of a booking", () => {
  const booking =
    "Booking reference: X7K2PQ\nFlight TK 1757, 3 Dec 2026\nIstanbul (IST) 10:15 - Riga (RIX) 12:05";
  const actions = (found: ReturnType<typeof readBookings>) => found[0]?.reservation.potentialAction;

  it("are kept by what the words before them say they do", () => {
    const text = `${booking}\nYou can manage your booking here: https://example.com/m?pnr=X7K2PQ.\nOnline check-in\nhttps://example.com/i\nUnsubscribe from booking news https://example.com/u`;
    expect(actions(readBookings({ kind: "text", text, mailDate: "2026-11-20" }, airports))).toEqual([
      { "@type": "CheckInAction", target: "https://example.com/i" },
      { "@type": "UpdateAction", target: "https://example.com/m?pnr=X7K2PQ" },
    ]);
  });

  it("are found behind the words of a page, and only those that lead to the web", () => {
    const html = `<p>${booking.replaceAll("\n", "<br>")}</p><a href="https://example.com/c">Buchung stornieren</a> <a href="javascript:x">Manage booking</a> <a href="https://example.com/t">Terms of your booking</a>`;
    expect(actions(readBookings({ kind: "html", html, mailDate: "2026-11-20" }, airports))).toEqual([
      { "@type": "CancelAction", target: "https://example.com/c" },
    ]);
  });
});
