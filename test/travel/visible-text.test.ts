import { describe, expect, it } from "vitest";
import { compareReservations, reservationKey } from "../../shared/travel/changes.ts";
import airportData from "../../shared/travel/places/airports.data.json" with { type: "json" };
import { openAirports } from "../../shared/travel/places/airports.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { summariseReservation } from "../../shared/travel/summary.ts";

const airports = openAirports(airportData);
const FLIGHT = `Booking confirmation
Booking reference X7K2PQ
Passenger: Principal A
Flight TK 1757
Thu 3 Dec 2026
Istanbul (IST) 10:15 → Riga (RIX) 12:05
Seat 14C`;
const STAY = `Your reservation is confirmed
Hotel Sample Riga
Confirmation number: 1234567890
Guest name: Principal A
Check-in: Thursday, 3 December 2026 (from 15:00)
Check-out: Saturday, 5 December 2026 (until 11:00)
Address: Sample Street 1, Riga LV-1010, Latvia`;

const readOne = (text: string) => {
  const found = readBookings({ kind: "visible-text", text, mailDate: "2026-11-20T08:00:00Z" }, airports);
  expect(found).toHaveLength(1);
  return found[0]!.reservation;
};

describe("a confirmation as the page shows it", () => {
  it("gives a flight with the zones of its airports", () => {
    expect(summariseReservation(readOne(FLIGHT))).toEqual({
      type: "FlightReservation",
      title: "TK 1757",
      from: "Istanbul",
      to: "Riga",
      startsAt: "2026-12-03T10:15:00+03:00",
      endsAt: "2026-12-03T12:05:00+02:00",
      startZone: "Europe/Istanbul",
      endZone: "Europe/Riga",
      reference: "X7K2PQ",
      seat: "14C",
      underName: "Principal A",
      cancelled: false,
    });
  });

  const TABLES = `Booking reference: X7K2PQ

Passenger\tSeat\tTicket number
Principal A\t14C\t235-2400000001

Flight\tFrom\tTo\tDeparture\tArrival
TK 1757\tIstanbul (IST)\tRiga (RIX)\tThu, 3 December 2026, 10:15\tThu, 3 December 2026, 12:05`;

  it("gives the seat that stands in the table of the travellers, wherever its column is", () => {
    expect(readOne(TABLES)).toMatchObject({ airplaneSeat: "14C", underName: { name: "Principal A" } });
    const last = TABLES.replace("Passenger\tSeat\tTicket number", "Passenger\tTicket number\tSeat").replace(
      "Principal A\t14C\t235-2400000001",
      "Principal A\t235-2400000001\t14C",
    );
    expect(readOne(last)).toMatchObject({ airplaneSeat: "14C", underName: { name: "Principal A" } });
  });

  it("gives no seat where it is not said whose flight it is on", () => {
    const second =
      "TK 1758\tRiga (RIX)\tIstanbul (IST)\tSat, 5 December 2026, 18:15\tSat, 5 December 2026, 22:05";
    const both = readBookings(
      { kind: "visible-text", text: `${TABLES}\n${second}`, mailDate: "2026-11-20" },
      airports,
    );
    expect(both.map(({ reservation }) => reservation.airplaneSeat)).toEqual([undefined, undefined]);
  });

  it("gives a stay with its times of arrival and departure", () => {
    expect(summariseReservation(readOne(STAY))).toMatchObject({
      type: "LodgingReservation",
      title: "Hotel Sample Riga",
      startsAt: "2026-12-03T15:00:00+02:00",
      endsAt: "2026-12-05T11:00:00+02:00",
      reference: "1234567890",
    });
  });

  it("is the same booking after its times moved, and says which fields moved", () => {
    const before = readOne(FLIGHT);
    const after = readOne(FLIGHT.replace("10:15", "11:40").replace("14C", "3A"));
    expect(reservationKey(after)).toBe(reservationKey(before));
    expect(compareReservations(before, after).map((change) => change.path)).toEqual([
      "airplaneSeat",
      "reservationFor.departureTime",
    ]);
  });

  it("finds nothing in a mail that books nothing", () => {
    const text = "Fares from Riga (RIX) to Istanbul (IST) from EUR 89! Book until 3 Dec 2026 at 23:59.";
    expect(readBookings({ kind: "visible-text", text }, airports)).toEqual([]);
  });

  it("names the days as unsure when their year is the mail's, or day and month could be swapped", () => {
    const unsure = (text: string) =>
      readBookings({ kind: "visible-text", text, mailDate: "2026-11-20" }, airports)[0]?.unsure;
    const days = [
      "reservationFor.departureTime",
      "reservationFor.departureDay",
      "reservationFor.arrivalTime",
    ];
    expect(unsure(FLIGHT)).toEqual([]);
    expect(unsure(FLIGHT.replace("Thu 3 Dec 2026", "Thu 3 Dec"))).toEqual(days);
    expect(unsure(FLIGHT.replace("Thu 3 Dec 2026", "03/12/2026"))).toEqual(days);
    expect(unsure(FLIGHT.replace("Thu 3 Dec 2026", "23/12/2026"))).toEqual([]);
    expect(unsure(FLIGHT.replace("Booking reference X7K2PQ\n", ""))).toEqual(["reservationNumber"]);
  });
});
