import { describe, expect, it } from "vitest";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { summariseReservation } from "../../shared/travel/summary.ts";
import { airports } from "./airports.ts";

const read = (text: string, from?: string) =>
  readBookings({ kind: "text", text, mailDate: "2026-04-01", from }, airports).map((found) =>
    summariseReservation(found.reservation),
  );

describe("what is known of single vendors", () => {
  it("gives a stay the hours of the house when its mail names only days", () => {
    const mail =
      "Booking confirmation\nYour booked house: a&o Wien Hauptbahnhof\nBooking no.: AOI-XX-1234567\nArrival: 10.08.2026\nDeparture: 18.08.2026";
    expect(read(mail, "A&O <webservice@aohostels.com>")).toMatchObject([
      { startsAt: "2026-08-10T15:00:00", endsAt: "2026-08-18T10:00:00" },
    ]);
    expect(read(mail, "news@mail.aohostels.com")).toMatchObject([{ startsAt: "2026-08-10T15:00:00" }]);
    for (const other of ["other@example.com", "webservice@notaohostels.com"])
      expect(read(mail, other)).toMatchObject([{ startsAt: "2026-08-10", endsAt: "2026-08-18" }]);
  });

  it("reads the digits of a ticket that is fetched in a shop", () => {
    const code =
      "230010024634702208098000013201220260925135500002202609251529000100000010010006013001000000170500600000000000002026092510CC6E";
    expect(read(code)).toMatchObject([
      {
        type: "TrainReservation",
        title: "132",
        from: "左營 (Zuoying)",
        to: "台北 (Taipei)",
        startsAt: "2026-09-25T13:55:00",
        seat: "13A",
      },
    ]);
  });

  it("reads the code of an e-ticket, its year from the mail", () => {
    const code =
      "i0CVXXX007123456789121101/01/1970FRXYTFRMPL0432131/070123456789012345678                DOE               JOHN2CF000          00000";
    expect(read(code)).toMatchObject([
      { reference: "XXX007", underName: "JOHN DOE", startsAt: "2026-07-31" },
    ]);
  });
});
