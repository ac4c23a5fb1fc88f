import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isBoardingPass, readBoardingPass } from "../../shared/travel/passes/bcbp.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { summariseReservation } from "../../shared/travel/summary.ts";
import { airports } from "./airports.ts";

const CODE = "M1SAMPLE/PRINCIPAL MR EXXX007 TXLRIXBT 0212 309Y014E0063 100";

describe("a boarding pass's bar code", () => {
  it("gives the flight, the seat and the traveller without a title", () => {
    expect(readBoardingPass(CODE, "2017-11-01")).toMatchObject([
      {
        reservationNumber: "XXX007",
        airplaneSeat: "14E",
        passengerSequenceNumber: "63",
        underName: { name: "PRINCIPAL SAMPLE" },
        reservationFor: {
          flightNumber: "212",
          departureDay: "2017-11-05",
          departureAirport: { iataCode: "TXL" },
          arrivalAirport: { iataCode: "RIX" },
        },
      },
    ]);
  });

  it("falls into the next year when that is nearer to the mail", () => {
    const day = (context: string) =>
      readBoardingPass(CODE.replace("309Y", "003Y"), context)[0]?.reservationFor;
    expect(day("2026-12-30")).toMatchObject({ departureDay: "2027-01-03" });
    expect(day("2026-01-01")).toMatchObject({ departureDay: "2026-01-03" });
  });

  it("is told from a text that only begins alike", () => {
    expect(isBoardingPass(CODE)).toBe(true);
    expect(isBoardingPass("M1 is the name of a motorway near RIX")).toBe(false);
    expect(readBoardingPass("M1SAMPLE/PRINCIPAL", "2026-01-01")).toEqual([]);
  });
});

describe("a wallet pass", () => {
  const pass = (content: unknown) =>
    readBookings(
      {
        kind: "pkpass",
        bytes: zipSync({ "pass.json": strToU8(JSON.stringify(content)) }),
        mailDate: "2026-01-01",
      },
      airports,
    );

  it("of a flight is read from its code, its gate and boarding time from its fields", () => {
    const found = pass({
      organizationName: "Air Sample",
      barcodes: [{ message: CODE, format: "PKBarcodeFormatAztec" }],
      relevantDate: "2017-11-05T07:25:00Z",
      boardingPass: {
        transitType: "PKTransitTypeAir",
        auxiliaryFields: [
          { key: "gate", label: "GATE", value: "B7" },
          { key: "boarding", label: "BOARD", value: "08:25" },
        ],
      },
    });
    expect(found).toMatchObject([
      {
        foundBy: "pass",
        reservation: {
          reservationFor: {
            departureGate: "B7",
            boardingTime: { "@value": "2017-11-05T08:25:00+01:00", timezone: "Europe/Berlin" },
          },
        },
      },
    ]);
  });

  it("of an event is read from Apple's semantic tags", () => {
    const found = pass({
      eventTicket: {},
      semantics: {
        eventName: "Sample Concert",
        venueName: "Sample Hall",
        eventStartDate: "2026-06-12T20:00+02:00",
        seats: [{ seatNumber: "3", seatRow: "2" }],
      },
    });
    expect(found.map((one) => summariseReservation(one.reservation))).toMatchObject([
      { type: "EventReservation", title: "Sample Concert", startsAt: "2026-06-12T20:00:00+02:00", seat: "3" },
    ]);
  });
});
