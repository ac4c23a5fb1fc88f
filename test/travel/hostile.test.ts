import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UnreadablePass } from "../../shared/travel/passes/archive.ts";
import { readBookings } from "../../shared/travel/read-booking.ts";
import { readMail } from "../../shared/travel/read-whole-mail.ts";
import { cpuTime } from "../cpu-time.ts";
import { airports } from "./airports.ts";
import { chance, generateBookings } from "./mails/generate.ts";

const LIMIT_MS = 2_000;
const text = (value: string) => readBookings({ kind: "text", text: value, mailDate: "2026-01-01" }, airports);
const html = (value: string) => readBookings({ kind: "html", html: value, mailDate: "2026-01-01" }, airports);
const script = (value: string) => html(`<script type="application/ld+json">${value}</script>`);
const pass = (files: Record<string, Uint8Array>) =>
  readBookings({ kind: "pkpass", bytes: zipSync(files) }, airports);

describe("hostile input", () => {
  it.each([
    [
      "fifty megabytes of bookings in one text",
      () =>
        text(
          "Booking reference: X7K2PQ Flight TK 1757 3 Dec 2026 Istanbul (IST) 10:15 → Riga (RIX) 12:05\n".repeat(
            530_000,
          ),
        ),
    ],
    ["fifty megabytes of one letter", () => text("a".repeat(50_000_000))],
    ["elements nested 300,000 deep", () => html("<div>".repeat(300_000))],
    [
      "items nested 50,000 deep",
      () => html('<div itemscope itemtype="http://schema.org/Flight" itemprop="x">'.repeat(50_000)),
    ],
    ["graphs nested 50,000 deep", () => script('{"@graph":['.repeat(50_000))],
    [
      "trips nested 9,000 deep",
      () => script(`${'{"@type":"FlightReservation","reservationFor":'.repeat(9_000)}1${"}".repeat(9_000)}`),
    ],
    ["a page of nothing but blanks as they are written", () => html(`<pre>${"\t".repeat(4_000_000)}x</pre>`)],
    ["cells in cells", () => html(`${"<table><tr><td>".repeat(120)}${"word<br>".repeat(100_000)}`)],
    [
      "names of two million letters",
      () => {
        for (const unit of ["é", "\t", "Terminal ", "上"]) {
          const name = unit.repeat(2_000_000 / unit.length / 4);
          const flight = `{"@type":"FlightReservation","underName":{"name":"${name.replaceAll("\t", "\\t")}"},"reservationFor":{"@type":"Flight","flightNumber":"1","departureAirport":{"name":"${name.replaceAll("\t", "\\t")}"},"arrivalAirport":{"iataCode":"RIX"},"departureTime":"2026-01-01T10:00:00"}}`;
          script(`[${flight},${flight}]`);
        }
      },
    ],
    ["fifty megabytes of open brackets", () => script("[".repeat(50_000_000))],
    ["lists that no one closes", () => script("[".repeat(1_900_000))],
    [
      "a thousand broken scripts",
      () => html('<script type="application/ld+json">{"a"</script>'.repeat(50_000)),
    ],
    [
      "two hundred events with long descriptions",
      () =>
        readBookings(
          {
            kind: "ics",
            text: `BEGIN:VEVENT\nDTSTART:20260101\nDESCRIPTION:${"BT 1 10:15 RIX\\n11:15 LHR\\n".repeat(300)}\nEND:VEVENT\n`.repeat(
              200,
            ),
          },
          airports,
        ),
    ],
    [
      "a PDF of two million objects",
      () =>
        readBookings(
          { kind: "pdf", bytes: strToU8(`%PDF-1.4\n${"1 0 obj\n<<>>\n".repeat(2_000_000)}`) },
          airports,
        ),
    ],
    ["braces that no one closes", () => script(`[${",{".repeat(190_000)}`)],
    ["commas in a row", () => script(`[${",".repeat(39_000)}]`)],
    [
      "a calendar of 200,000 events",
      () =>
        readBookings(
          {
            kind: "ics",
            text: "BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260101T000000Z\nEND:VEVENT\n".repeat(200_000),
          },
          airports,
        ),
    ],
  ])("%s ends within two seconds", (_, work) => {
    expect(cpuTime(work)).toBeLessThan(LIMIT_MS);
  });

  const units = [
    "1",
    "1.",
    "12:",
    " ",
    "\t",
    "A",
    "AB ",
    "(",
    "(ABC) ",
    "- ",
    "Departure ",
    "ab 06:46 ",
    "1/1/",
    "3 Dec ",
    "Aa ",
    "от ",
    "日",
    "1月",
    "€1 ",
    "1 000 ",
    "a@",
    "a.",
    "*",
    "|",
    "Hotel ",
    "Hotel De ",
    "> ",
    "From: a@b\n",
    "Check-in: 1.1.2026 ",
    "1,",
    "Total: ",
    "\u0301",
    "1. AB ",
    "1.1A/A ",
    "T$A=1@O=",
    "M1",
    "&quot;",
    "(a",
    "#",
    "N°",
    "kl 1.",
    "--",
    "T$A=1@O=a@$A=1@O=b@$",
    "PNR No.:",
    "Passenger Name:a,\n\tGender:a,\n\tAge:",
    "1.1DOE/",
    "EY 289 E  09JAN ",
    "Bus ",
    "LX ",
    "ICE ",
    "のぞみ ",
    ",",
    ";",
    "!",
    ")",
    "…",
    "_",
    "T",
    "Terminal ",
    "ホ酒",
    "hotel ",
    "at The ",
    "A – B ",
    "New flight\n",
    "Previous flight\n",
    "Nr. ",
    "n° ",
    "Order no. ",
    "Wagen / ",
    "M/S A",
    "1号",
    "Dear Aa Aa ",
    "TGV 1 de A a ",
  ];
  it.each(units)("a text of nothing but %j takes time in proportion to its length", (unit) => {
    const of = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    text(of(2_000));
    const once = (length: number) => cpuTime(() => text(of(length)));
    // Short runs are too coarse to compare.
    let long = once(180_000);
    if (long >= 120) long = Math.min(long, once(180_000));
    if (long < 120) return;
    // Three times the length; a quadratic pattern takes nine times as long.
    expect(long).toBeLessThan(7 * Math.min(once(60_000), once(60_000)));
  });

  it("of property names that every object has changes no prototype", () => {
    script(
      '{"@type":"FlightReservation","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    html(
      '<div itemscope itemtype="http://schema.org/Event"><meta itemprop="__proto__ constructor toString" content="polluted"></div>',
    );
    text("__proto__: polluted\nconstructor: 10:15\nBooking reference: toString");
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("of impossible dates gives no booking", () => {
    for (const day of ["31 February 2026", "99/99/2026", "2026-13-45", "0 May 2026", "29 February 2027"]) {
      expect(
        text(`Booking reference: X7K2PQ\nFlight TK 1757\n${day}\nIstanbul (IST) 10:15 → Riga (RIX) 12:05`),
      ).toEqual([]);
    }
    const trip =
      '"flightNumber":"1","departureAirport":{"iataCode":"RIX"},"arrivalAirport":{"iataCode":"TXL"}';
    expect(
      script(
        `{"@type":"FlightReservation","reservationFor":{"@type":"Flight",${trip},"departureTime":"2026-02-31T10:00:00"}}`,
      ),
    ).toEqual([]);
  });

  it("that is a pass made to swell, or is none, ends in a clear error", () => {
    expect(() => pass({ "pass.json": new Uint8Array(30_000_000) })).toThrow(/far more than a pass holds/);
    expect(() => pass({ "pass.json": strToU8("{") })).toThrow(/no JSON/);
    expect(() => pass({ "other.json": strToU8("{}") })).toThrow(/no pass\.json/);
    expect(() =>
      readBookings({ kind: "pkpass", bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9) }, airports),
    ).toThrow(UnreadablePass);
  });

  it("that is a mail of millions of lines is read in its first ones", async () => {
    const raw = strToU8(
      `From: a@example.com\nMIME-Version: 1.0\nContent-Type: text/plain\n\nBooking reference: X7K2PQ\nFlight TK 1757, 3 Dec 2026\nIstanbul (IST) 10:15 - Riga (RIX) 12:05\n${"a b\n".repeat(5_000_000)}`,
    );
    const before = process.cpuUsage();
    expect(await readMail(raw, airports)).toHaveLength(1);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(LIMIT_MS * 2);
  });

  it("in a mail's attachment does not hide the booking in its text", async () => {
    const raw = [
      "From: Air Sample <booking@example.com>",
      "Date: Fri, 20 Nov 2026 08:00:00 +0000",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Booking reference: X7K2PQ",
      "Flight TK 1757, 3 Dec 2026",
      "Istanbul (IST) 10:15 - Riga (RIX) 12:05",
      "--b",
      'Content-Type: application/vnd.apple.pkpass; name="a.pkpass"',
      "Content-Disposition: attachment; filename=a.pkpass",
      "Content-Transfer-Encoding: base64",
      "",
      "UEsDBAkJCQk=",
      "--b--",
      "",
    ].join("\r\n");
    expect(await readMail(new TextEncoder().encode(raw), airports)).toHaveLength(1);
  });
});

describe("mutated mails", () => {
  const runs = Number(process.env.TRAVEL_MUTATIONS ?? 4_000);
  it(`neither crash nor hang the reader in ${runs} mutations`, () => {
    const random = chance(99);
    const seeds = generateBookings(5, 1).map((mail) => mail.html ?? mail.text ?? "");
    const pieces = [
      "10:15",
      "(RIX)",
      "31.12.2026",
      "\t\t\t",
      "<td>",
      "</table>",
      "→",
      "Departure:",
      "{",
      "[",
      '"',
      "&amp;",
      "2026",
      "€",
      "\u202e",
      "😀",
      "\0",
      "::",
      "  ",
      "\n>",
    ];
    let slowest = 0;
    for (let run = 0; run < runs; run += 1) {
      let mail = seeds[Math.floor(random() * seeds.length)] ?? "";
      for (let change = 0; change < 1 + Math.floor(random() * 6); change += 1) {
        const [at, length] = [Math.floor(random() * mail.length), Math.floor(random() * 12)];
        const piece =
          random() < 0.4
            ? ""
            : random() < 0.6
              ? (pieces[Math.floor(random() * pieces.length)] ?? "")
              : mail.slice(at, at + length * 3);
        mail = mail.slice(0, at) + piece + mail.slice(at + (random() < 0.5 ? length : 0));
      }
      slowest = Math.max(
        slowest,
        cpuTime(() => (random() < 0.5 ? html(mail) : text(mail))),
      );
    }
    expect(slowest).toBeLessThan(LIMIT_MS);
  });
});
