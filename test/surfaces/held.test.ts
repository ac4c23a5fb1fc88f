import { describe, expect, it } from "vitest";
import type { RecordView } from "../../extension/port/surface.ts";
import {
  addTo,
  readMail,
  type ShownBooking,
  tripsToLookInto,
} from "../../extension/surfaces/sidebar/bookings.ts";
import { holdingOf } from "../../extension/surfaces/sidebar/held.ts";
import type { Scalar } from "../../shared/documents/command.ts";
import type { HistoryEntry } from "../../shared/records/record.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { NOW } from "./sample-world.ts";

const mail = (departs: string, more = "") => `Booking confirmation
Booking reference: X7K2PQ
Passenger: Principal A

TK 1757 Istanbul (IST) to Riga (RIX)
Departure: Thu 3 Dec 2026 ${departs} Istanbul Airport (IST)
Arrival: Thu 3 Dec 2026 12:05 Riga International Airport (RIX)
${more}`;
const read = async (text: string): Promise<ShownBooking> => {
  const [booking] = await readMail({ text, from: null, subject: null, date: null }, NOW);
  if (!booking) throw new Error("There is no booking.");
  return booking;
};
const first = await read(mail("10:15", "Seat: 14C"));
const later = await read(mail("11:40"));

const TRIP = "2026-11.trip1000000000000000";
const ITEM = "flight000001";
const tripWith = (
  item: Readonly<Record<string, Scalar>>,
  history: readonly HistoryEntry[] = [],
): RecordView => ({
  acting: null,
  lapsed: null,
  spending: null,
  inName: [],
  record: {
    id: TRIP,
    kind: "trip",
    createdAt: "2026-11-01T00:00:00Z",
    createdBy: "11".repeat(16),
    updatedAt: "2026-11-01T00:00:00Z",
    updatedBy: "11".repeat(16),
    fields: { title: "Riga board trip" },
    lists: { reservations: { [ITEM]: item } },
    conflicts: [],
  },
  history,
});
const itemFor = (booking: ShownBooking) => {
  const [added] = addTo(TRIP, [booking], null);
  if (added?.do !== "add") throw new Error("Nothing is added.");
  return added.fields;
};

describe("A booking in a mail, beside what the trips hold", () => {
  it("has zones, so that its journey has a length", () => {
    expect(first.summary).toMatchObject({
      startsAt: "2026-12-03T10:15:00+03:00",
      endsAt: "2026-12-03T12:05:00+02:00",
    });
  });

  it("is new where no trip has it", () => {
    expect(holdingOf(first, [], null)).toEqual({ state: "new" });
    expect(holdingOf(first, [tripWith({ ...itemFor(first), removed: true })], null).state).toBe("new");
    const deleted = tripWith(itemFor(first));
    const record = { ...deleted.record, fields: { deletedAt: "2026-11-02T00:00:00Z" } };
    expect(holdingOf(first, [{ ...deleted, record }], null).state).toBe("new");
  });

  it("is there already where a trip has the same", () => {
    expect(holdingOf(first, [tripWith(itemFor(first))], null).state).toBe("same");
  });

  it("differs in its time, and a seat that the mail leaves out is no difference", () => {
    const holding = holdingOf(later, [tripWith(itemFor(first))], "gmail:18c2");
    expect(holding).toMatchObject({
      state: "changed",
      changes: [
        { field: "startsAt", before: "2026-12-03T10:15:00+03:00", after: "2026-12-03T11:40:00+03:00" },
      ],
    });
    if (holding.state !== "changed") throw new Error("Nothing has changed.");
    for (const action of holding.update) expect(validateAction(action, holding.trip.record)).toBeNull();
    const whole = holding.update.find((action) => action.do === "setItem" && action.field === "reservation");
    expect(JSON.stringify(whole)).toContain("14C");
    expect(JSON.stringify(whole)).toContain("11:40");
  });

  it("leaves alone what a person corrected and the mail does not speak of anew", () => {
    const corrected = { ...itemFor(first), seat: "2A" };
    expect(holdingOf(first, [tripWith(corrected)], null).state).toBe("same");
  });

  it("is the older one where the trip was changed away from what it says", () => {
    const entry = {
      id: "h1",
      at: "2026-11-20T00:00:00Z",
      by: "11".repeat(16),
      field: `reservations/${ITEM}/startsAt`,
      before: "2026-12-03T10:15:00+03:00",
      after: "2026-12-03T11:40:00+03:00",
    };
    const moved = { ...itemFor(later), seat: "14C" };
    expect(holdingOf(first, [tripWith(moved, [entry])], null).state).toBe("older");
    expect(holdingOf(first, [tripWith(moved)], null).state).toBe("changed");
    expect(holdingOf(first, [tripWith(itemFor(later), [entry])], null)).toMatchObject({
      changes: [{ field: "seat", after: "14C" }],
    });
  });

  it("cancels what the trip holds, and never the other way round", () => {
    const cancelled: ShownBooking = {
      ...first,
      reservation: { ...first.reservation, reservationStatus: "http://schema.org/ReservationCancelled" },
      summary: { ...first.summary, cancelled: true },
    };
    expect(holdingOf(cancelled, [tripWith(itemFor(first))], null)).toMatchObject({
      state: "changed",
      changes: [{ field: "status", before: "ReservationConfirmed", after: "ReservationCancelled" }],
    });
    expect(holdingOf(first, [tripWith(itemFor(cancelled))], null).state).toBe("same");
  });

  it("is known by its number where somebody typed it in", () => {
    const typed = { type: "FlightReservation", title: "TK1757", reservationNumber: "x7k2pq" };
    expect(holdingOf(first, [tripWith({ ...typed, startsAt: "2026-12-03T10:15" })], null)).toMatchObject({
      state: "changed",
      changes: [
        { field: "endsAt", before: null },
        { field: "seat", after: "14C" },
      ],
    });
    expect(holdingOf(first, [tripWith({ ...typed, title: "TK 9999" })], null).state).toBe("new");
  });
});

describe("The trips that may hold a booking", () => {
  const row = (id: string, due: string | null) => ({
    id,
    kind: "trip",
    status: "planned",
    open: true,
    title: id,
    under: "",
    due,
    at: "2026-11-22T09:00:00Z",
    urgent: false,
    principal: null,
    assignee: null,
    thread: null,
    classification: "internal" as const,
    createdAt: "2026-11-01T00:00:00Z",
    updatedAt: "2026-11-01T00:00:00Z",
    conflicts: [],
  });
  it("are those with its reference, then those near it in time, each once", () => {
    const open = [
      row("far", "2027-06-01"),
      row("near", "2026-11-30"),
      row("nearest", "2026-12-03"),
      row("none", null),
    ];
    expect(tripsToLookInto([first], open, [row("named", null), row("near", "2026-11-30")])).toEqual([
      "named",
      "near",
      "nearest",
    ]);
  });
});
