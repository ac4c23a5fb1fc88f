import { describe, expect, it } from "vitest";
import type { Scalar } from "../../shared/documents/command.ts";
import { trip } from "../../shared/records/trip.ts";
import { vevents } from "../../shared/records/vevent.ts";
import { recordOf } from "./sample-record.ts";

const calendarOf = (fields: Record<string, Scalar>, ...items: Record<string, Scalar>[]) =>
  vevents(
    {
      ...recordOf(trip, fields),
      lists: { reservations: Object.fromEntries(items.map((item, at) => [`item${at}`, item])) },
    },
    "lv",
  );
const flight = {
  type: "FlightReservation",
  title: "TK 1757",
  from: "IST",
  to: "RIX",
  startsAt: "2026-12-03T10:15:00+03:00",
  endsAt: "2026-12-03T12:05:00+02:00",
  reservationNumber: "X7K2PQ",
  status: "ReservationConfirmed",
};

describe("A trip in a calendar", () => {
  it("has its days, the last of them too, and does not make its person busy", () => {
    const days = calendarOf({ title: "Riga; board", startsOn: "2026-12-03", endsOn: "2026-12-31" });
    expect(days).toContain("SUMMARY:Riga\\; board\r\n");
    expect(days).toContain("DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20270101\r\n");
    expect(days).toContain("TRANSP:TRANSPARENT\r\n");
  });

  it("has each booking at its instant, with the clock of the place beside it", () => {
    const event = calendarOf({}, flight).replaceAll("\r\n ", "");
    expect(event).toContain("SUMMARY:Lidojums: TK 1757 · IST – RIX\r\n");
    expect(event).toContain("DTSTART:20261203T071500Z\r\nDTEND:20261203T100500Z\r\n");
    expect(event).toContain("DESCRIPTION:2026-12-03 10:15 – 2026-12-03 12:05\\nRezervācijas numurs: X7K2PQ");
    expect(event).toContain("STATUS:CONFIRMED\r\n");
  });

  it("says a time without a zone as the clock of whoever looks, and an end only where it fits its beginning", () => {
    const event = calendarOf({}, { ...flight, startsAt: "2026-12-03T10:15:00" });
    expect(event).toContain("DTSTART:20261203T101500\r\n");
    expect(event).not.toContain("DTEND");
    expect(calendarOf({}, { ...flight, endsAt: "2026-12-02" })).not.toContain("DTEND");
  });

  it("leaves out a moment that is none, whoever wrote it, and goes on with the rest", () => {
    for (const startsAt of [
      "2026-99-99T99:99:99Z",
      "2026-13-01T10:00+01:00",
      "2026-02-30T25:00",
      "2026-00-01",
    ])
      expect(
        calendarOf({ startsOn: "2026-12-03" }, { ...flight, startsAt }, flight).match(/BEGIN/g),
      ).toHaveLength(2);
    const odd = calendarOf(
      { startsOn: "2026-12-03", endsOn: "2026-12-99" },
      { ...flight, endsAt: "2026-12-99T10:00Z" },
    );
    expect(odd.match(/DTSTART/g)).toHaveLength(2);
    expect(odd).not.toContain("DTEND");
  });

  it("marks what is cancelled or only held, and leaves out what has no beginning", () => {
    expect(calendarOf({}, { ...flight, status: "ReservationCancelled" })).toMatch(
      /STATUS:CANCELLED\r\nTRANSP:TRANSPARENT/,
    );
    expect(calendarOf({}, { ...flight, status: "ReservationHold" })).toContain("STATUS:TENTATIVE");
    expect(calendarOf({ title: "Nothing known" }, { title: "TK 1757" }, { startsAt: "soon" })).toBe("");
  });
});
