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

  const whole = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");
  const record = recordOf(trip, {});

  it("is, with its days and a booking, this and nothing else", () => {
    const fields = {
      title: "Riga board",
      destination: "Riga, Latvia",
      startsOn: "2026-12-03",
      endsOn: "2026-12-04",
      note: "One; two",
      status: "cancelled",
      classification: "confidential",
    };
    const item = { ...flight, seat: "14C", underName: "Principal A" };
    expect(whole(calendarOf(fields, item))).toEqual([
      "BEGIN:VEVENT",
      `UID:${record.id}`,
      "DTSTAMP:20261122T100000Z",
      "SUMMARY:Riga board",
      "DTSTART;VALUE=DATE:20261203",
      "DTEND;VALUE=DATE:20261205",
      "LOCATION:Riga\\, Latvia",
      "STATUS:CANCELLED",
      "TRANSP:TRANSPARENT",
      "CLASS:CONFIDENTIAL",
      "DESCRIPTION:One\\; two",
      "END:VEVENT",
      "BEGIN:VEVENT",
      `UID:${record.id}-item0`,
      "DTSTAMP:20261122T100000Z",
      "SUMMARY:Lidojums: TK 1757 · IST – RIX",
      "DTSTART:20261203T071500Z",
      "DTEND:20261203T100500Z",
      "LOCATION:IST",
      "STATUS:CONFIRMED",
      "TRANSP:OPAQUE",
      "CLASS:CONFIDENTIAL",
      `DESCRIPTION:${[
        "2026-12-03 10:15 – 2026-12-03 12:05",
        `${trip.lists.reservations.item.reservationNumber.label.lv}: X7K2PQ`,
        `${trip.lists.reservations.item.seat.label.lv}: 14C`,
        `${trip.lists.reservations.item.underName.label.lv}: Principal A`,
      ].join("\\n")}`,
      "END:VEVENT",
      "",
    ]);
  });

  it("says of days only what is known: where to stands in for a title, an end that is none is left out", () => {
    const bare = ["TRANSP:TRANSPARENT", "CLASS:PRIVATE", "END:VEVENT", ""];
    const head = ["BEGIN:VEVENT", `UID:${record.id}`, "DTSTAMP:20261122T100000Z"];
    for (const endsOn of [null, "", "soon", "2026-12-02", "2026-12-01"])
      expect(
        whole(calendarOf({ startsOn: "2026-12-03", destination: "Riga", endsOn })),
        String(endsOn),
      ).toEqual([...head, "SUMMARY:Riga", "DTSTART;VALUE=DATE:20261203", "LOCATION:Riga", ...bare]);
    expect(whole(calendarOf({ startsOn: "2026-12-03" }))).toEqual([
      ...head,
      "DTSTART;VALUE=DATE:20261203",
      ...bare,
    ]);
  });

  it("says of a booking only what is known, and is free where one sleeps", () => {
    const head = ["BEGIN:VEVENT", `UID:${record.id}-item0`, "DTSTAMP:20261122T100000Z"];
    const stay = { type: "LodgingReservation", title: "Sample Hotel", startsAt: "2026-12-03T15:00:30.5Z" };
    expect(whole(calendarOf({}, stay))).toEqual([
      ...head,
      `SUMMARY:${trip.lists.reservations.item.type.options.LodgingReservation.lv}: Sample Hotel`,
      "DTSTART:20261203T150030Z",
      "LOCATION:Sample Hotel",
      "TRANSP:TRANSPARENT",
      "CLASS:PRIVATE",
      "DESCRIPTION:2026-12-03 15:00",
      "END:VEVENT",
      "",
    ]);
    expect(
      whole(calendarOf({ title: "Riga board" }, { type: "Rocket", startsAt: "2026-12-03T15:00", to: "" })),
    ).toEqual([
      ...head,
      "SUMMARY:Riga board",
      "DTSTART:20261203T150000",
      "TRANSP:OPAQUE",
      "CLASS:PRIVATE",
      "DESCRIPTION:2026-12-03 15:00",
      "END:VEVENT",
      "",
    ]);
    const taxi = calendarOf(
      {},
      { type: "TaxiReservation", title: "Taxi 5", startsAt: "2026-12-03", to: "Riga" },
    );
    expect(taxi).not.toContain("LOCATION");
    expect(taxi).toContain(": Taxi 5 · Riga\r\n");
    expect(calendarOf({}, { ...flight, status: "ReservationPending" })).toContain("STATUS:TENTATIVE");
    for (const status of ["toString", "ofANewerVersion", null])
      expect(calendarOf({}, { ...flight, status })).not.toContain("STATUS");
  });

  it("ends only in the form in which it begins, and behind that", () => {
    const ends = (startsAt: string, endsAt: string) =>
      /DTEND[^\r]*/.exec(calendarOf({}, { startsAt, endsAt }))?.[0] ?? null;
    expect(ends("2026-12-03", "2026-12-05")).toBe("DTEND;VALUE=DATE:20261205");
    expect(ends("2026-12-03T10:00", "2026-12-03T11:30:15")).toBe("DTEND:20261203T113015");
    expect(ends("2026-12-03T10:00Z", "2026-12-03T11:00-01:00")).toBe("DTEND:20261203T120000Z");
    for (const [start, end] of [
      ["2026-12-03", "2026-12-05T10:00"],
      ["2026-12-03T10:00", "2026-12-05"],
      ["2026-12-03T10:00", "2026-12-05T10:00Z"],
      ["2026-12-03T10:00Z", "2026-12-05T10:00"],
      ["2026-12-03T10:00", "2026-12-03T10:00"],
      ["2026-12-03T10:00", "2026-12-03T09:00"],
      ["2026-12-03T10:00", "x2026-12-03T11:00"],
      ["2026-12-03T10:00", "2026-12-03T11:00x"],
      ["2026-12-03T10:00", "2026-12-03T11"],
    ] as const)
      expect(ends(start, end), `${start} ${end}`).toBeNull();
  });

  it("leaves out what was removed", () => {
    expect(calendarOf({}, { ...flight, removed: true })).toBe("");
    expect(calendarOf({}, { ...flight, removed: false })).not.toBe("");
    expect(vevents(record, "lv")).toBe("");
    expect(vevents({ ...record, lists: {} }, "lv")).toBe("");
  });
});
