import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isBoardingPass, readBoardingPass } from "../../shared/travel/passes/bcbp.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { objectAt } from "../../shared/travel/reservation.ts";
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

  it("keeps a name that ends like a title, and reads dots, blanks in the day and tickets without a paper", () => {
    const read = (name: string, rest = "EXXX007 TXLRIXBT 0212 309Y014E0063 100") =>
      readBoardingPass(`M1${name.padEnd(20)}${rest}`, "2026-01-01")[0];
    expect(read("SAMPLE/ALEXANDR")?.underName).toMatchObject({ name: "ALEXANDR SAMPLE" });
    expect(read("SAMPLE/AMR")?.underName).toMatchObject({ name: "AMR SAMPLE" });
    expect(read("SAMPLE/ANNAMRS")?.underName).toMatchObject({ name: "ANNA SAMPLE" });
    expect(read("ST.SAMPLE/ANNA")?.underName).toMatchObject({ name: "ANNA ST.SAMPLE" });
    expect(read("SAMPLE/ANNA", "LXXX007 TXLRIXBT 0212  45Y014E0063 100")?.reservationFor).toMatchObject({
      departureDay: "2026-02-14",
    });
  });

  it("names no day that its year does not have", () => {
    const day = (context: string) => {
      const [found] = readBoardingPass(CODE.replace("309Y", "366Y"), context);
      return found && objectAt(found, "reservationFor")?.departureDay;
    };
    expect(day("2028-12-20")).toBe("2028-12-31");
    expect(day("2026-12-20")).toBeUndefined();
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

  it("of a bus has the hours that its stops' clocks show, whatever zone the pass itself is dated in", () => {
    const ride = (relevantDate: string | undefined, departs: string, arrives: string) =>
      pass({
        ...(relevantDate ? { relevantDate } : {}),
        boardingPass: {
          transitType: "PKTransitTypeBus",
          primaryFields: [
            { key: "from", label: "From", value: "Riga" },
            { key: "to", label: "To", value: "Tallinn" },
          ],
          secondaryFields: [
            { key: "dep", label: "Departure", value: departs },
            { key: "arr", label: "Arrival", value: arrives },
          ],
        },
      })[0]?.reservation.reservationFor;
    const expected = {
      departureTime: { "@value": "2026-06-12T08:00:00+03:00", timezone: "Europe/Riga" },
      arrivalTime: { "@value": "2026-06-12T12:25:00+03:00", timezone: "Europe/Tallinn" },
    };
    expect(ride("2026-06-12T05:00:00Z", "12.06.2026 08:00", "12.06.2026 12:25")).toMatchObject(expected);
    expect(ride("2026-06-12T05:00:00Z", "2026-06-12T08:00+03:00", "2026-06-12T09:25:00Z")).toMatchObject(
      expected,
    );
    expect(ride(undefined, "2026-06-12T08:00+03:00", "2026-06-12T12:25+03:00")).toMatchObject(expected);
  });

  it("of a flight is read from what it shows where its code is the airline's own", () => {
    const air = (from: string) =>
      pass({
        relevantDate: "2026-06-12T05:00:00Z",
        boardingPass: {
          transitType: "PKTransitTypeAir",
          headerFields: [{ key: "flight", label: "FLIGHT", value: "XA 0211" }],
          primaryFields: [
            { key: "depart", label: "RIGA", value: from },
            { key: "arrive", label: "BERLIN", value: "BER" },
          ],
          secondaryFields: [
            { key: "time", label: "DEPARTS", value: "08:35" },
            { key: "seat", label: "SEAT", value: "12A" },
          ],
        },
        barcode: { message: "77120448", format: "PKBarcodeFormatQR" },
      });
    expect(air("RIX")).toMatchObject([
      {
        reservation: {
          airplaneSeat: "12A",
          reservationFor: {
            flightNumber: "211",
            airline: { iataCode: "XA" },
            departureTime: { "@value": "2026-06-12T08:35:00+03:00" },
          },
        },
      },
    ]);
    expect(air("Riga")).toEqual([]);
  });

  it("to save points with is no booking", () => {
    const card = (style: string) =>
      pass({
        [style]: {
          primaryFields: [{ key: "hotel", label: "Hotel", value: "Hotel Sample" }],
          secondaryFields: [
            { key: "from", label: "Check-in", value: "2026-06-10" },
            { key: "to", label: "Check-out", value: "2026-06-12" },
          ],
        },
      });
    expect(card("generic")).toHaveLength(1);
    expect(card("storeCard")).toEqual([]);
    expect(card("coupon")).toEqual([]);
  });
});
