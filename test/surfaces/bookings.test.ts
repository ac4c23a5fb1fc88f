import { describe, expect, it } from "vitest";
import type { Row } from "../../extension/port/surface.ts";
import { itemOf, matchingTrip, newTrip, readMail } from "../../extension/surfaces/sidebar/bookings.ts";
import { fieldOf } from "../../shared/records/define.ts";
import { trip } from "../../shared/records/trip.ts";
import { validateAction } from "../../shared/records/validate.ts";
import { mail, NOW } from "./sample-world.ts";

const text = mail().thread?.messages[0]?.text ?? "";
const bookings = await readMail({ text, from: "caller@example.com", subject: "Booking", date: null }, NOW);
const row = (id: string, due: string | null, open = true): Row => ({
  id,
  kind: "trip",
  status: "planned",
  open,
  title: id,
  under: "",
  due,
  at: "2026-11-22T09:00:00Z",
  urgent: false,
  principal: null,
  assignee: null,
  thread: null,
  classification: "internal",
  createdAt: "2026-11-01T00:00:00Z",
  updatedAt: "2026-11-01T00:00:00Z",
  conflicts: [],
});

describe("A booking in a mail", () => {
  it("is found with its airports' codes", () => {
    expect(bookings).toMatchObject([{ fromCode: "IST", toCode: "RIX", summary: { reference: "X7K2PQ" } }]);
  });

  it("has a day that is a guess where the mail names no year", async () => {
    const yearless = text.replaceAll(" 2026", "");
    const read = (date: string | null) => readMail({ text: yearless, from: null, subject: null, date }, NOW);
    expect(await read(null)).toMatchObject([
      {
        summary: { startsAt: "2026-12-03T10:15:00+03:00" },
        unsure: expect.arrayContaining(["reservationFor.departureTime"]),
      },
    ]);
    expect(await read("Mon, Nov 22, 2027, 8:55 AM")).toMatchObject([
      { summary: { startsAt: "2027-12-03T10:15:00+03:00" } },
    ]);
    expect(bookings[0]?.unsure).toEqual([]);
  });

  it("becomes an item with fields that the trip's list knows", () => {
    const [booking] = bookings;
    if (!booking) throw new Error("There is no booking.");
    const fields = itemOf(booking, "gmail:18c2f0a1b2c3d4e5");
    expect(fields).toMatchObject({
      type: "FlightReservation",
      reservationNumber: "X7K2PQ",
      thread: "gmail:18c2f0a1b2c3d4e5",
    });
    for (const name of Object.keys(fields)) expect(trip.lists.reservations.item, name).toHaveProperty(name);
  });

  it("becomes an item that the rules of records accept, whatever its sender wrote", () => {
    const [booking] = bookings;
    if (!booking) throw new Error("There is no booking.");
    const summary = {
      ...booking.summary,
      title: ` Hotel\n\u2028 Sample${"!".repeat(5_000)}`,
      startsAt: "soon",
      seat: " \f ",
    };
    const fields = itemOf(
      { ...booking, summary, reservation: { ...booking.reservation, totalPrice: 1e300 } },
      null,
    );
    expect(String(fields.title)).toMatch(/^Hotel Sample!+$/);
    expect(fields).not.toHaveProperty("seat");
    const record = "2026-12.0123456789abcdef0123";
    const add = { do: "add", record, list: "reservations", item: "1", fields } as const;
    const [create] = newTrip(record, [{ ...booking, summary }], null);
    expect(create).not.toHaveProperty("fields.endsOn");
    expect(create && validateAction(create, undefined)).toBeNull();
    expect(validateAction(add, { id: record, kind: "trip", fields: {}, lists: {} } as never)).toBeNull();
  });

  it("makes a new trip that the rules of records accept", () => {
    const [create] = newTrip("2026-12.0123456789abcdef0123", bookings, null);
    expect(create).toMatchObject({
      do: "create",
      kind: "trip",
      fields: { startsOn: "2026-12-03", endsOn: "2026-12-03" },
    });
    if (create?.do !== "create") throw new Error("Nothing is created.");
    expect(validateAction(create, undefined)).toBeNull();
    for (const name of Object.keys(create.fields)) expect(fieldOf(trip, name), name).toBeDefined();
  });

  it("fits the open trip that begins nearest to it, within ten days", () => {
    const trips = [
      row("closed", "2026-12-03", false),
      row("far", "2026-12-20"),
      row("near", "2026-12-05"),
      row("nearest", "2026-12-03"),
    ];
    expect(matchingTrip(trips, bookings)?.id).toBe("nearest");
    expect(matchingTrip([row("far", "2026-12-20"), row("undated", null)], bookings)).toBeNull();
    expect(matchingTrip(trips, [])).toBeNull();
  });
});
