import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "../../shared/travel/read-file.ts";
import { type JsonObject, objectAt } from "../../shared/travel/reservation.ts";
import { airports } from "./airports.ts";

/** One booking, written as different senders would: each must be read as the plain form of it is. */
const STAY = {
  "@context": "http://schema.org",
  "@type": "LodgingReservation",
  reservationNumber: "X7K2PQ",
  underName: { "@type": "Person", name: "Sample Caller" },
  totalPrice: 1234.5,
  priceCurrency: "EUR",
  checkinTime: "2026-11-16T15:00:00",
  checkoutTime: "2026-11-18T11:00:00",
  reservationFor: {
    "@type": "LodgingBusiness",
    name: "Hotel Sample",
    address: {
      "@type": "PostalAddress",
      streetAddress: "Beispielweg 4",
      addressLocality: "Wien",
      postalCode: "1010",
      addressCountry: "AT",
    },
  },
};
const FLIGHT = {
  "@context": "http://schema.org",
  "@type": "FlightReservation",
  reservationNumber: "X7K2PQ",
  reservationFor: {
    "@type": "Flight",
    flightNumber: "682",
    airline: { "@type": "Airline", iataCode: "OS" },
    departureAirport: { "@type": "Airport", iataCode: "RIX" },
    arrivalAirport: { "@type": "Airport", iataCode: "VIE" },
    departureTime: "2026-11-16T07:05:00+02:00",
    arrivalTime: "2026-11-16T08:10:00+01:00",
  },
};

const read = async (bytes: Uint8Array | string, name = "a.eml") =>
  (
    await readFile(
      { name, bytes: typeof bytes === "string" ? strToU8(bytes) : bytes },
      { stage: "full", airports, mailDate: "2026-10-01T10:00:00Z" },
    )
  ).map(({ modifiedTime: _, ...item }) => item);
const json = (value: unknown) => read(JSON.stringify(value), "a.json");
const script = (text: string) =>
  `<html><body><script type="application/ld+json">${text}</script></body></html>`;

/** Every member of an object, at any depth, through a function: what it gives takes the member's place. */
function members(value: unknown, change: (key: string, value: unknown) => [string, unknown]): unknown {
  if (Array.isArray(value)) return value.map((one) => members(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => change(key, members(inner, change))));
}
const values =
  (change: (key: string, value: unknown) => unknown) =>
  (whole: unknown): unknown =>
    members(whole, (key, value) => [key, change(key, value)]);
const isText = (key: string, value: unknown) => typeof value === "string" && !key.startsWith("@");
const times = (change: (text: string) => string) =>
  values((key, value) => (/Time$/.test(key) ? change(String(value)) : value));
const set = (key: string, value: unknown) =>
  values((one, before) => (one === key && before !== undefined ? value : before));

describe("a marked booking is the same", () => {
  it.each<[string, (whole: unknown) => unknown]>([
    [
      "with types in full",
      values((key, value) => (key === "@type" ? ` https://schema.org/${value} ` : value)),
    ],
    [
      "with a prefix before every property",
      (whole) => members(whole, (key, value) => [/^@/.test(key) ? key : `schema:${key}`, value]),
    ],
    [
      "expanded",
      (whole) => [
        members(whole, (key, value) =>
          key === "@type"
            ? [key, [`http://schema.org/${value}`]]
            : [
                /^@/.test(key) ? key : `http://schema.org/${key}`,
                isText(key, value) ? [{ "@value": value }] : value,
              ],
        ),
      ],
    ],
    ["in a graph that is no list", (whole) => ({ "@graph": whole })],
    [
      "in a list of a page",
      (whole) => ({ "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: whole }] }),
    ],
    ["among what a page mentions", (whole) => ({ "@type": "WebPage", mentions: [whole] })],
    ["with blanks around every text", values((key, value) => (isText(key, value) ? ` ${value}\n` : value))],
    ["with every text in a list", values((key, value) => (isText(key, value) ? [value] : value))],
    ["with a sum in words of the region", set("totalPrice", "1 234,50 €")],
    ["with an apostrophe in the sum", set("totalPrice", "1'234.50")],
    [
      "with the sum as a list of specifications",
      set("totalPrice", [{ "@type": "PriceSpecification", price: "1234.50", priceCurrency: "EUR" }]),
    ],
    ["with the currency as its sign", set("priceCurrency", "€")],
    ["with the country in small letters", set("addressCountry", "at")],
    [
      "with the number as a value of a property",
      set("reservationNumber", { "@type": "PropertyValue", value: "X7K2PQ" }),
    ],
    ["with compact times that have colons", times((text) => text.replace(/^(\d{4})-(\d\d)-/, "$1$2"))],
  ])("%s", async (_, change) => {
    const whole = change(STAY);
    expect(await json(whole)).toEqual(await json(STAY));
  });

  it("with its parts elsewhere, pointed at by their ids, which are no items of their own", async () => {
    const { reservationFor, underName, ...rest } = STAY;
    const graph = [
      { "@id": "#house", ...reservationFor },
      { "@id": "#who", ...underName },
      { ...rest, reservationFor: { "@id": "#house" }, underName: { "@id": "#who" } },
    ];
    expect(await json({ "@graph": graph })).toEqual(await json(STAY));
  });

  it.each([
    "Mon, 16 Nov 2026 07:05:30 +0200",
    "16 Nov 2026 05:05:30 GMT",
    "Mon, 16 Nov 2026 07:05:30 +0200 (EET)",
  ])("with its times as mails date themselves: %s", async (written) => {
    const [found] = await json(set("departureTime", written)(FLIGHT));
    expect(objectAt(found, "reservationFor")?.departureTime).toMatchObject({
      "@value": "2026-11-16T07:05:30+02:00",
    });
  });

  it("and ends where its parts point at each other in a circle", async () => {
    const circle = { "@id": "#a", "@type": "LodgingReservation", reservationFor: { "@id": "#b" } };
    const graph = [
      circle,
      { "@id": "#b", "@type": "Hotel", name: "Hotel Sample", subjectOf: { "@id": "#a" } },
    ];
    expect(await json({ "@graph": graph })).toEqual([]);
  });

  it.each(["OS 682", "OS-682", "os682", "OS682"])("with the flight written %s", async (written) => {
    expect(await json(set("flightNumber", written)(FLIGHT))).toEqual(await json(FLIGHT));
  });

  it.each<[string, string]>([
    ["with line breaks of a page in it", script(JSON.stringify(STAY, null, 1).replace(/\n/g, "<br>\n"))],
    ["with letters nobody sees around it", script(`\u200b${JSON.stringify(STAY)}\u200b`)],
    ["told twice", script(JSON.stringify(STAY)).repeat(2)],
  ])("%s", async (_, page) => {
    expect(await read(page, "a.html")).toEqual(await json(STAY));
  });

  it("as microdata whose types end with a stroke and whose times stand beside words", async () => {
    const item = (of: JsonObject, property = ""): string =>
      `<div ${property && `itemprop="${property}"`} itemscope itemtype="http://schema.org/${of["@type"]}/">${Object.entries(
        of,
      )
        .filter(([key]) => !key.startsWith("@"))
        .map(([key, value]) =>
          typeof value === "object"
            ? item(value as JsonObject, key)
            : /Time$/.test(key)
              ? `<span itemprop="${key}" content="${value}">on that day</span>`
              : `<b itemprop="${key}">${value}</b>`,
        )
        .join("")}</div>`;
    expect(await read(`<html>${item(STAY)}</html>`, "a.html")).toEqual(await json(STAY));
  });
});

const TEXT =
  "Подтверждение бронирования\nНомер брони: X7K2PQ\nРейс OS 682, 16 ноября 2026\nРига (RIX) 07:05 - Вена (VIE) 08:10\n";
const HEAD =
  "From: Sample Air <noreply@air.example>\r\nSubject: x\r\nDate: Thu, 01 Oct 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";
const mail = (type: string, body: string, more = "") => `${HEAD}Content-Type: ${type}\r\n${more}\r\n${body}`;
const PLAIN = mail("text/plain; charset=utf-8", TEXT);
const mixed = (...parts: string[]) =>
  mail("multipart/mixed; boundary=b", `${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`);
const base64 = (text: string) => btoa(String.fromCharCode(...strToU8(text)));

describe("a plain mail is the same", () => {
  it.each<[string, string]>([
    [
      "forwarded as an attachment",
      mixed(
        "Content-Type: text/plain\r\n\r\nFor you",
        `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=a.eml\r\n\r\n${PLAIN}`,
      ),
    ],
    [
      "forwarded as a file",
      mixed(
        `Content-Type: application/octet-stream; name="a.eml"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(PLAIN)}`,
      ),
    ],
    [
      "where the page says only that there is a text",
      mixed(
        `Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Please read the text.</p>\r\n--c--`,
      ),
    ],
    [
      "as an attached text",
      mixed(
        `Content-Type: text/plain; charset=utf-8; name=ticket.txt\r\nContent-Disposition: attachment; filename=ticket.txt\r\n\r\n${TEXT}`,
      ),
    ],
  ])("%s", async (_, written) => {
    const plain = await read(PLAIN);
    expect(plain).toHaveLength(1);
    expect(await read(written)).toEqual(plain);
  });

  it("as a page of another charset that it names in its head", async () => {
    const cyrillic = Uint8Array.from(TEXT, (letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code < 0x80 ? code : 0x3f;
    });
    const page = [..."<html><meta charset=windows-1251><pre>"].map((letter) => letter.charCodeAt(0));
    const [plain] = await read(PLAIN);
    expect(await read(Uint8Array.from([...page, ...cyrillic]), "a.html")).toEqual([plain]);
  });
});

const EVENT = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "SUMMARY:Käse und Wein",
  "DTSTART;TZID=Europe/Berlin:20261116T090000",
  "DTEND;TZID=Europe/Berlin:20261116T110000",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");
const ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Our Zone",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];
const inOwnZone = (day: string, more: string[] = []) =>
  EVENT.replaceAll("Europe/Berlin", "Our Zone")
    .replaceAll("20261116", day)
    .replace("BEGIN:VEVENT", [...ZONE.slice(0, 2), ...more, ...ZONE.slice(2), "BEGIN:VEVENT"].join("\r\n"));

describe("an event of a calendar is the same", () => {
  it.each<[string, string | Uint8Array]>([
    ["with lines that end as old Macs ended them", EVENT.replaceAll("\r\n", "\r")],
    [
      "in UTF-16",
      Uint8Array.from([0xff, 0xfe, ...[...EVENT].flatMap((letter) => [letter.charCodeAt(0), 0])]),
    ],
    ["in Latin letters that nobody named", Uint8Array.from(EVENT, (letter) => letter.charCodeAt(0))],
    [
      "with a text as calendars of before wrote it",
      EVENT.replace("SUMMARY:Käse", "SUMMARY;ENCODING=QUOTED-PRINTABLE:K=C3=A4se"),
    ],
    ["with its zone in small letters", EVENT.replaceAll("Europe/Berlin", "europe/berlin")],
    [
      "with a zone that lists its towns",
      EVENT.replaceAll("Europe/Berlin", '"(UTC+01:00) Berlin, Bern, Rome"'),
    ],
    ["with a zone of its own that says where it is", inOwnZone("20261116", ["X-LIC-LOCATION:Europe/Berlin"])],
  ])("%s", async (_, written) => {
    expect(await read(written, "a.ics")).toEqual(await read(EVENT, "a.ics"));
  });

  it("with a line folded within a letter", async () => {
    const bytes = strToU8(EVENT);
    const at = bytes.indexOf(0xc3) + 1;
    const folded = Uint8Array.from([...bytes.slice(0, at), 13, 10, 32, ...bytes.slice(at)]);
    expect(await read(folded, "a.ics")).toEqual(await read(EVENT, "a.ics"));
  });

  it.each([
    ["20261116", "2026-11-16T09:00:00+01:00"],
    ["20260716", "2026-07-16T09:00:00+02:00"],
    ["20260329", "2026-03-29T09:00:00+02:00"],
    ["20261025", "2026-10-25T09:00:00+01:00"],
    ["20260115", "2026-01-15T09:00:00+01:00"],
  ])("with a zone that only it describes: on %s at %s", async (day, at) => {
    expect(await read(inOwnZone(day), "a.ics")).toMatchObject([{ startDate: at }]);
  });
});

const CODE = "M1SAMPLE/MARY         EX7K2PQ RIXVIEOS 0682 320Y011A0042 100";
const PASS = {
  passTypeIdentifier: "pass.example",
  serialNumber: "1",
  organizationName: "Sample Air",
  relevantDate: "2026-11-16T06:35:00+02:00",
  boardingPass: {
    transitType: "PKTransitTypeAir",
    headerFields: [{ key: "a", label: "Gate", value: "B4" }],
    auxiliaryFields: [{ key: "b", label: "Boarding", value: "06:35" }],
  },
  barcode: { message: CODE, format: "PKBarcodeFormatAztec" },
};
const zipped = (pass: unknown, name = "pass.json") =>
  zipSync({ [name]: strToU8(typeof pass === "string" ? pass : JSON.stringify(pass)) });
const labelled = (gate: string, boarding: string, time: string) => ({
  ...PASS,
  boardingPass: {
    ...PASS.boardingPass,
    headerFields: [{ key: "a", label: gate, value: "B4" }],
    auxiliaryFields: [{ key: "b", label: boarding, value: time }],
  },
});
const { barcode, relevantDate, ...bare } = PASS;

describe("a pass is the same", () => {
  it.each<[string, Uint8Array]>([
    ["in a folder of its archive", zipped(PASS, "pass/pass.json")],
    ["in a bundle of passes", zipSync({ "one.pkpass": zipped(PASS) })],
    ["with a comma too many", zipped(JSON.stringify(PASS).replace(/\}$/, ",}"))],
    [
      "with another code before its own",
      zipped({
        ...bare,
        relevantDate,
        barcodes: [{ format: "PKBarcodeFormatCode128", message: "123" }, barcode],
      }),
    ],
    ["with a list of dates", zipped({ ...bare, barcode, relevantDates: [{ date: relevantDate }] })],
    ["in French", zipped(labelled("PORTE", "Embarquement", "06h35"))],
    ["in Polish, with the moment in UTC", zipped(labelled("Bramka", "Boarding", "2026-11-16T04:35Z"))],
  ])("%s", async (_, bytes) => {
    expect(await read(bytes, "a.pkpass")).toEqual(await read(zipped(PASS), "a.pkpass"));
  });

  it("of a train that shows its hours above its stations is read as it is shown", async () => {
    const pass = {
      ...bare,
      relevantDate: "2026-11-16T08:05:00+01:00",
      barcode: { message: "ABC", format: "PKBarcodeFormatAztec" },
      boardingPass: {
        transitType: "PKTransitTypeTrain",
        primaryFields: [
          { key: "a", label: "08:05", value: "Berlin Hbf" },
          { key: "b", label: "12:10", value: "München Hbf" },
        ],
        secondaryFields: [
          { key: "c", label: "Zug", value: "ICE 703" },
          { key: "d", label: "Wagen", value: "24" },
          { key: "e", label: "Sitzplatz", value: "61" },
        ],
      },
    };
    expect(await read(zipped(pass), "a.pkpass")).toMatchObject([
      {
        "@type": "TrainReservation",
        reservationFor: {
          trainNumber: "ICE 703",
          departureStation: { name: "Berlin Hbf" },
          arrivalStation: { name: "München Hbf" },
          departureTime: "2026-11-16T08:05:00+01:00",
          arrivalTime: "2026-11-16T12:10:00+01:00",
        },
        reservedTicket: {
          ticketToken: "aztecCode:ABC",
          ticketedSeat: { seatNumber: "61", seatSection: "24" },
        },
      },
    ]);
  });

  it("as the text of its code in small letters", async () => {
    const [upper] = await read(CODE, "a.txt");
    expect(await read(CODE.toLowerCase(), "a.txt")).toMatchObject([
      { airplaneSeat: "11A", reservationNumber: "X7K2PQ", reservationFor: upper?.reservationFor },
    ]);
  });
});
