import { AztecCodeWriter, BarcodeFormat, QRCodeWriter } from "@zxing/library";
import { strToU8, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pdfText } from "../../shared/travel/pdf/text.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { readFile } from "../../shared/travel/read-file.ts";
import { summariseReservation } from "../../shared/travel/summary.ts";
import { airports } from "./airports.ts";
import { chance } from "./mails/generate.ts";

type Shown = { x: number; y: number; text: string };

/** A PDF of one page that shows texts in Helvetica; `packed` deflates the page as most programs do. */
function makePdf(shown: readonly Shown[], packed = false): Uint8Array {
  const content = strToU8(
    `BT /F1 10 Tf ${shown.map((one) => `1 0 0 1 ${one.x} ${one.y} Tm (${one.text.replace(/[()\\]/g, "\\$&")}) Tj`).join("\n")} ET`,
    true,
  );
  const stream = packed ? zlibSync(content) : content;
  const head = strToU8(
    `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj\n5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n4 0 obj <</Length ${stream.length}${packed ? "/Filter/FlateDecode" : ""}>> stream\n`,
  );
  const whole = new Uint8Array(head.length + stream.length + 20);
  whole.set(head);
  whole.set(stream, head.length);
  whole.set(strToU8("\nendstream endobj"), head.length + stream.length);
  return whole;
}

/** The same page with a code as a picture of one bit a pixel, beside its text. */
function withPicture(page: Uint8Array, side: number, dark: (x: number, y: number) => boolean): Uint8Array {
  const stride = Math.ceil(side / 8);
  const pixels = new Uint8Array(stride * side).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) if (dark(x, y)) pixels[y * stride + (x >> 3)]! &= ~(128 >> (x & 7));
  const packed = zlibSync(pixels);
  const head = strToU8(
    `\n6 0 obj <</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode/Length ${packed.length}>> stream\n`,
  );
  return new Uint8Array([...page, ...head, ...packed, ...strToU8("\nendstream endobj")]);
}

const TICKET: Shown[] = [
  { x: 50, y: 780, text: "Buchungsbestätigung" },
  { x: 50, y: 760, text: "Auftragsnummer: 7HK2LM" },
  { x: 50, y: 700, text: "Halt" },
  { x: 200, y: 700, text: "Datum" },
  { x: 280, y: 700, text: "Zeit" },
  { x: 350, y: 700, text: "Gleis" },
  { x: 420, y: 700, text: "Produkte" },
  { x: 50, y: 680, text: "Berlin Hbf" },
  { x: 200, y: 680, text: "12.02.2026" },
  { x: 280, y: 680, text: "ab 08:05" },
  { x: 350, y: 680, text: "13" },
  { x: 420, y: 680, text: "ICE 703" },
  { x: 50, y: 660, text: "München Hbf" },
  { x: 200, y: 660, text: "12.02.2026" },
  { x: 280, y: 660, text: "an 12:03" },
  { x: 350, y: 660, text: "22" },
];

describe("the text of a PDF", () => {
  it("is in lines, with the columns of the page apart, whatever order it was drawn in", () => {
    const lines = pdfText(makePdf([...TICKET].reverse())).split("\n");
    expect(lines[0]).toBe("Buchungsbestätigung");
    expect(lines[3]).toMatch(/^Berlin Hbf {3,}12\.02\.2026 {2,}ab 08:05 {2,}13 {2,}ICE 703$/);
    expect(pdfText(makePdf(TICKET, true))).toBe(pdfText(makePdf(TICKET)));
  });

  it("gives the booking that it tells of", () => {
    const found = readBookings(
      { kind: "pdf", bytes: makePdf(TICKET, true), mailDate: "2026-02-01" },
      airports,
    );
    expect(found.map((one) => summariseReservation(one.reservation))).toMatchObject([
      {
        title: "ICE 703",
        from: "Berlin Hbf",
        to: "München Hbf",
        // In the hours of Berlin, after whose town the station is named.
        startsAt: "2026-02-12T08:05:00+01:00",
        reference: "7HK2LM",
      },
    ]);
  });

  it.each([
    ["is no PDF behind its name", "%PDF-1.7 and nothing more"],
    ["names itself as its own page", "1 0 obj <</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>> endobj"],
    ["opens strings that never close", "1 0 obj (".repeat(200_000)],
    ["opens lists that never close", "1 0 obj [".repeat(200_000)],
    ["opens streams that never close", "1 0 obj <<>> stream\n".repeat(100_000)],
    [
      "promises a billion packed objects",
      "1 0 obj <</Type/ObjStm/N 1000000000/First 0>> stream\n1 0 endstream",
    ],
  ])("is nothing, and soon, where the file %s", (_, source) => {
    const started = performance.now();
    expect(pdfText(strToU8(source)).trim()).toBe("");
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("of a page that swells when unpacked ends in bounded time", () => {
    const started = performance.now();
    const bytes = makePdf([{ x: 0, y: 0, text: "A".repeat(20_000_000) }], true);
    pdfText(bytes);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("with bytes changed at random never hangs and never throws", () => {
    const random = chance(5);
    for (let run = 0; run < 600; run += 1) {
      const bytes = makePdf(TICKET, run % 2 === 0);
      for (let change = 0; change < 1 + Math.floor(random() * 8); change += 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const started = performance.now();
      pdfText(bytes);
      expect(performance.now() - started).toBeLessThan(30_000);
    }
  });
});

describe("a code that is printed in a PDF", () => {
  const CODE = "M1SAMPLE/MARY         EX7K2PQ RIXVIEOS 0682 320Y011A0042 100";
  const BOARDING: Shown[] = [
    { x: 50, y: 780, text: "Boarding pass" },
    { x: 50, y: 760, text: "Flight: OS 682" },
    { x: 50, y: 740, text: "From: Riga (RIX)" },
    { x: 50, y: 720, text: "To: Vienna (VIE)" },
    { x: 50, y: 700, text: "Departure time: 07:05" },
    { x: 50, y: 680, text: "Arrival time: 08:10" },
    { x: 50, y: 660, text: "Passenger: Mary Sample" },
  ];
  const read = (bytes: Uint8Array) =>
    readFile({ name: "pass.pdf", bytes }, { stage: "full", airports, mailDate: "2026-11-10" });

  it.each(["QR", "Aztec"])("tells what its text leaves out: the day and the seat (%s)", async (kind) => {
    const matrix =
      kind === "QR"
        ? new QRCodeWriter().encode(CODE, BarcodeFormat.QR_CODE, 0, 0, new Map())
        : new AztecCodeWriter().encode(CODE, BarcodeFormat.AZTEC, 0, 0);
    const bytes = withPicture(makePdf(BOARDING, true), matrix.getWidth() * 5, (x, y) =>
      matrix.get(Math.floor(x / 5), Math.floor(y / 5)),
    );
    expect(await read(bytes)).toMatchObject([
      {
        "@type": "FlightReservation",
        reservationNumber: "X7K2PQ",
        airplaneSeat: "11A",
        underName: { name: "Mary Sample" },
        reservationFor: {
          departureTime: { "@value": "2026-11-16T07:05:00+02:00", timezone: "Europe/Riga" },
          arrivalTime: { "@value": "2026-11-16T08:10:00+01:00" },
        },
      },
    ]);
    expect(await read(makePdf(BOARDING, true))).toEqual([]);
  });

  it("is not looked for in pictures that are none, however many", async () => {
    const random = chance(3);
    let bytes = makePdf(BOARDING);
    for (let more = 0; more < 20; more += 1) bytes = withPicture(bytes, 400, () => random() < 0.5);
    const started = performance.now();
    expect(await read(bytes)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
