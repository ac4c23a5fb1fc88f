import { describe, expect, it } from "vitest";
import { parseCalendar, propertyOf } from "../../shared/travel/calendar/parse.ts";
import { writeCalendar } from "../../shared/travel/calendar/write.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { airports } from "./airports.ts";

const FLIGHT =
  "Booking reference: X7K2PQ\nPassenger: Principal A\nFlight TK 1757\nThu 3 Dec 2026\nIstanbul (IST) 10:15 → Riga (RIX) 12:05";
const STAY =
  'Hotel: Sample Riga; "Old Town, Riga"\nBooking reference: X7K2PQ\nCheck-in: 3 December 2026, 15:00\nCheck-out: 5 December 2026, 11:00';
const write = (text: string) => {
  const found = readBookings({ kind: "text", text, mailDate: "2026-11-20" }, airports).map(
    (one) => one.reservation,
  );
  return { found, calendar: writeCalendar(found, "20261120T080000Z") };
};

describe("bookings as a calendar", () => {
  it("have the clocks and zones of both ends of a flight", () => {
    const event = parseCalendar(write(FLIGHT).calendar)[0]!;
    expect(propertyOf(event, "SUMMARY")?.value).toBe("Flight TK 1757 from IST to RIX");
    expect(propertyOf(event, "DTSTART")).toMatchObject({
      parameters: { TZID: "Europe/Istanbul" },
      value: "20261203T101500",
    });
    expect(propertyOf(event, "DTEND")).toMatchObject({
      parameters: { TZID: "Europe/Riga" },
      value: "20261203T120500",
    });
  });

  it("show a stay as whole days, the day of leaving included", () => {
    const event = parseCalendar(write(STAY).calendar)[0]!;
    expect(propertyOf(event, "DTSTART")?.value).toBe("20261203");
    expect(propertyOf(event, "DTEND")?.value).toBe("20261206");
    expect(propertyOf(event, "TRANSP")?.value).toBe("TRANSPARENT");
  });

  it("have no line over 75 octets, and read back to the same reservations", () => {
    for (const text of [FLIGHT, STAY, FLIGHT.replace("Principal A", "Nguyễn Văn Mẫu")]) {
      const { found, calendar } = write(text);
      expect(found).toHaveLength(1);
      for (const line of calendar.split("\r\n"))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(readBookings({ kind: "ics", text: calendar }, airports).map((one) => one.reservation)).toEqual(
        found,
      );
    }
  });

  it("keep the identifier of an event when its booking moves by hours", () => {
    const uid = (text: string) => propertyOf(parseCalendar(write(text).calendar)[0]!, "UID")?.value;
    expect(uid(FLIGHT.replace("10:15", "11:00"))).toBe(uid(FLIGHT));
    expect(uid(FLIGHT.replace("1757", "1759"))).not.toBe(uid(FLIGHT));
  });

  it("say that a cancelled flight is", () => {
    const calendar = write(`${FLIGHT}\nYour flight has been cancelled.`).calendar;
    expect(calendar).toContain("SUMMARY:Canceled: Flight TK 1757");
    expect(calendar).toContain("TRANSP:TRANSPARENT");
  });

  it("are not read out of what comes again every week", () => {
    const event = (rule: string) =>
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Flight XA 211\r\nDTSTART:20260604T080000Z\r\nDTEND:20260604T090000Z\r\n${rule}DESCRIPTION:XA 211 Riga (RIX) 08:00 - Berlin (BER) 09:00\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const count = (rule: string) => readBookings({ kind: "ics", text: event(rule) }, airports).length;
    expect(count("")).toBe(1);
    expect(count("RRULE:FREQ=WEEKLY\r\n")).toBe(0);
  });
});
