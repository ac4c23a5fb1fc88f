import { strToU8, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { pdfText } from "../../shared/travel/pdf/text.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
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
        startsAt: "2026-02-12T08:05:00",
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
