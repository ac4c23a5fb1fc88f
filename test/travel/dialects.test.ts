import { readdirSync, readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mergeReservations } from "../../shared/travel/normalise/merge.ts";
import { type BookingInput, readItems } from "../../shared/travel/read-booking.ts";
import type { JsonObject } from "../../shared/travel/reservation.ts";
import { normaliseJsonLd } from "../../shared/travel/schema/normalise.ts";
import { extractStructured } from "../../shared/travel/structured/extract.ts";
import { airports } from "./airports.ts";

const folder = new URL("./dialects/", import.meta.url);
const MAIL_DATE = "2026-05-01T10:00:00";

/** One case a block: `=== name | kind`, the document, `--- expect`, and what its items hold as JSON; `null` is nothing. */
const cases = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((block): [name: string, kind: string, source: string, expected: unknown] => {
      const [head = "", ...rest] = block.split("\n");
      const [name = "", kind = ""] = head.split(" | ");
      const [source = "", expected = "[]"] = rest.join("\n").split("\n--- expect\n");
      return [name, kind, source, JSON.parse(expected)];
    }),
);

function inputOf(kind: string, source: string): BookingInput {
  const [name, day] = kind.split(" ");
  const mailDate = day ?? MAIL_DATE;
  switch (name) {
    case "html":
      return { kind: "html", html: source, mailDate };
    case "ics":
      return { kind: "ics", text: `BEGIN:VCALENDAR\n${source}\nEND:VCALENDAR`, mailDate };
    case "pkpass": {
      const files = Object.entries(JSON.parse(source) as Record<string, unknown>).map(([path, content]) => [
        path,
        strToU8(typeof content === "string" ? content : JSON.stringify(content)),
      ]);
      return { kind: "pkpass", bytes: zipSync(Object.fromEntries(files)), mailDate };
    }
    case "bcbp":
      return { kind: "bcbp", text: source, mailDate };
    default:
      return { kind: "json-ld", text: source, mailDate };
  }
}

const itemsOf = (input: BookingInput) => readItems([input], airports).map(({ item }) => item);
const read = (items: readonly JsonObject[]) =>
  itemsOf({ kind: "json-ld", text: JSON.stringify(items), mailDate: MAIL_DATE });

/** Leaves of a value that should not be there are `null` in a case. */
function withoutNothing(value: unknown, got: unknown, path: string): unknown {
  if (Array.isArray(value))
    return value.map((one, at) => withoutNothing(one, (got as unknown[])?.[at], `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return value;
  const of = got as Record<string, unknown> | undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (inner !== null) return [[key, withoutNothing(inner, of?.[key], `${path}.${key}`)]];
      expect(of?.[key], `${path}.${key}`).toBeUndefined();
      return [];
    }),
  );
}

describe("documents in the dialects of their senders", () => {
  it.each(cases)("are read: %s", (_, kind, source, expected) => {
    const got = kind === "raw" ? extractStructured(source) : itemsOf(inputOf(kind, source));
    expect(got).toMatchObject(withoutNothing(expected, got, "") as object[]);
  });
});

const stay = (more: JsonObject, house: JsonObject = {}): JsonObject => ({
  "@type": "LodgingReservation",
  reservationNumber: "77",
  checkinTime: "2027-03-06",
  checkoutTime: "2027-03-08",
  ...more,
  reservationFor: { "@type": "Hotel", name: "Sample Hotel", ...house },
});

describe("bookings that are told twice", () => {
  it("are one stay where a mail names the house with its town and another without", () => {
    const found = read([
      stay({}),
      stay(
        { checkinTime: "2027-03-06T15:00:00", checkoutTime: "2027-03-08T11:00:00" },
        { name: "Sample Hotel Riga" },
      ),
    ]);
    expect(found).toMatchObject([
      { checkinTime: "2027-03-06T15:00:00", reservationFor: { name: "Sample Hotel Riga" } },
    ]);
  });

  it("stay two where the number does not say that both are one", () => {
    expect(
      read([
        stay({ reservationNumber: "1" }),
        stay({ reservationNumber: "2" }, { name: "Sample Hotel Riga" }),
      ]),
    ).toHaveLength(2);
    const unnumbered = { reservationNumber: "" };
    expect(read([stay(unnumbered), stay(unnumbered, { name: "Sample Hotel Riga" })])).toHaveLength(2);
  });

  it("keep the hour where a later mail names the day alone", () => {
    const [first, second] = normaliseJsonLd([
      stay({ checkinTime: "2027-03-06T15:00:00" }),
      stay({ modifiedTime: "2027-01-01T00:00:00" }),
    ]);
    expect(mergeReservations(first ?? {}, second ?? {}).checkinTime).toBe("2027-03-06T15:00:00");
  });
});

describe("the state of a booking", () => {
  it.each([
    ["https://schema.org/Cancelled", "Cancelled"],
    ["ReservationStatusType.Canceled", "Cancelled"],
    [{ "@type": "ReservationStatusType", "@id": "http://schema.org/ReservationCancelled" }, "Cancelled"],
    ["http://schema.org/ReservationPending", "Pending"],
    ["Confirmed", "Confirmed"],
  ])("%j is %s", (written, state) => {
    expect(read([stay({ reservationStatus: written })])).toMatchObject([
      { reservationStatus: `http://schema.org/Reservation${state}` },
    ]);
  });
});

describe("an address", () => {
  it("has its postal code apart, which was written with the town", () => {
    const [found] = read([
      stay(
        {},
        {
          address: { streetAddress: "Beispielweg 1", addressLocality: "10115 Berlin", addressCountry: "DE" },
        },
      ),
    ]);
    expect(found).toMatchObject({
      reservationFor: { address: { addressLocality: "Berlin", postalCode: "10115" } },
    });
  });
});
